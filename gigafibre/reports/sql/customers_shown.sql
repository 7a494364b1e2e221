-- What a row of the list of customers shows, for one customer of the page.
SELECT c.number, c.display_name AS name, c.kind, c.segment, c.status, c.language, c.city, c.vip, c.bad_payer,
  c.customer_since AS since, c.ended_on, c.legacy_id, coalesce(m.balance, 0) AS balance, coalesce(m.overdue, 0) AS overdue,
  CASE WHEN m.overdue > 0 THEN %(today)s::date - m.oldest END AS overdue_days,
  coalesce(u.monthly, 0) AS monthly, u.services, a.due_on AS arrangement_due, a.due_on IS NOT NULL OR a.id IS NOT NULL AS arrangement,
  w.kind AS payment_method, p.date AS last_payment, p.amount AS last_amount
FROM crm_customer c
LEFT JOIN LATERAL (
  SELECT sum(CASE o.side WHEN 'debit' THEN o.open ELSE -o.open END) AS balance,
    sum(o.open) FILTER (WHERE o.side = 'debit' AND o.due_date < %(today)s) AS overdue,
    min(o.due_date) FILTER (WHERE o.side = 'debit') AS oldest
  FROM ledger_openitem o WHERE o.customer_id = c.id AND o.open > 0) m ON true
LEFT JOIN LATERAL (
  SELECT round(sum(coalesce(b.price_override, i.price) * b.quantity / b.interval_months) FILTER (WHERE b.state = 'active'), 2) AS monthly,
    array_agg(DISTINCT CASE %(language)s WHEN 'en' THEN t.name_en ELSE t.name_fr END)
      FILTER (WHERE t.service_kind IN ('internet', 'telephone', 'tv')) AS services
  FROM subscriptions_subscription b JOIN catalog_item t ON t.id = b.item_id
  LEFT JOIN catalog_itemprice i ON i.item_id = b.item_id AND i.days @> greatest(b.charged_until, %(today)s::date)
  WHERE b.customer_id = c.id AND b.state IN ('active', 'suspended', 'paused')) u ON true
LEFT JOIN LATERAL (
  SELECT x.id, x.due_on FROM collections_paymentarrangement x WHERE x.customer_id = c.id AND x.status = 'open'
  ORDER BY x.due_on NULLS LAST, x.id DESC LIMIT 1) a ON true
LEFT JOIN LATERAL (
  SELECT CASE x.kind WHEN 'bank' THEN 'pad' ELSE 'card' END AS kind FROM payments_paymentmethod x
  WHERE x.customer_id = c.id AND x.autopay LIMIT 1) w ON true
LEFT JOIN LATERAL (
  SELECT y.date, y.amount FROM payments_payment y
  WHERE y.customer_id = c.id AND y.amount > 0 AND y.mode NOT IN ('credit', 'adjustment')
  ORDER BY y.date DESC, y.id DESC LIMIT 1) p ON true
WHERE c.id = page.id
