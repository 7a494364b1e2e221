-- What a real month has beside plain subscriptions: credit on accounts, dated changes, ends, missed months, charges that
-- wait, and subscriptions that can't be billed.
INSERT INTO subscriptions_subscriptionchange (subscription_id, kind, "on", until, price, reason, state, refused_because,
  created_at)
SELECT id, CASE WHEN id % 3 = 0 THEN 'pause' ELSE 'price' END, '2026-12-11',
       CASE WHEN id % 3 = 0 THEN '2026-12-20'::date END, CASE WHEN id % 3 <> 0 THEN 42.42 END, 'preuve', 'planned', '',
       now()
FROM subscriptions_subscription WHERE state = 'active' AND id % 37 = 0;

UPDATE subscriptions_subscription SET ends_on = '2026-12-09' WHERE state = 'active' AND id % 41 = 0;
UPDATE subscriptions_subscription SET started_on = '2026-12-05', ends_on = '2026-12-01'
WHERE state = 'active' AND id % 503 = 0;

INSERT INTO catalog_item (sku, name_fr, name_en, invoice_label_fr, invoice_label_en, group_id, kind, service_kind,
  fee_class, taxable, download_kbps, upload_kbps, quota_day_bytes, quota_night_bytes, olt_line_profile,
  olt_service_profile, active)
SELECT 'NOPRICE', 'Sans prix', 'No price', '', '', id, 'recurring', 'other', '', true, 0, 0, 0, 0, 0, 0, true
FROM catalog_itemgroup WHERE code = 'tv';
UPDATE subscriptions_subscription SET item_id = (SELECT id FROM catalog_item WHERE sku = 'NOPRICE'),
  price_override = NULL, price_reason = ''
WHERE state = 'active' AND id % 311 = 0;
UPDATE crm_customer SET tax_category = 'MARS' WHERE id % 401 = 0;

DELETE FROM billing_chargedperiod c USING subscriptions_subscription s
WHERE s.id = c.subscription_id AND s.state = 'active' AND s.interval_months = 1 AND s.id % 53 = 0;
UPDATE subscriptions_subscription SET charged_until = '2026-10-01'
WHERE state = 'active' AND interval_months = 1 AND id % 53 = 0;

INSERT INTO billing_pendingcharge (customer_id, kind, description_fr, description_en, quantity, unit_price, amount, taxable,
  revenue_account, not_before, reason, created_at)
SELECT id, CASE WHEN id % 2 = 0 THEN 'one_time' ELSE 'credit' END, 'Main-d’œuvre', 'Labour', 1,
       CASE WHEN id % 2 = 0 THEN 85 ELSE -500 END, CASE WHEN id % 2 = 0 THEN 85 ELSE -500 END, true, '4070', '2026-11-15', '',
       now()
FROM crm_customer WHERE status = 'active' AND id % 17 = 0;

WITH paid AS (
  SELECT id AS customer_id, 'AVANCE-' || id AS number, 25.00 AS amount FROM crm_customer WHERE status = 'active' AND id % 7 = 0
), entries AS (
  INSERT INTO ledger_journalentry (date, kind, document, description, posted_at)
  SELECT '2026-11-20', 'payment', number, '', now() FROM paid RETURNING id, document
), lines AS (
  INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date, customer_id)
  SELECT e.id, a.id, CASE a.role WHEN 'receivable' THEN 0 ELSE p.amount END, CASE a.role WHEN 'receivable' THEN p.amount ELSE 0 END,
         '2026-11-20', p.customer_id
  FROM entries e JOIN paid p ON p.number = e.document JOIN ledger_account a ON a.role IN ('receivable', 'clearing.cheque')
)
INSERT INTO ledger_openitem (customer_id, side, kind, number, date, amount, open)
SELECT customer_id, 'credit', 'payment', number, '2026-11-20', amount, amount FROM paid;
