-- Random customers with random subscriptions and random pasts: any cycle, anchor, quantity and price, behind, ahead or
-- charged in part, with dated changes, promotions with cycles used, telephones, certificates, parents who pay, revenue that
-- waits for its month, waiting charges and credits, money on account. Parameters: count, day, seed (0 to 1).
SELECT setseed(%(seed)s);

INSERT INTO catalog_itemgroup (code, name_fr, name_en, revenue_account, position)
VALUES ('net', 'Internet', 'Internet', '4020', 1), ('tv', 'Télévision', 'Television', '4030', 2),
       ('nowhere', 'Nulle part', 'Nowhere', '9999', 3), ('discount', 'Rabais', 'Discounts', '4900', 4);

INSERT INTO catalog_item (sku, name_fr, name_en, invoice_label_fr, invoice_label_en, group_id, kind, service_kind,
  fee_class, taxable, download_kbps, upload_kbps, quota_day_bytes, quota_night_bytes, olt_line_profile,
  olt_service_profile, active)
SELECT 'I' || n, 'Article ' || n, 'Item ' || n, CASE WHEN n %% 3 = 0 THEN 'Sur facture ' || n ELSE '' END, '',
       g.id, CASE WHEN n > 17 THEN 'discount' ELSE 'recurring' END, 'other', '', n %% 5 > 0, 0, 0, 0, 0, 0, 0, true
FROM generate_series(1, 20) n
JOIN catalog_itemgroup g ON g.code = CASE WHEN n = 17 THEN 'nowhere' WHEN n > 17 THEN 'discount' WHEN n %% 2 = 0 THEN 'tv' ELSE 'net' END;

UPDATE catalog_item SET service_kind = 'telephone' WHERE sku IN ('I3', 'I7', 'I8', 'I15');
INSERT INTO catalog_item (sku, name_fr, name_en, invoice_label_fr, invoice_label_en, group_id, kind, service_kind,
  fee_class, taxable, download_kbps, upload_kbps, quota_day_bytes, quota_night_bytes, olt_line_profile,
  olt_service_profile, active)
SELECT 'F-' || fee, 'Frais', 'Fee', '', '', (SELECT min(id) FROM catalog_itemgroup), 'one_time', 'other', 'optional', true, 0, 0,
       0, 0, 0, 0, false
FROM unnest(ARRAY['activation', 'modification', 'penalty', 'installation', 'optional']) fee;

-- Prices of up to four places that change some day near the one billed; the sixteenth item has none any more.
INSERT INTO catalog_itemprice (item_id, days, price)
SELECT i.id, d.days, round((CASE WHEN i.kind = 'discount' THEN -20 ELSE 120 END * random())::numeric, 2 + (random() * 2)::int)
FROM (SELECT *, (%(day)s::date - 150 + (random() * 200)::int) AS turn FROM catalog_item WHERE kind <> 'one_time' ORDER BY id) i
CROSS JOIN LATERAL (VALUES (daterange(NULL, i.turn)), (daterange(i.turn, NULL))) d (days)
WHERE NOT (i.sku = 'I16' AND upper(d.days) IS NULL);

INSERT INTO crm_customer (number, kind, segment, status, title, first_name, last_name, company, display_name, language,
  vip, bad_payer, tax_category, invoice_delivery, billing_day, opening_balance, end_reason, placeholder, created_at,
  legacy_customer_id, line1, line2, city, province, postal_code)
SELECT 'C-' || n, 'individual', 'residential', 'active', '', 'Anne', 'Roy', '', 'Anne Roy ' || n,
       CASE WHEN random() < 0.3 THEN 'en' ELSE 'fr' END, false, false,
       (ARRAY['QC','QC','QC','QC','GST','EXEMPT','ON','NB','BC','SK','MARS'])[1 + floor(random() * 10.2)::int], 'email',
       (ARRAY[1, 1, 1, 15, 28, 29, 30, 31, 1 + (random() * 30)::int])[1 + floor(random() * 9)::int], 0, '', false, now(), '',
       n || ', rang Double', '', 'Saint-Rémi', 'QC', 'J0L 2L0'
FROM generate_series(1, %(count)s) n;

