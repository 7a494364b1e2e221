-- Open items: one per final document and payment. Debits are what the customer owes, credits what we owe him.
CREATE TEMP TABLE new_open ON COMMIT DROP AS
SELECT v.customer_id, CASE v.kind WHEN 'invoice' THEN 'debit' ELSE 'credit' END AS side, v.kind, v.number, v.date,
       CASE v.kind WHEN 'invoice' THEN v.due_date END AS due_date, v.total AS amount
FROM billing_invoice v
WHERE (v.legacy_id IS NOT NULL OR v.id IN (SELECT invoice_id FROM legacy_reissue)) AND v.state = 'issued' AND v.total > 0
  AND NOT EXISTS (SELECT FROM ledger_openitem o WHERE o.number = v.number AND o.kind = v.kind)
UNION ALL
SELECT p.customer_id, CASE WHEN p.amount > 0 THEN 'credit' ELSE 'debit' END, CASE WHEN p.amount > 0 THEN 'payment' ELSE 'reversal' END,
       p.number, p.date, CASE WHEN p.amount < 0 THEN p.date END, abs(p.amount)
FROM payments_payment p
WHERE p.legacy_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM ledger_openitem o WHERE o.number = p.number AND o.kind IN ('payment', 'reversal'));
--;
CREATE TEMP TABLE last_item ON COMMIT DROP AS SELECT coalesce(max(id), 0) AS id FROM ledger_openitem;
--;
-- The day of an item is that of its posting: in a month that was closed here since, the first day still open.
CREATE TEMP TABLE late ON COMMIT DROP AS
SELECT n.kind, n.number, n.date, n.amount, c.open_day FROM new_open n CROSS JOIN cut c
WHERE n.date > c.day AND date_trunc('month', n.date)::date IN (SELECT month FROM ledger_closedmonth);
--;
UPDATE new_open n SET date = l.open_day FROM late l WHERE l.kind = n.kind AND l.number = n.number;
--;
INSERT INTO ledger_openitem (customer_id, side, kind, number, date, due_date, amount, open)
SELECT customer_id, side, kind, number, date, due_date, amount, amount FROM new_open ORDER BY customer_id, date;
--;
ANALYZE ledger_openitem;
