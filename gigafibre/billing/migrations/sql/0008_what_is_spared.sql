-- A promotion never discounts more cycles than it has. Those used are counted from the days really discounted.
CREATE FUNCTION billing_promotion_cycles() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_promotion bigint;
BEGIN
  SELECT p.id INTO v_promotion
  FROM subscriptions_promotion p
  WHERE p.id IN (SELECT promotion_id FROM new_rows) AND p.cycles < (
    SELECT count(DISTINCT lower(d.whole)) FROM billing_promotedperiod d WHERE d.promotion_id = p.id)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'promotion % has no cycle left', v_promotion
      USING ERRCODE = 'check_violation', CONSTRAINT = 'promotion_within_its_cycles', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_promotedperiod_cycles AFTER INSERT ON billing_promotedperiod REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION billing_promotion_cycles();

-- What a certificate spared is written with the document, and never again.
CREATE FUNCTION billing_relief_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_found boolean;
BEGIN
  EXECUTE 'SELECT EXISTS (SELECT FROM new_rows n JOIN billing_invoiceline l ON l.id = n.line_id '
          'JOIN billing_invoice i ON i.id = l.invoice_id '
          'WHERE i.state = ''issued'' AND i.issued_xid IS DISTINCT FROM pg_current_xact_id()::text::bigint)' INTO v_found;
  IF v_found THEN
    RAISE EXCEPTION 'the document was issued by another transaction: nothing is added to it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'issued_document_is_closed', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_linerelief_guard AFTER INSERT ON billing_linerelief REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION billing_relief_guard();
