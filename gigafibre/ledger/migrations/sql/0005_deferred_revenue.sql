-- Deferred revenue: what waits for its month equals the account on any day, held the way customers' accounts are.

CREATE FUNCTION ledger_recognise_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
  WHERE o.id IS NULL OR n.id IS NULL OR o.recognised_on IS NOT NULL OR n.recognised_on IS NULL
     OR (o.document, o.customer_id, o.account_id, o.month, o.amount, o.deferred_on)
        IS DISTINCT FROM (n.document, n.customer_id, n.account_id, n.month, n.amount, n.deferred_on)
     OR (o.subscription_id, o.item_id) IS DISTINCT FROM (n.subscription_id, n.item_id);
  IF FOUND THEN
    PERFORM ledger_refuse('deferred_part_only_recognised', 'a part is recognised once, and never changed');
  END IF;
  INSERT INTO ledger_movement (xact, added)
  SELECT pg_current_xact_id()::text::bigint, jsonb_object_agg(s.key, s.amount)
  FROM (SELECT 'deferred ' || recognised_on AS key, -sum(amount) AS amount FROM new_rows GROUP BY 1) s
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_deferredpart_recognised AFTER UPDATE ON ledger_deferredpart
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_recognise_parts();
CREATE TRIGGER ledger_deferredpart_stays BEFORE DELETE OR TRUNCATE ON ledger_deferredpart
  FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

CREATE FUNCTION ledger_check_parts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_bad text;
BEGIN
  PERFORM FROM new_rows WHERE recognised_on IS NOT NULL;
  IF FOUND THEN
    PERFORM ledger_refuse('deferred_part_starts_waiting', 'a new part waits for its month');
  END IF;
  -- What comes later to a document's month only gives back, and no more than is there: towards nothing, never past it.
  EXECUTE 'SELECT n.document || '' '' || n.month '
          'FROM (SELECT document, subscription_id, account_id, month, sum(amount) AS amount FROM new_rows GROUP BY 1, 2, 3, 4) n '
          'JOIN ledger_deferredpart p ON p.document = n.document AND p.month = n.month AND p.account_id = n.account_id '
          ' AND p.subscription_id IS NOT DISTINCT FROM n.subscription_id '
          'WHERE NOT EXISTS (SELECT FROM new_rows own WHERE own.id = p.id) '
          'GROUP BY n.document, n.subscription_id, n.account_id, n.month, n.amount '
          'HAVING abs(sum(p.amount) + n.amount) > abs(sum(p.amount)) OR (sum(p.amount) + n.amount) * sum(p.amount) < 0 '
          'LIMIT 1' INTO v_bad;
  IF v_bad IS NOT NULL THEN
    PERFORM ledger_refuse('deferred_within_its_charge', v_bad);
  END IF;
  INSERT INTO ledger_movement (xact, added)
  SELECT pg_current_xact_id()::text::bigint, jsonb_object_agg(s.key, s.amount)
  FROM (SELECT 'deferred ' || deferred_on AS key, sum(amount) AS amount FROM new_rows GROUP BY 1) s
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_deferredpart_checked AFTER INSERT ON ledger_deferredpart REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_check_parts();

-- The two accounts that have a sub-ledger: receivables per customer and day, deferred revenue per day.
CREATE OR REPLACE FUNCTION ledger_note_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_movement (xact, added)
  SELECT pg_current_xact_id()::text::bigint, jsonb_object_agg(s.key, s.amount)
  FROM (SELECT CASE a.role WHEN 'receivable' THEN n.customer_id::text ELSE 'deferred' END || ' ' || n.date AS key,
               sum(n.debit - n.credit) AS amount
        FROM new_rows n JOIN ledger_account a ON a.id = n.account_id
        WHERE a.role IN ('receivable', 'deferred_revenue') GROUP BY 1) s
  HAVING count(*) > 0;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION ledger_check_movements() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_xact bigint := pg_current_xact_id()::text::bigint;
  v_bad record;
BEGIN
  SELECT e.key, sum(e.value::numeric) AS amount INTO v_bad
  FROM ledger_movement m CROSS JOIN jsonb_each_text(m.added) e
  WHERE m.xact = v_xact GROUP BY e.key HAVING sum(e.value::numeric) <> 0 LIMIT 1;
  IF FOUND AND v_bad.key LIKE 'deferred%' THEN
    PERFORM ledger_refuse('deferred_schedule_agrees',
      v_bad.key || ': the schedule and the account of deferred revenue differ by ' || v_bad.amount);
  ELSIF FOUND THEN
    PERFORM ledger_refuse('customer_account_agrees',
      'customer and day ' || v_bad.key || ': the receivable account gained ' || v_bad.amount || ' more than the open items');
  END IF;
  DELETE FROM ledger_movement WHERE xact = v_xact;
  RETURN NULL;
END $$;
