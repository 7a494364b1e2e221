-- Everything of the documents in bill_document that needs no number: lines, taxes, charged and discounted days, levied
-- months, what certificates spared, taken charges. The documents themselves come after the number series, which is the
-- last thing locked. Parameters: run (or null).
UPDATE bill_document SET invoice_id = nextval(pg_get_serial_sequence('billing_invoice', 'id'));

ANALYZE bill_document;

WITH numbered AS MATERIALIZED (
  SELECT nextval(pg_get_serial_sequence('billing_invoiceline', 'id')) AS id, l.*, d.invoice_id, d.sign,
         row_number() OVER (PARTITION BY l.customer_id
                            ORDER BY l.member_id <> l.customer_id, l.member_id, l.location_id, l.subscription_id,
                                     l.kind = 'levy', l.period_start, l.promotion_id NULLS FIRST, l.pending_id)
           AS position
  FROM bill_line l JOIN bill_document d ON d.customer_id = l.customer_id
), lines AS (
  INSERT INTO billing_invoiceline (id, invoice_id, position, kind, subscription_id, child_id, location_id, item_id, sku,
    description, quantity, unit_price, amount, taxable, revenue_account, period_start, period_end)
  SELECT id, invoice_id, position, kind, subscription_id, nullif(member_id, customer_id), location_id, item_id, sku,
         left(description, 255), quantity,
         sign * unit_price, sign * amount, taxable, account, period_start, period_end
  FROM numbered
), charged AS (
  INSERT INTO billing_chargedperiod (subscription_id, kind, period, whole, price, amount, line_id)
  SELECT subscription_id, 'recurring', daterange(period_start, period_end), daterange(whole_start, whole_end), price,
         amount, id
  FROM numbered WHERE kind = 'recurring' AND whole_start IS NOT NULL
), promoted AS (
  INSERT INTO billing_promotedperiod (promotion_id, period, whole, discount, amount, line_id)
  SELECT promotion_id, daterange(period_start, period_end), daterange(whole_start, whole_end), -unit_price, -amount, id
  FROM numbered WHERE kind = 'promotion'
), levied AS (
  INSERT INTO billing_leviedmonth (subscription_id, month, amount, line_id)
  SELECT n.subscription_id, m.month::date, n.amount / count(*) OVER (PARTITION BY n.id), n.id
  FROM numbered n
  CROSS JOIN LATERAL generate_series(n.period_start::timestamp, (n.period_end - 1)::timestamp, interval '1 month') m (month)
  WHERE n.kind = 'levy'
), relieved AS (
  INSERT INTO billing_linerelief (line_id, tax_id, exemption_id, treatment)
  SELECT n.id, x.tax_id, x.exemption_id, x.treatment
  FROM bill_exempt x
  JOIN numbered n ON n.member_id = x.member_id AND n.location_id IS NOT DISTINCT FROM x.location_id AND n.taxable
)
UPDATE billing_pendingcharge p SET line_id = n.id FROM numbered n WHERE n.pending_id = p.id;

INSERT INTO billing_invoicetax (invoice_id, tax_id, rate, base, amount)
SELECT d.invoice_id, t.tax_id, t.rate, d.sign * t.base, d.sign * t.amount
FROM bill_tax t JOIN bill_document d ON d.customer_id = t.customer_id;

INSERT INTO bill_moved
SELECT g.subscription_id, max(g.upto)
FROM bill_segment g JOIN bill_subscription s ON s.id = g.subscription_id AND s.outcome = 'billed' GROUP BY 1;

-- Credit that will be applied is locked now, in key order, so that nothing waits for it once numbers are taken.
SELECT count(*) FROM (
  SELECT i.id FROM ledger_openitem i
  WHERE i.open > 0 AND i.customer_id IN (
    SELECT c.customer_id FROM ledger_openitem c JOIN bill_scope s ON s.customer_id = c.customer_id
    WHERE c.side = 'credit' AND c.open > 0)
  ORDER BY i.id FOR NO KEY UPDATE) locked;
