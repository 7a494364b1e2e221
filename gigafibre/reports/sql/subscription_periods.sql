-- Days it is charged for now (a credit trims them), the latest first; imported ones know no price and no line.
SELECT lower(h.period) AS start, upper(h.period) AS until, upper(h.period) - 1 AS last, lower(h.whole) AS whole_start, upper(h.whole) AS whole_end,
  h.price, h.amount, v.number AS invoice, v.date, count(*) OVER () AS total_count
FROM billing_chargedperiod h
LEFT JOIN billing_invoiceline n ON n.id = h.line_id
LEFT JOIN billing_invoice v ON v.id = n.invoice_id
WHERE h.subscription_id = %(id)s ORDER BY lower(h.period) DESC LIMIT %(limit)s
