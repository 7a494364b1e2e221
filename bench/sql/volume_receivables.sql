-- Receivables and payments: what each invoice left open, paid about two weeks later but for the latest of one in eight.
INSERT INTO ledger_openitem (customer_id, side, kind, number, date, due_date, amount, open)
SELECT customer_id, 'debit', 'invoice', number, date, due_date, total, total FROM billing_invoice WHERE total > 0;

CREATE TEMP TABLE v_payment ON COMMIT DROP AS
SELECT i.customer_id, 'PAY-' || i.id AS number, i.number AS invoice, i.date + 14 AS date, i.total AS amount,
       (ARRAY['card', 'pad', 'cheque', 'transfer'])[i.customer_id % 4 + 1] AS mode
FROM billing_invoice i
WHERE i.total > 0 AND NOT (i.customer_id % 8 = 3 AND i.date >= '2026-09-01') AND i.date < '2026-11-10';

INSERT INTO payments_payment (number, customer_id, date, amount, mode, reference, memo, posted_at, legacy_type)
SELECT number, customer_id, date, amount, mode, '', '', date, '' FROM v_payment ORDER BY date, customer_id;

INSERT INTO ledger_openitem (customer_id, side, kind, number, date, amount, open)
SELECT customer_id, 'credit', 'payment', number, date, amount, amount FROM v_payment;
ANALYZE ledger_openitem;

INSERT INTO ledger_allocation (credit_id, debit_id, amount, date, at, undone_because)
SELECT c.id, d.id, p.amount, p.date, p.date, ''
FROM v_payment p
JOIN ledger_openitem c ON c.kind = 'payment' AND c.number = p.number
JOIN ledger_openitem d ON d.kind = 'invoice' AND d.number = p.invoice;
