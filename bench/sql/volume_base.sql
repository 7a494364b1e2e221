-- Catalogue, customers, locations. Numbers follow from the row's own number, so two builds are equal.
INSERT INTO catalog_itemgroup (code, name_fr, name_en, revenue_account, position) VALUES
  ('internet', 'Internet fibre', 'Fibre internet', '4020', 1), ('tv', 'Télévision', 'Television', '4030', 2),
  ('telephone', 'Téléphonie', 'Telephone', '4040', 3), ('rental', 'Location d’équipement', 'Equipment rental', '4050', 4),
  ('discount', 'Promotions et crédits', 'Promotions and credits', '4900', 5);

INSERT INTO catalog_item (sku, name_fr, name_en, invoice_label_fr, invoice_label_en, group_id, kind, service_kind, fee_class,
  taxable, download_kbps, upload_kbps, quota_day_bytes, quota_night_bytes, olt_line_profile, olt_service_profile, active)
SELECT v.sku, v.fr, v.en, '', '', g.id, v.kind, v.service, '', true, v.down, v.down / 10, 0, 0, 0, 0, true
FROM (VALUES
  ('NET100', 'Internet Fibre 100', 'Fibre Internet 100', 'internet', 'recurring', 'internet', 100000),
  ('NET500', 'Internet Fibre 500', 'Fibre Internet 500', 'internet', 'recurring', 'internet', 500000),
  ('NET1000', 'Internet Fibre 1000', 'Fibre Internet 1000', 'internet', 'recurring', 'internet', 1000000),
  ('TVBASE', 'Télé Essentiel', 'Essential TV', 'tv', 'recurring', 'tv', 0),
  ('TVPLUS', 'Télé Plus', 'TV Plus', 'tv', 'recurring', 'tv', 0),
  ('TEL', 'Téléphonie', 'Telephone', 'telephone', 'recurring', 'telephone', 0),
  ('ROUTER', 'Location de routeur', 'Router rental', 'rental', 'recurring', 'other', 0),
  ('COMBO', 'Rabais combo', 'Bundle discount', 'discount', 'discount', 'other', 0)
) v (sku, fr, en, grp, kind, service, down) JOIN catalog_itemgroup g ON g.code = v.grp;

INSERT INTO catalog_itemprice (item_id, days, price)
SELECT i.id, d.days, p.price * d.factor
FROM (VALUES ('NET100', 54.95), ('NET500', 74.95), ('NET1000', 94.95), ('TVBASE', 39.95), ('TVPLUS', 59.95),
             ('TEL', 24.95), ('ROUTER', 5.00), ('COMBO', -10.00)) p (sku, price)
JOIN catalog_item i ON i.sku = p.sku
CROSS JOIN (VALUES (daterange(NULL, '2024-01-01'), 0.9), (daterange('2024-01-01', NULL), 1.0)) d (days, factor);

CREATE TEMP TABLE v_names ON COMMIT DROP AS
SELECT ARRAY['Sylvie','Réjean','Maude','Étienne','Francine','Luc','Noémie','Gaétan','Chloé','Benoît','Mélanie','François',
             'Josée','Raphaël','Hélène','Yves','Zoé','Jérôme','Anaïs','Mathieu'] AS first,
       ARRAY['Tremblay','Gagnon','Roy','Côté','Bouchard','Gauthier','Morin','Lavoie','Fortin','Gagné','Ouellet','Pelletier',
             'Bélanger','Lévesque','Bergeron','Leblanc','Paquette','Girard','Simard','Boucher','Caron','Beaulieu','Cloutier',
             'Dubé','Poirier'] AS last,
       ARRAY['Sainte-Clotilde','Saint-Rémi','Saint-Chrysostome','Hemmingford','Napierville','Sherrington','Saint-Édouard',
             'Howick','Ormstown','Franklin'] AS city,
       ARRAY['rang Saint-Joseph','rue Notre-Dame','chemin de la Rivière','rue de l’Église','montée Monette',
             'rang des Sloan','rue Principale','boulevard Sainte-Marguerite'] AS street;

