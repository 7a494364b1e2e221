-- A customer's jobs: those to come and the latest past ones, each chain whole, so that its steps can be seen together.
WITH near AS (
  (SELECT id, chain_id FROM dispatch_job WHERE customer_id = %(id)s AND status NOT IN ('completed', 'cancelled') ORDER BY date, id LIMIT 24)
  UNION ALL
  (SELECT id, chain_id FROM dispatch_job WHERE customer_id = %(id)s AND status IN ('completed', 'cancelled') ORDER BY date DESC, id DESC LIMIT %(limit)s)
)
SELECT j.number, CASE %(language)s WHEN 'en' THEN j.title_en ELSE j.title_fr END AS title, j.kind, j.status, j.date, j.starts, j.completed_on,
  j.chain_id AS chain, j.contract, j.issue, t.number AS technician, coalesce(t.name, w.name, '') AS who,
  concat_ws(', ', nullif(l.line1, ''), nullif(l.city, '')) AS place,
  (SELECT count(*) FROM dispatch_job WHERE customer_id = %(id)s) AS total_count
FROM dispatch_job j
LEFT JOIN dispatch_technician t ON t.id = j.technician_id
LEFT JOIN dispatch_crew w ON w.id = j.crew_id
LEFT JOIN crm_location l ON l.id = j.location_id
WHERE j.customer_id = %(id)s AND (j.id IN (SELECT id FROM near) OR j.chain_id IN (SELECT chain_id FROM near))
ORDER BY j.chain_id, j.position, j.date, j.id
