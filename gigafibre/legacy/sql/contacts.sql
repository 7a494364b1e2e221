-- An owner contact per customer that has ways to be reached, with the print of its name and the ways the source gives.
CREATE TEMP TABLE want_contact ON COMMIT DROP AS
SELECT c.id AS customer_id, c.legacy_id, c.number, 'account:' || c.legacy_id AS legacy_key, n.name, p.said,
       md5(ROW(n.name, p.said)::text)::uuid AS print
FROM crm_customer c
JOIN legacy_stage.account a ON a.id = c.legacy_id
CROSS JOIN LATERAL (
  SELECT left(coalesce(nullif(btrim(legacy_clean(a.first_name) || ' ' || legacy_clean(a.last_name)), ''),
                       nullif(legacy_clean(a.company), ''), 'Client ' || a.id), 200)::text AS name) n
JOIN LATERAL (
  SELECT string_agg(concat_ws(' ', w.kind, w.value, nullif(w.extension, ''), CASE WHEN w.for_billing THEN '$' END,
                              CASE WHEN NOT w.valid THEN '?' END), ', ' ORDER BY w.kind, w.value, w.extension) AS said
  FROM want_point w WHERE w.legacy_id = c.legacy_id) p ON p.said IS NOT NULL;
--;
CREATE TEMP TABLE new_contact ON COMMIT DROP AS
SELECT w.* FROM want_contact w
WHERE NOT EXISTS (SELECT 1 FROM legacy_legacyrow m WHERE m.target = 'crm_contact' AND m.legacy_id = w.legacy_id);
--;
INSERT INTO crm_contact (customer_id, role, name, preferred_channel, position, legacy_key)
SELECT customer_id, 'owner', name, '', 0, legacy_key FROM new_contact ORDER BY customer_id;
--;
-- What stands here of the contacts that the source changed; none is what staff removed.
CREATE TEMP TABLE changed_contact ON COMMIT DROP AS
SELECT w.legacy_id, w.legacy_key, w.number, w.name, w.said, w.print, h.id, h.name AS name_here, h.said AS said_here,
       h.print IS DISTINCT FROM m.print AND h.print IS DISTINCT FROM w.print AS touched
FROM want_contact w JOIN legacy_legacyrow m ON m.target = 'crm_contact' AND m.legacy_id = w.legacy_id AND m.print <> w.print
LEFT JOIN LATERAL (
  SELECT x.id, x.name, p.said, md5(ROW(x.name::text, p.said)::text)::uuid AS print
  FROM crm_contact x
  LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(' ', y.kind, y.value, nullif(y.extension, ''), CASE WHEN y.for_billing THEN '$' END,
                                CASE WHEN NOT y.valid THEN '?' END), ', ' ORDER BY y.kind, y.value, y.extension) AS said
    FROM crm_contactpoint y WHERE y.contact_id = x.id) p ON true
  WHERE x.legacy_key = w.legacy_key) h ON true;
--;
INSERT INTO legacy_legacyrow (target, legacy_id, print) SELECT 'crm_contact', legacy_id, print FROM new_contact;
--;
INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail, field, ours, theirs)
SELECT %(run)s, 'part_deleted_here', 'account', w.legacy_id, w.number, 'crm_contact', '', ''
FROM want_contact w JOIN legacy_legacyrow m ON m.target = 'crm_contact' AND m.legacy_id = w.legacy_id
WHERE NOT EXISTS (SELECT FROM crm_contact x WHERE x.legacy_key = w.legacy_key) ORDER BY w.legacy_id;
--;
INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail, field, ours, theirs)
SELECT %(run)s, 'gone_from_source', 'account', m.legacy_id, x.name, 'crm_contact', '', ''
FROM legacy_legacyrow m JOIN crm_contact x ON x.legacy_key = 'account:' || m.legacy_id
WHERE m.target = 'crm_contact' AND NOT EXISTS (SELECT FROM want_contact w WHERE w.legacy_id = m.legacy_id) ORDER BY m.legacy_id;
--;
INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail, field, ours, theirs)
SELECT %(run)s, 'conflict', 'account', c.legacy_id, c.number, f.field, f.ours, f.theirs
FROM changed_contact c
CROSS JOIN LATERAL (VALUES ('crm_contact.name', coalesce(c.name_here, ''), c.name),
                           ('crm_contact.points', coalesce(c.said_here, ''), c.said)) f (field, ours, theirs)
WHERE c.touched AND c.id IS NOT NULL AND f.ours <> f.theirs ORDER BY c.legacy_id, f.field;
