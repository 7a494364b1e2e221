-- An owner contact per customer that has ways to be reached and no contact yet; then the ways.
CREATE TEMP TABLE new_contact ON COMMIT DROP AS
SELECT c.id AS customer_id, c.legacy_id, 'account:' || c.legacy_id AS legacy_key,
       left(coalesce(nullif(btrim(c.first_name || ' ' || c.last_name), ''), c.display_name), 200) AS name
FROM crm_customer c
WHERE c.legacy_id IN (SELECT legacy_id FROM want_point) AND NOT EXISTS (SELECT 1 FROM crm_contact x WHERE x.legacy_key = 'account:' || c.legacy_id);
--;
INSERT INTO crm_contact (customer_id, role, name, preferred_channel, position, legacy_key)
SELECT customer_id, 'owner', name, '', 0, legacy_key FROM new_contact ORDER BY customer_id;
--;
INSERT INTO crm_contactpoint (contact_id, customer_id, kind, value, extension, valid, for_billing, position)
SELECT x.id, x.customer_id, p.kind, p.value, p.extension, p.valid, p.for_billing, row_number() OVER (PARTITION BY x.id ORDER BY p.place) - 1
FROM want_point p JOIN new_contact n ON n.legacy_id = p.legacy_id JOIN crm_contact x ON x.legacy_key = n.legacy_key
ORDER BY p.place;
