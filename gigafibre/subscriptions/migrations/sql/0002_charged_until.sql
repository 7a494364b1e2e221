-- A billing run moves charged_until on every live subscription; the days it charges are rows of their own, so the move
-- leaves no second trail (tried: with one it takes ten times as long). It is announced by a setting of the transaction,
-- and under that setting nothing else of a subscription can change. A preview still records it.
DROP TRIGGER subscriptions_subscription_audit_u ON subscriptions_subscription;
CREATE TRIGGER subscriptions_subscription_audit_u AFTER UPDATE ON subscriptions_subscription
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT
  WHEN (current_user <> 'gigafibre_importer' AND (current_setting('gigafibre.moving', true) IS DISTINCT FROM 'charged_until'
        OR current_setting('gigafibre.preview', true) = 'on'))
  EXECUTE FUNCTION kernel_audit_rows('radius_password', 'id');

CREATE FUNCTION subscriptions_only_charged_until() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_pair record;
  v_old subscriptions_subscription;
  v_new subscriptions_subscription;
BEGIN
  FOR v_pair IN SELECT o AS was, n AS became FROM old_rows o FULL JOIN new_rows n ON n.id = o.id LOOP
    v_old := v_pair.was;
    v_new := v_pair.became;
    IF v_new.charged_until < v_old.charged_until THEN
      RAISE EXCEPTION 'while a run moves charged_until, it moves forward'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'only_charged_until_moves', TABLE = TG_TABLE_NAME;
    END IF;
    v_old.charged_until := v_new.charged_until;
    IF v_old IS DISTINCT FROM v_new THEN
      RAISE EXCEPTION 'while a run moves charged_until, nothing else of a subscription changes'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'only_charged_until_moves', TABLE = TG_TABLE_NAME;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER subscriptions_subscription_moving AFTER UPDATE ON subscriptions_subscription
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT
  WHEN (current_setting('gigafibre.moving', true) = 'charged_until')
  EXECUTE FUNCTION subscriptions_only_charged_until();

-- Room in each page, so that moving it rewrites the row in place and touches no index.
ALTER TABLE subscriptions_subscription SET (fillfactor = 70);
