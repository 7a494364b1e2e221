-- Thirty days, to the day: the law knows no other term, so nobody can write one.
ALTER TABLE privacy_request ADD CONSTRAINT request_due_in_thirty_days CHECK (due_on = received_on + 30);

CREATE FUNCTION privacy_request_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION '% stays in the register', OLD.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'request_stays_in_the_register', TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'open' THEN
      RAISE EXCEPTION 'a request begins as open'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'request_begins_open', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.number, OLD.kind, OLD.customer_id, OLD.received_on, OLD.created_at)
     IS DISTINCT FROM (NEW.number, NEW.kind, NEW.customer_id, NEW.received_on, NEW.created_at) THEN
    RAISE EXCEPTION '% stays the request it is', OLD.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'request_stays_what_it_is', TABLE = TG_TABLE_NAME;
  END IF;
  IF OLD.status <> 'open' THEN
    RAISE EXCEPTION '% is settled', OLD.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'settled_request_stays', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER privacy_request_rules BEFORE INSERT OR UPDATE OR DELETE ON privacy_request
  FOR EACH ROW EXECUTE FUNCTION privacy_request_rules();

-- The register of incidents is kept five years from the day we knew of each.
CREATE FUNCTION privacy_incident_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.found_on + interval '5 years' > coalesce(
         nullif(current_setting('gigafibre.now', true), '')::timestamptz, now()) THEN
      RAISE EXCEPTION '% is kept five years', OLD.number
        USING ERRCODE = 'check_violation', CONSTRAINT = 'incident_is_kept_five_years', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN OLD;
  END IF;
  IF (OLD.number, OLD.created_at) IS DISTINCT FROM (NEW.number, NEW.created_at) THEN
    RAISE EXCEPTION '% stays the incident it is', OLD.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'incident_stays_what_it_is', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER privacy_incident_rules BEFORE UPDATE OR DELETE ON privacy_incident
  FOR EACH ROW EXECUTE FUNCTION privacy_incident_rules();
