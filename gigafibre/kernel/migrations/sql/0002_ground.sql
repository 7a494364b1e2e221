CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;

-- One key to sort, search and compare by. unaccent() is only STABLE because its dictionary could be swapped;
-- naming the dictionary pins it, so this wrapper may be IMMUTABLE and stand in indexes and generated columns.
CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT btrim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, $1)), '[^a-z0-9@.+#]+', ' ', 'g'))
$$;

-- The importer writes in bulk what has its own trail elsewhere: only members of this role escape the audit trigger.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gigafibre_importer') THEN
    CREATE ROLE gigafibre_importer NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;  -- another database of this cluster was migrated at the same moment
END $$;
-- Since PostgreSQL 16 the maker of a role may grant it, but not yet become it.
DO $$
BEGIN
  EXECUTE format('GRANT gigafibre_importer TO %I', current_user);
END $$;
GRANT USAGE ON SCHEMA public TO gigafibre_importer;
GRANT ALL ON ALL TABLES IN SCHEMA public TO gigafibre_importer;
GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO gigafibre_importer;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO gigafibre_importer;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON SEQUENCES TO gigafibre_importer;

CREATE FUNCTION kernel_masked(data jsonb, hidden text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT data || coalesce(
    (SELECT jsonb_object_agg(k, '••••') FROM unnest(hidden) k WHERE data ? k AND data ->> k <> ''), '{}')
$$;

CREATE FUNCTION kernel_difference(a jsonb, b jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(a) WHERE value IS DISTINCT FROM b -> key
$$;

-- Writes the audit trail and tells who looks on: one NOTIFY per record (or one for the table when many changed).
CREATE FUNCTION kernel_audit_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_hidden text[] := coalesce(string_to_array(nullif(TG_ARGV[0], ''), ','), '{}');
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
           kernel_masked(to_jsonb(n), v_hidden)
    FROM new_rows n;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO kernel_audit (at, xact, run, actor, action, "table", row, op, before, after)
    SELECT v_at, v_xact, v_run, v_actor, v_action, TG_TABLE_NAME, n.j ->> v_pk, 'U',
           kernel_masked(kernel_difference(o.j, n.j), v_hidden), kernel_masked(kernel_difference(n.j, o.j), v_hidden)
    FROM (SELECT to_jsonb(x) AS j FROM new_rows x) n
    JOIN (SELECT to_jsonb(x) AS j FROM old_rows x) o ON o.j ->> v_pk = n.j ->> v_pk
    WHERE o.j IS DISTINCT FROM n.j
    -- By key, not by where rows happen to lie: the same change reads the same, looked at first or done.
    ORDER BY length(n.j ->> v_pk), n.j ->> v_pk;
  ELSE
    INSERT INTO kernel_audit (at, xact, run, actor, action, "table", row, op, before, after)
    SELECT v_at, v_xact, v_run, v_actor, v_action, TG_TABLE_NAME, to_jsonb(o) ->> v_pk, 'D',
           kernel_masked(to_jsonb(o), v_hidden), NULL
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

-- Topic and id only; what belongs to a customer is told under the customer too.
CREATE FUNCTION kernel_tell(tbl text, pk text, data jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('gigafibre_live', tbl || ':' || (data ->> pk));
  IF data ->> 'customer_id' IS NOT NULL THEN
    PERFORM pg_notify('gigafibre_live', 'customer:' || (data ->> 'customer_id'));
  END IF;
END $$;

CREATE FUNCTION kernel_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: its rows never change', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
