-- What the scratch tables of billing's computation hold, kept as a day's shadow documents. Parameters: cycle, now, by.
DELETE FROM legacy_shadowdocument WHERE cycle_id = %(cycle)s;
--;
-- An amount larger than any the books take leaves its customer out. Every tax of the category is kept with its rate, also one that comes to nothing: it may be owed on theirs.
INSERT INTO legacy_shadowdocument (cycle_id, customer_id, subtotal, tax_total, total, lines, taxes, parked, invoices)
SELECT %(cycle)s, k.customer_id, coalesce(d.subtotal, 0), coalesce(d.tax_total, 0), coalesce(d.total, 0),
       coalesce(l.lines, '[]'), coalesce(t.taxes, '[]'), coalesce(p.parked, '[]'), '[]'
FROM (SELECT customer_id FROM bill_document WHERE abs(total) < 1e10
      UNION SELECT customer_id FROM bill_subscription WHERE outcome = 'parked') k
LEFT JOIN bill_document d ON d.customer_id = k.customer_id AND abs(d.total) < 1e10
LEFT JOIN (
  SELECT l.customer_id, jsonb_agg(jsonb_build_object(
           'subscription', coalesce(s.number, ''), 'kind', l.kind, 'sku', coalesce(l.sku, ''),
           'description', l.description, 'quantity', l.quantity::text, 'unit_price', l.unit_price::text,
           'price', l.price::text, 'amount', l.amount::text, 'taxable', l.taxable,
           'from', l.period_start, 'until', l.period_end) ORDER BY s.number, l.period_start, l.kind DESC, l.pending_id) AS lines
  FROM bill_line l LEFT JOIN subscriptions_subscription s ON s.id = l.subscription_id
  WHERE abs(l.amount) < 1e10
  GROUP BY 1) l ON l.customer_id = k.customer_id
LEFT JOIN (
  SELECT c.customer_id, jsonb_agg(jsonb_build_object(
           'tax', x.code, 'rate', r.rate::text, 'base', coalesce(b.base, 0)::text,
           'amount', coalesce(b.amount, 0)::text) ORDER BY x.position) AS taxes
  FROM bill_customer c
  JOIN bill_rate r ON r.category = c.tax_category
  JOIN billing_tax x ON x.id = r.tax_id
  LEFT JOIN bill_tax b ON b.customer_id = c.customer_id AND b.tax_id = r.tax_id
  GROUP BY 1) t ON t.customer_id = k.customer_id
LEFT JOIN (
  SELECT b.customer_id, jsonb_agg(jsonb_build_object('subscription', s.number, 'cause', b.cause) ORDER BY s.number) AS parked
  FROM bill_subscription b JOIN subscriptions_subscription s ON s.id = b.id
  WHERE b.outcome = 'parked' GROUP BY 1) p ON p.customer_id = k.customer_id
ORDER BY k.customer_id;
--;
UPDATE legacy_shadowcycle c
SET computed_at = %(now)s, computed_by = %(by)s, documents = d.documents, ours = d.ours, parked = d.parked
FROM (SELECT count(*) FILTER (WHERE lines <> '[]') AS documents, coalesce(sum(total), 0) AS ours,
             coalesce(sum(jsonb_array_length(parked)), 0) AS parked
      FROM legacy_shadowdocument WHERE cycle_id = %(cycle)s) d
WHERE c.id = %(cycle)s;
