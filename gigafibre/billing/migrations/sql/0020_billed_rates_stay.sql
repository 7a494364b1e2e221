-- A rate may end before it was to, or go, only where no issued document of its tax is dated in the days it loses.
CREATE FUNCTION billing_keep_billed_rate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_kept daterange := 'empty';
  v_number text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.tax_id, NEW.rate, NEW.compound) = (OLD.tax_id, OLD.rate, OLD.compound) THEN
      v_kept := NEW.days;
    END IF;
  END IF;
  SELECT i.number INTO v_number FROM billing_invoicetax x JOIN billing_invoice i ON i.id = x.invoice_id
  WHERE x.tax_id = OLD.tax_id AND i.state = 'issued' AND i.date <@ OLD.days AND NOT i.date <@ v_kept
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'billed_rate_stays: % was issued at it', v_number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'billed_rate_stays';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER billed_rate_stays BEFORE UPDATE OR DELETE ON billing_taxrate FOR EACH ROW
  EXECUTE FUNCTION billing_keep_billed_rate();