INSERT INTO crm_customer (number, kind, segment, status, title, first_name, last_name, company, display_name, language,
  vip, bad_payer, tax_category, invoice_delivery, billing_day, opening_balance, customer_since, end_reason, placeholder,
  created_at, legacy_customer_id, line1, line2, city, province, postal_code)
SELECT 'C-' || n, CASE WHEN n %% 12 = 0 THEN 'company' ELSE 'individual' END,
       CASE WHEN n %% 12 = 0 THEN 'commercial' ELSE 'residential' END,
       CASE WHEN n <= %(live_customers)s THEN 'active' ELSE 'terminated' END, '', first, last,
       CASE WHEN n %% 12 = 0 THEN 'Ferme ' || last || ' inc.' ELSE '' END,
       CASE WHEN n %% 12 = 0 THEN 'Ferme ' || last || ' inc.' ELSE first || ' ' || last END,
       CASE WHEN n %% 9 = 0 THEN 'en' ELSE 'fr' END, n %% 97 = 0, false,
       CASE WHEN n %% 211 = 0 THEN 'EXEMPT' WHEN n %% 307 = 0 THEN 'ON' ELSE 'QC' END,
       CASE WHEN n %% 6 = 0 THEN 'paper' ELSE 'email' END, 1, 0, '2012-01-01'::date + n %% 4000, '', false, now(), '',
       (n %% 2900 + 1) || ', ' || street, '', city, 'QC', 'J0L 1' || chr(65 + n %% 20) || (n %% 10)
FROM (SELECT n, v.first[n * 7 %% 20 + 1] AS first, v.last[n * 11 %% 25 + 1] AS last, v.city[n * 3 %% 10 + 1] AS city,
             v.street[n * 5 %% 8 + 1] AS street FROM generate_series(1, %(customers)s) n, v_names v) named;

-- The planner is told of rows as they come: triggers search through them.
INSERT INTO crm_contact (customer_id, role, name, preferred_channel, position)
SELECT id, 'owner', first_name || ' ' || last_name, '', 0 FROM crm_customer;

RESET ROLE;
ANALYZE crm_customer, crm_contact, crm_searchtext;
SET LOCAL ROLE gigafibre_importer;

INSERT INTO crm_contactpoint (contact_id, customer_id, kind, value, extension, valid, for_billing, position)
SELECT k.id, k.customer_id, 'email', 'client' || k.customer_id || '@exemple.ca', '', true, true, 0 FROM crm_contact k
UNION ALL
SELECT k.id, k.customer_id, 'mobile', '+1450' || lpad((2000000 + k.customer_id * 37 %% 7999999)::text, 7, '0'), '', true,
       false, 1 FROM crm_contact k;

RESET ROLE;
ANALYZE crm_contactpoint, crm_searchtext;
SET LOCAL ROLE gigafibre_importer;

-- One customer in twelve has a second location, one in sixty a third.
INSERT INTO crm_location (number, customer_id, label, contact_name, contact_email, contact_phone, contact_mobile,
  geocode_quality, connection_type, access_notes, created_at, line1, line2, city, province, postal_code)
SELECT 'LOC-' || lpad(row_number() OVER (ORDER BY c.id, k)::text, 6, '0'), c.id,
       CASE k WHEN 0 THEN 'Maison' WHEN 1 THEN 'Chalet' ELSE 'Atelier' END, '', '', '', '', 'none', 'FTTH', '', now(),
       CASE k WHEN 0 THEN c.line1 ELSE (c.id %% 900 + k) || ', chemin du Lac' END, '', c.city, 'QC', c.postal_code
FROM crm_customer c CROSS JOIN generate_series(0, 2) k
WHERE k = 0 OR (k = 1 AND c.id %% 12 = 5) OR (k = 2 AND c.id %% 60 = 5);
