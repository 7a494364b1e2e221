-- Terminals by their IP address, named by the device of that address when there is one.
CREATE TEMP TABLE olt_used ON COMMIT DROP AS
SELECT f.ip, min(left(coalesce(nullif(legacy_clean(d.name), ''), 'OLT-' || f.ip), 40))::varchar(40) AS name,
       min(left(legacy_clean(d.manufacturier), 40)) AS vendor
FROM (SELECT DISTINCT btrim(info_connect) AS ip FROM legacy_stage.fibre
      WHERE btrim(info_connect) ~ '^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$') f
LEFT JOIN legacy_stage.device d ON d.category = 'olt' AND btrim(d.manage) = f.ip
GROUP BY f.ip;
--;
INSERT INTO network_olt (name, address, vendor)
SELECT CASE WHEN row_number() OVER (PARTITION BY name ORDER BY ip) = 1 THEN name ELSE left(name, 20) || ' ' || ip END,
       ip::inet, coalesce(vendor, '')
FROM olt_used u WHERE NOT EXISTS (SELECT FROM network_olt o WHERE o.address = u.ip::inet OR o.name = u.name)
ON CONFLICT DO NOTHING;
--;
-- A drop serves a location while its service lives; a service is served by its newest drop, an ONT id by one drop.
CREATE TEMP TABLE fibre_used ON COMMIT DROP AS
SELECT f.*, o.id AS olt_id, s.id AS subscription_id, CASE WHEN s.id IS NOT NULL THEN l.id END AS location_id,
       CASE WHEN s.id IS NOT NULL THEN v.zip END AS zip,
       CASE WHEN s.id IS NOT NULL THEN row_number() OVER (PARTITION BY s.id ORDER BY f.id DESC) END AS of_service,
       o.id IS NOT NULL AND f.frame BETWEEN 0 AND 63 AND f.slot BETWEEN 0 AND 63 AND f.port BETWEEN 0 AND 127
         AND (f.service_id <> 0 OR f.frame + f.slot + f.port + f.ontid > 0 OR btrim(f.sn) <> '') AS plugged
FROM legacy_stage.fibre f
LEFT JOIN network_olt o ON host(o.address) = btrim(f.info_connect)
-- Whether it lives, as the source says: what was ended here since is no news of theirs.
LEFT JOIN (SELECT v.id, v.delivery_id, d.zip FROM legacy_stage.service v JOIN legacy_stage.delivery d ON d.id = v.delivery_id
           WHERE v.status = 1 AND coalesce(legacy_day(v.actif_until) >= %(today)s, true)) v ON v.id = f.service_id
LEFT JOIN crm_location l ON l.legacy_id = v.delivery_id
LEFT JOIN subscriptions_subscription s ON s.legacy_id = v.id AND l.id IS NOT NULL;
--;
CREATE TEMP TABLE fibre_plugged ON COMMIT DROP AS
SELECT id, row_number() OVER (PARTITION BY olt_id, frame, slot, port, ontid
                              ORDER BY (location_id IS NULL), id DESC) AS of_ont
FROM fibre_used WHERE plugged AND ontid BETWEEN 0 AND 127 AND (location_id IS NOT NULL OR btrim(sn) <> '' OR ontid > 0);
--;
CREATE TEMP TABLE want_drop ON COMMIT DROP AS
SELECT f.id AS legacy_id, ('DROP-' || lpad(f.id::text, greatest(5, length(f.id::text)), '0'))::varchar(16) AS number,
       left(legacy_clean(f.terrain), 16)::varchar(16) AS civic,
       left(coalesce(nullif(legacy_clean(f.rue), ''), 'Adresse inconnue'), 128)::varchar(128) AS street,
       left(coalesce(nullif(legacy_clean(f.ville), ''), 'Inconnue'), 80)::varchar(80) AS city,
       left(legacy_clean(f.ville), 40)::varchar(40) AS zone,
       coalesce(legacy_postal(f.zip), '')::varchar(16) AS postal_code,
       (CASE WHEN p.there THEN f.latitude::numeric(9, 6) END)::numeric(9, 6) AS latitude,
       (CASE WHEN p.there THEN f.longitude::numeric(9, 6) END)::numeric(9, 6) AS longitude,
       CASE WHEN f.plugged THEN f.olt_id END AS olt_id, CASE WHEN f.plugged THEN f.frame::smallint END AS frame,
       CASE WHEN f.plugged THEN f.slot::smallint END AS slot, CASE WHEN f.plugged THEN f.port::smallint END AS port,
       CASE WHEN g.of_ont = 1 THEN f.ontid::smallint END AS ont_id,
       CASE WHEN f.vlan_manage BETWEEN 1 AND 4094 THEN f.vlan_manage::smallint END AS vlan_management,
       CASE WHEN f.vlan_internet BETWEEN 1 AND 4094 THEN f.vlan_internet::smallint END AS vlan_internet,
       CASE WHEN f.vlan_tel BETWEEN 1 AND 4094 THEN f.vlan_tel::smallint END AS vlan_telephone,
       CASE WHEN f.vlan_tele BETWEEN 1 AND 4094 THEN f.vlan_tele::smallint END AS vlan_tv,
       left(legacy_clean(f.sn), 32)::varchar(32) AS ont_serial,
       (CASE WHEN f.location_id IS NOT NULL THEN 'connected' ELSE 'serviceable' END)::varchar(12) AS state,
       f.location_id, CASE WHEN f.of_service = 1 THEN f.subscription_id END AS subscription_id,
       left(legacy_clean(f.placemarks_id), 64)::varchar(64) AS placemark
FROM fibre_used f
LEFT JOIN fibre_plugged g ON g.id = f.id
CROSS JOIN LATERAL (SELECT f.latitude BETWEEN 40 AND 63 AND f.longitude BETWEEN -80 AND -50 AS there) p;
