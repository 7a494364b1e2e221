-- How each customer's recurring revenue moved in each of the last twelve months: who is new, came back, pays more, pays less,
-- or left. It is what he stands at on the month's end (today, in this month) against the month before; values are rounded per
-- subscription, so that the moves add up to the difference of two months to the cent. What came before the twelve months
-- stands in the month before them.
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
)
SELECT s.customer_id, s.month, s.by, s.one, s.now - s.by AS before, s.now,
  CASE WHEN s.now - s.by <= 0 AND s.by > 0 AND f.day >= s.month THEN 'new' WHEN s.now - s.by <= 0 AND s.by > 0 THEN 'returned'
       WHEN s.now <= 0 THEN 'churned' WHEN s.by > 0 THEN 'up' ELSE 'down' END AS kind
FROM standing s LEFT JOIN first f USING (customer_id) WHERE s.by <> 0
