-- The door by which a customer is made nobody, and the record it leaves.
--
-- Tables that never change, and the trail itself, keep their guards for everybody. They stand aside only for the role
-- gigafibre_eraser, and only in a transaction that has already written down whom it erases, by whom and why.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gigafibre_eraser') THEN
    CREATE ROLE gigafibre_eraser NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;  -- another database of this cluster was migrated at the same moment
END $$;
DO $$
BEGIN
  EXECUTE format('GRANT gigafibre_eraser TO %I', current_user);
END $$;
GRANT USAGE ON SCHEMA public TO gigafibre_eraser;
GRANT SELECT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO gigafibre_eraser;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gigafibre_eraser;
GRANT INSERT ON crm_searchtext TO gigafibre_eraser;  -- words of the search follow their row
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, UPDATE, DELETE ON TABLES TO gigafibre_eraser;
-- What the door leaves behind is out of its own reach.
REVOKE UPDATE, DELETE ON privacy_erasure FROM gigafibre_eraser;

CREATE FUNCTION privacy_door_is_shut() RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF current_user <> 'gigafibre_eraser' THEN
    RETURN true;
  END IF;
  RETURN NOT EXISTS (SELECT 1 FROM privacy_erasure WHERE xact = pg_current_xact_id()::text::bigint);
END $$;

-- Lets every guard and trail of a table stand aside for the door: its triggers are made anew with one more condition.
CREATE FUNCTION privacy_open_door(tbl text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_trigger record;
  v_made text;
BEGIN
  FOR v_trigger IN
    SELECT t.tgname, pg_get_triggerdef(t.oid) AS made FROM pg_trigger t
    WHERE t.tgrelid = tbl::regclass AND NOT t.tgisinternal
      AND t.tgtype & 24 <> 0  -- on change or removal
      AND pg_get_triggerdef(t.oid) NOT LIKE '%privacy_door_is_shut%'
  LOOP
    IF v_trigger.made ~ ' WHEN \(' THEN
      v_made := regexp_replace(v_trigger.made, ' WHEN \((.*)\) EXECUTE FUNCTION ',
                               ' WHEN ((\1) AND privacy_door_is_shut()) EXECUTE FUNCTION ');
    ELSE
      v_made := replace(v_trigger.made, ' EXECUTE FUNCTION ', ' WHEN (privacy_door_is_shut()) EXECUTE FUNCTION ');
    END IF;
    EXECUTE format('DROP TRIGGER %I ON %s', v_trigger.tgname, tbl);
    EXECUTE v_made;
  END LOOP;
END $$;

-- What the trail keeps of a row: its columns and the keys it points by; what they said goes.
CREATE FUNCTION privacy_bare(j jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT coalesce(jsonb_object_agg(e.key, CASE WHEN e.key = 'id' OR e.key LIKE '%\_id' THEN e.value ELSE 'null' END), '{}')
  FROM jsonb_each(j) e
$$;
