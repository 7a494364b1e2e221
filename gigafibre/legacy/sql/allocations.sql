CREATE TEMP TABLE new_part ON COMMIT DROP AS SELECT * FROM part WHERE amount > 0 AND NOT known;
--;
INSERT INTO ledger_allocation (credit_id, debit_id, amount, date, at, undone_because, legacy_id)
SELECT credit, debit, amount, date, %(now)s, '', legacy_id FROM new_part ORDER BY legacy_id;
--;
ANALYZE ledger_allocation;
