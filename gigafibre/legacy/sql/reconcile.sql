DROP TABLE IF EXISTS import_changed, import_ours, import_there, import_here, import_account, import_balance;
--;
-- What changed in the source of documents that stand here, which never change, or is gone from it: in each system they
-- count as they are there.
CREATE TEMP TABLE import_changed ON COMMIT DROP AS
SELECT v.account_id, f.legacy_id, f.amount, f."table", false AS gone FROM legacy_importfinding f JOIN legacy_stage.invoice v ON v.id = f.legacy_id
WHERE f.run_id = %(run)s AND f.code = 'document_changed' AND f."table" = 'invoice'
UNION ALL
SELECT p.account_id, f.legacy_id, -f.amount, f."table", false FROM legacy_importfinding f JOIN legacy_stage.payment p ON p.id = f.legacy_id
WHERE f.run_id = %(run)s AND f.code = 'document_changed' AND f."table" = 'payment'
UNION ALL -- what the source gives to another customer stays whose it was
SELECT o.account_id, f.legacy_id, o.amount, f."table", false
FROM legacy_importfinding f JOIN legacy_stage.invoice x ON x.id = f.legacy_id JOIN billing_invoice v ON v.legacy_id = f.legacy_id
JOIN crm_customer c ON c.id = v.customer_id AND c.legacy_id <> x.account_id
  AND NOT EXISTS (SELECT FROM crm_customer m WHERE m.legacy_id = x.account_id AND m.merged_into_id = c.id)
CROSS JOIN LATERAL (SELECT sum(CASE i.kind WHEN 'invoice' THEN i.total ELSE -i.total END) AS amount FROM billing_invoice i
  WHERE i.id = v.id OR i.id IN (SELECT r.invoice_id FROM legacy_reissue r WHERE r.legacy_id = f.legacy_id)) s
CROSS JOIN LATERAL (VALUES (x.account_id, s.amount), (c.legacy_id, -s.amount)) o (account_id, amount)
WHERE f.run_id = %(run)s AND f.code = 'document_changed' AND f."table" = 'invoice'
UNION ALL
SELECT o.account_id, f.legacy_id, o.amount, f."table", false
FROM legacy_importfinding f JOIN legacy_stage.payment x ON x.id = f.legacy_id JOIN payments_payment p ON p.legacy_id = f.legacy_id
JOIN crm_customer c ON c.id = p.customer_id AND c.legacy_id <> x.account_id
  AND NOT EXISTS (SELECT FROM crm_customer m WHERE m.legacy_id = x.account_id AND m.merged_into_id = c.id)
CROSS JOIN LATERAL (VALUES (x.account_id, -p.amount), (c.legacy_id, p.amount)) o (account_id, amount)
WHERE f.run_id = %(run)s AND f.code = 'document_changed' AND f."table" = 'payment'
UNION ALL
SELECT c.legacy_id, f.legacy_id, f.amount, f."table", true FROM legacy_importfinding f
JOIN billing_invoice v ON v.legacy_id = f.legacy_id AND v.state = 'issued' JOIN crm_customer c ON c.id = v.customer_id
WHERE f.run_id = %(run)s AND f.code = 'gone_from_source' AND f."table" = 'invoice'
UNION ALL
SELECT c.legacy_id, f.legacy_id, -f.amount, f."table", true FROM legacy_importfinding f
JOIN payments_payment p ON p.legacy_id = f.legacy_id JOIN crm_customer c ON c.id = p.customer_id
WHERE f.run_id = %(run)s AND f.code = 'gone_from_source' AND f."table" = 'payment';
--;
-- A draft of the source that people issued here is a document of ours.
CREATE TEMP TABLE import_ours ON COMMIT DROP AS
SELECT v.id FROM billing_invoice v JOIN legacy_stage.invoice x ON x.id = v.legacy_id WHERE v.state = 'issued' AND x.billing_status <> 1;
--;
-- Final invoices and payments of the source, and those here that came from it, by year: each table is read once.
CREATE TEMP TABLE import_there ON COMMIT DROP AS
SELECT 'invoiced' AS name, extract(year FROM coalesce(legacy_day(date_orig), DATE '2000-01-01'))::int AS year, account_id > 0 AS placed,
       id IN (SELECT legacy_id FROM import_changed WHERE "table" = 'invoice') AS changed, false AS nothing,
       count(*) AS rows, sum(total_amt) AS amount
