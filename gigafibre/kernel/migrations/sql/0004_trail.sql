-- The trail as in 0002, in one pass over a row's columns and without the functions where nothing is hidden: a function
-- of SQL is planned at each call, and every change pays for it.
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
  v_row record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO kernel_audit (at, xact, run, actor, action, "table", row, op, before, after)
    SELECT v_at, v_xact, v_run, v_actor, v_action, TG_TABLE_NAME, to_jsonb(n) ->> v_pk, 'I', NULL,
           CASE WHEN v_hides THEN kernel_masked(to_jsonb(n), v_hidden) ELSE to_jsonb(n) END
    FROM new_rows n;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO kernel_audit (at, xact, run, actor, action, "table", row, op, before, after)
    SELECT v_at, v_xact, v_run, v_actor, v_action, TG_TABLE_NAME, n.j ->> v_pk, 'U',
           CASE WHEN v_hides THEN kernel_masked(d.before, v_hidden) ELSE d.before END,
           CASE WHEN v_hides THEN kernel_masked(d.after, v_hidden) ELSE d.after END
    FROM (SELECT to_jsonb(x) AS j FROM new_rows x) n
    JOIN (SELECT to_jsonb(x) AS j FROM old_rows x) o ON o.j ->> v_pk = n.j ->> v_pk
    CROSS JOIN LATERAL (
      SELECT jsonb_object_agg(b.key, b.value) AS before, jsonb_object_agg(b.key, n.j -> b.key) AS after
      FROM jsonb_each(o.j) b WHERE b.value IS DISTINCT FROM n.j -> b.key) d
    WHERE o.j IS DISTINCT FROM n.j
    -- By key, not by where rows happen to lie: the same change reads the same, looked at first or done.
    ORDER BY length(n.j ->> v_pk), n.j ->> v_pk;
  ELSE
    INSERT INTO kernel_audit (at, xact, run, actor, action, "table", row, op, before, after)
    SELECT v_at, v_xact, v_run, v_actor, v_action, TG_TABLE_NAME, to_jsonb(o) ->> v_pk, 'D',
           CASE WHEN v_hides THEN kernel_masked(to_jsonb(o), v_hidden) ELSE to_jsonb(o) END, NULL
    FROM old_rows o;
  END IF;
  GET DIAGNOSTICS v_rows = ROW_COUNT;
  IF v_rows > 8 THEN
    PERFORM pg_notify('gigafibre_live', TG_TABLE_NAME || ':*');
  ELSIF v_rows > 0 THEN
    IF TG_OP = 'DELETE' THEN
      FOR v_row IN SELECT to_jsonb(o) AS j FROM old_rows o LOOP
        PERFORM kernel_tell(TG_TABLE_NAME, v_pk, v_row.j);
      END LOOP;
    ELSE
      FOR v_row IN SELECT to_jsonb(n) AS j FROM new_rows n LOOP
        PERFORM kernel_tell(TG_TABLE_NAME, v_pk, v_row.j);
      END LOOP;
    END IF;
  END IF;
  RETURN NULL;
END $$;
DROP FUNCTION kernel_difference(jsonb, jsonb);

-- Stores a fact and a delivery for each of its handlers; returns its id. Its subject is locked before the id is drawn,
-- so that the order of ids is the order of commits (not in a preview, which holds nobody up). A function keeps its
-- plans from call to call: every fact passes here.
CREATE FUNCTION kernel_publish(
  p_type text, p_version integer, p_subject text, p_payload jsonb, p_actor text, p_run uuid, p_at timestamptz,
  p_depth integer, p_handlers text[], p_channel text, p_alone boolean
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_id bigint;
BEGIN
  IF NOT p_alone THEN
    PERFORM pg_advisory_xact_lock(20260101, hashtext(p_subject));
  END IF;
  INSERT INTO kernel_event (type, version, subject, payload, actor, run, at)
  VALUES (p_type, p_version, p_subject, p_payload, p_actor, p_run, p_at) RETURNING id INTO v_id;
  IF cardinality(p_handlers) > 0 THEN
    INSERT INTO kernel_delivery (event_id, handler, subject, state, attempts, due, depth, error, skip_reason)
    SELECT v_id, h, p_subject, 'pending', 0, p_at, p_depth, '', '' FROM unnest(p_handlers) h;
    PERFORM pg_notify(p_channel, '');
  END IF;
  RETURN v_id;
END $$;
