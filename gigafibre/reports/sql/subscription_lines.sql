-- What documents said of it, charges and credits, the latest first; a credit note's amounts count as less.
SELECT v.number AS invoice, v.kind AS document, v.date, n.kind, n.description, n.period_start AS start, n.period_end AS until, n.period_end - 1 AS last,
  CASE v.kind WHEN 'credit_note' THEN -n.amount ELSE n.amount END AS amount, count(*) OVER () AS total_count
FROM billing_invoiceline n JOIN billing_invoice v ON v.id = n.invoice_id
WHERE n.subscription_id = %(id)s AND v.state = 'issued'
ORDER BY v.date DESC, v.id DESC, n.position LIMIT %(limit)s
