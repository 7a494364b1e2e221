-- What the promotions whose turn it is (each subscription's oldest first) take off the lines in bill_line, each a negative
-- line of its own under the line it discounts. Days of a promotion are prorated as the line's own; a cycle is used once,
-- however often its days are cut or charged again, and several promotions never make a day cost less than nothing.
-- Parameters: turn.
DELETE FROM bill_offer;

INSERT INTO bill_offer
SELECT l.customer_id, l.member_id, l.location_id, l.subscription_id, l.item_id, l.group_id, l.sku, l.price, l.taxable,
       l.account, l.whole_start, l.whole_end, l.period_start, p.id AS promotion_id, p.cycles, p.description,
       coalesce(p.amount, round(l.price * p.percent / 100, 2)) AS wished,
       greatest(l.period_start, p.since) AS start, least(l.period_end, p.until) AS upto
FROM bill_promotion p
JOIN bill_line l ON l.subscription_id = p.subscription_id AND l.kind = 'recurring' AND l.price > 0
WHERE p.turn = %(turn)s AND greatest(l.period_start, p.since) < least(l.period_end, p.until);

-- How many they are decides how they are joined.
ANALYZE bill_offer;

INSERT INTO bill_line (customer_id, member_id, location_id, subscription_id, promotion_id, item_id, group_id, kind, sku,
  description, quantity, unit_price, price, amount, taxable, account, period_start, period_end, whole_start, whole_end)
WITH taken AS MATERIALIZED (
  -- Days on which promotions before it have made the line cheaper.
  SELECT o.promotion_id, o.period_start, e.period_start AS since, e.period_end AS until, -e.price AS off
  FROM bill_offer o
  JOIN bill_line e ON e.subscription_id = o.subscription_id AND e.kind = 'promotion'
                  AND e.period_start < o.upto AND e.period_end > o.start
), piece AS (
  SELECT promotion_id, period_start, day AS start, lead(day, 1, upto) OVER (PARTITION BY promotion_id, period_start ORDER BY day) AS upto
  FROM (SELECT promotion_id, period_start, upto, start AS day FROM bill_offer
        UNION
        SELECT o.promotion_id, o.period_start, o.upto, x.day
        FROM bill_offer o JOIN taken t USING (promotion_id, period_start)
        CROSS JOIN LATERAL (VALUES (t.since), (t.until)) x (day)
        WHERE x.day > o.start AND x.day < o.upto) cuts
), priced AS (
  SELECT o.promotion_id, o.period_start, p.start, p.upto, least(o.wished, o.price - coalesce(sum(t.off), 0)) AS discount
  FROM piece p JOIN bill_offer o USING (promotion_id, period_start)
  LEFT JOIN taken t ON t.promotion_id = p.promotion_id AND t.period_start = p.period_start
                   AND t.since <= p.start AND t.until > p.start
  GROUP BY o.promotion_id, o.period_start, p.start, p.upto, o.wished, o.price
), together AS (
  SELECT promotion_id, period_start, discount, unnest(range_agg(daterange(start, upto))) AS days
  FROM priced WHERE discount > 0 GROUP BY 1, 2, 3
), part AS MATERIALIZED (
  SELECT o.*, t.discount, lower(t.days) AS first_day, upper(t.days) AS after, o.whole_end - o.whole_start AS of_days,
         upper(t.days) - lower(t.days) AS days
  FROM together t JOIN bill_offer o USING (promotion_id, period_start)
), used AS MATERIALIZED (
  SELECT d.promotion_id, lower(d.whole) AS cycle
  FROM billing_promotedperiod d WHERE d.promotion_id IN (SELECT promotion_id FROM part)
  UNION
  SELECT c.promotion_id, lower(c.whole) FROM billing_pendingcharge c
  WHERE c.promotion_id IN (SELECT promotion_id FROM part) AND c.kind = 'promotion' AND c.line_id IS NULL
    AND c.withdrawn_at IS NULL
), cycle AS (
  SELECT d.promotion_id, d.whole_start,
         u.cycle IS NOT NULL OR d.cycles IS NULL OR d.cycles >= count(*) FILTER (WHERE u.cycle IS NULL) OVER in_order
           + (SELECT count(*) FROM used x WHERE x.promotion_id = d.promotion_id) AS counts
  FROM (SELECT DISTINCT promotion_id, cycles, whole_start FROM part) d
  LEFT JOIN used u ON u.promotion_id = d.promotion_id AND u.cycle = d.whole_start
  WINDOW in_order AS (PARTITION BY d.promotion_id ORDER BY d.whole_start)
), summed AS (
  SELECT p.*, coalesce(b.days, 0) + sum(p.days) OVER together AS so_far, coalesce(b.amount, 0) AS given,
         row_number() OVER together = 1 AS first
  FROM part p
  JOIN cycle c ON c.promotion_id = p.promotion_id AND c.whole_start = p.whole_start AND c.counts
  LEFT JOIN LATERAL (
    SELECT sum(upper(h.period) - lower(h.period)) AS days, sum(h.amount) AS amount FROM billing_promotedperiod h
    WHERE p.first_day > p.whole_start AND h.promotion_id = p.promotion_id
      AND h.whole = daterange(p.whole_start, p.whole_end) AND h.discount = p.discount) b ON true
  WINDOW together AS (PARTITION BY p.promotion_id, p.whole_start, p.discount ORDER BY p.first_day)
)
SELECT customer_id, member_id, location_id, subscription_id, promotion_id, item_id, group_id, 'promotion', sku,
       description, 1, -discount, -discount,
       CASE WHEN first THEN given ELSE round(discount * (so_far - days) / of_days, 2) END
         - round(discount * so_far / of_days, 2),
       taxable, coalesce((SELECT number FROM ledger_account WHERE role = 'revenue.discount'), account), first_day, after,
       whole_start, whole_end
FROM summed;
