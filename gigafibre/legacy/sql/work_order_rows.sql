CREATE TEMP TABLE want_hours ON COMMIT DROP AS
SELECT (h.id::bigint * 2 + h.place) AS legacy_id, j.id AS job_id, t.id AS technician_id, 'work'::varchar(8) AS kind,
       h.started_at, h.ended_at
FROM bon_hours h JOIN dispatch_job j ON j.legacy_id = h.id JOIN dispatch_technician t ON t.legacy_id = h.tech
WHERE h.arrived IS NOT NULL AND h.left >= h.arrived;
--;
CREATE TEMP TABLE want_line ON COMMIT DROP AS
SELECT i.id::bigint AS legacy_id, j.id AS job_id, c.id AS item_id, 'material'::varchar(8) AS kind,
       left(coalesce(nullif(legacy_clean(i."desc"), ''), c.name_fr, 'Matériel'), 200)::varchar(200) AS description,
       i.qte::numeric(10, 3) AS quantity, i.price::numeric(14, 4) AS unit_price
FROM legacy_stage.bon_travail_item i JOIN dispatch_job j ON j.legacy_id = i.bon_id
LEFT JOIN catalog_item c ON c.legacy_id = i.product_id WHERE i.qte > 0;
