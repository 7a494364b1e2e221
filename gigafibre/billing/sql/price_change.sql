-- What new prices from a day on mean for each live subscription of some items. Reads only; fills the scratch table.
-- Parameters: effective, items (keys), segment ('' for all), new_price or percent, in_catalogue.
-- Nothing that is charged already changes its price: a subscription charged beyond the day follows when that ends.
INSERT INTO price_line (subscription_id, customer_id, item_id, quantity, months, old_price, new_price, on_day, cause, held)
SELECT s.id, s.customer_id, s.item_id, s.quantity, s.interval_months, old.price, became.price, day.first, why.cause,
       why.cause = 'committed' AND %(in_catalogue)s AND s.price_override IS NULL
FROM subscriptions_subscription s
JOIN crm_customer c ON c.id = s.customer_id
LEFT JOIN catalog_itemprice p ON p.item_id = s.item_id AND p.days @> (%(effective)s::date - 1)
CROSS JOIN LATERAL (SELECT greatest(%(effective)s::date, s.charged_until) AS first) day
CROSS JOIN LATERAL (SELECT coalesce(s.price_override, p.price) AS price) old
CROSS JOIN LATERAL (
  SELECT coalesce(%(new_price)s::numeric, round(old.price * (1 + %(percent)s::numeric / 100), 2)) AS price) became
LEFT JOIN LATERAL (
  SELECT min(g."on") FILTER (WHERE g.kind = 'end') AS ends, bool_or(g.kind IN ('price', 'item')) AS other
  FROM subscriptions_subscriptionchange g WHERE g.subscription_id = s.id AND g.state = 'planned') planned ON true
CROSS JOIN LATERAL (
  SELECT CASE WHEN least(s.ends_on, planned.ends) <= day.first THEN 'ends'
              WHEN old.price IS NULL THEN 'no_price'
              WHEN s.price_override <> p.price AND s.price_reason NOT LIKE 'PC-%%' THEN 'agreed_price'
              WHEN s.price_override IS NOT NULL AND p.price IS NULL THEN 'agreed_price'
              WHEN s.committed_until > day.first THEN 'committed'
              WHEN planned.other THEN 'other_change'
              WHEN became.price = old.price THEN 'same_price' ELSE '' END AS cause) why
WHERE s.state IN ('active', 'suspended', 'paused') AND s.item_id = ANY (%(items)s::bigint[])
  AND (%(segment)s = '' OR c.segment = %(segment)s);

ANALYZE price_line;
