-- Everything the head of a customer's page says, in one row.
SELECT c.id, c.number, c.display_name, c.kind, c.segment, c.status, c.title, c.first_name, c.last_name, c.company, c.language,
  c.vip, c.bad_payer, c.tax_category, c.invoice_delivery, c.billing_day, c.customer_since, c.ended_on, c.end_reason, c.placeholder,
  c.line1, c.line2, c.city, c.province, c.postal_code, c.legacy_id, c.legacy_customer_id,
  coalesce(o.balance, 0) AS balance, coalesce(o.overdue, 0) AS overdue, coalesce(o.open_invoices, 0) AS open_invoices,
  coalesce(o.credit, 0) AS credit, o.oldest_due, s.active, s.paused, s.suspended, coalesce(s.monthly, 0) AS monthly,
  s.next_on, coalesce(s.next_amount, 0) AS next_amount,
  to_jsonb(m) AS method, to_jsonb(a) AS arrangement, to_jsonb(x) AS suspension
FROM crm_customer c
LEFT JOIN LATERAL (
  SELECT sum(CASE i.side WHEN 'debit' THEN i.open ELSE -i.open END) AS balance,
    sum(i.open) FILTER (WHERE i.side = 'debit' AND i.due_date < %(today)s) AS overdue,
    count(*) FILTER (WHERE i.side = 'debit') AS open_invoices, sum(i.open) FILTER (WHERE i.side = 'credit') AS credit,
    min(i.due_date) FILTER (WHERE i.side = 'debit') AS oldest_due
  FROM ledger_openitem i WHERE i.customer_id = c.id AND i.open > 0) o ON true
LEFT JOIN LATERAL (
  SELECT count(*) FILTER (WHERE u.state = 'active') AS active, count(*) FILTER (WHERE u.state = 'paused') AS paused,
    count(*) FILTER (WHERE u.state = 'suspended') AS suspended,
    round(sum(u.price * u.quantity / u.interval_months) FILTER (WHERE u.state = 'active'), 2) AS monthly,
    min(u.charged_until) FILTER (WHERE u.state = 'active') AS next_on,
    sum(round(u.price * u.quantity, 2)) FILTER (WHERE u.state = 'active' AND u.charged_until = u.first_due) AS next_amount
  FROM (
    SELECT b.*, coalesce(b.price_override, p.price) AS price,
      min(b.charged_until) FILTER (WHERE b.state = 'active') OVER () AS first_due
    FROM subscriptions_subscription b
    LEFT JOIN catalog_itemprice p ON p.item_id = b.item_id AND p.days @> greatest(b.charged_until, %(today)s::date)
    WHERE b.customer_id = c.id AND b.state IN ('active', 'paused', 'suspended')) u) s ON true
LEFT JOIN LATERAL (
  SELECT kind, state, autopay, institution, last4, brand, invalid_because, holder FROM payments_paymentmethod
  WHERE customer_id = c.id AND state <> 'inactive' ORDER BY autopay DESC, state, id DESC LIMIT 1) m ON true
LEFT JOIN LATERAL (
  SELECT id, amount::text, due_on, cutoff_on, method, agent, note, status FROM collections_paymentarrangement
  WHERE customer_id = c.id AND status = 'open' ORDER BY due_on NULLS LAST, id DESC LIMIT 1) a ON true
LEFT JOIN LATERAL (
  SELECT starts_on, ends_on, voluntary, reason, by FROM collections_suspension
  WHERE customer_id = c.id AND starts_on <= %(today)s AND (ends_on IS NULL OR ends_on > %(today)s)
  ORDER BY starts_on DESC LIMIT 1) x ON true
-- The number of one who was merged leads to the one he is.
WHERE c.id = (SELECT coalesce(f.merged_into_id, f.id) FROM crm_customer f WHERE f.number = %(number)s)
