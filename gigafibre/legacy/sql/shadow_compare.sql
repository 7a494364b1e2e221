-- A day's shadow documents beside the invoices that the import brought of it. Parameters: cycle, day, now, by.
DROP TABLE IF EXISTS pg_temp.shadow_theirs, pg_temp.shadow_ours, pg_temp.shadow_line, pg_temp.shadow_tax, pg_temp.shadow_found;
--;
-- Whoever pays for others here has their invoices beside his own; a credit note counts as less.
CREATE TEMP TABLE shadow_theirs ON COMMIT DROP AS
SELECT i.id, coalesce(c.parent_id, c.id) AS customer_id, i.number, CASE i.kind WHEN 'credit_note' THEN -1 ELSE 1 END AS sign,
       i.subtotal, i.tax_total, i.total
FROM legacy_standing i JOIN crm_customer c ON c.id = i.customer_id
WHERE i.date = %(day)s;
--;
-- A document of nothing is one that nobody sends.
CREATE TEMP TABLE shadow_ours ON COMMIT DROP AS
SELECT d.customer_id, d.lines, d.taxes, d.parked, d.total, t.total AS theirs, t.numbers
FROM legacy_shadowdocument d
LEFT JOIN (SELECT customer_id, sum(sign * total) AS total, jsonb_agg(number ORDER BY id) AS numbers
           FROM shadow_theirs GROUP BY 1) t ON t.customer_id = d.customer_id
WHERE d.cycle_id = %(cycle)s AND d.lines <> '[]' AND (d.total <> 0 OR t.total IS NOT NULL);
--;
ANALYZE shadow_theirs;
--;
ANALYZE shadow_ours;
--;
-- The lines of whom both bill, brought together by subscription, else by code, else by their words. `taxable` is ours
-- where we have the line. `whole` says that ours is one full period at its price.
CREATE TEMP TABLE shadow_line ON COMMIT DROP AS
WITH ours AS (
  SELECT o.customer_id, k.key, sum(x.amount) AS amount, bool_or(x.taxable) AS taxable, max(x.price) AS price,
         count(*) = 1 AND bool_and(x.kind = 'recurring' AND x.amount = x.price) AS whole, max(x.subscription) AS subscription,
         jsonb_agg(e.line ORDER BY e.place) AS lines
  FROM shadow_ours o
  CROSS JOIN LATERAL jsonb_array_elements(o.lines) WITH ORDINALITY e (line, place)
  CROSS JOIN LATERAL jsonb_to_record(e.line) AS x (subscription text, kind text, sku text, description text, price numeric,
    amount numeric, taxable boolean)
  CROSS JOIN LATERAL (SELECT CASE WHEN x.kind = 'levy' THEN 'levy:' || x.subscription WHEN x.subscription <> '' THEN x.subscription
    WHEN x.sku <> '' THEN 'sku:' || upper(x.sku) ELSE 'words:' || left(fold(x.description), 60) END AS key) k
  WHERE o.theirs IS NOT NULL
  GROUP BY 1, 2
), theirs AS (
  SELECT t.customer_id, k.key, sum(t.sign * l.amount) AS amount, bool_or(l.taxable) AS taxable,
         max(round(l.unit_price * l.quantity, 2)) AS price, count(*) AS lines, max(s.number) AS subscription,
         coalesce(bool_or(d.days[1] <> '1' OR d.days[2]::int < 28), false) AS partial,
         jsonb_agg(jsonb_build_object('invoice', t.number, 'kind', l.kind, 'sku', l.sku, 'description', l.description,
           'quantity', l.quantity::text, 'unit_price', l.unit_price::text, 'amount', (t.sign * l.amount)::text,
           'taxable', l.taxable, 'from', l.period_start, 'until', l.period_end) ORDER BY t.id, l.position) AS list
  FROM shadow_theirs t
  JOIN shadow_ours o ON o.customer_id = t.customer_id
  JOIN billing_invoiceline l ON l.invoice_id = t.id
  LEFT JOIN subscriptions_subscription s ON s.id = l.subscription_id
  CROSS JOIN LATERAL (SELECT CASE WHEN l.kind = 'adjustment' THEN 'adjustment' WHEN s.id IS NOT NULL THEN s.number
    WHEN l.sku <> '' THEN 'sku:' || upper(l.sku) ELSE 'words:' || left(fold(l.description), 60) END AS key) k
  -- The old system prints the days of a part of a month: (16 novembre au 30 novembre).
  CROSS JOIN LATERAL (SELECT regexp_match(l.description, '\((\d{1,2})\D[^()]* au (\d{1,2})\D[^()]*\)') AS days) d
  GROUP BY 1, 2
)
SELECT customer_id, key, o.amount AS ours, t.amount AS theirs, coalesce(o.taxable, t.taxable) AS taxable,
       coalesce(o.subscription, t.subscription, '') AS subscription,
       CASE WHEN key = 'adjustment' THEN 'unknown'
            WHEN t.amount IS NULL THEN 'line_extra'
            WHEN o.amount IS NULL THEN 'line_missing'
            WHEN o.subscription <> '' AND (NOT o.whole OR t.lines > 1 OR t.partial
              OR (o.price <> 0 AND abs(t.amount / o.price) >= 2 AND mod(t.amount, o.price) = 0)
              OR (t.price <> 0 AND abs(o.amount / t.price) >= 2 AND mod(o.amount, t.price) = 0)) THEN 'period'
            ELSE 'price' END AS kind,
       coalesce(o.lines, '[]') AS our_lines, coalesce(t.list, '[]') AS their_lines
