-- Who went: staff with a technician's role, and whoever a work order names.
CREATE TEMP TABLE want_technician ON COMMIT DROP AS
SELECT u.legacy_id, ('DT-' || u.legacy_id)::varchar(16) AS number, u.id AS user_id,
       left(coalesce(nullif(btrim(s.first_name || ' ' || s.last_name), ''), u.username), 160)::varchar(160) AS name,
       s.phone::varchar(32) AS phone, s.is_active AS active,
       (ARRAY['#0A7568', '#2F6FDB', '#B4530A', '#8B3DB8', '#B3261E', '#4B6B12', '#0E7C9B', '#8A5A00'])[(row_number() OVER (ORDER BY u.legacy_id)) % 8 + 1]::varchar(7) AS colour
FROM identity_user u JOIN want_user s ON s.legacy_id = u.legacy_id WHERE (
  EXISTS (SELECT 1 FROM legacy_stage.bon_travail b WHERE u.legacy_id IN (b.tech1, b.tech2))
  OR EXISTS (SELECT 1 FROM identity_user_roles ur JOIN identity_role r ON r.id = ur.role_id
             WHERE ur.user_id = u.id AND r.code = 'technician'));
--;
CREATE TEMP TABLE bon ON COMMIT DROP AS
SELECT b.*, legacy_day(b.date) AS day, c.id AS customer_id,
       (SELECT min(l.id) FROM crm_location l WHERE l.customer_id = c.id HAVING count(*) = 1) AS location_id
FROM legacy_stage.bon_travail b LEFT JOIN crm_customer c ON c.legacy_id = b.account_id;
--;
-- Hours as people wrote them: 13:05, 13:05:00, 13h05, 13 h. Nothing else is guessed.
CREATE TEMP TABLE bon_hours ON COMMIT DROP AS
SELECT h.id, h.place, h.tech, h.day, h.arrived, h.left, h.said,
       (h.day + h.arrived) AT TIME ZONE 'America/Toronto' AS started_at, (h.day + h.left) AT TIME ZONE 'America/Toronto' AS ended_at
FROM (
  SELECT b.id, p.place, p.tech, b.day, (coalesce(p.came, '') || '-' || coalesce(p.went, '')) AS said,
         CASE WHEN a.found IS NOT NULL AND a.found[1]::int < 24 AND coalesce(nullif(a.found[2], ''), '0')::int < 60
              THEN make_time(a.found[1]::int, coalesce(nullif(a.found[2], ''), '0')::int, 0) END AS arrived,
         CASE WHEN z.found IS NOT NULL AND z.found[1]::int < 24 AND coalesce(nullif(z.found[2], ''), '0')::int < 60
              THEN make_time(z.found[1]::int, coalesce(nullif(z.found[2], ''), '0')::int, 0) END AS left
  FROM bon b
  CROSS JOIN LATERAL (VALUES (0, b.tech1, b.heure_arrive_t1, b.heure_depart_t1), (1, b.tech2, b.heure_arrive_t2, b.heure_depart_t2))
    AS p (place, tech, came, went)
  CROSS JOIN LATERAL (SELECT regexp_match(btrim(p.came), '^(\d{1,2})\s*[:hH]\s*(\d{2})?(?::\d{2})?$') AS found OFFSET 0) a
  CROSS JOIN LATERAL (SELECT regexp_match(btrim(p.went), '^(\d{1,2})\s*[:hH]\s*(\d{2})?(?::\d{2})?$') AS found OFFSET 0) z
  WHERE p.tech > 0 OR btrim(coalesce(p.came, '') || coalesce(p.went, '')) <> ''
) h;
--;
CREATE TEMP TABLE want_job ON COMMIT DROP AS
SELECT b.id::bigint AS legacy_id, ('DJ-' || b.id)::varchar(16) AS number, b.customer_id, b.location_id,
       NULL::bigint AS technician_id,
       'repair'::varchar(16) AS kind, 'completed'::varchar(12) AS status,
       'Bon de travail'::varchar(160) AS title_fr, 'Work order'::varchar(160) AS title_en, b.day AS date,
       'done'::varchar(24) AS completion_code, legacy_text(b.note) AS completion_note,
       b.day AS completed_on,
       coalesce(h.ended_at, (b.day + time '17:00') AT TIME ZONE 'America/Toronto') AS completed_at,
       jsonb_build_object('subtotal', b.subtotal::numeric(12, 2)::text, 'gst', b.tps::numeric(12, 2)::text,
                          'qst', b.tvq::numeric(12, 2)::text, 'total', b.total::numeric(12, 2)::text) AS past_amounts
FROM bon b
LEFT JOIN (SELECT id, max(ended_at) AS ended_at FROM bon_hours WHERE "left" >= arrived GROUP BY id) h ON h.id = b.id
WHERE b.customer_id IS NOT NULL AND b.day IS NOT NULL;
