-- One charged period per live subscription, up to where it is charged: the run can't bill those days again.
INSERT INTO billing_chargedperiod (subscription_id, kind, period)
SELECT s.id, 'recurring', daterange((s.charged_until - make_interval(months => s.interval_months))::date, s.charged_until)
FROM subscriptions_subscription s
WHERE s.legacy_id IS NOT NULL AND s.state IN ('active', 'suspended', 'paused') AND s.charged_until IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM billing_chargedperiod p WHERE p.subscription_id = s.id);
