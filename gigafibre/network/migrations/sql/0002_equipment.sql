-- What may follow what, and every move in the log: who, why and for which job are told to the transaction by the verb.
-- The importer brings devices as the former system says they are, so it may pass from any state to any.
CREATE FUNCTION network_follows(was text, becomes text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT was = becomes OR (was, becomes) IN (
    ('in_stock', 'active'), ('in_stock', 'defective'), ('in_stock', 'lost'),
    ('active', 'defective'), ('active', 'returned'), ('active', 'lost'),
    ('defective', 'in_stock'), ('defective', 'returned'), ('defective', 'lost'),
    ('returned', 'in_stock'), ('returned', 'defective'), ('returned', 'lost'),
    ('lost', 'in_stock'), ('lost', 'defective'))
$$;

CREATE FUNCTION network_equipment_moved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_actor text := coalesce(nullif(current_setting('gigafibre.actor', true), ''), session_user);
  v_action text := coalesce(current_setting('gigafibre.action', true), '');
  v_at timestamptz := coalesce(nullif(current_setting('gigafibre.now', true), '')::timestamptz, now());
  v_reason text := coalesce(current_setting('gigafibre.move_reason', true), '');
  v_job text := coalesce(current_setting('gigafibre.move_job', true), '');
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO network_equipmentmove (equipment_id, at, from_state, to_state, from_location_id, to_location_id,
                                       from_place, to_place, subscription_id, actor, action, reason, job)
    SELECT n.id, v_at, '', n.state, NULL, n.location_id, '', n.stock_place, n.subscription_id, left(v_actor, 160),
           v_action, v_reason, v_job
    FROM new_rows n ORDER BY n.id;
    RETURN NULL;
  END IF;
  IF current_user <> 'gigafibre_importer' AND EXISTS (
    SELECT FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE NOT network_follows(o.state, n.state)) THEN
    RAISE EXCEPTION 'a device can not pass from one of these states to the other'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'equipment_transition', TABLE = TG_TABLE_NAME;
  END IF;
  INSERT INTO network_equipmentmove (equipment_id, at, from_state, to_state, from_location_id, to_location_id,
                                     from_place, to_place, subscription_id, actor, action, reason, job)
  SELECT n.id, v_at, o.state, n.state, o.location_id, n.location_id, o.stock_place, n.stock_place,
         coalesce(n.subscription_id, o.subscription_id), left(v_actor, 160), v_action, v_reason, v_job
  FROM new_rows n JOIN old_rows o ON o.id = n.id
  WHERE (o.state, o.location_id, o.stock_place, o.subscription_id)
        IS DISTINCT FROM (n.state, n.location_id, n.stock_place, n.subscription_id)
  ORDER BY n.id;
  RETURN NULL;
END $$;
CREATE TRIGGER network_equipment_moved_i AFTER INSERT ON network_equipment REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION network_equipment_moved();
CREATE TRIGGER network_equipment_moved_u AFTER UPDATE ON network_equipment
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION network_equipment_moved();

-- No device stands above itself. Whoever sets a parent waits for the others who do, so that two can't close a circle.
CREATE FUNCTION network_no_circle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM new_rows WHERE parent_id IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(20261501);
  IF EXISTS (
    WITH RECURSIVE above (start, id) AS (
      SELECT n.id, n.parent_id FROM new_rows n WHERE n.parent_id IS NOT NULL
      UNION
      SELECT a.start, e.parent_id FROM above a JOIN network_equipment e ON e.id = a.id WHERE e.parent_id IS NOT NULL)
    SELECT FROM above WHERE start = id) THEN
    RAISE EXCEPTION 'a device stands above itself'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'equipment_no_circle', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER network_equipment_circle_i AFTER INSERT ON network_equipment REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION network_no_circle();
CREATE TRIGGER network_equipment_circle_u AFTER UPDATE ON network_equipment REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION network_no_circle();
