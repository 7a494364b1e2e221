CREATE TEMP TABLE new_part ON COMMIT DROP AS
SELECT p.* FROM part p WHERE p.amount > 0 AND NOT EXISTS (SELECT 1 FROM ledger_allocation a WHERE a.legacy_id = p.legacy_id);
--;
INSERT INTO ledger_allocation (credit_id, debit_id, amount, date, at, undone_because, legacy_id)
SELECT credit, debit, amount, date, %(now)s, '', legacy_id FROM new_part ORDER BY legacy_id;
--;
ANALYZE ledger_allocation;
