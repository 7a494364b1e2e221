-- Customers, and a placeholder for each account that is gone but left history.
CREATE TEMP TABLE gone ON COMMIT DROP AS
SELECT account_id AS id FROM (
  SELECT account_id FROM legacy_stage.delivery UNION SELECT account_id FROM legacy_stage.invoice
  UNION SELECT account_id FROM legacy_stage.payment) u
WHERE account_id > 0 AND NOT EXISTS (SELECT 1 FROM legacy_stage.account a WHERE a.id = u.account_id);
--;
CREATE TEMP TABLE want_customer ON COMMIT DROP AS
SELECT a.id AS legacy_id, ('C-' || a.id)::varchar(16) AS number,
       (CASE WHEN btrim(a.company) <> '' THEN 'company' ELSE 'individual' END)::varchar(12) AS kind,
       (CASE WHEN a.commercial = 1 OR a.group_id = 8 THEN 'commercial' ELSE 'residential' END)::varchar(12) AS segment,
       (CASE a.status WHEN 1 THEN 'active' WHEN 2 THEN 'suspended' WHEN 3 THEN 'prospect' ELSE 'terminated' END)::varchar(12) AS status,
       left(btrim(a.title), 32)::varchar(32) AS title,
       left(legacy_clean(a.first_name), 80)::varchar(80) AS first_name, left(legacy_clean(a.last_name), 80)::varchar(80) AS last_name,
       left(legacy_clean(a.company), 160)::varchar(160) AS company,
       left(coalesce(nullif(legacy_clean(a.company), ''),
                     nullif(btrim(legacy_clean(a.first_name) || ' ' || legacy_clean(a.last_name)), ''),
                     'Client ' || a.id), 200)::varchar(200) AS display_name,
       (CASE WHEN a.language_id = 'anglais' THEN 'en' ELSE 'fr' END)::varchar(2) AS language,
       (a.vip = 1) AS vip, (a.mauvais_payeur = 1) AS bad_payer,
       (CASE a.tax_group WHEN 2 THEN 'GST' WHEN 3 THEN 'EXEMPT' ELSE 'QC' END)::varchar(16) AS tax_category,
       (CASE a.invoice_delivery WHEN 2 THEN 'paper' WHEN 3 THEN 'both' ELSE 'email' END)::varchar(8) AS invoice_delivery,
       legacy_day(a.date_orig) AS customer_since, legacy_day(a.terminate_date) AS ended_on,
       left(legacy_clean(a.terminate_reason), 200)::varchar(200) AS end_reason,
       left(legacy_clean(a.address1), 160)::varchar(160) AS line1, left(legacy_clean(a.address2), 160)::varchar(160) AS line2,
       left(legacy_clean(a.city), 80)::varchar(80) AS city, left(upper(legacy_clean(a.state)), 32)::varchar(32) AS province,
       legacy_postal(a.zip)::varchar(16) AS postal_code,
       left(btrim(a.customer_id), 32)::varchar(32) AS legacy_customer_id, false AS placeholder
FROM legacy_stage.account a
UNION ALL
SELECT g.id, 'C-' || g.id, 'individual', 'residential', 'terminated', '', '', '', '', 'Compte supprimé ' || g.id, 'fr', false, false,
       'QC', 'email', NULL, NULL, 'Compte absent de la source', '', '', '', '', '', '', true
FROM gone g;
