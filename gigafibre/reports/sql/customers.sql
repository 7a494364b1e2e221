-- The list of customers: what it is filtered and sorted by. What a question doesn't name is not computed: each left join
-- gives at most one row, and scripts are joined for the rows of a page only (customers_shown.sql).
SELECT c.id, c.number, c.display_name AS name, c.sort_key, c.kind, c.segment, c.status, c.language, c.city, c.vip, c.bad_payer,
  c.customer_since AS since, c.ended_on, c.legacy_id, length(c.number) * 1000000000000 + substr(c.number, 3)::bigint AS number_key,
  s.text AS search_text,
  coalesce(m.balance, 0) AS balance, coalesce(m.overdue, 0) AS overdue,
  CASE WHEN m.overdue > 0 THEN %(today)s::date - m.oldest END AS overdue_days,
  coalesce(u.monthly, 0) AS monthly, coalesce(u.live, 0) AS live,
  a.customer_id IS NOT NULL AS arrangement, p.last_payment, w.customer_id IS NOT NULL AS autopay,
  v.customer_id IS NOT NULL AS invalid_method
FROM crm_customer c
LEFT JOIN crm_searchtext s ON s.customer_id = c.id AND s.location_id IS NULL
LEFT JOIN (
  SELECT customer_id, sum(CASE side WHEN 'debit' THEN open ELSE -open END) AS balance,
    sum(open) FILTER (WHERE side = 'debit' AND due_date < %(today)s) AS overdue,
    min(due_date) FILTER (WHERE side = 'debit') AS oldest
  FROM ledger_openitem WHERE open > 0 GROUP BY customer_id) m ON m.customer_id = c.id
LEFT JOIN (
  SELECT b.customer_id, count(*) AS live,
    round(sum(coalesce(b.price_override, i.price) * b.quantity / b.interval_months), 2) AS monthly
  FROM subscriptions_subscription b
  LEFT JOIN catalog_itemprice i ON i.item_id = b.item_id AND i.days @> greatest(b.charged_until, %(today)s::date)
  WHERE b.state = 'active' GROUP BY b.customer_id) u ON u.customer_id = c.id
LEFT JOIN (SELECT DISTINCT customer_id FROM collections_paymentarrangement WHERE status = 'open') a ON a.customer_id = c.id
LEFT JOIN (
  SELECT customer_id, max(date) AS last_payment FROM payments_payment WHERE amount > 0 AND mode NOT IN ('credit', 'adjustment')
  GROUP BY customer_id) p ON p.customer_id = c.id
LEFT JOIN (SELECT DISTINCT customer_id FROM payments_paymentmethod WHERE autopay) w ON w.customer_id = c.id
LEFT JOIN (SELECT DISTINCT customer_id FROM payments_paymentmethod WHERE state = 'invalid') v ON v.customer_id = c.id
WHERE c.merged_into_id IS NULL