FROM legacy_stage.invoice WHERE billing_status = 1 GROUP BY 1, 2, 3, 4
UNION ALL
SELECT 'paid', extract(year FROM coalesce(legacy_day(date_orig), DATE '2000-01-01'))::int, account_id > 0,
       id IN (SELECT legacy_id FROM import_changed WHERE "table" = 'payment'), amount = 0, count(*), sum(amount)
FROM legacy_stage.payment GROUP BY 1, 2, 3, 4, 5;
--;
CREATE TEMP TABLE import_here ON COMMIT DROP AS
SELECT 'invoiced' AS name, extract(year FROM v.date)::int AS year,
       coalesce(v.legacy_id, r.legacy_id) IN (SELECT legacy_id FROM import_changed WHERE "table" = 'invoice') AS changed,
       count(v.legacy_id) AS rows, sum(CASE v.kind WHEN 'invoice' THEN v.total ELSE -v.total END) AS amount
FROM billing_invoice v LEFT JOIN legacy_reissue r ON r.invoice_id = v.id
WHERE coalesce(v.legacy_id, r.legacy_id) IS NOT NULL AND v.state = 'issued' AND v.id NOT IN (SELECT id FROM import_ours) GROUP BY 1, 2, 3
UNION ALL
SELECT 'paid', extract(year FROM date)::int, legacy_id IN (SELECT legacy_id FROM import_changed WHERE "table" = 'payment'),
       count(*), sum(amount)
FROM payments_payment WHERE legacy_id IS NOT NULL GROUP BY 1, 2, 3;
--;
-- What stands in each customer's account, and what of it came from the source.
CREATE TEMP TABLE import_account ON COMMIT DROP AS
SELECT customer_id, sum(signed) AS amount, sum(signed) FILTER (WHERE number ~ '^(PAY-L)?[0-9]+(-R?[0-9]+)?$') AS imported
FROM (SELECT customer_id, number, CASE side WHEN 'debit' THEN amount ELSE -amount END AS signed FROM ledger_openitem) i GROUP BY 1;
--;
-- Customers whose balance is not what the source says, less what the report lists of his documents.
-- Of whole amounts: what was settled since with a document of ours changes nothing between the two. Accounts of the
-- source that are one customer here count together.
CREATE TEMP TABLE import_balance ON COMMIT DROP AS
WITH holder AS (SELECT legacy_id, coalesce(merged_into_id, id) AS id FROM crm_customer WHERE legacy_id IS NOT NULL)
SELECT c.number, c.display_name AS name, coalesce(v.amount, 0) - coalesce(p.amount, 0) AS source,
       coalesce(o.imported, 0) AS here, coalesce(x.amount, 0) AS listed
FROM (SELECT DISTINCT id FROM holder) h JOIN crm_customer c ON c.id = h.id
LEFT JOIN (SELECT h.id, sum(total_amt) AS amount FROM legacy_stage.invoice i JOIN holder h ON h.legacy_id = i.account_id
           WHERE billing_status = 1 GROUP BY 1) v ON v.id = c.id
LEFT JOIN (SELECT h.id, sum(amount) AS amount FROM legacy_stage.payment i JOIN holder h ON h.legacy_id = i.account_id
           GROUP BY 1) p ON p.id = c.id
LEFT JOIN import_account o ON o.customer_id = c.id
LEFT JOIN (SELECT h.id, sum(amount) AS amount FROM import_changed i JOIN holder h ON h.legacy_id = i.account_id
           GROUP BY 1) x ON x.id = c.id
