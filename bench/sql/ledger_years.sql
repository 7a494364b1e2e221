-- Ten years of books: invoices of five lines, payments of two, each paying the invoice of its rank; the last three months
-- of some customers stay unpaid, a few have credit. Parameters: customers, months.
CREATE TEMP TABLE role ON COMMIT DROP AS SELECT role, id FROM ledger_account WHERE role IS NOT NULL;

CREATE TEMP TABLE doc ON COMMIT DROP AS
SELECT m * %(customers)s::bigint + c AS id, c AS customer_id, (date '2026-11-01' - (m || ' months')::interval)::date AS date,
       40 + (c * 7919 + m) %% 60 AS net
FROM generate_series(0, %(months)s - 1) m CROSS JOIN generate_series(1, %(customers)s) c;

WITH entry AS (
  INSERT INTO ledger_journalentry (id, date, kind, document, description, posted_at)
  SELECT id, date, 'invoice', 'I-' || id, '', now() FROM doc)
INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date, customer_id)
SELECT d.id, r.id, l.debit, l.credit, d.date, l.customer
FROM doc d CROSS JOIN LATERAL (VALUES
  ('receivable', d.net * 1.15, 0.0, d.customer_id), ('revenue.internet', 0, d.net * 0.8, NULL),
  ('revenue.tv', 0, d.net * 0.2, NULL), ('gst', 0, d.net * 0.05, NULL), ('qst', 0, d.net * 0.10, NULL)
) l (role, debit, credit, customer) JOIN role r ON r.role = l.role;
INSERT INTO ledger_openitem (id, customer_id, side, kind, number, date, due_date, amount, open)
SELECT id, customer_id, 'debit', 'invoice', 'I-' || id, date, date + 15, net * 1.15, net * 1.15 FROM doc;

CREATE TEMP TABLE paid ON COMMIT DROP AS
SELECT id + 100000000 AS id, id AS invoice, customer_id, date + 10 AS date, net * 1.15 AS owed,
       net * 1.15 + CASE WHEN id %% 997 = 0 THEN 5 ELSE 0 END AS amount
FROM doc WHERE date < '2026-09-01' OR customer_id %% 4 > 0;
WITH entry AS (
  INSERT INTO ledger_journalentry (id, date, kind, document, description, posted_at)
  SELECT id, date, 'payment', 'P-' || id, '', now() FROM paid)
INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date, customer_id)
SELECT p.id, r.id, l.debit, l.credit, p.date, l.customer
FROM paid p CROSS JOIN LATERAL (VALUES ('clearing.pad', p.amount, 0.0, NULL), ('receivable', 0, p.amount, p.customer_id)
) l (role, debit, credit, customer) JOIN role r ON r.role = l.role;
INSERT INTO ledger_openitem (id, customer_id, side, kind, number, date, amount, open)
SELECT id, customer_id, 'credit', 'payment', 'P-' || id, date, amount, amount FROM paid;
ANALYZE ledger_openitem;
INSERT INTO ledger_allocation (credit_id, debit_id, amount, date, at, undone_because)
SELECT id, invoice, owed, date, now(), '' FROM paid;

SELECT setval(pg_get_serial_sequence('ledger_journalentry', 'id'), 300000000);
SELECT setval(pg_get_serial_sequence('ledger_openitem', 'id'), 300000000);
