-- An issued document never changes. It keeps the transaction that issued it: its lines and taxes are let in by that
-- transaction only. The importer brings documents that were issued elsewhere; it may insert them, and nothing more.
CREATE FUNCTION billing_invoice_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    IF EXISTS (SELECT FROM old_rows WHERE state = 'issued') THEN
      RAISE EXCEPTION '% of an issued document is refused', TG_OP
        USING ERRCODE = 'check_violation', CONSTRAINT = 'issued_document_never_changes', TABLE = TG_TABLE_NAME;
    END IF;
  END IF;
  IF TG_OP IN ('INSERT', 'UPDATE') AND current_user <> 'gigafibre_importer' THEN
    IF EXISTS (SELECT FROM new_rows WHERE state = 'issued'
               AND issued_xid IS DISTINCT FROM pg_current_xact_id()::text::bigint) THEN
      RAISE EXCEPTION 'a document is issued by the transaction it names'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'issued_in_its_own_transaction', TABLE = TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER billing_invoice_guard_i AFTER INSERT ON billing_invoice REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION billing_invoice_guard();
CREATE TRIGGER billing_invoice_guard_u AFTER UPDATE ON billing_invoice
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION billing_invoice_guard();
CREATE TRIGGER billing_invoice_guard_d AFTER DELETE ON billing_invoice REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION billing_invoice_guard();

-- For lines and taxes alike. A line may come before its document (the foreign key waits for the commit), so that the
-- number series is the last thing locked. Joins are EXECUTEd, so that each is planned for the rows it really has: a plan
-- kept from the day the tables were empty would read all documents.
CREATE FUNCTION billing_part_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_found boolean;
BEGIN
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    EXECUTE 'SELECT EXISTS (SELECT FROM old_rows o JOIN billing_invoice i ON i.id = o.invoice_id '
            'WHERE i.state = ''issued'')' INTO v_found;
    IF v_found THEN
      RAISE EXCEPTION '% of a part of an issued document is refused', TG_OP
        USING ERRCODE = 'check_violation', CONSTRAINT = 'issued_document_never_changes', TABLE = TG_TABLE_NAME;
    END IF;
  END IF;
  IF TG_OP IN ('INSERT', 'UPDATE') AND current_user <> 'gigafibre_importer' THEN
    EXECUTE 'SELECT EXISTS (SELECT FROM new_rows n JOIN billing_invoice i ON i.id = n.invoice_id '
            'WHERE i.state = ''issued'' AND i.issued_xid IS DISTINCT FROM pg_current_xact_id()::text::bigint)' INTO v_found;
    IF v_found THEN
      RAISE EXCEPTION 'the document was issued by another transaction: nothing is added to it'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'issued_document_is_closed', TABLE = TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER billing_invoiceline_guard_i AFTER INSERT ON billing_invoiceline REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION billing_part_guard();
CREATE TRIGGER billing_invoiceline_guard_u AFTER UPDATE ON billing_invoiceline
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION billing_part_guard();
CREATE TRIGGER billing_invoiceline_guard_d AFTER DELETE ON billing_invoiceline REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION billing_part_guard();

CREATE TRIGGER billing_invoicetax_guard_i AFTER INSERT ON billing_invoicetax REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION billing_part_guard();
CREATE TRIGGER billing_invoicetax_guard_u AFTER UPDATE ON billing_invoicetax
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION billing_part_guard();
CREATE TRIGGER billing_invoicetax_guard_d AFTER DELETE ON billing_invoicetax REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION billing_part_guard();

-- The same cuts as kernel.periods: period n starts n × months after the anchor, always counted from the anchor, so
-- that 31 January + 1 + 1 months is 31 March.
CREATE FUNCTION billing_period_start(anchor date, months int, n int) RETURNS date LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT (anchor + make_interval(months => n * months))::date
$$;

CREATE FUNCTION billing_period_index(anchor date, months int, day date) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT n - CASE WHEN (anchor + make_interval(months => n * months))::date > day THEN 1 ELSE 0 END
  FROM (SELECT floor(((extract(year FROM day) - extract(year FROM anchor)) * 12
                     + extract(month FROM day) - extract(month FROM anchor)) / months)::int AS n) guess
$$;
