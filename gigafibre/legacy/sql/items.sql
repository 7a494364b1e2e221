-- Items. A code is the SKU; a SKU used twice keeps it for the newest active product.
CREATE TEMP TABLE product_used ON COMMIT DROP AS
SELECT p.*, count(*) OVER (PARTITION BY upper(btrim(p.sku))) AS same,
       row_number() OVER (PARTITION BY upper(btrim(p.sku)) ORDER BY p.active DESC, p.id DESC) AS place
FROM legacy_stage.product p;
--;
CREATE TEMP TABLE want_item ON COMMIT DROP AS
SELECT p.id AS legacy_id,
       (CASE WHEN btrim(p.sku) = '' THEN 'ART-' || p.id WHEN p.place > 1 THEN left(regexp_replace(btrim(p.sku), '\s+', '-', 'g'), 30) || '-' || p.id
             ELSE left(regexp_replace(btrim(p.sku), '\s+', '-', 'g'), 40) END) AS sku,
       left(coalesce(nullif(btrim(p.name), ''), p.sku), 160) AS name_fr, left(coalesce(nullif(btrim(p.name), ''), p.sku), 160) AS name_en,
       left(legacy_clean(coalesce(nullif(btrim(p.name), ''), p.sku)), 80) AS invoice_label_fr,
       left(legacy_clean(coalesce(nullif(btrim(p.name), ''), p.sku)), 80) AS invoice_label_en,
       coalesce(g.id, (SELECT id FROM catalog_itemgroup WHERE code = 'OTHER')) AS group_id,
       CASE WHEN p.price < 0 THEN 'discount' WHEN p.type = 1 THEN 'recurring'
            WHEN a.number LIKE '405_' AND fold(c.name) ~ 'quincaillerie|routeur|antenne|cablage|ordinateur' THEN 'equipment'
            WHEN fold(c.name) ~ 'main d oeuvre' THEN 'labour' ELSE 'one_time' END AS kind,
       CASE WHEN fold(c.name) ~ 'telephon|interurbain' THEN 'telephone' WHEN fold(c.name) ~ 'televis|decodeur' THEN 'tv'
            WHEN p.download_speed > 0 OR fold(c.name) ~ 'mensualites|fibre' THEN 'internet' ELSE 'other' END AS service_kind,
       (p.taxable = 1) AS taxable, greatest(p.download_speed, 0)::int AS download_kbps, greatest(p.upload_speed, 0)::int AS upload_kbps,
       p.quota_day AS quota_day_bytes, p.quota_night AS quota_night_bytes,
       p.fibre_lineprofile::int AS olt_line_profile, p.fibre_serviceprofile::int AS olt_service_profile,
       (p.active = 1) AS active
FROM product_used p
LEFT JOIN legacy_stage.product_cat c ON c.id = p.category
LEFT JOIN catalog_itemgroup g ON g.legacy_id = p.category
LEFT JOIN ledger_account a ON a.number = c.num_compte::text;
