-- Live subscriptions are charged up to `charged_until`: the run can't bill those days again. One period at first, and
-- one more when the old system went on billing since.
INSERT INTO billing_chargedperiod (subscription_id, kind, period)
SELECT s.id, 'recurring', daterange(greatest((s.charged_until - make_interval(months => s.interval_months))::date, p.upto), s.charged_until)
FROM subscriptions_subscription s
LEFT JOIN (SELECT subscription_id, max(upper(period)) AS upto FROM billing_chargedperiod WHERE kind = 'recurring' GROUP BY 1) p ON p.subscription_id = s.id
WHERE s.legacy_id IS NOT NULL AND s.state IN ('active', 'suspended', 'paused') AND s.charged_until > coalesce(p.upto, '-infinity');
