-- Corrections are named for a request of rectification, while it is open; what was answered stays as it was answered.
CREATE FUNCTION privacy_correction_rules() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_request privacy_request%ROWTYPE;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'a correction stays what it is'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'correction_stays_what_it_is', TABLE = TG_TABLE_NAME;
  END IF;
  SELECT * INTO v_request FROM privacy_request WHERE id = coalesce(NEW.request_id, OLD.request_id);
  IF v_request.kind <> 'rectification' THEN
    RAISE EXCEPTION '% asks for no rectification', v_request.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'correction_of_a_rectification', TABLE = TG_TABLE_NAME;
  END IF;
  IF v_request.status <> 'open' THEN
    RAISE EXCEPTION '% is settled', v_request.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'correction_while_it_is_open', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER privacy_correction_rules BEFORE INSERT OR UPDATE OR DELETE ON privacy_correction
  FOR EACH ROW EXECUTE FUNCTION privacy_correction_rules();

-- A letter answers what is settled.
CREATE FUNCTION privacy_letter_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM privacy_request WHERE id = NEW.request_id AND status IN ('answered', 'refused')) THEN
    RAISE EXCEPTION 'a letter answers what was answered or refused'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_of_a_settled_request', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER privacy_letter_rules BEFORE INSERT ON privacy_requestletter
  FOR EACH ROW EXECUTE FUNCTION privacy_letter_rules();
