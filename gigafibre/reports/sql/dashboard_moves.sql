-- How recurring revenue moved in each of the last twelve months, customer by customer: who is new, came back, pays more, pays
-- less, or left. A customer's revenue is what he stands at on the month's end (today, in this month) against the month before;
-- values are rounded per subscription, so that the five moves add up to the difference of two months to the cent.
WITH stretch AS (
  SELECT s.customer_id, greatest(coalesce(s.started_on, s.anchor), CASE WHEN s.price_override IS NULL THEN lower(p.days) END) AS starts,
    least(CASE s.state WHEN 'cancelled' THEN s.cancelled_on WHEN 'suspended' THEN coalesce(s.suspended_on, %(today)s)
          WHEN 'paused' THEN coalesce(s.suspended_on, %(today)s) ELSE 'infinity'::date END,
          CASE WHEN s.price_override IS NULL THEN upper(p.days) END) AS ends,
    round(coalesce(s.price_override, p.price) * s.quantity / s.interval_months, 2) AS value
  FROM subscriptions_subscription s
  LEFT JOIN catalog_itemprice p ON s.price_override IS NULL AND p.item_id = s.item_id
  WHERE s.state <> 'pending'
), lasting AS (SELECT * FROM stretch WHERE starts < ends AND starts <= %(today)s
), moved AS (
  SELECT customer_id, greatest(date_trunc('month', starts)::date, %(month)s::date - interval '12 months')::date AS month, value, 1 AS one
  FROM lasting
  UNION ALL
  SELECT customer_id, greatest(date_trunc('month', ends)::date, %(month)s::date - interval '12 months')::date, -value, -1 FROM lasting
  WHERE ends <= %(today)s
), change AS (
  SELECT customer_id, month, coalesce(sum(value), 0) AS by, sum(one) AS one FROM moved GROUP BY 1, 2
), standing AS (
  SELECT customer_id, month, by, one, sum(by) OVER (PARTITION BY customer_id ORDER BY month) AS now FROM change
), first AS (SELECT customer_id, min(starts) AS day FROM lasting WHERE value > 0 GROUP BY 1
), told AS (
  SELECT s.month, s.by, s.one,
    CASE WHEN s.now - s.by <= 0 AND s.by > 0 AND f.day >= s.month THEN 'new' WHEN s.now - s.by <= 0 AND s.by > 0 THEN 'returned'
         WHEN s.now <= 0 THEN 'churned' WHEN s.by > 0 THEN 'up' ELSE 'down' END AS kind
  FROM standing s LEFT JOIN first f USING (customer_id) WHERE s.by <> 0
), base AS (
  SELECT month, sum(by) AS by, sum(CASE WHEN kind IN ('new', 'returned') THEN 1 WHEN kind = 'churned' THEN -1 ELSE 0 END) AS people
  FROM told GROUP BY 1
)
SELECT m::date AS month,
  coalesce((SELECT sum(by) FROM base WHERE base.month < m), 0) AS revenue_before,
  coalesce((SELECT sum(people) FROM base WHERE base.month < m), 0)::int AS customers_before,
  coalesce(sum(by) FILTER (WHERE kind = 'new'), 0) AS new, count(*) FILTER (WHERE kind = 'new') AS new_customers,
  coalesce(sum(one) FILTER (WHERE kind = 'new'), 0)::int AS new_services,
  coalesce(sum(by) FILTER (WHERE kind = 'returned'), 0) AS returned, count(*) FILTER (WHERE kind = 'returned') AS returned_customers,
  coalesce(sum(one) FILTER (WHERE kind = 'returned'), 0)::int AS returned_services,
  coalesce(sum(by) FILTER (WHERE kind = 'up'), 0) AS up, count(*) FILTER (WHERE kind = 'up') AS up_customers,
  coalesce(sum(one) FILTER (WHERE kind = 'up'), 0)::int AS up_services,
  coalesce(sum(by) FILTER (WHERE kind = 'down'), 0) AS down, count(*) FILTER (WHERE kind = 'down') AS down_customers,
  coalesce(sum(one) FILTER (WHERE kind = 'down'), 0)::int AS down_services,
  coalesce(sum(by) FILTER (WHERE kind = 'churned'), 0) AS churned, count(*) FILTER (WHERE kind = 'churned') AS churned_customers,
  coalesce(sum(one) FILTER (WHERE kind = 'churned'), 0)::int AS churned_services
FROM generate_series(%(month)s::date - interval '11 months', %(month)s::date, interval '1 month') m
LEFT JOIN told ON told.month = m::date
GROUP BY m ORDER BY m
