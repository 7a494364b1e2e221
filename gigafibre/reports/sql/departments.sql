-- The list of departments: who is in each, and how many issues wait for it.
SELECT d.id, d.code, d.name_fr, d.name_en, CASE WHEN %(english)s THEN d.name_en ELSE d.name_fr END AS name,
  fold(CASE WHEN %(english)s THEN d.name_en ELSE d.name_fr END) AS sort_key,
  fold(d.code || ' ' || d.name_fr || ' ' || d.name_en) AS search_key,
  (SELECT count(*)::int FROM identity_user_departments m JOIN identity_user u ON u.id = m.user_id
   WHERE m.department_id = d.id AND u.is_active) AS people,
  (SELECT coalesce(array_agg(coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username)
                             ORDER BY fold(u.last_name || ' ' || u.first_name || ' ' || u.username)), '{}')
   FROM identity_user_departments m JOIN identity_user u ON u.id = m.user_id
   WHERE m.department_id = d.id AND u.is_active) AS members,
  (SELECT count(*)::int FROM support_issue i
   WHERE i.department_id = d.id AND i.status IN ('open', 'in_progress', 'waiting')) AS open_issues
FROM identity_department d
