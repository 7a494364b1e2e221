-- Money of today, of this month and of the last one; the next run.
SELECT r.*, v.*, n.*
FROM (
  SELECT coalesce(sum(amount) FILTER (WHERE date = %(today)s AND amount > 0), 0) AS received_today,
    count(*) FILTER (WHERE date = %(today)s AND amount > 0) AS payments_today,
    count(*) FILTER (WHERE date = %(today)s AND amount > 0 AND (mode = 'pad' OR method_id IS NOT NULL)) AS automatic_today,
    coalesce(sum(amount) FILTER (WHERE amount > 0), 0) AS received_month, count(*) FILTER (WHERE amount > 0) AS payments_month,
    coalesce(-sum(amount) FILTER (WHERE amount < 0), 0) AS returned_month
  FROM payments_payment WHERE date BETWEEN %(month)s AND %(today)s AND mode NOT IN ('credit', 'adjustment')) r
CROSS JOIN (
  SELECT coalesce(sum(CASE kind WHEN 'invoice' THEN total ELSE -total END) FILTER (WHERE date >= %(month)s), 0) AS invoiced,
    count(*) FILTER (WHERE date >= %(month)s AND kind = 'invoice') AS invoices,
    coalesce(sum(CASE kind WHEN 'invoice' THEN total ELSE -total END) FILTER (WHERE date < %(month)s), 0) AS invoiced_before
  FROM billing_invoice
  WHERE state = 'issued' AND date >= %(month)s::date - interval '1 month' AND date < %(month)s::date + interval '1 month') v
CROSS JOIN (
  SELECT min(b.charged_until) AS next_run, count(DISTINCT b.customer_id) FILTER (WHERE b.charged_until = b.first_due) AS next_customers,
    coalesce(sum(round(b.price * b.quantity, 2)) FILTER (WHERE b.charged_until = b.first_due), 0) AS next_amount
  FROM (
    SELECT s.customer_id, s.charged_until, s.quantity, coalesce(s.price_override, p.price) AS price,
      min(s.charged_until) OVER () AS first_due
    FROM subscriptions_subscription s
    LEFT JOIN catalog_itemprice p ON p.item_id = s.item_id AND p.days @> s.charged_until
    WHERE s.state = 'active') b) n
