-- Which mandatory items of a job's checklist are asked and not fulfilled, by code in their order. An item with a
-- condition is asked when the item it names is asked and has that answer.
CREATE FUNCTION dispatch_missing(p_job bigint) RETURNS text[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE asked AS (
    SELECT i.* FROM dispatch_checklistitem i WHERE i.job_id = p_job AND i.only_if = ''
    UNION ALL
    SELECT i.* FROM dispatch_checklistitem i
    JOIN asked a ON a.code = i.only_if AND a.answer = i.only_if_is
    WHERE i.job_id = p_job
  )
  SELECT coalesce(array_agg(a.code::text ORDER BY a.position, a.code), '{}') FROM asked a
  WHERE a.mandatory AND NOT CASE a.kind
    WHEN 'check' THEN coalesce(a.answer = 'true', false)
    WHEN 'number' THEN coalesce(jsonb_typeof(a.answer) = 'number', false)
      AND ((a.answer #>> '{}')::numeric >= a.lowest) IS NOT FALSE
      AND ((a.answer #>> '{}')::numeric <= a.highest) IS NOT FALSE
    WHEN 'choice' THEN coalesce(a.choices @> jsonb_build_array(jsonb_build_object('code', a.answer)), false)
    WHEN 'photo' THEN EXISTS (SELECT 1 FROM dispatch_photo p WHERE p.item_id = a.id)
    ELSE coalesce(jsonb_typeof(a.answer) = 'string' AND a.answer <> '""', false)
  END
$$;

CREATE FUNCTION dispatch_new_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- What comes from the old system is long over; everything else goes the whole way.
  IF EXISTS (SELECT 1 FROM new_rows WHERE status NOT IN ('draft', 'ready') AND legacy_id IS NULL) THEN
    RAISE EXCEPTION 'a job begins as a draft or ready'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'job_transition', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER dispatch_job_begins AFTER INSERT ON dispatch_job REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION dispatch_new_job();

CREATE FUNCTION dispatch_job_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_job record;
  v_missing text[];
BEGIN
  FOR v_job IN
    SELECT n.id, n.number, n.chain_id, n.customer_id, o.customer_id AS old_customer, o.status AS was, n.status AS becomes,
           n.may_start_early, n.needs_signature, n.number <> o.number AS renumbered
    FROM old_rows o JOIN new_rows n ON n.id = o.id
    WHERE n.status <> o.status OR n.number <> o.number OR n.customer_id <> o.customer_id ORDER BY n.id
  LOOP
    IF v_job.renumbered OR v_job.customer_id <> v_job.old_customer THEN
      RAISE EXCEPTION '% keeps its number and its customer', v_job.number
        USING ERRCODE = 'check_violation', CONSTRAINT = 'job_stays_whose_it_is', TABLE = TG_TABLE_NAME;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM (VALUES
        ('draft', 'ready'), ('draft', 'cancelled'),
        ('ready', 'scheduled'), ('ready', 'cancelled'),
        ('scheduled', 'ready'), ('scheduled', 'published'), ('scheduled', 'cancelled'),
        ('published', 'ready'), ('published', 'scheduled'), ('published', 'en_route'), ('published', 'in_progress'),
        ('published', 'cancelled'), ('published', 'incomplete'),
        ('en_route', 'in_progress'), ('en_route', 'published'), ('en_route', 'incomplete'), ('en_route', 'cancelled'),
        ('in_progress', 'completed'), ('in_progress', 'incomplete'),
        ('completed', 'ready'), ('incomplete', 'ready'), ('incomplete', 'cancelled'), ('cancelled', 'ready')
      ) AS allowed (was, becomes) WHERE allowed.was = v_job.was AND allowed.becomes = v_job.becomes) THEN
      RAISE EXCEPTION '% is %, it does not become %', v_job.number, v_job.was, v_job.becomes
        USING ERRCODE = 'check_violation', CONSTRAINT = 'job_transition', TABLE = TG_TABLE_NAME;
    END IF;
    IF v_job.becomes = 'in_progress' AND NOT v_job.may_start_early AND EXISTS (
        SELECT 1 FROM dispatch_jobdependency d JOIN dispatch_job b ON b.id = d.depends_on_id
        WHERE d.job_id = v_job.id AND b.status NOT IN ('completed', 'cancelled')) THEN
      RAISE EXCEPTION '% waits for another job', v_job.number
        USING ERRCODE = 'check_violation', CONSTRAINT = 'job_waits_its_turn', TABLE = TG_TABLE_NAME;
    END IF;
    IF v_job.becomes = 'completed' THEN
      v_missing := dispatch_missing(v_job.id);
      IF cardinality(v_missing) > 0 THEN
        RAISE EXCEPTION '% lacks %', v_job.number, v_missing
          USING ERRCODE = 'check_violation', CONSTRAINT = 'job_checklist_fulfilled', TABLE = TG_TABLE_NAME;
      END IF;
      IF v_job.needs_signature AND NOT EXISTS (SELECT 1 FROM dispatch_signature s WHERE s.job_id = v_job.id) THEN
        RAISE EXCEPTION '% is not signed', v_job.number
          USING ERRCODE = 'check_violation', CONSTRAINT = 'job_signed', TABLE = TG_TABLE_NAME;
      END IF;
      IF EXISTS (SELECT 1 FROM dispatch_timeentry t WHERE t.job_id = v_job.id AND t.ended_at IS NULL) THEN
        RAISE EXCEPTION 'a clock still runs on %', v_job.number
          USING ERRCODE = 'check_violation', CONSTRAINT = 'job_clocks_stopped', TABLE = TG_TABLE_NAME;
      END IF;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER dispatch_job_rules AFTER UPDATE ON dispatch_job REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION dispatch_job_changes();

-- A chain told as complete stays so: it is told once.
CREATE FUNCTION dispatch_chain_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM old_rows o JOIN new_rows n ON n.id = o.id
             WHERE o.completed_on IS NOT NULL AND n.completed_on IS DISTINCT FROM o.completed_on) THEN
    RAISE EXCEPTION 'a completed chain stays completed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'chain_completed_once', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER dispatch_chain_rules AFTER UPDATE ON dispatch_jobchain
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION dispatch_chain_changes();

-- Jobs wait for jobs of the same chain, never in a circle. The chain's row is locked first, so that two who each add
-- one half of a circle see each other.
CREATE FUNCTION dispatch_chain_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM new_rows d JOIN dispatch_job j ON j.id = d.job_id JOIN dispatch_job b ON b.id = d.depends_on_id
             WHERE j.chain_id IS NULL OR j.chain_id IS DISTINCT FROM b.chain_id) THEN
    RAISE EXCEPTION 'a job waits for jobs of its own chain'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'chain_of_its_own', TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM 1 FROM dispatch_jobchain c WHERE c.id IN (
    SELECT j.chain_id FROM new_rows d JOIN dispatch_job j ON j.id = d.job_id) ORDER BY c.id FOR UPDATE;
  IF EXISTS (
    WITH RECURSIVE behind AS (
      SELECT d.job_id, d.depends_on_id FROM new_rows d
      UNION
      SELECT b.job_id, d.depends_on_id FROM behind b JOIN dispatch_jobdependency d ON d.job_id = b.depends_on_id
    ) SELECT 1 FROM behind WHERE job_id = depends_on_id) THEN
    RAISE EXCEPTION 'jobs would wait for each other'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'chain_without_circle', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER dispatch_dependency_new AFTER INSERT ON dispatch_jobdependency REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION dispatch_chain_order();
CREATE TRIGGER dispatch_dependency_changed AFTER UPDATE ON dispatch_jobdependency REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION dispatch_chain_order();

-- What was done on a completed job stays as it was signed: nothing of it is added, changed or taken away.
CREATE FUNCTION dispatch_work_is_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM touched t JOIN dispatch_job j ON j.id = t.job_id WHERE j.status = 'completed') THEN
    RAISE EXCEPTION 'the job is completed: open it again first'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'completed_work_is_closed', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

-- What was told to others stays as told, also when the job is opened again.
CREATE FUNCTION dispatch_told_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM touched t WHERE t.told_at IS NOT NULL) THEN
    RAISE EXCEPTION 'it was told when the job was completed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'told_work_stays', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER dispatch_jobline_told_u AFTER UPDATE ON dispatch_jobline REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION dispatch_told_stays();
CREATE TRIGGER dispatch_jobline_told_d AFTER DELETE ON dispatch_jobline REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION dispatch_told_stays();
CREATE TRIGGER dispatch_equipmentitem_told_u AFTER UPDATE ON dispatch_equipmentitem REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION dispatch_told_stays();
CREATE TRIGGER dispatch_equipmentitem_told_d AFTER DELETE ON dispatch_equipmentitem REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION dispatch_told_stays();
