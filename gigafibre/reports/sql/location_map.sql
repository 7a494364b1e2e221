-- A place on the map: its point, else the middle of what we know in its town, and the doors we know around.
WITH place AS MATERIALIZED (
  SELECT l.id, l.number, concat_ws(', ', nullif(l.line1, ''), nullif(l.line2, '')) AS address, l.city, l.postal_code,
    c.number AS customer, c.display_name AS customer_name, l.latitude, l.longitude, l.geocode_quality, l.geocode_source,
    fold(l.city) AS town
  FROM crm_location l JOIN crm_customer c ON c.id = l.customer_id WHERE l.number = %(number)s),
center AS MATERIALIZED (
  SELECT coalesce(p.latitude, t.latitude, w.latitude) AS latitude, coalesce(p.longitude, t.longitude, w.longitude) AS longitude
  FROM place p
  LEFT JOIN LATERAL (SELECT avg(d.latitude) AS latitude, avg(d.longitude) AS longitude FROM network_drop d
                     WHERE p.latitude IS NULL AND fold(d.city) = p.town) t ON true
  LEFT JOIN LATERAL (SELECT avg(d.latitude) AS latitude, avg(d.longitude) AS longitude FROM network_drop d
                     WHERE p.latitude IS NULL AND t.latitude IS NULL) w ON true),
doors AS (
  SELECT 'drop' AS kind, d.number, d.civic AS label, d.street AS street, d.latitude, d.longitude FROM network_drop d, center c
  WHERE %(drops)s AND d.latitude BETWEEN c.latitude - %(reach)s AND c.latitude + %(reach)s
    AND d.longitude BETWEEN c.longitude - 1.4 * %(reach)s AND c.longitude + 1.4 * %(reach)s
  UNION ALL
  SELECT 'place', l.number, substring(l.line1 FROM '^\d+'), regexp_replace(l.line1, '^\d+\S*,?\s*', ''), l.latitude, l.longitude
  FROM crm_location l, center c, place p
  WHERE l.id <> p.id AND l.geocode_quality IN ('confirmed', 'exact', 'address')
    AND l.latitude BETWEEN c.latitude - %(reach)s AND c.latitude + %(reach)s
    AND l.longitude BETWEEN c.longitude - 1.4 * %(reach)s AND c.longitude + 1.4 * %(reach)s
    AND NOT (%(drops)s AND EXISTS (SELECT FROM network_drop d WHERE d.location_id = l.id AND d.latitude IS NOT NULL)))
SELECT p.number, p.address, p.city, p.postal_code, p.customer, p.customer_name, p.latitude, p.longitude, p.geocode_quality,
  p.geocode_source, c.latitude AS center_latitude, c.longitude AS center_longitude,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', n.kind, 'number', n.number, 'label', coalesce(n.label, ''),
     'street', n.street, 'latitude', n.latitude, 'longitude', n.longitude)), '[]')
   FROM (SELECT * FROM doors d ORDER BY (d.latitude - c.latitude) ^ 2 + (0.7 * (d.longitude - c.longitude)) ^ 2, d.number
         LIMIT 300) n) AS doors
FROM place p, center c