FROM ours o FULL JOIN theirs t USING (customer_id, key)
WHERE coalesce(o.amount, 0) <> coalesce(t.amount, 0);
--;
ANALYZE shadow_line;
--;
-- `ours` is what our rates ask on their lines, so that a tax that only follows its lines is no difference of its own. (A
-- compound tax would follow the others too; none is since 2013, and cycles are days to come.)
CREATE TEMP TABLE shadow_tax ON COMMIT DROP AS
WITH moved AS (
  SELECT customer_id, sum(coalesce(theirs, 0) - coalesce(ours, 0)) AS base FROM shadow_line WHERE taxable GROUP BY 1
), ours AS (
  SELECT o.customer_id, x.tax, x.amount, CASE WHEN coalesce(m.base, 0) = 0 THEN x.amount
           ELSE round((x.base + m.base) * x.rate, 2) END AS expected, x.rate
  FROM shadow_ours o
  CROSS JOIN LATERAL jsonb_to_recordset(o.taxes) AS x (tax text, rate numeric, base numeric, amount numeric)
  LEFT JOIN moved m ON m.customer_id = o.customer_id
  WHERE o.theirs IS NOT NULL
), theirs AS (
  SELECT t.customer_id, x.code AS tax, sum(t.sign * v.amount) AS amount
  FROM shadow_theirs t JOIN shadow_ours o ON o.customer_id = t.customer_id
  JOIN billing_invoicetax v ON v.invoice_id = t.id JOIN billing_tax x ON x.id = v.tax_id
  GROUP BY 1, 2
)
SELECT customer_id, tax, coalesce(o.amount, 0) AS billed, coalesce(o.expected, 0) AS ours, coalesce(t.amount, 0) AS theirs, o.rate
FROM ours o FULL JOIN theirs t USING (customer_id, tax);
--;
ANALYZE shadow_tax;
--;
CREATE TEMP TABLE shadow_found ON COMMIT DROP AS
SELECT customer_id, 'only_ours'::text AS kind, ''::text AS key, total AS ours, NULL::numeric AS theirs,
       jsonb_build_object('our_lines', lines, 'invoices', '[]'::jsonb) AS detail
FROM shadow_ours WHERE theirs IS NULL
UNION ALL
SELECT t.customer_id, 'only_theirs', '', NULL, sum(t.sign * t.total),
       jsonb_build_object('invoices', jsonb_agg(t.number ORDER BY t.id), 'parked', coalesce(max(d.parked::text)::jsonb, '[]'),
         'their_lines', jsonb_path_query_array(jsonb_agg(l.lines ORDER BY t.id), '$[*][*]'))
FROM shadow_theirs t
LEFT JOIN LATERAL (
  SELECT jsonb_agg(jsonb_build_object('invoice', t.number, 'kind', v.kind, 'sku', v.sku, 'description', v.description,
           'quantity', v.quantity::text, 'unit_price', v.unit_price::text, 'amount', (t.sign * v.amount)::text,
           'taxable', v.taxable, 'from', v.period_start, 'until', v.period_end,
           'subscription', coalesce(s.number, '')) ORDER BY v.position) AS lines
  FROM billing_invoiceline v LEFT JOIN subscriptions_subscription s ON s.id = v.subscription_id WHERE v.invoice_id = t.id) l ON true
