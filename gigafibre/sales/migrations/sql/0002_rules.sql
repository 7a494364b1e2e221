-- What was sent never changes: content columns of a quotation or contract that is no draft, its lines and clauses. Passed
-- by trigger arguments: the columns that may still move. The importer brings what was sent elsewhere.
CREATE FUNCTION sales_sent_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_found boolean;
BEGIN
  IF current_user = 'gigafibre_importer' THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'DELETE' THEN
    SELECT EXISTS (SELECT FROM old_rows WHERE status <> 'draft') INTO v_found;
  ELSE
    SELECT EXISTS (
      SELECT FROM old_rows o JOIN new_rows n ON n.id = o.id
      WHERE o.status <> 'draft' AND (
        to_jsonb(o) - TG_ARGV <> to_jsonb(n) - TG_ARGV
        OR n.status = 'draft'
        OR o.status IN ('accepted', 'declined') AND n.status <> o.status
        OR o.status = 'signed' AND n.status NOT IN ('signed', 'cancelled')
        OR o.status = 'cancelled' AND n.status <> 'cancelled'
        -- A prospect becomes a customer, a typed address a location: once.
        OR to_jsonb(o) -> 'customer_id' <> 'null' AND to_jsonb(o) -> 'customer_id' <> to_jsonb(n) -> 'customer_id'
        OR to_jsonb(o) -> 'location_id' <> 'null' AND to_jsonb(o) -> 'location_id' <> to_jsonb(n) -> 'location_id'
      )) INTO v_found;
  END IF;
  IF v_found THEN
    RAISE EXCEPTION '% of what was sent is refused', TG_OP
      USING ERRCODE = 'check_violation', CONSTRAINT = 'sent_never_changes', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER sales_quotation_guard_u AFTER UPDATE ON sales_quotation
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sales_sent_guard(
    'status', 'customer_id', 'location_id', 'link', 'sent_at', 'decided_at', 'decided_by', 'decided_from', 'decided_agent',
    'decline_reason', 'subscribed_at');
CREATE TRIGGER sales_quotation_guard_d AFTER DELETE ON sales_quotation
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION sales_sent_guard();
CREATE TRIGGER sales_contract_guard_u AFTER UPDATE ON sales_contract
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sales_sent_guard(
    'status', 'link', 'link_until', 'outside_id', 'sent_at', 'signed_at', 'ended_at', 'end_reason', 'subscribed_at');
CREATE TRIGGER sales_contract_guard_d AFTER DELETE ON sales_contract
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION sales_sent_guard();

-- Lines and clauses: TG_ARGV[0] is the parent's table, TG_ARGV[1] the column that names it.
CREATE FUNCTION sales_part_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_found boolean;
BEGIN
  IF current_user = 'gigafibre_importer' THEN
    RETURN NULL;
  END IF;
  EXECUTE format('SELECT EXISTS (SELECT FROM %I r JOIN %I p ON p.id = r.%I WHERE p.status <> ''draft'')',
                 CASE TG_OP WHEN 'INSERT' THEN 'new_rows' ELSE 'old_rows' END, TG_ARGV[0], TG_ARGV[1]) INTO v_found;
  IF v_found THEN
    RAISE EXCEPTION '% of a part of what was sent is refused', TG_OP
      USING ERRCODE = 'check_violation', CONSTRAINT = 'sent_never_changes', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER sales_quotationline_guard_i AFTER INSERT ON sales_quotationline REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sales_part_guard('sales_quotation', 'quotation_id');
CREATE TRIGGER sales_quotationline_guard_u AFTER UPDATE ON sales_quotationline REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sales_part_guard('sales_quotation', 'quotation_id');
CREATE TRIGGER sales_quotationline_guard_d AFTER DELETE ON sales_quotationline REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sales_part_guard('sales_quotation', 'quotation_id');
CREATE TRIGGER sales_contractline_guard_i AFTER INSERT ON sales_contractline REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sales_part_guard('sales_contract', 'contract_id');
CREATE TRIGGER sales_contractline_guard_u AFTER UPDATE ON sales_contractline REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sales_part_guard('sales_contract', 'contract_id');
CREATE TRIGGER sales_contractline_guard_d AFTER DELETE ON sales_contractline REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sales_part_guard('sales_contract', 'contract_id');
CREATE TRIGGER sales_contractclause_guard_i AFTER INSERT ON sales_contractclause REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sales_part_guard('sales_contract', 'contract_id');
CREATE TRIGGER sales_contractclause_guard_u AFTER UPDATE ON sales_contractclause REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sales_part_guard('sales_contract', 'contract_id');
CREATE TRIGGER sales_contractclause_guard_d AFTER DELETE ON sales_contractclause REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sales_part_guard('sales_contract', 'contract_id');

-- A legal text that a contract uses keeps its words; only its last day may still be set.
CREATE FUNCTION sales_text_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_found boolean;
BEGIN
  IF TG_OP = 'DELETE' THEN
    SELECT EXISTS (SELECT FROM old_rows o JOIN sales_contractclause c ON c.text_id = o.id) INTO v_found;
  ELSE
    SELECT EXISTS (SELECT FROM old_rows o JOIN new_rows n ON n.id = o.id JOIN sales_contractclause c ON c.text_id = o.id
                   WHERE to_jsonb(o) - 'until' <> to_jsonb(n) - 'until') INTO v_found;
  END IF;
  IF v_found THEN
    RAISE EXCEPTION '% of a legal text in use is refused', TG_OP
      USING ERRCODE = 'check_violation', CONSTRAINT = 'used_text_never_changes', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER sales_legaltext_guard_u AFTER UPDATE ON sales_legaltext
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sales_text_guard();
CREATE TRIGGER sales_legaltext_guard_d AFTER DELETE ON sales_legaltext
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION sales_text_guard();