-- Some companies; some paid by another customer, most of those of his taxes.
UPDATE crm_customer SET kind = 'company', company = 'Roy inc.' WHERE id %% 10 = 7;
UPDATE crm_customer SET parent_id = id - id %% 9 WHERE id > 8 AND id %% 9 IN (1, 2, 4);
UPDATE crm_customer c SET tax_category = p.tax_category FROM crm_customer p WHERE p.id = c.parent_id AND c.id %% 9 <> 4;

INSERT INTO crm_location (number, customer_id, label, contact_name, contact_email, contact_phone, contact_mobile,
  geocode_quality, connection_type, access_notes, created_at, line1, line2, city, province, postal_code)
SELECT 'LOC-' || lpad((c.id * 2 + k)::text, 5, '0'), c.id, '', '', '', '', '', 'none', '', '', now(), c.line1, '', c.city, 'QC', c.postal_code
FROM crm_customer c CROSS JOIN generate_series(0, 1) k;

-- Any state; billed in any cycle from any day; most due today or in these days, some behind, some far ahead.
INSERT INTO subscriptions_subscription (number, customer_id, location_id, item_id, state, quantity, price_override,
  price_reason, interval_months, anchor, started_on, charged_until, suspended_on, charged_while_suspended, ends_on,
  cancelled_on, cancel_reason, contract, radius_user, radius_password, comment, created_at)
SELECT 'SUB-' || row_number() OVER (ORDER BY r.customer_id, r.k), r.customer_id, r.location_id,
       (SELECT id FROM catalog_item WHERE sku = 'I' || r.item), r.state, r.quantity, r.price,
       CASE WHEN r.price IS NULL THEN '' ELSE 'Entente' END, r.months, r.anchor, least(r.anchor, r.charged),
       CASE WHEN r.state <> 'pending' THEN r.charged END,
       CASE WHEN r.state IN ('suspended', 'paused') THEN %(day)s::date - 20 END, r.keeps,
       CASE WHEN r.ends < 0.12 THEN %(day)s::date - 10 + (r.ends * 400)::int END,
       CASE r.state WHEN 'cancelled' THEN %(day)s::date - 20 END, '', '', '', '', '', now()
FROM (
  SELECT *, (%(day)s::date - (CASE WHEN behind < 0.6 THEN 0 WHEN behind < 0.75 THEN -12 * months WHEN behind < 0.9 THEN 40 ELSE 420 END
             * random())::int) AS charged
  FROM (
    SELECT c.id AS customer_id, k, (SELECT min(id) FROM crm_location l WHERE l.customer_id = c.id) + (random() * 1)::int AS location_id,
           CASE WHEN random() < 0.04 THEN 16 WHEN random() < 0.02 THEN 17 WHEN random() < 0.1 THEN 18 + (random() * 2)::int
                ELSE 1 + (random() * 14)::int END AS item,
           (ARRAY['active','active','active','active','active','active','suspended','paused','cancelled','pending'])
             [1 + floor(random() * 10)::int] AS state,
           (ARRAY[1, 1, 1, 1, 2, 0.5, 2.333])[1 + floor(random() * 7)::int] AS quantity,
           CASE WHEN random() < 0.2 THEN round((random() * 90 - 5)::numeric, (random() * 4)::int) END AS price,
           (ARRAY[1, 1, 1, 1, 1, 3, 6, 12])[1 + floor(random() * 8)::int] AS months,
           (date '2021-01-01' + make_interval(months => (random() * 60)::int, days => c.billing_day - 1))::date AS anchor,
           random() < 0.5 AS keeps, random() AS behind, random() AS ends
    FROM crm_customer c CROSS JOIN LATERAL generate_series(1, (random() * random() * 8 + c.id * 0)::int) k
    ORDER BY c.id, k) drawn
) r;

-- Half of those that are charged to some day in a period were charged for its first days here, at this or another price,
-- in one piece or two; the others by the former system.
INSERT INTO billing_chargedperiod (subscription_id, kind, period, whole, price, amount)
SELECT s.id, 'recurring', daterange(x.lo, x.hi), daterange(w.start, w.upto), w.price,
       round(w.price * (x.hi - w.start) / (w.upto - w.start), 2) - round(w.price * (x.lo - w.start) / (w.upto - w.start), 2)
