-- A device is its valid MAC; without one its serial, unless TPLG (those printed are not the real ones). Of several rows
-- of one MAC the newest installed is the device, else the newest of all.
CREATE TEMP TABLE device_used ON COMMIT DROP AS
SELECT d.*, x."user", x.pass, l.id AS location_id,
       CASE WHEN m.mac ~ '^[0-9a-f][02468ace][0-9a-f]{10}$' AND m.mac <> '000000000000' THEN m.mac END AS mac_key,
       CASE WHEN k.serial ~ '^[0-9A-Z]{4,32}$' AND k.serial ~ '[0-9]' AND k.serial NOT LIKE 'TPLG%' THEN k.serial END AS serial_key
FROM legacy_stage.device d LEFT JOIN device_secret x ON x.id = d.id
LEFT JOIN crm_location l ON l.legacy_id = d.delivery_id
CROSS JOIN LATERAL (SELECT regexp_replace(lower(d.mac), '[\s:.\-_/]', '', 'g') AS mac,
                           regexp_replace(upper(d.sn), '[\s:.\-_/]', '', 'g') AS sn) m
CROSS JOIN LATERAL (SELECT CASE WHEN m.sn ~ '^(4[1-9A-F]|5[0-9A]){4}[0-9A-F]{8}$'
  THEN convert_from(decode(left(m.sn, 8), 'hex'), 'LATIN1') || substr(m.sn, 9) ELSE m.sn END AS serial) k;
--;
CREATE TEMP TABLE device_ranked ON COMMIT DROP AS
SELECT u.*, first_value(u.id) OVER w AS best,
       -- The row that was brought in first lends its number for good; the best row lends what it says.
       coalesce(min(m.legacy_id) OVER (PARTITION BY coalesce(u.mac_key, 'row ' || u.id)), first_value(u.id) OVER w) AS same_as,
       CASE WHEN u.serial_key IS NOT NULL THEN row_number() OVER (
         PARTITION BY u.serial_key ORDER BY (u.location_id IS NULL), u.date_orig DESC, u.id DESC) END AS of_serial
FROM device_used u LEFT JOIN legacy_legacyrow m ON m.target = 'network_equipment' AND m.legacy_id = u.id
WINDOW w AS (PARTITION BY coalesce(u.mac_key, 'row ' || u.id)
             ORDER BY (u.location_id IS NULL), u.date_orig DESC, u.id DESC);
--;
CREATE INDEX ON device_ranked (id);
--;
CREATE INDEX ON device_ranked (same_as);
--;
-- The newest live service that names a device, where the device is.
CREATE TEMP TABLE device_service ON COMMIT DROP AS
SELECT x.same_as, v.delivery_id, max(s.id) AS subscription_id FROM legacy_stage.service v
JOIN device_ranked x ON x.id = v.device_id JOIN subscriptions_subscription s ON s.legacy_id = v.id
WHERE v.status = 1 AND coalesce(legacy_day(v.actif_until) >= %(today)s, true) GROUP BY 1, 2;
--;
-- Who stands above whom, by the rows that stand; a circle is cut at its lowest number.
CREATE TEMP TABLE device_parent ON COMMIT DROP AS
SELECT d.same_as AS id, p.same_as AS parent FROM device_ranked d JOIN device_ranked p ON p.id = d.parent
WHERE d.best = d.id;
--;
CREATE TEMP TABLE device_circle ON COMMIT DROP AS
WITH RECURSIVE up (start, id, least) AS (
  SELECT id, parent, least(id, parent) FROM device_parent
  UNION SELECT u.start, p.parent, least(u.least, p.parent) FROM up u JOIN device_parent p ON p.id = u.id
  WHERE u.id <> u.start)
SELECT start AS id, min(least) AS least FROM up WHERE start = id GROUP BY start;
--;
CREATE TEMP TABLE want_equipment ON COMMIT DROP AS
SELECT d.same_as AS legacy_id,
       ('EQP-' || lpad(d.same_as::text, greatest(5, length(d.same_as::text)), '0'))::varchar(16) AS number,
       (CASE lower(btrim(d.category)) WHEN 'onu' THEN 'ont' WHEN 'ont' THEN 'ont' WHEN 'modem' THEN 'modem'
          WHEN 'routeur' THEN 'router' WHEN 'tv' THEN 'tv_box' WHEN 'ata' THEN 'phone_adapter'
          WHEN 'antenne' THEN 'antenna' WHEN 'switch' THEN 'switch' ELSE 'other' END)::varchar(16) AS kind,
       (CASE WHEN d.of_serial = 1 THEN d.serial_key END)::varchar(32) AS serial, d.mac_key::varchar(12) AS mac,
       left(legacy_clean(d.model), 64)::varchar(64) AS model, left(legacy_clean(d.manufacturier), 64)::varchar(64) AS manufacturer,
       CASE WHEN btrim(d.manage) ~ '^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$'
         THEN btrim(d.manage)::inet END AS management_ip,
       (CASE WHEN d.location_id IS NULL THEN 'in_stock' ELSE 'active' END)::varchar(12) AS state, d.location_id,
       CASE WHEN d.location_id IS NOT NULL THEN y.subscription_id END AS subscription_id,
       (CASE WHEN d.location_id IS NULL THEN 'Entrepôt' ELSE '' END)::varchar(40) AS stock_place,
       left(legacy_clean(d.name), 255)::varchar(255) AS note, left(legacy_clean(d.sn), 64)::varchar(64) AS printed_serial,
       left(legacy_clean(d.mac), 32)::varchar(32) AS printed_mac,
       coalesce(nullif(btrim(d."user"), ''), o.user_clear, '') AS user_clear,
       coalesce(nullif(d.pass, ''), o.pass_clear, '') AS pass_clear
FROM device_ranked d
LEFT JOIN device_service y ON y.same_as = d.same_as AND y.delivery_id = d.delivery_id
-- What a row of the same device knows and the one that stands does not, is not lost.
LEFT JOIN LATERAL (
  SELECT max(btrim(x."user")) AS user_clear, max(x.pass) AS pass_clear FROM device_ranked x
  WHERE x.same_as = d.same_as AND x.id <> d.id AND x.pass <> '') o ON true
WHERE d.best = d.id;
