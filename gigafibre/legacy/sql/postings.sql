-- Opening balances at the month that was closed when the first import came, then a posting for each later document:
-- nothing counts twice. The cut stays where it was; a document of before it that comes later corrects the opening.
-- A later one of a month that was closed here since is posted on the first day still open.
CREATE TEMP TABLE entry ON COMMIT DROP AS
SELECT 'opening'::text AS kind, CASE WHEN EXISTS (SELECT 1 FROM ledger_journalentry WHERE kind = 'opening') THEN 'OUVERTURE-' || %(run)s ELSE 'OUVERTURE' END AS document,
       (SELECT greatest(day, open_day) FROM cut) AS date, NULL::bigint AS customer_id, 0::bigint AS key
UNION ALL
SELECT v.kind, v.number, v.date, v.customer_id, v.id * 2 FROM billing_invoice v
WHERE v.legacy_id IS NOT NULL AND v.state = 'issued' AND v.total <> 0 AND v.date > (SELECT day FROM cut)
  AND NOT EXISTS (SELECT 1 FROM ledger_journalentry e WHERE e.document = v.number AND e.kind = v.kind)
UNION ALL
-- What takes a document back and what comes anew are always posted, also where the former one stands in the opening.
SELECT v.kind, v.number, greatest(v.date, (SELECT day + 1 FROM cut)), v.customer_id, v.id * 2
FROM legacy_reissue r JOIN billing_invoice v ON v.id = r.invoice_id
WHERE v.total <> 0 AND NOT EXISTS (SELECT 1 FROM ledger_journalentry e WHERE e.document = v.number AND e.kind = v.kind)
UNION ALL
SELECT 'payment', p.number, p.date, p.customer_id, p.id * 2 + 1 FROM payments_payment p
WHERE p.legacy_id IS NOT NULL AND p.date > (SELECT day FROM cut)
  AND NOT EXISTS (SELECT 1 FROM ledger_journalentry e WHERE e.document = p.number AND e.kind = 'payment');
--;
-- What each customer owed at the cut (negative: we owed him), less what an earlier opening says of it.
CREATE TEMP TABLE owed ON COMMIT DROP AS
SELECT customer_id, sum(amount) AS amount FROM (
  SELECT customer_id, CASE side WHEN 'debit' THEN amount ELSE -amount END AS amount FROM ledger_openitem
  WHERE date <= (SELECT day FROM cut) AND number ~ '^(PAY-L)?[0-9]+$'
  UNION ALL
  SELECT l.customer_id, l.credit - l.debit FROM ledger_journalentry e JOIN ledger_journalline l ON l.entry_id = e.id
  WHERE e.kind = 'opening' AND l.account_id = (SELECT receivable FROM cut)) s
GROUP BY 1 HAVING sum(amount) <> 0;
--;
CREATE TEMP TABLE side ON COMMIT DROP AS
SELECT 0::bigint AS key, (SELECT receivable FROM cut) AS account_id, customer_id, amount FROM owed
UNION ALL
SELECT 0, account_id, NULL, amount FROM balance
UNION ALL
SELECT 0, (SELECT opening FROM cut), NULL, -sum(amount) FROM (SELECT amount FROM owed UNION ALL SELECT amount FROM balance) o HAVING sum(amount) <> 0
UNION ALL
SELECT e.key, (SELECT receivable FROM cut), e.customer_id, CASE e.kind WHEN 'invoice' THEN v.total ELSE -v.total END
FROM entry e JOIN billing_invoice v ON v.number = e.document WHERE e.kind IN ('invoice', 'credit_note')
UNION ALL
SELECT e.key, coalesce(a.id, r.id), NULL, sum(CASE e.kind WHEN 'invoice' THEN -l.amount ELSE l.amount END)
FROM entry e JOIN billing_invoice v ON v.number = e.document JOIN billing_invoiceline l ON l.invoice_id = v.id
LEFT JOIN ledger_account a ON a.number = l.revenue_account JOIN ledger_account r ON r.role = 'revenue'
WHERE e.kind IN ('invoice', 'credit_note') GROUP BY 1, 2 HAVING sum(l.amount) <> 0
UNION ALL
SELECT e.key, a.id, NULL, CASE e.kind WHEN 'invoice' THEN -t.amount ELSE t.amount END
FROM entry e JOIN billing_invoice v ON v.number = e.document JOIN billing_invoicetax t ON t.invoice_id = v.id
JOIN billing_tax x ON x.id = t.tax_id JOIN ledger_account a ON a.role = x.account_role
WHERE e.kind IN ('invoice', 'credit_note') AND t.amount <> 0
UNION ALL
SELECT e.key, (SELECT receivable FROM cut), e.customer_id, -p.amount
FROM entry e JOIN payments_payment p ON p.number = e.document WHERE e.kind = 'payment'
UNION ALL
SELECT e.key, coalesce(a.id, b.id), NULL, p.amount
FROM entry e JOIN payments_payment p ON p.number = e.document
LEFT JOIN ledger_account a ON a.role = CASE p.mode WHEN 'credit' THEN 'credits_granted' WHEN 'adjustment' THEN CASE fold(p.legacy_type) WHEN 'reversement' THEN 'bad_debt' ELSE 'rounding' END WHEN 'reversal' THEN 'clearing.pad' ELSE 'clearing.' || p.mode END
JOIN ledger_account b ON b.role = 'bank' WHERE e.kind = 'payment';
--;
UPDATE entry SET date = (SELECT open_day FROM cut)
WHERE key > 0 AND date_trunc('month', date)::date IN (SELECT month FROM ledger_closedmonth);
--;
DELETE FROM entry e WHERE NOT EXISTS (SELECT 1 FROM side s WHERE s.key = e.key AND s.amount <> 0);
--;
WITH numbered AS MATERIALIZED (
  SELECT e.*, nextval(pg_get_serial_sequence('ledger_journalentry', 'id')) AS id FROM (SELECT * FROM entry ORDER BY date, key) e
), posted AS (
  INSERT INTO ledger_journalentry (id, date, kind, document, description, posted_at)
  SELECT id, date, kind, document, 'Importation', %(now)s FROM numbered
)
INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date, customer_id)
SELECT n.id, s.account_id, greatest(s.amount, 0), greatest(-s.amount, 0), n.date, s.customer_id
FROM side s JOIN numbered n ON n.key = s.key WHERE s.amount <> 0;