FROM (
  SELECT s.*, billing_period_start(anchor, interval_months, n) AS start, billing_period_start(anchor, interval_months, n + 1) AS upto,
         round(quantity * coalesce(CASE WHEN random() < 0.7 THEN price_override END, p.price, 33.33), 2) AS price,
         random() AS pieces
  FROM (SELECT *, billing_period_index(anchor, interval_months, charged_until) AS n FROM subscriptions_subscription ORDER BY id) s
  LEFT JOIN catalog_itemprice p ON p.item_id = s.item_id AND p.days @> s.charged_until
  WHERE s.id %% 2 = 0 AND s.state IN ('active', 'suspended', 'paused')
) w
JOIN subscriptions_subscription s ON s.id = w.id
CROSS JOIN LATERAL (SELECT w.start + 1 + ((s.charged_until - w.start) * w.pieces)::int AS middle) m
CROSS JOIN LATERAL (VALUES (w.start, least(m.middle, s.charged_until)), (least(m.middle, s.charged_until), s.charged_until)) x (lo, hi)
WHERE x.lo < x.hi;

INSERT INTO subscriptions_subscriptionchange (subscription_id, kind, "on", until, item_id, price, reason, state,
  refused_because, refused_because_en, created_at)
SELECT id, kind, day, CASE WHEN kind = 'pause' AND last < 0.7 THEN day + 1 + (last * 40)::int END,
       CASE kind WHEN 'item' THEN (SELECT id FROM catalog_item WHERE sku = 'I' || (1 + (last * 14)::int)) END,
       CASE WHEN kind = 'price' OR (kind = 'item' AND last < 0.4) THEN round((last * 100)::numeric, 2) END, 'preuve',
       CASE WHEN last > 0.9 THEN 'withdrawn' ELSE 'planned' END, '', '', now()
FROM (
  SELECT s.id, (ARRAY['price', 'price', 'item', 'item', 'pause', 'pause', 'resume', 'suspend', 'end'])[1 + floor(random() * 8.3)::int] AS kind,
         s.charged_until - 3 + (random() * CASE WHEN s.interval_months = 1 THEN 40 ELSE 150 END)::int AS day, random() AS last
  FROM subscriptions_subscription s
  CROSS JOIN LATERAL generate_series(1, (random() * 5 - 2.5 + s.id * 0)::int) k
  WHERE s.state IN ('active', 'suspended', 'paused') ORDER BY s.id, k) c;

-- Promotions, up to three at once: a share or an amount, for some cycles or until a day, some taken back.
INSERT INTO subscriptions_promotion (subscription_id, since, until, cycles, amount, percent, words_fr, words_en, reason,
  withdrawn_on, withdrawn_because, created_at)
SELECT id, since, CASE WHEN cycles IS NULL THEN since + 1 + (length * 120)::int END, cycles,
       CASE WHEN share IS NULL THEN round((0.01 + length * 60)::numeric, 2) END, share, 'Promotion', 'Promotion', 'preuve',
       CASE WHEN gone < 0.15 THEN since + (gone * 400)::int END, CASE WHEN gone < 0.15 THEN 'Erreur' ELSE '' END, now()
FROM (
  SELECT s.id, s.charged_until + (CASE WHEN random() < 0.5 THEN -200 ELSE 35 END * random())::int AS since,
         CASE WHEN random() < 0.5 THEN 1 + (random() * 5)::int END AS cycles,
         CASE WHEN random() < 0.5 THEN (ARRAY[100, 50, 33.33, 12.5])[1 + floor(random() * 4)::int] END AS share,
         random() AS length, random() AS gone
  FROM subscriptions_subscription s CROSS JOIN LATERAL generate_series(1, (random() * 5 - 2 + s.id * 0)::int) k
  WHERE s.state IN ('active', 'suspended', 'paused') ORDER BY s.id, k) p;

