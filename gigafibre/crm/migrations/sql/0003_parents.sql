-- A customer paid by a parent has no children, and a parent no parent: one level, so no circle either. Whoever sets a
-- parent waits for the others who do, so that two at a time can't make two levels.
CREATE FUNCTION crm_one_level_of_parents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM new_rows WHERE parent_id IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(20260104);
  IF EXISTS (SELECT FROM new_rows n JOIN crm_customer p ON p.id = n.parent_id WHERE p.parent_id IS NOT NULL)
     OR EXISTS (SELECT FROM new_rows n JOIN crm_customer c ON c.parent_id = n.id WHERE n.parent_id IS NOT NULL) THEN
    RAISE EXCEPTION 'a parent account is paid by nobody else'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'one_level_of_parents', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER crm_customer_parents_i AFTER INSERT ON crm_customer REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION crm_one_level_of_parents();
CREATE TRIGGER crm_customer_parents_u AFTER UPDATE ON crm_customer REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION crm_one_level_of_parents();
