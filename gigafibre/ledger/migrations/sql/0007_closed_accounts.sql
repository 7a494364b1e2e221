-- Per statement with the rows of it, as the ledger's other checks: a run posts by the thousand.
CREATE FUNCTION ledger_check_closed_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_number text;
BEGIN
  SELECT a.number INTO v_number FROM ledger_account a
  WHERE a.closed_on IS NOT NULL AND EXISTS (SELECT FROM new_rows n WHERE n.account_id = a.id AND n.date >= a.closed_on)
  LIMIT 1;
  IF FOUND THEN
    PERFORM ledger_refuse('closed_account_takes_no_posting', v_number);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_closed_accounts AFTER INSERT ON ledger_journalline REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_check_closed_accounts();

-- What was booked as revenue does not become a debt; nothing stands on an account after the day it closes.
CREATE FUNCTION ledger_keep_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind <> OLD.kind THEN
    PERFORM FROM ledger_journalline WHERE account_id = OLD.id LIMIT 1;
    IF FOUND THEN
      PERFORM ledger_refuse('used_account_keeps_its_kind', OLD.number);
    END IF;
  END IF;
  IF NEW.closed_on IS NOT NULL THEN
    PERFORM FROM ledger_journalline WHERE account_id = OLD.id AND date >= NEW.closed_on LIMIT 1;
    IF FOUND THEN
      PERFORM ledger_refuse('closed_account_takes_no_posting', OLD.number);
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_account_kept BEFORE UPDATE OF kind, closed_on ON ledger_account FOR EACH ROW
  EXECUTE FUNCTION ledger_keep_account();
