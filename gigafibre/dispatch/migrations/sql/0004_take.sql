-- Takes jobs for one who changes them: they and their whole chains are locked in the order of their keys, so that two
-- who work on one chain follow each other. Gives those that are named, as they stand once they are held.
--
-- A job that joined a chain while we waited is taken again with it; should that meet somebody who comes the other way,
-- the database ends one of the two and its action is begun anew. Plans are kept from call to call: it runs at every tap.
CREATE FUNCTION dispatch_take(p_numbers text[]) RETURNS TABLE (
  job dispatch_job,
  customer_number text, customer_language text,
  location_number text,
  technician_number text, technician_name text, technician_crew bigint, technician_status text,
  technician_active boolean,
  crew_code text, crew_name text
) LANGUAGE plpgsql AS $$
DECLARE
  v_chains bigint[];
  v_held bigint[];
BEGIN
  LOOP
    v_chains := array(SELECT j.chain_id FROM dispatch_job j WHERE j.number = ANY (p_numbers) ORDER BY j.id);
    PERFORM FROM dispatch_job j
    WHERE j.number = ANY (p_numbers) OR j.chain_id = ANY (v_chains) ORDER BY j.id FOR UPDATE;
    v_held := array(SELECT j.chain_id FROM dispatch_job j WHERE j.number = ANY (p_numbers) ORDER BY j.id);
    EXIT WHEN v_held IS NOT DISTINCT FROM v_chains;
  END LOOP;
  RETURN QUERY
  SELECT j, c.number::text, c.language::text, l.number::text, t.number::text, t.name::text, t.crew_id,
    t.status::text, t.active, w.code::text, w.name::text
  FROM dispatch_job j
  JOIN crm_customer c ON c.id = j.customer_id
  LEFT JOIN crm_location l ON l.id = j.location_id
  LEFT JOIN dispatch_technician t ON t.id = j.technician_id
  LEFT JOIN dispatch_crew w ON w.id = j.crew_id
  WHERE j.number = ANY (p_numbers);
END $$;
