-- What is kept of the chunk: each cause on each document, its lines together.
INSERT INTO legacy_recomputedamount
  (recomputation_id, invoice_id, customer_id, date, what, cause, explanation, billed, ours, difference, detail)
SELECT %(recomputation)s, x.invoice_id, d.customer_id, d.date, x.what, x.cause, x.explanation, sum(x.billed), sum(x.ours),
       sum(x.ours) - sum(x.billed), left(string_agg(x.detail, ', ' ORDER BY x.detail), 255)
FROM recompute_difference x JOIN recompute_document d USING (invoice_id)
GROUP BY x.invoice_id, d.customer_id, d.date, x.what, x.cause, x.explanation;
