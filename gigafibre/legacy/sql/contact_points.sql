-- The name and ways of new contacts, and of changed ones that staff left alone.
UPDATE crm_contact x SET name = c.name FROM changed_contact c WHERE x.legacy_key = c.legacy_key AND NOT c.touched;
--;
DELETE FROM crm_contactpoint p USING crm_contact x, changed_contact c
WHERE p.contact_id = x.id AND x.legacy_key = c.legacy_key AND NOT c.touched;
--;
INSERT INTO crm_contactpoint (contact_id, customer_id, kind, value, extension, valid, for_billing, position)
SELECT x.id, x.customer_id, p.kind, p.value, p.extension, p.valid, p.for_billing, row_number() OVER (PARTITION BY x.id ORDER BY p.place) - 1
FROM want_point p
JOIN (SELECT legacy_id, legacy_key FROM new_contact UNION ALL SELECT legacy_id, legacy_key FROM changed_contact WHERE NOT touched) n
  ON n.legacy_id = p.legacy_id
JOIN crm_contact x ON x.legacy_key = n.legacy_key
ORDER BY p.place;
--;
UPDATE legacy_legacyrow m SET print = c.print FROM changed_contact c
WHERE m.target = 'crm_contact' AND m.legacy_id = c.legacy_id AND NOT c.touched;
