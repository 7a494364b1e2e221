-- Taxes and documents of all lines in bill_line, for the documents of bill_customer: at the rates in bill_rate, by the
-- certificates of each document's day. Reads nothing of what is billed: a run fills those tables with what is due, the
-- oracle (`legacy`) with what was billed years ago.

INSERT INTO bill_sum
SELECT customer_id, count(*), sum(amount), coalesce(sum(amount) FILTER (WHERE taxable), 0) FROM bill_line GROUP BY 1;

ANALYZE bill_sum;

-- What certificates of the day spare, by the place of each line; of two for one place and tax, the place's own counts.
INSERT INTO bill_exempt
SELECT DISTINCT ON (l.customer_id, l.member_id, l.location_id, x.tax_id)
       l.customer_id, l.member_id, l.location_id, x.tax_id, e.id, e.treatment
FROM billing_taxexemption e
JOIN billing_exemptedtax x ON x.exemption_id = e.id
JOIN bill_line l ON l.member_id = e.customer_id AND l.taxable AND (e.location_id IS NULL OR e.location_id = l.location_id)
JOIN bill_customer c ON c.customer_id = l.customer_id
JOIN bill_rate r ON r.category = c.tax_category AND r.tax_id = x.tax_id
WHERE e.days @> c.date
ORDER BY l.customer_id, l.member_id, l.location_id, x.tax_id, e.location_id NULLS LAST, e.id;

INSERT INTO bill_relief
SELECT l.customer_id, x.tax_id, sum(l.amount)
FROM bill_exempt x
JOIN bill_line l ON l.customer_id = x.customer_id AND l.member_id = x.member_id
                AND l.location_id IS NOT DISTINCT FROM x.location_id AND l.taxable
GROUP BY 1, 2;

-- One tax per document, rounded once; a compound one (QST before 2013) is computed on the price with the others.
INSERT INTO bill_tax
WITH based AS (
  SELECT s.customer_id, r.tax_id, r.account, r.rate, r.compound, s.taxable - coalesce(f.amount, 0) AS base
  FROM bill_sum s JOIN bill_customer c USING (customer_id) JOIN bill_rate r ON r.category = c.tax_category
  LEFT JOIN bill_relief f ON f.customer_id = s.customer_id AND f.tax_id = r.tax_id
), plain AS (
  SELECT customer_id, tax_id, account, rate, base, round(base * rate, 2) AS amount
  FROM based WHERE NOT compound AND base <> 0
), compound AS (
  SELECT b.customer_id, b.tax_id, b.account, b.rate, b.base + coalesce(p.amount, 0) AS base
  FROM based b LEFT JOIN (SELECT customer_id, sum(amount) AS amount FROM plain GROUP BY 1) p USING (customer_id)
  WHERE b.compound AND b.base <> 0
)
SELECT * FROM plain
UNION ALL
SELECT customer_id, tax_id, account, rate, base, round(base * rate, 2) FROM compound;

ANALYZE bill_tax;

-- A document that comes to less than nothing is a credit note, printed in positive amounts.
INSERT INTO bill_document (customer_id, kind, sign, lines, subtotal, tax_total, total)
SELECT s.customer_id, CASE WHEN x.total < 0 THEN 'credit_note' ELSE 'invoice' END,
       CASE WHEN x.total < 0 THEN -1 ELSE 1 END, s.lines, s.subtotal, x.total - s.subtotal, x.total
FROM bill_sum s
LEFT JOIN (SELECT customer_id, sum(amount) AS amount FROM bill_tax GROUP BY 1) t USING (customer_id)
CROSS JOIN LATERAL (SELECT s.subtotal + coalesce(t.amount, 0) AS total) x;
