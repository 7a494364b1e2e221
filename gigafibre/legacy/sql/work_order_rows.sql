-- Hours that can't be read, or run backwards, have no length: the day and what was written is all that is kept of them.
CREATE TEMP TABLE want_hours ON COMMIT DROP AS
SELECT (h.id::bigint * 2 + h.place) AS legacy_id, j.id AS job_id, t.id AS technician_id, 'work'::varchar(8) AS kind,
       k.started_at, CASE WHEN k.known THEN h.ended_at ELSE k.started_at END AS ended_at, k.known AS length_known,
       (CASE WHEN k.known OR h.said = '-' THEN '' ELSE left(h.said, 200) END)::varchar(200) AS note
FROM bon_hours h JOIN dispatch_job j ON j.legacy_id = h.id LEFT JOIN dispatch_technician t ON t.legacy_id = h.tech
CROSS JOIN LATERAL (SELECT coalesce(h.left >= h.arrived, false) AS known,
                           coalesce(h.started_at, h.day::timestamp AT TIME ZONE 'America/Toronto') AS started_at) k;
--;
CREATE TEMP TABLE want_line ON COMMIT DROP AS
SELECT i.id::bigint AS legacy_id, j.id AS job_id, c.id AS item_id, 'material'::varchar(8) AS kind,
       left(coalesce(nullif(legacy_clean(i."desc"), ''), c.name_fr, 'Matériel'), 200)::varchar(200) AS description,
       i.qte::numeric(10, 3) AS quantity, i.price::numeric(14, 4) AS unit_price
FROM legacy_stage.bon_travail_item i JOIN dispatch_job j ON j.legacy_id = i.bon_id
LEFT JOIN catalog_item c ON c.legacy_id = i.product_id WHERE i.qte > 0;