-- Cycles they used: whole periods before, and the first days of a period that is charged in part.
INSERT INTO billing_promotedperiod (promotion_id, period, whole, discount, amount)
SELECT id, daterange(start, upto), daterange(start, upto), off, off
FROM (
  SELECT p.id, p.cycles, p.since, round((5 + p.draw * 9)::numeric, 2) AS off, k,
         billing_period_start(s.anchor, s.interval_months, n - k) AS start,
         billing_period_start(s.anchor, s.interval_months, n - k + 1) AS upto
  FROM (SELECT *, random() AS draw, random() AS had FROM subscriptions_promotion ORDER BY id) p
  JOIN (SELECT *, billing_period_index(anchor, interval_months, charged_until) AS n FROM subscriptions_subscription) s
    ON s.id = p.subscription_id
  CROSS JOIN LATERAL generate_series(1, least(coalesce(p.cycles, 2), (p.had * 3)::int)) k) x
WHERE since < start;
INSERT INTO billing_promotedperiod (promotion_id, period, whole, discount, amount)
SELECT p.id, c.period, c.whole, d.off, round(d.off * (upper(c.period) - lower(c.period)) / (upper(c.whole) - lower(c.whole)), 2)
FROM subscriptions_promotion p
JOIN billing_chargedperiod c ON c.subscription_id = p.subscription_id AND c.price > 0 AND lower(c.period) = lower(c.whole)
CROSS JOIN LATERAL (SELECT coalesce(least(p.amount, c.price), round(c.price * p.percent / 100, 2)) AS off) d
WHERE p.since <= lower(c.period) AND p.id %% 3 > 0
  AND p.cycles > (SELECT count(*) FROM billing_promotedperiod u WHERE u.promotion_id = p.id);

-- Months of 9-1-1 tax that were charged with those first days.
INSERT INTO billing_leviedmonth (subscription_id, month, amount)
SELECT DISTINCT c.subscription_id, m::date, 0.52
FROM billing_chargedperiod c
JOIN subscriptions_subscription s ON s.id = c.subscription_id AND c.price IS NOT NULL AND s.id %% 8 < 6
JOIN catalog_item i ON i.id = s.item_id AND i.service_kind = 'telephone'
CROSS JOIN generate_series(date_trunc('month', lower(c.period)::timestamp), (upper(c.period) - 1)::timestamp, interval '1 month') m;

-- Certificates: everywhere or at one place, of some taxes, some that have ended or are to come; some customers have two.
WITH made AS (
  INSERT INTO billing_taxexemption (customer_id, location_id, kind, treatment, certificate, band, days, reason,
    ended_because, created_at)
  SELECT c.id, CASE WHEN here < 0.6 THEN l.id END, CASE WHEN here < 0.3 THEN 'status_indian' ELSE 'other_gov' END,
         (ARRAY['zero_rated', 'exempt', 'relieved'])[1 + floor(here * 3)::int], 'CERT-' || c.id, '',
         daterange(since, CASE WHEN here > 0.2 THEN greatest(since + 1, %(day)s::date - 60 + (here * 400)::int) END), '', '', now()
  FROM (SELECT c.id, k, random() AS here, %(day)s::date - 500 + (random() * 520)::int AS since FROM crm_customer c
        CROSS JOIN LATERAL generate_series(1, (random() * 3.5 - 1.7 + c.id * 0)::int) k ORDER BY c.id, k) c
  JOIN LATERAL (SELECT id FROM crm_location WHERE customer_id = c.id ORDER BY (id + k) %% 2 LIMIT 1) l ON true
  RETURNING id)
INSERT INTO billing_exemptedtax (exemption_id, tax_id)
SELECT exemption, tax FROM (SELECT m.id AS exemption, t.id AS tax, random() AS draw FROM made m CROSS JOIN billing_tax t
                            ORDER BY m.id, t.id) x WHERE draw < 0.6;

-- What changes to a service left waiting: credits of days charged ahead, days to charge again, a discount, a month of tax.
INSERT INTO billing_pendingcharge (customer_id, subscription_id, location_id, item_id, kind, description_fr, description_en,
  quantity, unit_price, amount, taxable, revenue_account, period, whole, promotion_id, not_before, reason, created_at)
SELECT s.customer_id, s.id, s.location_id, s.item_id, w.kind, 'Changement', 'Change', w.quantity, w.price, w.amount,
       s.id %% 4 > 0, '4020', w.period, w.whole, w.promotion, %(day)s::date - 3 + (s.id %% 5)::int, '', now()
