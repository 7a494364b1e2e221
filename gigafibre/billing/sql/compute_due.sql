-- Which days of which services of the customers in bill_scope are due on a day, and what keeps each other live
-- subscription. Reads only; writes the scratch tables. Parameters: date, only (ids of subscriptions, or null for all), catch_up (months after
-- which an unbilled subscription waits for a person).

INSERT INTO bill_customer (customer_id, date, language, tax_category, cause)
SELECT c.id, %(date)s, c.language, c.tax_category,
       CASE WHEN k.code IS NULL OR k.since > %(date)s::date THEN 'unknown_tax_category'
            WHEN wrong.rate THEN 'no_tax_rate' WHEN wrong.account THEN 'no_account' END
FROM bill_scope s
JOIN crm_customer c ON c.id = s.customer_id
LEFT JOIN billing_taxcategory k ON k.code = c.tax_category
LEFT JOIN (SELECT category, bool_or(rate IS NULL) AS rate, bool_or(account IS NULL) AS account
           FROM bill_rate GROUP BY 1) wrong ON wrong.category = c.tax_category;

ANALYZE bill_customer;

INSERT INTO bill_subscription
SELECT s.id, s.payer_id, s.customer_id, s.location_id, s.item_id, s.quantity, s.price_override, s.interval_months, s.anchor,
       s.charged_until, s.ends, s.charged_while_suspended,
       CASE WHEN w.not_due IS NOT NULL THEN 'not_due' WHEN w.wrong IS NOT NULL THEN 'parked' ELSE 'billed' END,
       coalesce(w.not_due, w.wrong, '')
FROM (
  SELECT s.*, m.payer_id, m.cause, least(s.ends_on, (
           SELECT min(c."on") FROM subscriptions_subscriptionchange c
           WHERE c.subscription_id = s.id AND c.kind = 'end' AND c.state = 'planned')) AS ends
  FROM bill_member m
  JOIN subscriptions_subscription s ON s.customer_id = m.customer_id
  WHERE s.state IN ('active', 'suspended', 'paused')
    AND (%(only)s::bigint[] IS NULL OR s.id = ANY (%(only)s::bigint[]))
) s
JOIN bill_customer c ON c.customer_id = s.payer_id
CROSS JOIN LATERAL (
  SELECT CASE WHEN s.state = 'paused' THEN 'paused'
              WHEN s.state = 'suspended' AND NOT s.charged_while_suspended THEN 'suspended'
              WHEN s.ends <= s.charged_until AND (s.started_on IS NULL OR s.ends > s.started_on) THEN 'ended'
              WHEN s.charged_until > %(date)s::date THEN 'charged' END AS not_due,
         CASE WHEN s.ends <= s.started_on THEN 'bad_dates'
              WHEN s.charged_until < (%(date)s::date - make_interval(months => %(catch_up)s))::date
                THEN 'unbilled_too_long'
              ELSE coalesce(c.cause, s.cause) END AS wrong
) w;

ANALYZE bill_subscription;

INSERT INTO bill_change
SELECT c.id, c.subscription_id, c.kind, c."on", c.until, c.item_id, c.price
FROM subscriptions_subscriptionchange c
JOIN bill_subscription s ON s.id = c.subscription_id AND s.outcome = 'billed'
WHERE c.state = 'planned' AND c.kind NOT IN ('end', 'move');

ANALYZE bill_change;

-- Each anchored period not charged yet, oldest first, the last one holding the day; cut where a dated change falls
-- into it.
INSERT INTO bill_segment
WITH current AS MATERIALIZED (
  SELECT s.id, s.anchor, s.months, s.charged_until, s.ends_on, n,
         billing_period_start(s.anchor, s.months, n) AS whole_start,
         billing_period_start(s.anchor, s.months, n + 1) AS whole_end
  FROM (SELECT *, billing_period_index(anchor, months, charged_until) AS n FROM bill_subscription
        WHERE outcome = 'billed' OFFSET 0) s
), due AS (
  SELECT id AS subscription_id, whole_start, whole_end, charged_until AS start, least(whole_end, ends_on) AS upto
  FROM current WHERE ends_on IS NULL OR charged_until < ends_on
  UNION ALL
  -- Periods that were missed, up to the one that holds the day.
  SELECT c.id, w.whole_start, w.whole_end, w.whole_start, least(w.whole_end, c.ends_on)
  FROM current c
  CROSS JOIN LATERAL generate_series(c.n + 1, billing_period_index(c.anchor, c.months, %(date)s::date)) missed
  CROSS JOIN LATERAL (SELECT billing_period_start(c.anchor, c.months, missed) AS whole_start,
                             billing_period_start(c.anchor, c.months, missed + 1) AS whole_end) w
  WHERE c.whole_end <= %(date)s::date AND (c.ends_on IS NULL OR w.whole_start < c.ends_on)
), cut AS (
  SELECT subscription_id, whole_start, whole_end, upto, start AS day FROM due
  UNION ALL
  SELECT DISTINCT d.subscription_id, d.whole_start, d.whole_end, d.upto, x.day
  FROM due d JOIN bill_change c ON c.subscription_id = d.subscription_id
  CROSS JOIN LATERAL (VALUES (c.day), (c.until)) x (day)
  WHERE x.day > d.start AND x.day < d.upto
)
SELECT subscription_id, whole_start, whole_end, day,
       lead(day, 1, upto) OVER (PARTITION BY subscription_id, whole_start ORDER BY day)
FROM cut;

ANALYZE bill_segment;
