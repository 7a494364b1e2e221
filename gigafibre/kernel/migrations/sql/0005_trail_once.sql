-- The trail as in 0004, with each row turned into JSON once: the planner had put the conversion wherever a key of it was
-- read, so that a change of a wide row converted it a hundred times over. OFFSET 0 keeps it where it is written.
CREATE OR REPLACE FUNCTION kernel_audit_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_hidden text[] := coalesce(string_to_array(nullif(TG_ARGV[0], ''), ','), '{}');
  v_hides boolean := v_hidden <> '{}';
  v_pk text := coalesce(TG_ARGV[1], 'id');
  v_run uuid := nullif(current_setting('gigafibre.run', true), '')::uuid;
  v_actor text := coalesce(nullif(current_setting('gigafibre.actor', true), ''), session_user);
  v_action text := coalesce(current_setting('gigafibre.action', true), '');
  v_at timestamptz := coalesce(nullif(current_setting('gigafibre.now', true), '')::timestamptz, now());
  v_xact bigint := pg_current_xact_id()::text::bigint;
  v_rows bigint;
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO kernel_audit (at, xact, run, actor, action, "table", row, op, before, after)
    SELECT v_at, v_xact, v_run, v_actor, v_action, TG_TABLE_NAME, n.j ->> v_pk, 'I', NULL,
           CASE WHEN v_hides THEN kernel_masked(n.j, v_hidden) ELSE n.j END
    FROM (SELECT to_jsonb(x) AS j FROM new_rows x OFFSET 0) n;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO kernel_audit (at, xact, run, actor, action, "table", row, op, before, after)
    SELECT v_at, v_xact, v_run, v_actor, v_action, TG_TABLE_NAME, n.j ->> v_pk, 'U',
           CASE WHEN v_hides THEN kernel_masked(d.before, v_hidden) ELSE d.before END,
           CASE WHEN v_hides THEN kernel_masked(d.after, v_hidden) ELSE d.after END
    FROM (SELECT to_jsonb(x) AS j FROM new_rows x OFFSET 0) n
    JOIN (SELECT to_jsonb(x) AS j FROM old_rows x OFFSET 0) o ON o.j ->> v_pk = n.j ->> v_pk
    CROSS JOIN LATERAL (
      SELECT jsonb_object_agg(b.key, b.value) AS before, jsonb_object_agg(b.key, n.j -> b.key) AS after
      FROM jsonb_each(o.j) b WHERE b.value IS DISTINCT FROM n.j -> b.key) d
    WHERE o.j IS DISTINCT FROM n.j
    -- By key, not by where rows happen to lie: the same change reads the same, looked at first or done.
    ORDER BY length(n.j ->> v_pk), n.j ->> v_pk;
  ELSE
    INSERT INTO kernel_audit (at, xact, run, actor, action, "table", row, op, before, after)
    SELECT v_at, v_xact, v_run, v_actor, v_action, TG_TABLE_NAME, o.j ->> v_pk, 'D',
           CASE WHEN v_hides THEN kernel_masked(o.j, v_hidden) ELSE o.j END, NULL
    FROM (SELECT to_jsonb(x) AS j FROM old_rows x OFFSET 0) o;
  END IF;
  GET DIAGNOSTICS v_rows = ROW_COUNT;
  IF v_rows > 8 THEN
    PERFORM pg_notify('gigafibre_live', TG_TABLE_NAME || ':*');
  ELSIF v_rows > 0 THEN
    IF TG_OP = 'DELETE' THEN
      PERFORM pg_notify('gigafibre_live', TG_TABLE_NAME || ':' || (o.j ->> v_pk)),
              CASE WHEN o.j ->> 'customer_id' IS NOT NULL
                   THEN pg_notify('gigafibre_live', 'customer:' || (o.j ->> 'customer_id')) END
      FROM (SELECT to_jsonb(x) AS j FROM old_rows x OFFSET 0) o;
    ELSE
      PERFORM pg_notify('gigafibre_live', TG_TABLE_NAME || ':' || (n.j ->> v_pk)),
              CASE WHEN n.j ->> 'customer_id' IS NOT NULL
                   THEN pg_notify('gigafibre_live', 'customer:' || (n.j ->> 'customer_id')) END
      FROM (SELECT to_jsonb(x) AS j FROM new_rows x OFFSET 0) n;
    END IF;
  END IF;
  RETURN NULL;
END $$;
DROP FUNCTION kernel_tell(text, text, jsonb);