WHERE coalesce(v.amount, 0) - coalesce(p.amount, 0) - coalesce(x.amount, 0) <> coalesce(o.imported, 0);
--;
-- Each sum in the source, here, and what the report lists as the difference; the rest must be 0.00.
WITH listed AS (
  SELECT code, count(*) AS rows, coalesce(sum(amount), 0) AS amount FROM legacy_importfinding WHERE run_id = %(run)s GROUP BY code
), gone AS (
  SELECT field AS target, legacy_id FROM legacy_importfinding WHERE run_id = %(run)s AND code = 'gone_from_source'
), deleted AS (
  SELECT field AS target, legacy_id FROM legacy_importfinding WHERE run_id = %(run)s AND code = 'deleted_here'
), live_there AS ( -- what is not priced by month costs nothing by month
  SELECT s.id, CASE WHEN s.payment_recurrence > 0 THEN
           coalesce(CASE WHEN s.hijack = 1 THEN s.hijack_price ELSE p.price END, 0) / s.payment_recurrence ELSE 0 END AS monthly
  FROM legacy_stage.service s LEFT JOIN legacy_stage.product p ON p.id = s.product_id WHERE s.status = 1
), live_here AS (
  SELECT s.legacy_id AS id, coalesce(s.price_override, x.price) * s.quantity / s.interval_months AS monthly
  FROM subscriptions_subscription s LEFT JOIN catalog_itemprice x ON x.item_id = s.item_id AND x.days @> s.started_on
  WHERE s.legacy_id IS NOT NULL AND s.state <> 'cancelled'
), otherwise AS ( -- listed: live in one system only, or at another price there
  SELECT legacy_id FROM legacy_importfinding WHERE run_id = %(run)s AND code IN (
    'service_without_location', 'service_without_product', 'service_recurrence', 'service_ended', 'service_otherwise_here')
  UNION SELECT legacy_id FROM gone WHERE target = 'subscriptions_subscription'
  UNION SELECT legacy_id FROM deleted WHERE target = 'subscriptions_subscription'
), live AS (
  SELECT count(*) FILTER (WHERE there) AS there, count(*) FILTER (WHERE NOT there) AS here,
         count(*) FILTER (WHERE listed AND there) - count(*) FILTER (WHERE listed AND NOT there) AS listed,
         coalesce(sum(monthly) FILTER (WHERE there), 0) AS monthly_there, coalesce(sum(monthly) FILTER (WHERE NOT there), 0) AS monthly_here,
         coalesce(sum(CASE WHEN there THEN monthly ELSE -monthly END) FILTER (WHERE listed), 0) AS monthly_listed
  FROM (SELECT monthly, there, id IN (SELECT legacy_id FROM otherwise) AS listed
        FROM (SELECT id, monthly, true AS there FROM live_there UNION ALL SELECT id, monthly, false FROM live_here) b) l
), tax_there AS (
  SELECT x.tax, v.year, sum(t.amount) AS amount
  FROM legacy_stage.invoice_tax t
  JOIN (SELECT id, legacy_tax(name, rate::numeric) AS tax FROM legacy_stage.tax OFFSET 0) x ON x.id = t.tax_id -- once each
  JOIN (SELECT id, extract(year FROM coalesce(legacy_day(date_orig), DATE '2000-01-01'))::int AS year
        FROM legacy_stage.invoice WHERE billing_status = 1 AND account_id > 0
        AND id NOT IN (SELECT legacy_id FROM import_changed WHERE "table" = 'invoice')) v ON v.id = t.invoice_id
  GROUP BY 1, 2
), tax_here AS (
  SELECT x.code AS tax, extract(year FROM v.date)::int AS year, sum(CASE v.kind WHEN 'invoice' THEN t.amount ELSE -t.amount END) AS amount
  FROM billing_invoicetax t JOIN billing_tax x ON x.id = t.tax_id JOIN billing_invoice v ON v.id = t.invoice_id
  LEFT JOIN legacy_reissue r ON r.invoice_id = v.id
  WHERE coalesce(v.legacy_id, r.legacy_id) IS NOT NULL AND v.state = 'issued' AND v.id NOT IN (SELECT id FROM import_ours)
    AND coalesce(v.legacy_id, r.legacy_id) NOT IN (SELECT legacy_id FROM import_changed WHERE "table" = 'invoice') GROUP BY 1, 2
), by_year AS ( -- a document that changed counts in each system by its day and amount there
  SELECT name, year, amount AS source, 0 AS here, CASE WHEN changed OR NOT placed THEN amount ELSE 0 END AS listed FROM import_there
  UNION ALL SELECT name, year, 0, amount, CASE WHEN changed THEN -amount ELSE 0 END FROM import_here
), changed AS (
  SELECT coalesce(sum(amount), 0) AS amount, coalesce(sum(amount) FILTER (WHERE "table" = 'invoice'), 0) AS invoiced,
         -coalesce(sum(amount) FILTER (WHERE "table" = 'payment'), 0) AS paid FROM import_changed
), usage_there AS (
  SELECT id, service_id, legacy_day(date) AS day, quota_day::numeric + quota_night AS bytes FROM legacy_stage.service_snapshot
), usage_erased AS ( -- of a day that is not kept, or stands otherwise here: none of its readings counts
  SELECT u.service_id, u.day FROM legacy_importfinding f JOIN usage_there u ON u.id = f.legacy_id
  WHERE f.run_id = %(run)s AND f."table" = 'service_snapshot' AND f.code IN ('traffic_taken_here', 'forgotten_here')
    AND NOT EXISTS (SELECT FROM network_usageday t WHERE t.legacy_id = f.legacy_id)
), usage_listed AS (
  SELECT count(*) AS rows, coalesce(sum(bytes), 0) AS bytes FROM usage_there u
  WHERE u.id IN (SELECT legacy_id FROM legacy_importfinding WHERE run_id = %(run)s AND code LIKE 'usage_%%' AND code <> 'usage_of_several')
     OR (u.service_id, u.day) IN (SELECT service_id, day FROM usage_erased)
), usage_here AS (
  SELECT count(*) AS rows, coalesce(sum(t.bytes_day::numeric + t.bytes_night), 0) AS bytes
  FROM network_usageday t JOIN usage_there u ON u.id = t.legacy_id
)
SELECT 1 AS place, 'customers' AS name, (SELECT count(*) FROM legacy_stage.account)::numeric AS source,
       (SELECT count(*) FROM crm_customer WHERE legacy_id IS NOT NULL AND NOT placeholder)::numeric AS here,
       ((SELECT count(*) FROM deleted WHERE target = 'crm_customer') - (
          SELECT count(*) FROM crm_customer WHERE NOT placeholder AND legacy_id IN (
            SELECT legacy_id FROM gone WHERE target = 'crm_customer'
            UNION SELECT legacy_id FROM legacy_importfinding WHERE run_id = %(run)s AND code = 'account_gone')))::numeric AS listed
