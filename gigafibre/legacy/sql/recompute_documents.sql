-- The next documents of history: of one that was issued anew, what stands. A credit note that corrects an invoice bears the rates of that invoice's day.
INSERT INTO recompute_document
SELECT i.id, i.customer_id, i.date, d.rates_of, k.tax_category || ' ' || width_bucket(d.rates_of, %(eras)s::date[]), i.total
FROM legacy_standing i
JOIN crm_customer k ON k.id = i.customer_id
LEFT JOIN billing_invoice c ON c.id = i.corrects_id
CROSS JOIN LATERAL (SELECT coalesce(c.date, i.date) AS rates_of) d
WHERE i.id > %(after)s
  AND (%(since)s::date IS NULL OR i.date >= %(since)s::date) AND (%(until)s::date IS NULL OR i.date <= %(until)s::date)
ORDER BY i.id LIMIT %(size)s;
