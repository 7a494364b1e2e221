-- A rate never begins before a day that is charged already, whoever writes it.
CREATE FUNCTION billing_interest_rate_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM billing_interestdays d WHERE upper(d.period) > (SELECT min(since) FROM new_rows)) THEN
    RAISE EXCEPTION 'interest_rate_not_backdated: days are charged at the rate they had'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'interest_rate_not_backdated', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER billing_interestrate_guard_i AFTER INSERT ON billing_interestrate REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION billing_interest_rate_guard();
