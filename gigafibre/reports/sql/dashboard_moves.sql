-- How recurring revenue moved in each of the last twelve months, all customers together.
WITH told AS (
-- $recurring_moves
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
