-- Money of today, of this month and of the last one; what is owed by days past due; promises; the next run.
SELECT r.*, v.*, o.*, a.*, n.*, w.*
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
  SELECT coalesce(sum(open) FILTER (WHERE side = 'debit'), 0) AS receivable,
    coalesce(sum(open) FILTER (WHERE side = 'credit'), 0) AS credits,
    coalesce(sum(open) FILTER (WHERE late <= 0), 0) AS current,
    coalesce(sum(open) FILTER (WHERE late BETWEEN 1 AND 30), 0) AS days_1_30,
    coalesce(sum(open) FILTER (WHERE late BETWEEN 31 AND 60), 0) AS days_31_60,
    coalesce(sum(open) FILTER (WHERE late BETWEEN 61 AND 90), 0) AS days_61_90,
    coalesce(sum(open) FILTER (WHERE late > 90), 0) AS over_90,
    coalesce(sum(open) FILTER (WHERE late > 0), 0) AS overdue,
    count(DISTINCT customer_id) FILTER (WHERE late > 0) AS overdue_customers
  FROM (SELECT customer_id, side, open, CASE side WHEN 'debit' THEN greatest(%(today)s::date - coalesce(due_date, date), 0) END AS late
        FROM ledger_openitem WHERE open > 0) i) o
CROSS JOIN (
  SELECT count(*) AS arrangements, coalesce(sum(amount), 0) AS promised,
    count(*) FILTER (WHERE due_on < %(today)s) AS arrangements_late
  FROM collections_paymentarrangement WHERE status = 'open') a
CROSS JOIN (
  SELECT min(b.charged_until) AS next_run, count(DISTINCT b.customer_id) FILTER (WHERE b.charged_until = b.first_due) AS next_customers,
    coalesce(sum(round(b.price * b.quantity, 2)) FILTER (WHERE b.charged_until = b.first_due), 0) AS next_amount
  FROM (
    SELECT s.customer_id, s.charged_until, s.quantity, coalesce(s.price_override, p.price) AS price,
      min(s.charged_until) OVER () AS first_due
    FROM subscriptions_subscription s
    LEFT JOIN catalog_itemprice p ON p.item_id = s.item_id AND p.days @> s.charged_until
    WHERE s.state = 'active') b) n
CROSS JOIN (
  SELECT (SELECT count(*) FROM kernel_delivery WHERE state = 'parked')
           + (SELECT count(*) FROM kernel_intent WHERE state IN ('parked', 'unknown')) AS parked,
    (SELECT count(*) FROM payments_paymentmethod m JOIN crm_customer c ON c.id = m.customer_id
     WHERE m.state = 'invalid' AND c.status = 'active') AS invalid_methods,
    (SELECT count(*) FROM billing_invoice WHERE state = 'draft') AS drafts) w
