-- What is kept of the chunk: each cause on each document, its lines together, those alike told once.
INSERT INTO legacy_recomputedamount
  (recomputation_id, invoice_id, customer_id, date, what, cause, explanation, billed, ours, difference, detail)
SELECT %(recomputation)s, x.invoice_id, d.customer_id, d.date, x.what, x.cause, x.explanation, sum(x.billed), sum(x.ours),
       sum(x.ours) - sum(x.billed),
       left(string_agg(x.detail || CASE WHEN x.alike > 1 THEN ' × ' || x.alike ELSE '' END, ', ' ORDER BY x.detail), 255)
FROM (
  SELECT invoice_id, what, cause, explanation, detail, count(*) AS alike, sum(billed) AS billed, sum(ours) AS ours
  FROM recompute_difference GROUP BY 1, 2, 3, 4, 5) x
JOIN recompute_document d USING (invoice_id)
GROUP BY x.invoice_id, d.customer_id, d.date, x.what, x.cause, x.explanation;
