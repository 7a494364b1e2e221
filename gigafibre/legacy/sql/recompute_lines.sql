-- Every document is computed twice: as billed (its own key) and by the engine's lines (the key below zero).
INSERT INTO bill_customer (customer_id, date, language, tax_category)
SELECT k.key, d.rates_of, 'fr', d.category FROM recompute_document d
CROSS JOIN LATERAL (VALUES (d.invoice_id), (-d.invoice_id)) k (key);
--;
ANALYZE recompute_document, bill_customer;
--;
-- A special price is today's: it says nothing of the article the service had before. A service that began within the
-- period is charged from its first day; an end was not known yet when the period was billed in advance.
INSERT INTO recompute_line
SELECT l.id, l.invoice_id, coalesce(l.child_id, d.customer_id), l.location_id, l.subscription_id,
       coalesce(l.item_id, s.item_id), CASE WHEN coalesce(l.item_id, s.item_id) = s.item_id THEN s.price_override END,
       l.kind, l.sku, l.quantity, l.unit_price, l.amount, l.taxable, l.period_start, l.period_end,
       CASE WHEN b.began THEN s.started_on ELSE l.period_start END,
       l.kind = 'recurring' AND s.id IS NOT NULL AND l.period_start IS NOT NULL,
       CASE WHEN b.began THEN 'start'
            WHEN b.ended OR l.description ~ '\(.*\d.* au \d.*\)' THEN 'end' END
FROM billing_invoiceline l
JOIN recompute_document d ON d.invoice_id = l.invoice_id
LEFT JOIN subscriptions_subscription s ON s.id = l.subscription_id
CROSS JOIN LATERAL (
  SELECT s.started_on > l.period_start AND s.started_on < l.period_end AS began,
         least(s.cancelled_on, s.suspended_on, s.ends_on) > l.period_start
           AND least(s.cancelled_on, s.suspended_on, s.ends_on) < l.period_end AS ended) b
WHERE l.invoice_id BETWEEN %(low)s AND %(high)s;
--;
-- As billed; and what no service stands behind is the same for the engine, but for what made a wrong total right.
INSERT INTO bill_line (customer_id, member_id, location_id, kind, quantity, unit_price, amount, taxable)
SELECT k.key, l.member_id, l.location_id, l.kind, l.quantity, l.unit_price, l.amount, l.taxable
FROM recompute_line l
CROSS JOIN LATERAL (VALUES (l.invoice_id, true), (-l.invoice_id, NOT l.of_service AND l.kind <> 'adjustment')) k (key, stands)
WHERE k.stands;
--;
-- A line is a service of its own, by a key below zero: nothing charged in the live tables is taken for its days.
INSERT INTO bill_subscription (id, customer_id, member_id, location_id, item_id, quantity, override, keeps, outcome)
SELECT -line_id, -invoice_id, member_id, location_id, item_id, quantity, override, false, 'billed'
FROM recompute_line WHERE of_service;
--;
INSERT INTO bill_segment
SELECT -line_id, period_start, period_end, start, period_end FROM recompute_line WHERE of_service;
--;
ANALYZE bill_subscription, bill_segment, bill_change;