UNION ALL SELECT 2, 'locations', (SELECT count(*) FROM legacy_stage.delivery), (SELECT count(*) FROM crm_location WHERE legacy_id IS NOT NULL),
  (SELECT count(*) FROM legacy_stage.delivery WHERE account_id = 0)
  + (SELECT count(*) FROM deleted WHERE target = 'crm_location') - (SELECT count(*) FROM gone WHERE target = 'crm_location')
UNION ALL SELECT 3, 'live_subscriptions', there, here, listed FROM live
-- Of what is listed as exact a difference as of the sums, which are rounded once.
UNION ALL SELECT 4, 'live_monthly_value', round(monthly_there, 2), round(monthly_here, 2),
  round(monthly_there, 2) - round(monthly_there - monthly_listed, 2) FROM live
UNION ALL SELECT 5, 'invoices', (SELECT coalesce(sum(rows), 0) FROM import_there WHERE name = 'invoiced'),
  (SELECT coalesce(sum(rows), 0) FROM import_here WHERE name = 'invoiced'),
  (SELECT coalesce(sum(rows), 0) FROM import_there WHERE name = 'invoiced' AND NOT placed)
    - (SELECT count(*) FROM import_changed WHERE gone AND "table" = 'invoice')
UNION ALL SELECT 6, 'invoiced', (SELECT coalesce(sum(amount), 0) FROM import_there WHERE name = 'invoiced'),
  (SELECT coalesce(sum(amount), 0) FROM import_here WHERE name = 'invoiced'),
  (SELECT coalesce(sum(amount), 0) FROM import_there WHERE name = 'invoiced' AND NOT placed) + (SELECT invoiced FROM changed)
UNION ALL SELECT 7, 'invoice_lines',
  (SELECT coalesce(sum(round(x.quantity * x.unitary_price, 2)), 0) FROM legacy_stage.invoice_item x
   JOIN legacy_stage.invoice v ON v.id = x.invoice_id WHERE v.account_id > 0 AND v.billing_status = 1
   AND v.id NOT IN (SELECT legacy_id FROM import_changed WHERE "table" = 'invoice')),
  (SELECT coalesce(sum(CASE v.kind WHEN 'invoice' THEN l.amount ELSE -l.amount END), 0) FROM billing_invoiceline l
   JOIN billing_invoice v ON v.id = l.invoice_id LEFT JOIN legacy_reissue r ON r.invoice_id = v.id
   WHERE coalesce(v.legacy_id, r.legacy_id) IS NOT NULL AND l.kind <> 'adjustment' AND v.state = 'issued' AND v.id NOT IN (SELECT id FROM import_ours)
   AND coalesce(v.legacy_id, r.legacy_id) NOT IN (SELECT legacy_id FROM import_changed WHERE "table" = 'invoice')), 0
