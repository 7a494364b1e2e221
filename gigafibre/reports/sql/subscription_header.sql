-- One subscription with everything that stands still about it: what, for whom, where, at which price and why.
SELECT s.id, s.number, s.state, c.id AS customer_id, c.number AS customer, c.display_name AS customer_name,
  c.kind = 'individual' AS consumer, l.number AS location, l.label AS location_label,
  concat_ws(', ', nullif(l.line1, ''), nullif(l.city, '')) AS address, i.sku, i.service_kind, i.download_kbps, i.upload_kbps,
  CASE %(language)s WHEN 'en' THEN i.name_en ELSE i.name_fr END AS item, s.quantity, s.interval_months,
  s.price_override AS own_price, s.price_reason, p.price AS list_price, s.anchor, s.started_on, s.charged_until, s.charged_until - 1 AS charged_through,
  s.suspended_on, s.charged_while_suspended, s.paused_until, s.ends_on, s.cancelled_on, s.cancel_reason,
  s.committed_until, s.contract, s.comment, s.created_at, s.legacy_id,
  round(coalesce(s.price_override, p.price) * s.quantity, 2) AS price,
  round(coalesce(s.price_override, p.price) * s.quantity / s.interval_months, 2) AS monthly
FROM subscriptions_subscription s
JOIN crm_customer c ON c.id = s.customer_id
JOIN crm_location l ON l.id = s.location_id
JOIN catalog_item i ON i.id = s.item_id
LEFT JOIN catalog_itemprice p ON p.item_id = s.item_id AND p.days @> greatest(s.charged_until, %(today)s::date)
WHERE s.number = %(number)s