FROM (
  SELECT *, billing_period_start(anchor, interval_months, n) AS start, billing_period_start(anchor, interval_months, n + 1) AS upto,
         round((random() * 90)::numeric, 2) AS drawn, random() AS draw, 1 + (random() * 20)::int AS days
  FROM (SELECT *, billing_period_index(anchor, interval_months, charged_until) AS n FROM subscriptions_subscription
        WHERE state IN ('active', 'suspended', 'paused', 'cancelled') ORDER BY id) s) s
CROSS JOIN LATERAL (
  SELECT 'credit' AS kind, 1::numeric AS quantity, -drawn AS price, -drawn AS amount, NULL::bigint AS promotion,
         daterange(greatest(charged_until - days * interval_months, '2025-01-01'), charged_until) AS period, NULL::daterange AS whole
  WHERE draw < 0.4
  UNION ALL
  SELECT 'recurring', s.quantity, coalesce(price_override, 33.33),
         round(round(s.quantity * coalesce(price_override, 33.33), 2) * (charged_until - greatest(start, charged_until - days)) / (upto - start), 2),
         NULL, daterange(greatest(start, charged_until - days), charged_until), daterange(start, upto)
  WHERE s.id %% 2 = 1 AND draw > 0.6 AND start < charged_until
  UNION ALL
  SELECT 'promotion', 1, -drawn, -drawn, p.id, daterange(start, charged_until), daterange(start, upto)
  FROM subscriptions_promotion p
  WHERE p.subscription_id = s.id AND draw > 0.8 AND NOT EXISTS (SELECT FROM billing_promotedperiod u WHERE u.promotion_id = p.id)
  UNION ALL
  SELECT 'levy', 1, 0.52, 0.52, NULL, daterange(date_trunc('month', charged_until)::date, (date_trunc('month', charged_until) + interval '1 month')::date), NULL
  WHERE draw BETWEEN 0.5 AND 0.7
    AND NOT EXISTS (SELECT FROM billing_leviedmonth m WHERE m.subscription_id = s.id AND m.month = date_trunc('month', charged_until))
) w
WHERE NOT isempty(w.period);

INSERT INTO billing_pendingcharge (customer_id, location_id, item_id, kind, description_fr, description_en, quantity, unit_price,
  amount, taxable, revenue_account, not_before, reason, created_at)
SELECT c.id, NULL, i.id, CASE WHEN c.id %% 4 = 0 THEN 'credit' ELSE 'one_time' END, 'Frais', 'Fee', 1, f.price, f.price, true, '4070',
       %(day)s::date - 9, '', now()
FROM crm_customer c JOIN catalog_item i ON i.sku = 'F-' || (ARRAY['activation', 'modification', 'penalty', 'installation', 'optional'])[1 + c.id / 5 %% 5]
CROSS JOIN LATERAL (SELECT CASE WHEN c.id %% 4 = 0 THEN -25 ELSE 25 END AS price) f
WHERE c.id %% 5 = 2;
UPDATE catalog_item SET fee_class = substr(sku, 3) WHERE sku LIKE 'F-%%';  -- the law came to forbid some meanwhile

INSERT INTO billing_pendingcharge (customer_id, subscription_id, location_id, kind, description_fr, description_en, quantity,
  unit_price, amount, taxable, revenue_account, not_before, withdrawn_at, reason, created_at)
SELECT id, NULL, NULL, CASE WHEN price < 0 THEN 'credit' ELSE 'one_time' END, 'Main-d’œuvre', 'Labour', 1, price, price, taxed, '4070',
       %(day)s::date - 5 + (later * 7)::int, CASE WHEN gone < 0.1 THEN now() END, '', now()
FROM (SELECT c.id, round((random() * 200 - 120)::numeric, 2) AS price, random() < 0.8 AS taxed, random() AS later, random() AS gone
      FROM crm_customer c CROSS JOIN LATERAL generate_series(1, (random() * 4 - 1.7 + c.id * 0)::int) k ORDER BY c.id, k) r;