UNION ALL SELECT 8, 'payments', (SELECT coalesce(sum(rows), 0) FROM import_there WHERE name = 'paid'),
  (SELECT coalesce(sum(rows), 0) FROM import_here WHERE name = 'paid'),
  (SELECT coalesce(sum(rows), 0) FROM import_there WHERE name = 'paid' AND (nothing OR NOT placed))
    - (SELECT count(*) FROM import_changed WHERE gone AND "table" = 'payment')
UNION ALL SELECT 9, 'paid', (SELECT coalesce(sum(amount), 0) FROM import_there WHERE name = 'paid'),
  (SELECT coalesce(sum(amount), 0) FROM import_here WHERE name = 'paid'),
  (SELECT coalesce(sum(amount), 0) FROM import_there WHERE name = 'paid' AND NOT placed) + (SELECT paid FROM changed)
UNION ALL SELECT 10, 'allocated', (SELECT coalesce(sum(amount), 0) FROM legacy_stage.payment_item),
  (SELECT coalesce(sum(a.amount), 0) FROM ledger_allocation a JOIN ledger_openitem d ON d.id = a.debit_id
   WHERE a.legacy_id IS NOT NULL AND a.undone_on IS NULL AND d.kind = 'invoice'),
  (SELECT coalesce(sum(amount), 0) FROM listed WHERE code LIKE 'allocation_%%')
UNION ALL SELECT 11, 'owed',
  (SELECT coalesce(sum(CASE name WHEN 'invoiced' THEN amount ELSE -amount END), 0) FROM import_there WHERE placed),
  (SELECT coalesce(sum(imported), 0) FROM import_account), (SELECT amount FROM changed)
UNION ALL SELECT 12, 'customers_whose_balance_differs', 0, (SELECT count(*) FROM import_balance), 0
UNION ALL SELECT 13, 'receivable_account',
  (SELECT coalesce(sum(amount), 0) FROM import_account),
  (SELECT coalesce(sum(l.debit - l.credit), 0) FROM ledger_journalline l JOIN ledger_account a ON a.id = l.account_id WHERE a.role = 'receivable'), 0
UNION ALL SELECT 14, coalesce(t.tax, h.tax) || ' ' || coalesce(t.year, h.year), coalesce(t.amount, 0), coalesce(h.amount, 0), 0
FROM tax_there t FULL JOIN tax_here h ON h.tax = t.tax AND h.year = t.year WHERE coalesce(t.tax, h.tax) IS NOT NULL
UNION ALL SELECT 15, name || ' ' || year, sum(source), sum(here), sum(listed) FROM by_year GROUP BY name, year
UNION ALL SELECT 16, 'addresses', (SELECT count(*) FROM legacy_stage.ip_history),
  (SELECT count(*) FROM network_ipassignment t JOIN legacy_stage.ip_history h ON h.id = t.legacy_id),
  (SELECT count(DISTINCT f.legacy_id) FROM legacy_importfinding f WHERE f.run_id = %(run)s AND f."table" = 'ip_history'
   AND f.code IN ('ip_invalid', 'ip_without_date', 'ip_without_account', 'ip_replaced_at_once', 'ip_past_retention', 'traffic_taken_here', 'forgotten_here')
   AND NOT EXISTS (SELECT FROM network_ipassignment t WHERE t.legacy_id = f.legacy_id))
UNION ALL SELECT 17, 'usage_days', (SELECT count(*) FROM usage_there), (SELECT rows FROM usage_here), (SELECT rows FROM usage_listed)
UNION ALL SELECT 18, 'usage_bytes', (SELECT coalesce(sum(bytes), 0) FROM usage_there), (SELECT bytes FROM usage_here), (SELECT bytes FROM usage_listed)
ORDER BY 1, 2
--;
SELECT number, name, source, here, listed FROM import_balance
ORDER BY abs(source - here - listed) DESC, number LIMIT 1000
