-- Locations with what is served there: live ones first; subscriptions that ended long ago are only counted.
SELECT l.id, l.number, l.label, l.line1, l.line2, l.city, l.province, l.postal_code, l.latitude, l.longitude, l.geocode_quality,
  l.connection_type, l.access_notes, l.contact_name, l.contact_phone, l.contact_mobile, l.contact_email, l.legacy_id,
  coalesce(s.rows, '[]') AS subscriptions, coalesce(s.ended, 0) AS ended, coalesce(s.live, 0) AS live,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('line1', f.line1, 'city', f.city, 'postal_code', f.postal_code, 'until', f.until)
     ORDER BY f.until DESC NULLS LAST), '[]') FROM crm_formeraddress f WHERE f.location_id = l.id) AS former
FROM crm_location l
LEFT JOIN LATERAL (
  SELECT count(*) FILTER (WHERE b.state = 'cancelled') AS ended, count(*) FILTER (WHERE b.state <> 'cancelled') AS live,
    jsonb_agg(jsonb_build_object('number', b.number, 'item', CASE %(language)s WHEN 'en' THEN i.name_en ELSE i.name_fr END, 'sku', i.sku,
      'service_kind', i.service_kind, 'state', b.state, 'charged_until', b.charged_until, 'interval_months', b.interval_months,
      'price', (round(coalesce(b.price_override, p.price) * b.quantity, 2))::text, 'special', b.price_override IS NOT NULL,
      'price_reason', b.price_reason, 'ends_on', b.ends_on, 'suspended_on', b.suspended_on, 'paused_until', b.paused_until,
      'cancelled_on', b.cancelled_on, 'committed_until', b.committed_until, 'download_kbps', i.download_kbps, 'upload_kbps', i.upload_kbps,
      'planned', (SELECT jsonb_build_object('kind', h.kind, 'on', h."on") FROM subscriptions_subscriptionchange h
        WHERE h.subscription_id = b.id AND h.state = 'planned' ORDER BY h."on", h.id LIMIT 1),
      'refused', (SELECT jsonb_build_object('kind', h.kind, 'on', h."on", 'because',
          CASE WHEN %(language)s = 'en' AND h.refused_because_en <> '' THEN h.refused_because_en ELSE h.refused_because END)
        FROM subscriptions_subscriptionchange h WHERE h.subscription_id = b.id AND h.state = 'refused'
          AND h."on" > %(today)s::date - 60 ORDER BY h.settled_at DESC, h.id DESC LIMIT 1))
      ORDER BY b.state = 'cancelled', coalesce(b.price_override, p.price) < 0, array_position(ARRAY['internet', 'telephone', 'tv', 'other'], i.service_kind::text), b.id)
      FILTER (WHERE b.state <> 'cancelled' OR b.cancelled_on > %(today)s::date - 60) AS rows
  FROM subscriptions_subscription b JOIN catalog_item i ON i.id = b.item_id
  LEFT JOIN catalog_itemprice p ON p.item_id = b.item_id AND p.days @> greatest(b.charged_until, %(today)s::date)
  WHERE b.location_id = l.id AND b.customer_id = l.customer_id) s ON true
WHERE l.customer_id = %(id)s ORDER BY s.live DESC NULLS LAST, l.id LIMIT 50