-- Money paid ahead, by some; the importer brings it, as it does in a migration.
SET LOCAL ROLE gigafibre_importer;
WITH paid AS MATERIALIZED (
  SELECT id AS customer_id, 'AVANCE-' || id AS number, round((random() * 200)::numeric, 2) + 0.01 AS amount FROM crm_customer
  WHERE id %% 3 = 0 ORDER BY id
), entries AS (
  INSERT INTO ledger_journalentry (date, kind, document, description, posted_at)
  SELECT %(day)s::date - 11, 'payment', number, '', now() FROM paid RETURNING id, document
), lines AS (
  INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date, customer_id)
  SELECT e.id, a.id, CASE a.role WHEN 'receivable' THEN 0 ELSE p.amount END,
         CASE a.role WHEN 'receivable' THEN p.amount ELSE 0 END, %(day)s::date - 11, p.customer_id
  FROM entries e JOIN paid p ON p.number = e.document
  JOIN ledger_account a ON a.role IN ('receivable', 'clearing.cheque')
)
INSERT INTO ledger_openitem (customer_id, side, kind, number, date, amount, open)
SELECT customer_id, 'credit', 'payment', number, %(day)s::date - 11, amount, amount FROM paid;

-- Debts of before, for some; a few of them beside money that pays none of them yet.
WITH owed AS MATERIALIZED (
  SELECT id AS customer_id, 'DETTE-' || id || '-' || k AS number, round((random() * 90)::numeric, 2) + 0.01 AS amount,
         %(day)s::date - 20 - 30 * k AS date
  FROM crm_customer CROSS JOIN generate_series(1, 2) k WHERE id %% 5 = 3 ORDER BY id, k
), entries AS (
  INSERT INTO ledger_journalentry (date, kind, document, description, posted_at)
  SELECT date, 'invoice', number, '', now() FROM owed RETURNING id, document
), lines AS (
  INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date, customer_id)
  SELECT e.id, a.id, CASE a.role WHEN 'receivable' THEN o.amount ELSE 0 END,
         CASE a.role WHEN 'receivable' THEN 0 ELSE o.amount END, o.date, CASE a.role WHEN 'receivable' THEN o.customer_id END
  FROM entries e JOIN owed o ON o.number = e.document
  JOIN ledger_account a ON a.role IN ('receivable', 'revenue.discount')
)
INSERT INTO ledger_openitem (customer_id, side, kind, number, date, due_date, amount, open)
SELECT customer_id, 'debit', 'invoice', number, date, date + 20, amount, amount FROM owed;
RESET ROLE;

-- Revenue of charges for more than a month that waits for its months.
WITH waits AS MATERIALIZED (
  SELECT 'AVANT-' || s.id AS document, s.customer_id, s.id AS subscription_id, s.item_id, a.id AS account_id, m::date AS month,
         round((random() * 40)::numeric, 2) + 0.01 AS amount
  FROM subscriptions_subscription s
  JOIN catalog_item i ON i.id = s.item_id JOIN catalog_itemgroup g ON g.id = i.group_id
  JOIN ledger_account a ON a.number = g.revenue_account
  CROSS JOIN generate_series(date_trunc('month', %(day)s::timestamp) + interval '1 month', s.charged_until - 1, interval '1 month') m
  WHERE s.interval_months > 1 AND s.charged_until IS NOT NULL ORDER BY s.id, m
), entries AS (
  INSERT INTO ledger_journalentry (date, kind, document, description, posted_at)
  SELECT %(day)s::date - 40, 'opening', document, '', now() FROM waits GROUP BY document RETURNING id, document
), lines AS (
  INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date)
  SELECT e.id, a.id, CASE a.role WHEN 'deferred_revenue' THEN 0 ELSE w.amount END,
         CASE a.role WHEN 'deferred_revenue' THEN w.amount ELSE 0 END, %(day)s::date - 40
  FROM entries e JOIN (SELECT document, sum(amount) AS amount FROM waits GROUP BY 1) w ON w.document = e.document
  JOIN ledger_account a ON a.role IN ('deferred_revenue', 'clearing.cheque')
)
INSERT INTO ledger_deferredpart (document, customer_id, subscription_id, item_id, account_id, month, amount, deferred_on)
SELECT document, customer_id, subscription_id, item_id, account_id, month, amount, %(day)s::date - 40 FROM waits;
