-- Credit notes never give back more than their invoice, whoever writes them (those of the former system are as they are).
-- The invoices are locked in key order, so that two notes at once are seen by each other.
CREATE FUNCTION billing_credits_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_found boolean;
BEGIN
  IF NOT EXISTS (SELECT FROM new_rows WHERE kind = 'credit_note' AND state = 'issued' AND corrects_id IS NOT NULL
                 AND legacy_id IS NULL) THEN
    RETURN NULL;
  END IF;
  PERFORM FROM billing_invoice WHERE id IN (SELECT corrects_id FROM new_rows WHERE corrects_id IS NOT NULL)
  ORDER BY id FOR NO KEY UPDATE;
  SELECT EXISTS (
    SELECT FROM billing_invoice i JOIN billing_invoice n ON n.corrects_id = i.id AND n.state = 'issued'
    WHERE i.id IN (SELECT corrects_id FROM new_rows WHERE legacy_id IS NULL)
    GROUP BY i.id HAVING sum(n.total) > i.total OR sum(n.subtotal) > i.subtotal) INTO v_found;
  IF v_found THEN
    RAISE EXCEPTION 'credit notes give back more than their invoice'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'credits_within_invoice', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER billing_credits_guard_i AFTER INSERT ON billing_invoice REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION billing_credits_guard();
CREATE TRIGGER billing_credits_guard_u AFTER UPDATE ON billing_invoice REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION billing_credits_guard();
