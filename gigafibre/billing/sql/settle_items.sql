-- What became of each customer and each live subscription of the chunk: the run's items and the proof sheet.
UPDATE billing_runitem i
SET state = CASE WHEN d.invoice_id IS NOT NULL THEN 'issued' WHEN w.cause IS NOT NULL THEN 'parked' ELSE 'nothing' END,
    invoice_id = d.invoice_id, error = coalesce(CASE WHEN d.invoice_id IS NULL THEN w.cause END, '')
FROM bill_scope s
LEFT JOIN bill_document d ON d.customer_id = s.customer_id
LEFT JOIN (SELECT customer_id, min(cause) AS cause FROM bill_subscription WHERE outcome = 'parked' GROUP BY 1) w
  ON w.customer_id = s.customer_id
WHERE i.run_id = %(run)s AND i.customer_id = s.customer_id;

INSERT INTO billing_runsubscription (run_id, subscription_id, outcome, cause, amount)
SELECT %(run)s, s.id, s.outcome, s.cause, coalesce(l.amount, 0)
FROM bill_subscription s
LEFT JOIN (SELECT subscription_id, sum(amount) AS amount FROM bill_line WHERE pending_id IS NULL GROUP BY 1) l
  ON l.subscription_id = s.id
ON CONFLICT (subscription_id, run_id) DO UPDATE
  SET outcome = excluded.outcome, cause = excluded.cause, amount = excluded.amount
  WHERE billing_runsubscription.outcome <> 'billed';
