-- Fees that the law forbids get onto no invoice: activation and plan modification to nobody, a fixed penalty to no
-- consumer. What gives money back (kind credit) and what the importer brings from elsewhere is let in.
CREATE FUNCTION billing_refuse_fee(rule text, sku text, about text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'item % is a fee that may not be charged', sku
    USING ERRCODE = 'check_violation', CONSTRAINT = rule, TABLE = about;
END $$;

-- Joins are EXECUTEd, so that each is planned for the rows it really has. A run writes lines before their documents:
-- a penalty among them is announced by a setting of the transaction, and the documents are looked at when they come.
CREATE FUNCTION billing_line_fees() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_sku text;
  v_consumer boolean;
BEGIN
  IF NOT EXISTS (SELECT FROM catalog_item WHERE fee_class IN ('activation', 'modification', 'penalty')) THEN
    RETURN NULL;
  END IF;
  EXECUTE 'SELECT min(i.sku) FROM new_rows n JOIN catalog_item i ON i.id = n.item_id '
          'WHERE i.fee_class IN (''activation'', ''modification'') AND n.kind <> ''credit''' INTO v_sku;
  IF v_sku IS NOT NULL THEN
    PERFORM billing_refuse_fee('no_forbidden_fee', v_sku, TG_TABLE_NAME);
  END IF;
  EXECUTE 'SELECT min(i.sku), bool_or(c.id IS NOT NULL) FROM new_rows n JOIN catalog_item i ON i.id = n.item_id '
          'LEFT JOIN billing_invoice v ON v.id = n.invoice_id '
          'LEFT JOIN crm_customer c ON c.id = v.customer_id AND c.kind = ''individual'' '
          'WHERE i.fee_class = ''penalty'' AND n.kind <> ''credit''' INTO v_sku, v_consumer;
  IF v_consumer THEN
    PERFORM billing_refuse_fee('no_penalty_to_consumers', v_sku, TG_TABLE_NAME);
  ELSIF v_sku IS NOT NULL THEN
    PERFORM set_config('gigafibre.penalty_lines', 'on', true);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER billing_invoiceline_fees_i AFTER INSERT ON billing_invoiceline REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT WHEN (current_user <> 'gigafibre_importer') EXECUTE FUNCTION billing_line_fees();
CREATE TRIGGER billing_invoiceline_fees_u AFTER UPDATE ON billing_invoiceline REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT WHEN (current_user <> 'gigafibre_importer') EXECUTE FUNCTION billing_line_fees();

CREATE FUNCTION billing_invoice_fees() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_sku text;
BEGIN
  EXECUTE 'SELECT min(i.sku) FROM new_rows n JOIN crm_customer c ON c.id = n.customer_id AND c.kind = ''individual'' '
          'JOIN billing_invoiceline l ON l.invoice_id = n.id AND l.kind <> ''credit'' '
          'JOIN catalog_item i ON i.id = l.item_id AND i.fee_class = ''penalty''' INTO v_sku;
  IF v_sku IS NOT NULL THEN
    PERFORM billing_refuse_fee('no_penalty_to_consumers', v_sku, TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER billing_invoice_fees_i AFTER INSERT ON billing_invoice REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT WHEN (current_setting('gigafibre.penalty_lines', true) = 'on')
  EXECUTE FUNCTION billing_invoice_fees();
CREATE TRIGGER billing_invoice_fees_u AFTER UPDATE ON billing_invoice REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT WHEN (current_user <> 'gigafibre_importer') EXECUTE FUNCTION billing_invoice_fees();

CREATE FUNCTION billing_charge_fees() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_sku text;
  v_class text;
BEGIN
  EXECUTE 'SELECT i.sku, i.fee_class FROM new_rows n JOIN catalog_item i ON i.id = n.item_id '
          'JOIN crm_customer c ON c.id = n.customer_id '
          'WHERE n.kind <> ''credit'' AND n.line_id IS NULL AND n.withdrawn_at IS NULL '
          'AND (i.fee_class IN (''activation'', ''modification'') OR i.fee_class = ''penalty'' AND c.kind = ''individual'') '
          'ORDER BY i.fee_class LIMIT 1' INTO v_sku, v_class;
  IF v_sku IS NOT NULL THEN
    PERFORM billing_refuse_fee(CASE v_class WHEN 'penalty' THEN 'no_penalty_to_consumers' ELSE 'no_forbidden_fee' END,
                               v_sku, TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER billing_pendingcharge_fees_i AFTER INSERT ON billing_pendingcharge REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT WHEN (current_user <> 'gigafibre_importer') EXECUTE FUNCTION billing_charge_fees();

-- A charge that is on an invoice stays there: two who bill a customer at the same moment never both take it.
CREATE FUNCTION billing_charge_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM old_rows o JOIN new_rows n ON n.id = o.id
             WHERE o.line_id IS NOT NULL AND n IS DISTINCT FROM o) THEN
    RAISE EXCEPTION 'a charge that was billed never changes'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'charge_billed_once', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER billing_pendingcharge_once AFTER UPDATE ON billing_pendingcharge
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION billing_charge_once();
