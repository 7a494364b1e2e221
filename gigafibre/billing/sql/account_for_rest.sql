-- The live subscriptions the run has not accounted for yet: nothing was due, or it came after the run was confirmed.
INSERT INTO billing_runsubscription (run_id, subscription_id, outcome, cause, amount)
SELECT %(run)s, s.id, CASE s.outcome WHEN 'billed' THEN 'parked' ELSE s.outcome END,
       CASE s.outcome WHEN 'billed' THEN 'came_after_confirmation' ELSE s.cause END, 0
FROM bill_subscription s
ON CONFLICT (subscription_id, run_id) DO NOTHING;
