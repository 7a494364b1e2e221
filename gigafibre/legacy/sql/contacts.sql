-- An owner contact per customer that has ways to be reached, with the print of the ways the source gives.
CREATE TEMP TABLE want_contact ON COMMIT DROP AS
SELECT c.id AS customer_id, c.legacy_id, 'account:' || c.legacy_id AS legacy_key,
       left(coalesce(nullif(btrim(c.first_name || ' ' || c.last_name), ''), c.display_name), 200) AS name,
       md5(string_agg(ROW(p.kind, p.value, p.extension, p.valid, p.for_billing)::text, ',' ORDER BY p.kind, p.value, p.extension))::uuid AS print
FROM crm_customer c JOIN want_point p ON p.legacy_id = c.legacy_id GROUP BY c.id;
--;
CREATE TEMP TABLE new_contact ON COMMIT DROP AS
SELECT w.* FROM want_contact w
WHERE NOT EXISTS (SELECT 1 FROM legacy_legacyrow m WHERE m.target = 'crm_contact' AND m.legacy_id = w.legacy_id);
--;
INSERT INTO crm_contact (customer_id, role, name, preferred_channel, position, legacy_key)
SELECT customer_id, 'owner', name, '', 0, legacy_key FROM new_contact ORDER BY customer_id;
--;
INSERT INTO legacy_legacyrow (target, legacy_id, print) SELECT 'crm_contact', legacy_id, print FROM new_contact;
--;
-- Changed in the source; touched where what stands here is no more what the import wrote.
CREATE TEMP TABLE changed_contact ON COMMIT DROP AS
SELECT w.legacy_id, w.legacy_key, w.print, h.print IS DISTINCT FROM m.print AS touched
FROM want_contact w JOIN legacy_legacyrow m ON m.target = 'crm_contact' AND m.legacy_id = w.legacy_id AND m.print <> w.print
LEFT JOIN LATERAL (
  SELECT md5(string_agg(ROW(p.kind::text, p.value::text, p.extension::text, p.valid, p.for_billing)::text, ',' ORDER BY p.kind, p.value, p.extension))::uuid AS print
  FROM crm_contact x JOIN crm_contactpoint p ON p.contact_id = x.id WHERE x.legacy_key = w.legacy_key
) h ON true;
