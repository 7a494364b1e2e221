-- A record that another took the place of (`kernel.succession`). Refusals carry SQLSTATE GF001 and, as their message, the
-- former's number and the successor's.

CREATE FUNCTION kernel_refuse_succeeded(former text, successor text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% %', former, successor USING ERRCODE = 'GF001';
END $$;

-- What an action names is held until it is done, many at a time: who makes one record take the place of another waits
-- for them all, and whoever names the former one afterwards is told.
CREATE FUNCTION kernel_name(named text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_name text;
  v_gone record;
BEGIN
  FOR v_name IN SELECT DISTINCT n FROM unnest(named) n ORDER BY 1 LOOP
    PERFORM pg_advisory_xact_lock_shared(20260110, hashtext(v_name));
  END LOOP;
  SELECT s.former, s.successor INTO v_gone FROM kernel_succession s WHERE s.kind || ':' || s.former = ANY (named) LIMIT 1;
  IF FOUND THEN
    PERFORM kernel_refuse_succeeded(v_gone.former, v_gone.successor);
  END IF;
END $$;

-- The last guard, for what was read before: no new row is given to a former record. The importer brings what another
-- system still has under the former one, and lets it follow before its phase ends.
CREATE FUNCTION kernel_refuse_former() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_gone record;
BEGIN
  SELECT s.former, s.successor INTO v_gone
  FROM kernel_succession s
  JOIN (SELECT DISTINCT (to_jsonb(n) ->> c)::bigint AS id FROM new_rows n, unnest(string_to_array(TG_ARGV[1], ',')) c) named
    ON named.id = s.former_id
  WHERE s.kind = TG_ARGV[0] LIMIT 1;
  IF FOUND THEN
    PERFORM kernel_refuse_succeeded(v_gone.former, v_gone.successor);
  END IF;
  RETURN NULL;
END $$;

-- Rows follow their record to its successor, issued documents and postings too: whose account they stand in changes,
-- nothing of what they say. It is announced by a setting of the transaction, under which nothing else of them can change.
CREATE FUNCTION kernel_following() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('gigafibre.following', true), '') = 'on'
$$;

CREATE FUNCTION kernel_check_following() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_columns text[] := string_to_array(TG_ARGV[1], ',');
  v_spared text[] := v_columns || string_to_array(TG_ARGV[2], ',');
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT x.id, to_jsonb(x) AS j FROM old_rows x) o
    FULL JOIN (SELECT x.id, to_jsonb(x) AS j FROM new_rows x) n ON n.id = o.id
    WHERE o.id IS NULL OR n.id IS NULL OR o.j - v_spared <> n.j - v_spared
       OR EXISTS (SELECT FROM unnest(v_columns) c WHERE o.j ->> c IS DISTINCT FROM n.j ->> c AND NOT EXISTS (
            SELECT FROM kernel_succession s WHERE s.kind = TG_ARGV[0]
              AND s.former_id = (o.j ->> c)::bigint AND s.successor_id = (n.j ->> c)::bigint))) THEN
    RAISE EXCEPTION 'while rows of % follow, they go from a record to its successor and keep all else', TG_TABLE_NAME
      USING ERRCODE = 'check_violation', CONSTRAINT = 'only_to_the_successor', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

-- A guard of a table stands aside while its rows follow; the check above stands in its place.
CREATE FUNCTION kernel_stand_aside(guard text, tbl regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_said text;
BEGIN
  SELECT pg_get_triggerdef(oid) INTO STRICT v_said FROM pg_trigger WHERE tgname = guard AND tgrelid = tbl;
  v_said := replace(v_said, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
  IF v_said ~ ' WHEN \(' THEN
    v_said := regexp_replace(v_said, ' WHEN \((.*)\) EXECUTE ', ' WHEN (NOT kernel_following() AND (\1)) EXECUTE ');
  ELSE
    v_said := replace(v_said, ' EXECUTE FUNCTION', ' WHEN (NOT kernel_following()) EXECUTE FUNCTION');
  END IF;
  EXECUTE v_said;
END $$;

CREATE OR REPLACE FUNCTION kernel_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_LEVEL = 'STATEMENT' AND kernel_following() AND EXISTS (
      SELECT FROM pg_trigger WHERE tgrelid = TG_RELID AND tgname = TG_TABLE_NAME || '_follows') THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% of % is refused: its rows never change', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
