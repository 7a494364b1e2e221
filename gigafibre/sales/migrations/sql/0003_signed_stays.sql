-- What was decided stays as it was decided: when and by whom a quotation was answered, when a contract was signed, sent and
-- until when its link was good, when it was subscribed. A contract begins as a draft, becomes signed with its signature
-- only, and is signed only while it is sent. The importer brings what was decided elsewhere.
CREATE FUNCTION sales_decided_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_found boolean;
BEGIN
  IF current_user = 'gigafibre_importer' THEN
    RETURN NULL;
  END IF;
  IF TG_TABLE_NAME = 'sales_quotation' THEN
    SELECT EXISTS (
      SELECT FROM old_rows o JOIN new_rows n ON n.id = o.id
      WHERE o.status IN ('accepted', 'declined')
        AND (to_jsonb(o) - '{customer_id,location_id,subscribed_at}'::text[]
               <> to_jsonb(n) - '{customer_id,location_id,subscribed_at}'::text[]
             OR to_jsonb(o) -> 'subscribed_at' <> 'null' AND to_jsonb(o) -> 'subscribed_at' <> to_jsonb(n) -> 'subscribed_at')
    ) INTO v_found;
  ELSE
    SELECT EXISTS (
      SELECT FROM old_rows o JOIN new_rows n ON n.id = o.id
      WHERE o.status = 'cancelled' AND to_jsonb(o) <> to_jsonb(n)
         OR o.status = 'signed' AND to_jsonb(o) - '{status,link,ended_at,end_reason,subscribed_at}'::text[]
                                 <> to_jsonb(n) - '{status,link,ended_at,end_reason,subscribed_at}'::text[]
         OR o.status = 'signed' AND n.status = 'signed'
            AND (to_jsonb(o) -> 'ended_at' <> to_jsonb(n) -> 'ended_at' OR to_jsonb(o) -> 'link' <> to_jsonb(n) -> 'link'
                 OR to_jsonb(o) -> 'end_reason' <> to_jsonb(n) -> 'end_reason')
         OR to_jsonb(o) -> 'subscribed_at' <> 'null' AND to_jsonb(o) -> 'subscribed_at' <> to_jsonb(n) -> 'subscribed_at'
         OR o.status <> 'signed' AND n.status = 'signed'
            AND NOT EXISTS (SELECT FROM sales_contractsignature s WHERE s.contract_id = n.id)
    ) INTO v_found;
  END IF;
  IF v_found THEN
    RAISE EXCEPTION '% of what was decided is refused', TG_OP
      USING ERRCODE = 'check_violation', CONSTRAINT = 'decided_stays_decided', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER sales_quotation_decided_u AFTER UPDATE ON sales_quotation
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sales_decided_guard();
CREATE TRIGGER sales_contract_decided_u AFTER UPDATE ON sales_contract
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sales_decided_guard();

CREATE FUNCTION sales_begins_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_found boolean;
BEGIN
  IF current_user = 'gigafibre_importer' THEN
    RETURN NULL;
  END IF;
  IF TG_TABLE_NAME = 'sales_contract' THEN
    SELECT EXISTS (SELECT FROM new_rows WHERE status <> 'draft') INTO v_found;
  ELSE
    SELECT EXISTS (SELECT FROM new_rows n JOIN sales_contract c ON c.id = n.contract_id WHERE c.status <> 'sent')
      INTO v_found;
  END IF;
  IF v_found THEN
    RAISE EXCEPTION 'a contract begins as a draft, and is signed while it is sent'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'signed_while_sent', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER sales_contract_begins_i AFTER INSERT ON sales_contract
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sales_begins_guard();
CREATE TRIGGER sales_contractsignature_begins_i AFTER INSERT ON sales_contractsignature
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sales_begins_guard();
