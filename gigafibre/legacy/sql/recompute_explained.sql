WITH priced AS (DELETE FROM bill_line WHERE customer_id = 0 RETURNING subscription_id, price, amount)
INSERT INTO recompute_given SELECT -subscription_id, price, amount FROM priced;
--;
DELETE FROM bill_customer WHERE customer_id = 0;
--;
ANALYZE recompute_given;
--;
-- Why a line differs. A whole period at another amount is another price. Part of a period may be the same days at another
-- price (as others were billed then, or he for the period beside it), rounded otherwise, or another count of days.
INSERT INTO recompute_difference
SELECT c.invoice_id, 'lines', x.cause,
       CASE WHEN c.price IS NULL THEN 'no_price'
            ELSE CASE x.cause WHEN 'price' THEN 'other_price' WHEN 'rounding' THEN 'rounded_days'
                              WHEN 'proration' THEN 'other_days' ELSE 'unexplained' END END,
       c.amount, coalesce(c.ours, 0),
       coalesce(nullif(c.sku, ''), '?') || ' ' || c.amount || ' → ' || coalesce(c.ours::text, '–')
         || CASE WHEN x.cause = 'proration' THEN ' (' || f.days || '/' || f.of_days || ')' ELSE '' END,
       x.cause = 'price' AND (c.partial IS NULL OR c.partial = 'end' OR g.amount = c.amount)
FROM recompute_changed c
LEFT JOIN recompute_given g USING (line_id)
CROSS JOIN LATERAL (
  SELECT c.price IS NULL OR c.partial IS NULL OR g.amount = c.amount AS priced,
         c.partial = 'start' AND abs(c.ours - c.amount) <= 0.01 AS rounded,
         c.partial = 'start' AND abs(g.amount - c.amount) <= 0.01 AS nearly) k
LEFT JOIN LATERAL (
  SELECT days, w.of_days FROM (VALUES (c.price), (g.price)) p (price)
  CROSS JOIN (VALUES (c.period_end - c.period_start), (30)) w (of_days)
  CROSS JOIN LATERAL generate_series(1, w.of_days) days
  CROSS JOIN LATERAL (
    SELECT abs(days - (c.period_end - c.start) * w.of_days::numeric / (c.period_end - c.period_start)) AS off) o
  WHERE (k.priced OR k.rounded OR k.nearly) IS NOT TRUE AND round(p.price * days / w.of_days, 2) = c.amount
    -- From a beginning on a count is a few days off, or the period whole; until an end any, where its price is known.
    AND (days < w.of_days OR w.of_days = c.period_end - c.period_start)
    AND CASE c.partial WHEN 'start' THEN o.off <= 2 OR days = w.of_days ELSE g.price IS NOT NULL END
  ORDER BY o.off LIMIT 1
) f ON true
CROSS JOIN LATERAL (
  SELECT CASE WHEN k.priced THEN 'price' WHEN k.rounded THEN 'rounding' WHEN k.nearly THEN 'price'
              WHEN f.days IS NOT NULL THEN 'proration' WHEN c.partial = 'end' THEN 'price' ELSE 'unknown' END AS cause) x;
--;
-- What the import put on a line of its own because the source's total is not the sum of its lines.
INSERT INTO recompute_difference
SELECT invoice_id, 'total', CASE WHEN abs(amount) <= 0.01 THEN 'rounding' ELSE 'unknown' END, 'not_the_sum', amount, 0, '', false
FROM recompute_line WHERE kind = 'adjustment' AND amount <> 0;
