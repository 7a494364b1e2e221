-- What each segment in bill_segment costs: a line of its own. Reads bill_subscription, bill_customer and bill_change for
-- whom, what and from when, prices from the catalogue, and the days of its period that are charged already.

-- A segment costs what all days of its period so far cost at its price, rounded, less what was billed for them: the
-- parts of a period add up to the whole. The price is the one on its first day.
INSERT INTO bill_line (customer_id, member_id, location_id, subscription_id, item_id, group_id, kind, sku, description,
  quantity, unit_price, price, amount, taxable, account, period_start, period_end, whole_start, whole_end)
WITH priced AS (
  SELECT s.customer_id, s.member_id, s.location_id, s.id AS subscription_id, i.id AS item_id, i.group_id, i.sku,
         coalesce(CASE c.language WHEN 'en' THEN nullif(i.invoice_label_en, '') ELSE nullif(i.invoice_label_fr, '') END,
                  CASE c.language WHEN 'en' THEN i.name_en ELSE i.name_fr END) AS description,
         s.quantity, i.taxable, u.unit_price, round(u.unit_price * s.quantity, 2) AS price, a.number AS account,
         g.whole_start, g.whole_end, g.start, g.upto, g.upto - g.start AS days, g.whole_end - g.whole_start AS of_days
  FROM bill_segment g
  JOIN bill_subscription s ON s.id = g.subscription_id
  JOIN bill_customer c ON c.customer_id = s.customer_id
  LEFT JOIN LATERAL (
    SELECT kind, until FROM bill_change h
    WHERE h.subscription_id = s.id AND h.day <= g.start AND h.kind IN ('pause', 'suspend', 'resume')
    ORDER BY h.day DESC, h.id DESC LIMIT 1) rest ON true
  LEFT JOIN LATERAL (
    SELECT item_id FROM bill_change h WHERE h.subscription_id = s.id AND h.day <= g.start AND h.kind = 'item'
    ORDER BY h.day DESC, h.id DESC LIMIT 1) other ON true
  LEFT JOIN LATERAL (
    SELECT price, true AS changed FROM bill_change h
    WHERE h.subscription_id = s.id AND h.day <= g.start AND h.kind IN ('item', 'price')
    ORDER BY h.day DESC, h.id DESC LIMIT 1) said ON true
  JOIN catalog_item i ON i.id = coalesce(other.item_id, s.item_id)
  JOIN catalog_itemgroup ig ON ig.id = i.group_id
  LEFT JOIN ledger_account a ON a.number = ig.revenue_account
  LEFT JOIN catalog_itemprice p ON p.item_id = i.id AND p.days @> g.start
  CROSS JOIN LATERAL (SELECT CASE WHEN said.changed THEN coalesce(said.price, p.price)
                                  ELSE coalesce(s.override, p.price) END AS unit_price) u
  WHERE NOT (rest.kind IS NOT NULL AND (rest.kind = 'pause' AND (rest.until IS NULL OR rest.until > g.start)
                                        OR rest.kind = 'suspend' AND NOT s.keeps))
), summed AS (
  SELECT p.*, coalesce(b.days, 0) + sum(p.days) OVER together AS so_far, coalesce(b.amount, 0) AS billed,
         row_number() OVER together = 1 AS first
  FROM priced p
  LEFT JOIN LATERAL (
    SELECT sum(upper(h.period) - lower(h.period)) AS days, sum(h.amount) AS amount FROM (
      SELECT period, amount FROM billing_chargedperiod c
      WHERE c.subscription_id = p.subscription_id AND c.kind = 'recurring'
        AND c.whole = daterange(p.whole_start, p.whole_end) AND c.price = p.price AND c.amount IS NOT NULL
      UNION ALL
      SELECT period, amount FROM billing_pendingcharge w
      WHERE w.subscription_id = p.subscription_id AND w.kind = 'recurring' AND w.line_id IS NULL AND w.withdrawn_at IS NULL
        AND w.whole = daterange(p.whole_start, p.whole_end) AND round(w.unit_price * w.quantity, 2) = p.price) h
    WHERE p.start > p.whole_start) b ON true
  WINDOW together AS (PARTITION BY p.subscription_id, p.whole_start, p.price, p.item_id ORDER BY p.start)
)
SELECT customer_id, member_id, location_id, subscription_id, item_id, group_id, 'recurring', sku, description, quantity,
       unit_price, price,
       round(price * so_far / of_days, 2) - CASE WHEN first THEN billed ELSE round(price * (so_far - days) / of_days, 2) END,
       taxable, account, start, upto, whole_start, whole_end
FROM summed;
