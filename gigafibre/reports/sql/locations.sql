-- The list of places. What a question doesn't name is not computed: each left join gives at most one row.
SELECT l.id, l.number, length(l.number) * 1000000000000 + substr(l.number, 5)::bigint AS number_key,
  concat_ws(', ', nullif(l.line1, ''), nullif(l.line2, '')) AS address, l.address_key, l.city, l.postal_code, l.label,
  c.number AS customer, c.display_name AS customer_name, c.sort_key AS customer_key, l.connection_type,
  l.geocode_quality, l.geocode_source, l.latitude IS NOT NULL AS placed, l.latitude::text AS latitude, l.longitude::text AS longitude, l.legacy_id,
  coalesce(u.live, 0) > 0 AS served, u.services, t.text AS search_text
FROM crm_location l
JOIN crm_customer c ON c.id = l.customer_id
LEFT JOIN crm_searchtext t ON t.location_id = l.id
LEFT JOIN (
  SELECT s.location_id, count(*) AS live,
    array_agg(DISTINCT CASE %(language)s WHEN 'en' THEN i.name_en ELSE i.name_fr END)
      FILTER (WHERE i.service_kind IN ('internet', 'telephone', 'tv')) AS services
  FROM subscriptions_subscription s JOIN catalog_item i ON i.id = s.item_id
  WHERE s.state IN ('active', 'suspended', 'paused') GROUP BY s.location_id) u ON u.location_id = l.id
