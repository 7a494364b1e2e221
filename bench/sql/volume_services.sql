-- What the customers have: subscriptions, days charged, promotions, certificates, parents.
-- Live subscriptions: about three a customer; one in 40 has a price of its own, one in 60 is yearly, a few are suspended.
CREATE TEMP TABLE v_subscription ON COMMIT DROP AS
SELECT n, n <= %(live)s AS live,
       CASE WHEN n <= %(live)s THEN (n - 1) %% %(live_customers)s + 1 ELSE (n * 13) %% %(customers)s + 1 END AS c,
       CASE WHEN n <= %(live)s THEN (n - 1) / %(live_customers)s ELSE n %% 4 END AS rank
FROM generate_series(1, %(subscriptions)s) n;

ANALYZE v_subscription;

INSERT INTO subscriptions_subscription (number, customer_id, location_id, item_id, state, quantity, price_override,
  price_reason, interval_months, anchor, started_on, charged_until, suspended_on, charged_while_suspended, cancelled_on,
  cancel_reason, contract, radius_user, radius_password, comment, created_at)
SELECT 'SUB-' || v.n, cu.id, l.id, i.id,
       CASE WHEN NOT v.live THEN 'cancelled' WHEN v.n %% 197 = 0 THEN 'suspended' ELSE 'active' END, 1,
       CASE WHEN v.n %% 40 = 0 THEN 49.95 END, CASE WHEN v.n %% 40 = 0 THEN 'Entente de fidélité' ELSE '' END,
       CASE WHEN v.n %% 60 = 7 THEN 12 ELSE 1 END, a.anchor, a.anchor,
       CASE WHEN v.n %% 60 = 7 THEN a.next_year ELSE %(last_month)s::date + interval '1 month' END,
       CASE WHEN v.live AND v.n %% 197 = 0 THEN %(last_month)s::date END, false,
       CASE WHEN NOT v.live THEN a.anchor + interval '14 months' END, CASE WHEN v.live THEN '' ELSE 'Déménagement' END,
       '', '', '', '', now()
FROM v_subscription v
JOIN crm_customer cu ON cu.number = 'C-' || v.c
JOIN LATERAL (SELECT id FROM crm_location WHERE customer_id = cu.id ORDER BY (id + v.n) %% 3, id LIMIT 1) l ON true
JOIN catalog_item i ON i.sku = (CASE v.rank %% 4
       WHEN 0 THEN (ARRAY['NET100','NET500','NET500','NET1000'])[v.n %% 4 + 1]
       WHEN 1 THEN (ARRAY['ROUTER','TVBASE','TVPLUS'])[v.n %% 3 + 1]
       WHEN 2 THEN (ARRAY['TEL','TVBASE','ROUTER'])[v.n %% 3 + 1] ELSE 'COMBO' END)
CROSS JOIN LATERAL (
  SELECT ('2015-01-01'::date + make_interval(months => v.n %% 130))::date AS anchor,
         ('2027-01-01'::date + make_interval(months => v.n %% 130 %% 12 - CASE WHEN v.n %% 130 %% 12 = 11 THEN 12 ELSE 0 END))::date
           AS next_year) a;

RESET ROLE;
ANALYZE subscriptions_subscription;
SET LOCAL ROLE gigafibre_importer;

INSERT INTO billing_chargedperiod (subscription_id, kind, period)
SELECT id, 'recurring', daterange(started_on, charged_until) FROM subscriptions_subscription
WHERE state <> 'cancelled' AND started_on < charged_until;

-- One in 23 has a promotion (some end within the month billed), one customer in 173 a certificate for one of his places,
-- one in 31 a parent account; telephone numbers pay the municipal tax, of an amount made up here.
INSERT INTO subscriptions_promotion (subscription_id, since, until, cycles, amount, percent, words_fr, words_en, reason,
  withdrawn_because, created_at)
SELECT id, '2026-06-01', CASE WHEN id %% 3 = 0 THEN '2026-12-16'::date END, CASE WHEN id %% 3 <> 0 THEN id %% 6 + 1 END,
       CASE WHEN id %% 2 = 0 THEN 10 END, CASE WHEN id %% 2 = 1 THEN 15 END, 'Rabais de bienvenue', 'Welcome discount',
       'Volume', '', now()
FROM subscriptions_subscription WHERE state <> 'cancelled' AND id %% 23 = 0;

WITH spared AS (
  INSERT INTO billing_taxexemption (customer_id, location_id, kind, treatment, certificate, band, days, reason,
    ended_because, created_at)
  SELECT c.id, (SELECT min(id) FROM crm_location WHERE customer_id = c.id), 'status_indian', 'relieved', 'C' || c.id, '',
         daterange('2020-01-01', CASE WHEN c.id %% 2 = 0 THEN '2026-11-15'::date END), '', '', now()
  FROM crm_customer c WHERE c.id %% 173 IN (0, 20) RETURNING id)
INSERT INTO billing_exemptedtax (exemption_id, tax_id)
SELECT s.id, t.id FROM spared s JOIN billing_tax t ON t.code IN ('GST', 'QST', '911');

UPDATE crm_customer c SET parent_id = p.id FROM crm_customer p
WHERE c.id %% 31 = 0 AND p.id = c.id - 1 AND p.tax_category = c.tax_category;

INSERT INTO kernel_setting (key, value) VALUES ('billing.municipal_tax_911', '{"2026": "0.56", "2027": "0.58"}');

SELECT setval(pg_get_serial_sequence('kernel_event', 'id'), 1, false);
UPDATE kernel_series SET next = %(subscriptions)s + 1 WHERE code = 'subscription';
