-- What promotions take off the lines in bill_line, each a negative line of its own under the line it discounts. Days of a
-- promotion are prorated as the line's own; a cycle is used once, however often its days are cut or charged again, and
-- several promotions never make a line less than nothing.
INSERT INTO bill_line (customer_id, member_id, location_id, subscription_id, promotion_id, item_id, group_id, kind, sku,
  description, quantity, unit_price, price, amount, taxable, account, period_start, period_end, whole_start, whole_end)
WITH part AS (
  SELECT l.customer_id, l.member_id, l.location_id, l.subscription_id, l.item_id, l.group_id, l.sku, l.price, l.taxable,
         l.account, l.whole_start, l.whole_end, l.period_start, p.id AS promotion_id, p.cycles, p.amount, p.percent,
         p.description, greatest(l.period_start, p.since) AS start, least(l.period_end, p.until) AS upto
  FROM bill_promotion p
  JOIN bill_line l ON l.subscription_id = p.subscription_id AND l.kind = 'recurring' AND l.price > 0
  WHERE greatest(l.period_start, p.since) < least(l.period_end, p.until)
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
), wanted AS (
  SELECT p.*, p.whole_end - p.whole_start AS of_days, p.upto - p.start AS days,
         CASE WHEN p.amount IS NULL THEN round(p.price * p.percent / 100, 2) ELSE least(p.amount, p.price) END AS wished
  FROM part p JOIN cycle c USING (promotion_id, whole_start) WHERE c.counts
), capped AS (
  SELECT w.*, least(wished, greatest(price - coalesce(sum(wished) OVER (
           PARTITION BY subscription_id, period_start ORDER BY promotion_id
           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0), 0)) AS discount
  FROM wanted w
), summed AS (
  SELECT c.*, coalesce(b.days, 0) + sum(c.days) OVER together AS so_far, coalesce(b.amount, 0) AS given,
         row_number() OVER together = 1 AS first
  FROM capped c
  LEFT JOIN LATERAL (
    SELECT sum(upper(h.period) - lower(h.period)) AS days, sum(h.amount) AS amount FROM billing_promotedperiod h
    WHERE c.start > c.whole_start AND h.promotion_id = c.promotion_id
      AND h.whole = daterange(c.whole_start, c.whole_end) AND h.discount = c.discount) b ON true
  WHERE c.discount > 0
  WINDOW together AS (PARTITION BY c.promotion_id, c.whole_start, c.discount ORDER BY c.start)
)
SELECT customer_id, member_id, location_id, subscription_id, promotion_id, item_id, group_id, 'promotion', sku,
       description, 1, -discount, -discount,
       CASE WHEN first THEN given ELSE round(discount * (so_far - days) / of_days, 2) END
         - round(discount * so_far / of_days, 2),
       taxable, coalesce((SELECT number FROM ledger_account WHERE role = 'revenue.discount'), account), start, upto,
       whole_start, whole_end
FROM summed;
