-- The products as they were read, to be compared with our catalogue on any later day.
DELETE FROM legacy_legacyproduct;
--;
INSERT INTO legacy_legacyproduct (product, sku, name, price, download_kbps, upload_kbps, account, active, run_id)
SELECT p.id, left(btrim(p.sku), 40), left(btrim(p.name), 160), p.price, greatest(p.download_speed, 0), greatest(p.upload_speed, 0),
       coalesce(c.num_compte::text, ''), p.active = 1, %(run)s
FROM legacy_stage.product p LEFT JOIN legacy_stage.product_cat c ON c.id = p.category;
