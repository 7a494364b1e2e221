-- Of an invoice no more is given up than it comes to, and no more recovered than was given up, whoever writes it.
CREATE FUNCTION billing_bad_debts_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_found boolean;
BEGIN
  PERFORM FROM billing_invoice WHERE id IN (SELECT invoice_id FROM new_rows) ORDER BY id FOR NO KEY UPDATE;
  SELECT EXISTS (
    SELECT FROM billing_baddebt b JOIN billing_invoice i ON i.id = b.invoice_id
    WHERE b.invoice_id IN (SELECT invoice_id FROM new_rows) GROUP BY i.id, i.total
    HAVING sum(CASE b.kind WHEN 'write_off' THEN b.amount ELSE -b.amount END) NOT BETWEEN 0 AND i.total) INTO v_found;
  IF v_found THEN
    RAISE EXCEPTION 'recovered_within_written_off: a bad debt is within its invoice, a recovery within what was given up'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'recovered_within_written_off', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER billing_bad_debts_guard_i AFTER INSERT ON billing_baddebt REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION billing_bad_debts_guard();
