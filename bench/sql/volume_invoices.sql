-- The invoices of the months before: each customer live at the time, the lines of what he had, taxes of today.
CREATE TEMP TABLE v_line ON COMMIT DROP AS
SELECT s.customer_id, m.day, s.id AS subscription_id, s.location_id, s.item_id, i.sku, i.name_fr AS description,
       coalesce(s.price_override, p.price) AS price, g.revenue_account,
       row_number() OVER (PARTITION BY s.customer_id, m.day ORDER BY s.location_id, s.id) AS position
FROM generate_series(0, %(months)s - 1) n
CROSS JOIN LATERAL (SELECT (%(last_month)s::date - make_interval(months => n))::date AS day) m
JOIN subscriptions_subscription s ON s.started_on <= m.day AND (s.cancelled_on IS NULL OR s.cancelled_on > m.day)
  AND (s.interval_months = 1 OR extract(month FROM s.anchor) = extract(month FROM m.day))
  AND (s.suspended_on IS NULL OR s.suspended_on > m.day)
JOIN catalog_item i ON i.id = s.item_id JOIN catalog_itemgroup g ON g.id = i.group_id
JOIN catalog_itemprice p ON p.item_id = i.id AND p.days @> m.day;

CREATE TEMP TABLE v_invoice ON COMMIT DROP AS
SELECT s.*, nextval(pg_get_serial_sequence('billing_invoice', 'id')) AS id
FROM (SELECT l.customer_id, l.day, sum(l.price) AS subtotal, round(sum(l.price) * 0.05, 2) AS gst,
             round(sum(l.price) * 0.09975, 2) AS qst
      FROM v_line l GROUP BY 1, 2 HAVING sum(l.price) > 0 ORDER BY 2, 1) s;
CREATE INDEX ON v_invoice (customer_id, day);
ANALYZE v_invoice;

INSERT INTO billing_invoice (id, number, kind, state, customer_id, date, due_date, subtotal, tax_total, total, bill_name,
  bill_address, language, po_number, notes, message, issued_at, legacy_id)
SELECT v.id, (100000 + v.id)::text, 'invoice', 'issued', v.customer_id, v.day, v.day + 20, v.subtotal, v.gst + v.qst,
       v.subtotal + v.gst + v.qst, c.display_name,
       jsonb_build_array(c.line1, c.city || ' ' || c.province || ' ' || c.postal_code), c.language, '', '', '', v.day, v.id
FROM v_invoice v JOIN crm_customer c ON c.id = v.customer_id;

INSERT INTO billing_invoiceline (invoice_id, position, kind, subscription_id, location_id, item_id, sku, description,
  quantity, unit_price, amount, taxable, revenue_account, period_start, period_end)
SELECT v.id, l.position, 'recurring', l.subscription_id, l.location_id, l.item_id, l.sku, l.description, 1, l.price,
       l.price, true, l.revenue_account, l.day, l.day + interval '1 month'
FROM v_line l JOIN v_invoice v ON v.customer_id = l.customer_id AND v.day = l.day;

INSERT INTO billing_invoicetax (invoice_id, tax_id, rate, base, amount)
SELECT v.id, t.id, CASE t.code WHEN 'GST' THEN 0.05 ELSE 0.09975 END, v.subtotal,
       CASE t.code WHEN 'GST' THEN v.gst ELSE v.qst END
FROM v_invoice v JOIN billing_tax t ON t.code IN ('GST', 'QST');

UPDATE kernel_series SET next = 700001 WHERE code = 'invoice';
