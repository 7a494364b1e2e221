CREATE TEMP TABLE want_location ON COMMIT DROP AS
SELECT d.id AS legacy_id, ('LOC-' || lpad(d.id::text, greatest(5, length(d.id::text)), '0'))::varchar(16) AS number, c.id AS customer_id,
       left(legacy_clean(d.name), 128)::varchar(128) AS label, left(legacy_clean(d.contact), 128)::varchar(128) AS contact_name,
       left(btrim(d.email), 254)::varchar(254) AS contact_email,
       left(legacy_phone(d.tel_home), 32)::varchar(32) AS contact_phone, left(legacy_phone(d.cell), 32)::varchar(32) AS contact_mobile,
       left(legacy_clean(d.address1), 160)::varchar(160) AS line1, left(legacy_clean(d.address2), 160)::varchar(160) AS line2,
       left(legacy_clean(d.city), 80)::varchar(80) AS city, left(upper(legacy_clean(d.state)), 32)::varchar(32) AS province,
       legacy_postal(d.zip)::varchar(16) AS postal_code,
       (CASE WHEN p.there THEN d.latitude::numeric(9, 6) END)::numeric(9, 6) AS latitude,
       (CASE WHEN p.there THEN d.longitude::numeric(9, 6) END)::numeric(9, 6) AS longitude,
       (CASE WHEN p.there THEN 'legacy' ELSE 'none' END)::varchar(12) AS geocode_quality,
       legacy_text(d.note) AS access_notes
FROM legacy_stage.delivery d
JOIN crm_customer c ON c.legacy_id = d.account_id
CROSS JOIN LATERAL (SELECT d.latitude BETWEEN 40 AND 63 AND d.longitude BETWEEN -80 AND -50 AS there) p;