LEFT JOIN legacy_shadowdocument d ON d.cycle_id = %(cycle)s AND d.customer_id = t.customer_id
WHERE NOT EXISTS (SELECT FROM shadow_ours o WHERE o.customer_id = t.customer_id)
GROUP BY 1 HAVING sum(t.sign * t.total) <> 0
UNION ALL
SELECT l.customer_id, l.kind, l.key, l.ours, l.theirs,
       jsonb_build_object('subscription', l.subscription, 'our_lines', l.our_lines, 'their_lines', l.their_lines,
         'invoices', o.numbers, 'parked', (SELECT coalesce(jsonb_agg(p), '[]') FROM jsonb_array_elements(o.parked) p
                                           WHERE p ->> 'subscription' = l.subscription))
FROM shadow_line l JOIN shadow_ours o ON o.customer_id = l.customer_id
UNION ALL
SELECT x.customer_id, CASE WHEN abs(x.ours - x.theirs) <= 0.01 THEN 'rounding' ELSE 'tax' END, x.tax, x.ours, x.theirs,
       jsonb_build_object('tax', x.tax, 'rate', x.rate::text, 'billed', x.billed::text, 'invoices', o.numbers)
FROM shadow_tax x JOIN shadow_ours o ON o.customer_id = x.customer_id
WHERE x.ours <> x.theirs;
--;
CREATE UNIQUE INDEX ON shadow_found (customer_id, kind, key);
--;
ANALYZE shadow_found;
--;
-- What is gone needs nobody any more; what moved is open again; what stayed keeps owner, state and reason.
DELETE FROM legacy_shadowdifference d
WHERE d.cycle_id = %(cycle)s AND NOT EXISTS (
  SELECT FROM shadow_found f WHERE (f.customer_id, f.kind, f.key) = (d.customer_id, d.kind, d.key));
--;
UPDATE legacy_shadowdifference d
SET ours = f.ours, theirs = f.theirs, amount = coalesce(f.ours, 0) - coalesce(f.theirs, 0), detail = f.detail,
    state = 'open', reason = '', settled_at = NULL, settled_by = ''
FROM shadow_found f
WHERE d.cycle_id = %(cycle)s AND (f.customer_id, f.kind, f.key) = (d.customer_id, d.kind, d.key)
  AND (d.ours, d.theirs) IS DISTINCT FROM (f.ours, f.theirs);
--;
INSERT INTO legacy_shadowdifference (cycle_id, customer_id, kind, key, ours, theirs, amount, detail, state, reason, settled_by, found_at)
SELECT %(cycle)s, f.customer_id, f.kind, f.key, f.ours, f.theirs, coalesce(f.ours, 0) - coalesce(f.theirs, 0), f.detail, 'open', '', '', %(now)s
FROM shadow_found f
WHERE NOT EXISTS (SELECT FROM legacy_shadowdifference d
                  WHERE d.cycle_id = %(cycle)s AND (f.customer_id, f.kind, f.key) = (d.customer_id, d.kind, d.key))
ORDER BY f.customer_id, f.kind, f.key;
--;
UPDATE legacy_shadowdocument d SET invoices = coalesce(o.numbers, '[]'), theirs = o.theirs
FROM shadow_ours o
WHERE d.cycle_id = %(cycle)s AND d.customer_id = o.customer_id
  AND (d.invoices, d.theirs) IS DISTINCT FROM (coalesce(o.numbers, '[]'), o.theirs);
--;
-- Whoever is billed by either and has no difference is billed equally, to the cent. What the differences do not add up to
-- is the taxes that follow other lines.
UPDATE legacy_shadowcycle c
SET state = 'compared', compared_at = %(now)s, compared_by = %(by)s, invoices = t.invoices, theirs = t.theirs, customers = w.customers, equal = w.customers - f.customers,
    figures = f.figures, following = c.ours - t.theirs - f.amount
FROM (SELECT count(*) AS invoices, coalesce(sum(sign * total), 0) AS theirs FROM shadow_theirs) t,
     (SELECT count(*) AS customers FROM (SELECT customer_id FROM shadow_ours UNION SELECT customer_id FROM shadow_theirs) w) w,
     (SELECT coalesce(sum(amount), 0) AS amount,
             coalesce(jsonb_object_agg(kind, jsonb_build_object('count', n, 'customers', who, 'amount', amount::text)), '{}') AS figures,
             (SELECT count(DISTINCT customer_id) FROM shadow_found) AS customers
      FROM (SELECT kind, count(*) AS n, count(DISTINCT customer_id) AS who,
                   sum(coalesce(ours, 0) - coalesce(theirs, 0)) AS amount FROM shadow_found GROUP BY 1) k) f
WHERE c.id = %(cycle)s;
