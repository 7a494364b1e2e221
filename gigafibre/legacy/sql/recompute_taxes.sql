-- Taxes that our engine computes otherwise on the very lines that were billed.
INSERT INTO recompute_tax
SELECT invoice_id, tax_id, coalesce(b.amount, 0) AS billed, coalesce(o.amount, 0) AS ours
FROM (SELECT t.invoice_id, t.tax_id, t.amount FROM billing_invoicetax t
      WHERE t.invoice_id BETWEEN %(low)s AND %(high)s
        AND t.invoice_id IN (SELECT d.invoice_id FROM recompute_document d)) b
FULL JOIN (SELECT customer_id AS invoice_id, tax_id, amount FROM bill_tax WHERE customer_id > 0) o USING (invoice_id, tax_id)
WHERE coalesce(b.amount, 0) <> coalesce(o.amount, 0);
--;
-- Why: rounded otherwise (to the cent per line, or the tax on another tax on that one unrounded, or cut off), another
-- rate of this tax (that of the nearest days), spared or not, another sum of lines taxed. The first that gives the billed
-- amount to the cent.
INSERT INTO recompute_difference
SELECT w.invoice_id, t.code, coalesce(x.cause, 'unknown'), coalesce(x.explanation, 'unexplained'), w.billed, w.ours,
       coalesce(x.detail, ''), false
FROM recompute_tax w
JOIN billing_tax t ON t.id = w.tax_id
JOIN recompute_document d ON d.invoice_id = w.invoice_id
JOIN bill_sum s ON s.customer_id = w.invoice_id
LEFT JOIN bill_rate r ON r.category = d.category AND r.tax_id = w.tax_id
LEFT JOIN LATERAL (
  SELECT sum(o.rate) AS others FROM bill_rate o WHERE o.category = d.category AND NOT o.compound AND o.tax_id <> w.tax_id
) g ON r.compound
LEFT JOIN LATERAL (
  SELECT count(*) AS lines, sum(round((l.amount + round(l.amount * coalesce(g.others, 0), 2)) * r.rate, 2)) AS tax
  FROM recompute_line l WHERE l.invoice_id = w.invoice_id AND l.taxable) per_line ON true
LEFT JOIN LATERAL (
  SELECT 1 AS turn, 0 AS days, 'rounding' AS cause, 'per_line' AS explanation, '' AS detail
  WHERE per_line.tax = w.billed AND abs(w.billed - w.ours) <= 0.01 * per_line.lines
  UNION ALL
  SELECT 2, 0, 'rounding', 'tax_unrounded', ''
  WHERE r.compound AND round(s.taxable * (1 + coalesce(g.others, 0)) * r.rate, 2) = w.billed AND abs(w.billed - w.ours) <= 0.01
  UNION ALL
  SELECT 3, 0, 'rounding', 'cut_off', ''
  WHERE trunc(s.taxable * (1 + coalesce(g.others, 0)) * r.rate, 2) = w.billed AND abs(w.billed - w.ours) <= 0.01
  UNION ALL
  SELECT 4, 0, 'rate', 'not_charged', '' WHERE w.billed = 0
  UNION ALL
  SELECT 5, CASE WHEN o.days @> d.rates_of THEN 0 ELSE least(abs(lower(o.days) - d.rates_of), abs(upper(o.days) - d.rates_of)) END,
         'rate', CASE WHEN w.ours = 0 THEN 'not_spared' ELSE 'other_rate' END, trim_scale(o.rate * 100) || ' %%'
  FROM billing_taxrate o
  CROSS JOIN LATERAL (
    SELECT sum(b.amount) AS before FROM billing_invoicetax b
    WHERE b.invoice_id = w.invoice_id AND b.tax_id <> w.tax_id AND o.compound) plain
  WHERE o.tax_id = w.tax_id AND round((s.taxable + coalesce(plain.before, 0)) * o.rate, 2) = w.billed
  UNION ALL
  SELECT 6, 0, 'rate', 'all_taxed', '' WHERE round((s.subtotal + s.subtotal * coalesce(g.others, 0)) * r.rate, 2) = w.billed
  UNION ALL
  SELECT 7, 0, 'rate', 'line_spared', l.sku
  FROM recompute_line l
  WHERE l.invoice_id = w.invoice_id AND l.taxable
    AND round((s.taxable - l.amount) * (1 + coalesce(g.others, 0)) * r.rate, 2) = w.billed
  ORDER BY turn, days LIMIT 1) x ON true;
