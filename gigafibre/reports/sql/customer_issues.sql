-- A customer's issues: what is to be settled first, then the latest settled ones.
WITH shown AS (
  SELECT i.* FROM support_issue i WHERE i.customer_id = %(id)s
  ORDER BY i.status IN ('resolved', 'closed'), i.created_at DESC, i.id DESC LIMIT %(limit)s
)
SELECT
  (SELECT coalesce(jsonb_agg(jsonb_build_object('number', s.number, 'subject', s.subject, 'kind', s.kind, 'status', s.status,
     'priority', s.priority, 'opened_on', s.opened_on, 'resolved_at', s.resolved_at,
     'who', coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username,
       CASE %(language)s WHEN 'en' THEN d.name_en ELSE d.name_fr END, ''))
     ORDER BY s.status IN ('resolved', 'closed'), s.created_at DESC, s.id DESC), '[]')
   FROM shown s LEFT JOIN identity_user u ON u.id = s.assignee_id LEFT JOIN identity_department d ON d.id = s.department_id) AS items,
  (SELECT count(*) FROM support_issue WHERE customer_id = %(id)s) AS count,
  (SELECT count(*) FROM support_issue WHERE customer_id = %(id)s AND status NOT IN ('resolved', 'closed')) AS open
