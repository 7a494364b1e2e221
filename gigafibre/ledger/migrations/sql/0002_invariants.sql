-- The ledger's invariants. Every trigger is per statement with transition tables: row by row they cost half the speed
-- of a billing run. Queries that join large tables are EXECUTEd, so that each is planned for the rows it really has: a
-- plan kept from the day the tables were empty would read all of them.

CREATE FUNCTION ledger_refuse(broken text, what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: %', broken, what USING ERRCODE = 'check_violation', CONSTRAINT = broken;
END $$;

CREATE FUNCTION ledger_month_key(day date) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT (extract(year FROM day) * 100 + extract(month FROM day))::int
$$;

-- ─── Postings ───────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION ledger_check_entries() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_month int;
  v_day date;
  v_entry bigint;
BEGIN
  -- Closing a month takes the same lock alone: either we see it closed, or the closing waits until we are done.
  FOR v_month IN SELECT DISTINCT ledger_month_key(date) FROM new_rows ORDER BY 1 LOOP
    PERFORM pg_advisory_xact_lock_shared(20260102, v_month);
  END LOOP;
  SELECT n.date INTO v_day FROM new_rows n JOIN ledger_closedmonth c ON c.month = date_trunc('month', n.date)::date LIMIT 1;
  IF FOUND THEN
    PERFORM ledger_refuse('closed_month_takes_no_posting', v_day::text);
  END IF;
  PERFORM FROM new_rows WHERE posted_xid <> pg_current_xact_id()::text::bigint;
  IF FOUND THEN
    PERFORM ledger_refuse('entry_says_its_transaction', 'posted_xid is not the running transaction');
  END IF;
  EXECUTE 'SELECT n.id FROM new_rows n WHERE NOT EXISTS (SELECT FROM ledger_journalline l WHERE l.entry_id = n.id) LIMIT 1'
    INTO v_entry;
  IF v_entry IS NOT NULL THEN
    PERFORM ledger_refuse('entry_comes_with_its_lines', 'entry ' || v_entry || ' has none');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_checked AFTER INSERT ON ledger_journalentry REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_check_entries();

CREATE FUNCTION ledger_check_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_bad record;
  v_entry bigint;
BEGIN
  SELECT entry_id, sum(debit) AS debit, sum(credit) AS credit INTO v_bad
  FROM new_rows GROUP BY entry_id HAVING sum(debit) <> sum(credit) LIMIT 1;
  IF FOUND THEN
    PERFORM ledger_refuse('entry_balances', 'debit ' || v_bad.debit || ', credit ' || v_bad.credit);
  END IF;
  EXECUTE 'SELECT n.entry_id FROM new_rows n JOIN ledger_journalentry e ON e.id = n.entry_id '
          'WHERE e.posted_xid <> pg_current_xact_id()::text::bigint OR e.date <> n.date LIMIT 1' INTO v_entry;
  IF v_entry IS NOT NULL THEN
    PERFORM ledger_refuse('line_comes_with_its_entry', 'entry ' || v_entry || ' was posted before, or on another day');
  END IF;
  PERFORM FROM new_rows n JOIN ledger_account a ON a.id = n.account_id
  WHERE a.role = 'receivable' AND n.customer_id IS NULL;
  IF FOUND THEN
    PERFORM ledger_refuse('receivable_names_its_customer', 'a line on the receivable account names no customer');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_line_checked AFTER INSERT ON ledger_journalline REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_check_lines();

CREATE FUNCTION ledger_lock_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(20260102, ledger_month_key(NEW.month));
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_month_locked BEFORE INSERT ON ledger_closedmonth
  FOR EACH ROW EXECUTE FUNCTION ledger_lock_month();

-- ─── Receivables ────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION ledger_check_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM new_rows WHERE open <> amount;
  IF FOUND THEN
    PERFORM ledger_refuse('open_item_starts_whole', 'a new item is open for its whole amount');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_item_checked AFTER INSERT ON ledger_openitem REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_check_items();

-- What is open follows from the allocations: only their triggers (one level down) may change an item.
CREATE TRIGGER ledger_openitem_kept_by_allocations BEFORE UPDATE ON ledger_openitem
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER ledger_openitem_stays BEFORE DELETE OR TRUNCATE ON ledger_openitem
  FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

CREATE FUNCTION ledger_apply_allocations() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_bad bigint;
BEGIN
  -- In key order, like everybody; an allocation of another transaction is then either seen or waits for us.
  EXECUTE 'SELECT count(*) FROM (SELECT i.id FROM ledger_openitem i WHERE i.id IN '
          '(SELECT credit_id FROM new_rows UNION SELECT debit_id FROM new_rows) ORDER BY i.id FOR NO KEY UPDATE) locked'
    INTO v_bad;
  EXECUTE 'SELECT n.id FROM new_rows n JOIN ledger_openitem c ON c.id = n.credit_id JOIN ledger_openitem d ON d.id = n.debit_id '
          'WHERE c.side <> ''credit'' OR d.side <> ''debit'' OR c.customer_id <> d.customer_id LIMIT 1' INTO v_bad;
  IF v_bad IS NOT NULL THEN
    PERFORM ledger_refuse('allocation_joins_one_customer', 'a credit pays a debit of the same customer');
  END IF;
  EXECUTE 'SELECT n.id FROM new_rows n JOIN ledger_openitem c ON c.id = n.credit_id JOIN ledger_openitem d ON d.id = n.debit_id '
          'WHERE n.date < greatest(c.date, d.date) LIMIT 1' INTO v_bad;
  IF v_bad IS NOT NULL THEN
    PERFORM ledger_refuse('allocation_not_before_its_items', 'the day is before the credit''s or the debit''s');
  END IF;
  EXECUTE 'UPDATE ledger_openitem i SET open = i.open - s.amount FROM ('
          'SELECT item, sum(amount) AS amount FROM ('
          'SELECT credit_id AS item, amount FROM new_rows WHERE undone_on IS NULL UNION ALL '
          'SELECT debit_id, amount FROM new_rows WHERE undone_on IS NULL) both_sides GROUP BY item) s WHERE i.id = s.item';
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_allocation_applied AFTER INSERT ON ledger_allocation REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_apply_allocations();

CREATE FUNCTION ledger_undo_allocations() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_count bigint;
BEGIN
  PERFORM FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
  WHERE o.id IS NULL OR n.id IS NULL OR o.undone_on IS NOT NULL OR n.undone_on IS NULL
     OR (o.credit_id, o.debit_id, o.amount, o.date, o.at) IS DISTINCT FROM (n.credit_id, n.debit_id, n.amount, n.date, n.at)
     OR o.legacy_id IS DISTINCT FROM n.legacy_id;
  IF FOUND THEN
    PERFORM ledger_refuse('allocation_only_undone', 'an allocation is undone once, and never changed');
  END IF;
  EXECUTE 'SELECT count(*) FROM (SELECT i.id FROM ledger_openitem i WHERE i.id IN '
          '(SELECT credit_id FROM new_rows UNION SELECT debit_id FROM new_rows) ORDER BY i.id FOR NO KEY UPDATE) locked'
    INTO v_count;
  EXECUTE 'UPDATE ledger_openitem i SET open = i.open + s.amount FROM ('
          'SELECT item, sum(amount) AS amount FROM ('
          'SELECT credit_id AS item, amount FROM new_rows UNION ALL SELECT debit_id, amount FROM new_rows) both_sides '
          'GROUP BY item) s WHERE i.id = s.item';
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_allocation_undone AFTER UPDATE ON ledger_allocation
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_undo_allocations();
CREATE TRIGGER ledger_allocation_stays BEFORE DELETE OR TRUNCATE ON ledger_allocation
  FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

-- ─── Sub-ledger = ledger ────────────────────────────────────────────────────────────────────────────────────────────
-- Allocations change no customer's sum, so the open items of each customer equal his part of the receivable account as
-- long as every transaction adds as much to one as to the other, per customer and day. Each statement leaves one row of
-- what it added; the first check at commit sums the transaction's rows and clears them.

CREATE TABLE ledger_movement (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xact bigint NOT NULL,
  added jsonb NOT NULL
);
COMMENT ON TABLE ledger_movement IS 'What open statements added to customers'' accounts; empty between transactions.';

CREATE FUNCTION ledger_note_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_movement (xact, added)
  SELECT pg_current_xact_id()::text::bigint, jsonb_object_agg(s.key, s.amount)
  FROM (SELECT n.customer_id || ' ' || n.date AS key, sum(n.debit - n.credit) AS amount
        FROM new_rows n JOIN ledger_account a ON a.id = n.account_id WHERE a.role = 'receivable' GROUP BY 1) s
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE FUNCTION ledger_note_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_movement (xact, added)
  SELECT pg_current_xact_id()::text::bigint, jsonb_object_agg(s.key, s.amount)
  FROM (SELECT customer_id || ' ' || date AS key, sum(CASE side WHEN 'debit' THEN -amount ELSE amount END) AS amount
        FROM new_rows GROUP BY 1) s
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
-- The importer brings items and opening balances in phases of their own and ends with `ledger_check`.
CREATE TRIGGER ledger_line_noted AFTER INSERT ON ledger_journalline REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT WHEN (current_user <> 'gigafibre_importer') EXECUTE FUNCTION ledger_note_lines();
CREATE TRIGGER ledger_item_noted AFTER INSERT ON ledger_openitem REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT WHEN (current_user <> 'gigafibre_importer') EXECUTE FUNCTION ledger_note_items();

CREATE FUNCTION ledger_check_movements() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_xact bigint := pg_current_xact_id()::text::bigint;
  v_bad record;
BEGIN
  SELECT e.key, sum(e.value::numeric) AS amount INTO v_bad
  FROM ledger_movement m CROSS JOIN jsonb_each_text(m.added) e
  WHERE m.xact = v_xact GROUP BY e.key HAVING sum(e.value::numeric) <> 0 LIMIT 1;
  IF FOUND THEN
    PERFORM ledger_refuse('customer_account_agrees',
      'customer and day ' || v_bad.key || ': the receivable account gained ' || v_bad.amount || ' more than the open items');
  END IF;
  DELETE FROM ledger_movement WHERE xact = v_xact;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER customer_account_agrees AFTER INSERT ON ledger_movement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_check_movements();
