-- From random customers, pairs: the odd ones have one subscription each, the even ones the same, but with changes to the very
-- same price on any days of the period. Parameters: day.
DELETE FROM billing_pendingcharge;
DELETE FROM billing_promotedperiod;
DELETE FROM subscriptions_promotion;
DELETE FROM billing_leviedmonth;
DELETE FROM billing_exemptedtax;
DELETE FROM billing_taxexemption;
UPDATE crm_customer SET parent_id = NULL;
DELETE FROM subscriptions_subscriptionchange;
DELETE FROM billing_chargedperiod;
DELETE FROM subscriptions_subscription;
UPDATE crm_customer SET tax_category = 'QC' WHERE tax_category = 'MARS';
UPDATE crm_customer t SET tax_category = o.tax_category FROM crm_customer o WHERE o.id = t.id - 1 AND t.id %% 2 = 0;

CREATE TEMP TABLE twin ON COMMIT DROP AS
SELECT r.*, billing_period_start(anchor, months, billing_period_index(anchor, months, %(day)s)) AS charged
FROM (
  SELECT id AS customer_id, (ARRAY[1, 1, 3, 6, 12])[1 + floor(random() * 5)::int] AS months,
         (SELECT id FROM catalog_item WHERE sku = 'I' || 1 + c.id / 2 %% 15) AS item_id,
         0.01 + round((random() * 100)::numeric, (random() * 4)::int) AS price,
         (ARRAY[1, 1, 2, 2.333])[1 + floor(random() * 4)::int] AS quantity,
         (date '2021-01-01' + (random() * 1500)::int) AS anchor
  FROM crm_customer c WHERE c.id %% 2 = 1 ORDER BY c.id) r;

INSERT INTO subscriptions_subscription (number, customer_id, location_id, item_id, state, quantity, price_override,
  price_reason, interval_months, anchor, started_on, charged_until, charged_while_suspended, cancel_reason, contract,
  radius_user, radius_password, comment, created_at)
SELECT 'SUB-' || t.customer_id + n, t.customer_id + n, l.id, t.item_id, 'active', t.quantity, t.price, 'Entente', t.months,
       t.anchor, t.anchor, t.charged, false, '', '', '', '', '', now()
FROM twin t CROSS JOIN generate_series(0, 1) n
JOIN LATERAL (SELECT min(id) AS id FROM crm_location WHERE customer_id = t.customer_id + n) l ON true;

INSERT INTO subscriptions_subscriptionchange (subscription_id, kind, "on", price, reason, state, refused_because,
  refused_because_en, created_at)
SELECT s.id, 'price', s.charged_until + 1 + (random() * 29 * s.interval_months)::int, s.price_override, 'preuve', 'planned',
       '', '', now()
FROM subscriptions_subscription s CROSS JOIN generate_series(1, 3) k WHERE s.customer_id %% 2 = 0;
