-- Which lines the engine prices otherwise.
INSERT INTO recompute_changed
SELECT l.line_id, l.invoice_id, l.subscription_id, l.item_id, l.sku, l.quantity, l.amount, l.period_start, l.period_end,
       l.start, l.partial, o.amount, o.price
FROM recompute_line l JOIN bill_line o ON o.subscription_id = -l.line_id
WHERE l.amount IS DISTINCT FROM o.amount;
--;
ANALYZE recompute_changed;
--;
TRUNCATE bill_subscription, bill_segment;
--;
-- Where the period may have been billed in part, the engine prices it again, as a document of nobody's: at what the same
-- service was billed for the period after a beginning, or before an end, or at what others were for the same period.
INSERT INTO bill_customer (customer_id) VALUES (0);
--;
INSERT INTO bill_subscription (id, customer_id, item_id, quantity, override, keeps, outcome)
WITH asked AS MATERIALIZED (
  SELECT *, (period_end - start)::numeric / (period_end - period_start) AS part FROM recompute_changed WHERE partial IS NOT NULL
), usual AS (
  SELECT item_id, period_start, period_end, mode() WITHIN GROUP (ORDER BY unit_price) AS price
  FROM recompute_line
  WHERE of_service AND partial IS NULL
    AND (item_id, period_start, period_end) IN (SELECT item_id, period_start, period_end FROM asked)
  GROUP BY 1, 2, 3
)
SELECT DISTINCT ON (a.line_id) -a.line_id, 0, a.item_id, a.quantity, p.price, false, 'billed'
FROM asked a
LEFT JOIN usual u USING (item_id, period_start, period_end)
LEFT JOIN LATERAL (
  SELECT n.unit_price FROM billing_invoiceline n
  WHERE n.subscription_id = a.subscription_id AND n.kind = 'recurring'
    AND CASE a.partial WHEN 'start' THEN n.period_start = a.period_end ELSE n.period_end = a.period_start END
  ORDER BY n.id LIMIT 1) n ON true
CROSS JOIN LATERAL (VALUES (n.unit_price), (u.price)) p (price)
WHERE p.price IS NOT NULL
ORDER BY a.line_id, abs(p.price * a.quantity * a.part - a.amount), p.price;
--;
INSERT INTO bill_segment
SELECT s.id, c.period_start, c.period_end, c.start, c.period_end
FROM bill_subscription s JOIN recompute_changed c ON c.line_id = -s.id;
--;
ANALYZE bill_subscription, bill_segment;
