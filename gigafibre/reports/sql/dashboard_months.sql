-- Thirteen months, oldest first: recurring revenue at each month's end (today, for this month), who came and who left, what
-- was invoiced and received. A subscription counts from its start to the day it ended or was cut, at the price of the time.
WITH month AS (
  SELECT m::date AS month, least((m + interval '1 month')::date - 1, %(today)s::date) AS day
  FROM generate_series(%(month)s::date - interval '12 months', %(month)s::date, interval '1 month') m
), stretch AS (
  SELECT greatest(coalesce(s.started_on, s.anchor), CASE WHEN s.price_override IS NULL THEN lower(p.days) END) AS starts,
    least(CASE s.state WHEN 'cancelled' THEN s.cancelled_on WHEN 'suspended' THEN coalesce(s.suspended_on, %(today)s)
          WHEN 'paused' THEN coalesce(s.suspended_on, %(today)s) ELSE 'infinity'::date END,
          CASE WHEN s.price_override IS NULL THEN upper(p.days) END) AS ends,
    round(coalesce(s.price_override, p.price) * s.quantity / s.interval_months, 2) AS value
  FROM subscriptions_subscription s
  LEFT JOIN catalog_itemprice p ON s.price_override IS NULL AND p.item_id = s.item_id
  WHERE s.state <> 'pending' AND coalesce(s.cancelled_on, 'infinity') > %(month)s::date - interval '12 months'
), moved AS (
  SELECT greatest(date_trunc('month', starts)::date, %(month)s::date - interval '12 months')::date AS month, value, 1 AS one FROM stretch
  WHERE starts < ends AND starts <= %(today)s
  UNION ALL
  SELECT greatest(date_trunc('month', ends)::date, %(month)s::date - interval '12 months')::date, -value, -1 FROM stretch
  WHERE starts < ends AND ends <= %(today)s
), added AS (SELECT month, sum(value) AS value, sum(one) AS one FROM moved GROUP BY month)
SELECT month.month, round(coalesce(sum(added.value) OVER (ORDER BY month.month), 0), 2) AS recurring,
  coalesce(sum(added.one) OVER (ORDER BY month.month), 0)::int AS subscriptions,
  coalesce(came.n, 0) AS arrived, coalesce(gone.n, 0) AS departed,
  coalesce(billed.amount, 0) AS invoiced, coalesce(paid.amount, 0) AS received
FROM month
LEFT JOIN added ON added.month = month.month
LEFT JOIN (SELECT date_trunc('month', customer_since)::date AS month, count(*) AS n FROM crm_customer
           WHERE customer_since > %(month)s::date - interval '13 months' AND customer_since <= %(today)s GROUP BY 1) came ON came.month = month.month
LEFT JOIN (SELECT date_trunc('month', ended_on)::date AS month, count(*) AS n FROM crm_customer
           WHERE ended_on > %(month)s::date - interval '13 months' AND ended_on <= %(today)s AND status = 'terminated' GROUP BY 1) gone
  ON gone.month = month.month
LEFT JOIN (SELECT date_trunc('month', date)::date AS month, sum(CASE kind WHEN 'invoice' THEN total ELSE -total END) AS amount
           FROM billing_invoice WHERE state = 'issued' AND date >= %(month)s::date - interval '12 months' AND date <= %(today)s GROUP BY 1) billed
  ON billed.month = month.month
LEFT JOIN (SELECT date_trunc('month', date)::date AS month, sum(amount) AS amount FROM payments_payment
           WHERE mode NOT IN ('credit', 'adjustment') AND date >= %(month)s::date - interval '12 months' AND date <= %(today)s GROUP BY 1) paid
  ON paid.month = month.month
ORDER BY month.month
