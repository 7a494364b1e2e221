-- What a real month has beside plain subscriptions, around the day it is billed: other cycles, agreed prices, credit on
-- accounts, dated changes, ends, overdue periods, charges that wait, and subscriptions that can't be billed.
-- Parameters: day (the day billed), months (from the volume's day to its month), late (months that nobody billed).

-- The volume bills on the first of December 2026: everything moves to the day asked for.
UPDATE crm_customer SET billing_day = extract(day FROM %(day)s::date);
UPDATE subscriptions_subscription SET
  anchor = (anchor + make_interval(months => %(months)s))::date + extract(day FROM %(day)s::date)::int - 1,
  started_on = (started_on + make_interval(months => %(months)s))::date + extract(day FROM %(day)s::date)::int - 1,
  charged_until = (charged_until + make_interval(months => %(months)s))::date + extract(day FROM %(day)s::date)::int - 1;

-- Every cycle there is: a quarter of the yearly ones become due on the day, some others are quarterly and half-yearly.
UPDATE subscriptions_subscription SET charged_until = %(day)s::date, anchor = (%(day)s::date - interval '3 years')::date,
  started_on = (%(day)s::date - interval '3 years')::date
WHERE state = 'active' AND interval_months = 12 AND id %% 4 = 0;
UPDATE subscriptions_subscription SET interval_months = CASE id %% 2 WHEN 0 THEN 3 ELSE 6 END,
  anchor = (%(day)s::date - interval '24 months')::date, started_on = (%(day)s::date - interval '24 months')::date
WHERE state = 'active' AND interval_months = 1 AND id %% 29 = 0;

-- Whatever the day, nobody billed for some months.
UPDATE subscriptions_subscription SET charged_until = (charged_until - make_interval(months => %(late)s))::date
WHERE state = 'active' AND interval_months = 1;
UPDATE subscriptions_subscription s SET charged_until = (charged_until - make_interval(months => %(late)s))::date,
  anchor = (anchor - make_interval(months => %(late)s))::date
WHERE state = 'active' AND interval_months > 1 AND %(late)s > 0 AND charged_until = %(day)s::date;

-- Two months behind, for a few.
UPDATE subscriptions_subscription SET charged_until = (charged_until - interval '2 months')::date
WHERE state = 'active' AND interval_months = 1 AND id %% 23 = 0;
UPDATE subscriptions_subscription SET started_on = least(started_on, charged_until) WHERE state <> 'cancelled';
DELETE FROM billing_chargedperiod;
INSERT INTO billing_chargedperiod (subscription_id, kind, period)
SELECT id, 'recurring', daterange(started_on, charged_until) FROM subscriptions_subscription
WHERE state <> 'cancelled' AND started_on < charged_until;

-- The first ten days of the month that comes are charged already, for a few.
INSERT INTO billing_chargedperiod (subscription_id, kind, period, whole, price, amount)
SELECT s.id, 'recurring', daterange(s.charged_until, s.charged_until + 10),
       daterange(s.charged_until, (s.charged_until + interval '1 month')::date), 49.95,
       round(49.95 * 10 / ((s.charged_until + interval '1 month')::date - s.charged_until), 2)
FROM subscriptions_subscription s
WHERE s.state = 'active' AND s.interval_months = 1 AND s.price_override = 49.95 AND s.id %% 3 = 0;
UPDATE subscriptions_subscription SET charged_until = charged_until + 10
WHERE state = 'active' AND interval_months = 1 AND price_override = 49.95 AND id %% 3 = 0;

-- Dated changes: a price, a pause, another item, a suspension, a change on the very day, two and three in one month.
INSERT INTO subscriptions_subscriptionchange (subscription_id, kind, "on", until, price, item_id, reason, state,
  refused_because, refused_because_en, created_at)
SELECT s.id, c.kind, %(day)s::date + c.after, CASE WHEN c.until > 0 THEN %(day)s::date + c.until END, c.price,
       CASE c.kind WHEN 'item' THEN (SELECT id FROM catalog_item WHERE sku = 'NET1000') END, 'preuve', c.state, '', '', now()
FROM subscriptions_subscription s
JOIN (VALUES (0, 'price', 10, 0, 42.42, 'planned'), (1, 'pause', 10, 19, NULL, 'planned'), (2, 'pause', 5, 0, NULL, 'planned'),
             (3, 'item', 12, 0, NULL, 'planned'), (4, 'suspend', 15, 0, NULL, 'planned'), (5, 'price', 0, 0, 61.61, 'planned'),
             (6, 'price', 7, 0, 55.55, 'planned'), (6, 'item', 7, 0, 80.00, 'planned'), (6, 'price', 21, 0, 33.33, 'planned'),
             (7, 'pause', 3, 9, NULL, 'planned'), (7, 'resume', 9, 0, NULL, 'planned'), (7, 'price', 6, 0, 12.34, 'planned'),
             (8, 'price', 10, 0, 1.00, 'withdrawn'), (9, 'end', 14, 0, NULL, 'planned')
) c (rank, kind, after, until, price, state) ON c.rank = s.id / 13 %% 10
WHERE s.state = 'active' AND s.id %% 13 = 0;

-- At rest: for the season, until a day of the month billed or without end; for want of payment, charged meanwhile or not.
UPDATE subscriptions_subscription SET state = CASE id %% 3 WHEN 0 THEN 'suspended' ELSE 'paused' END,
  suspended_on = %(day)s::date - 20, charged_while_suspended = id %% 2 = 0,
  paused_until = CASE id %% 3 WHEN 1 THEN %(day)s::date + 5 END
WHERE state = 'active' AND id %% 17 = 4;
INSERT INTO subscriptions_subscriptionchange (subscription_id, kind, "on", reason, state, refused_because,
  refused_because_en, created_at)
SELECT id, 'resume', paused_until, 'preuve', 'planned', '', '', now() FROM subscriptions_subscription
WHERE paused_until IS NOT NULL AND state = 'paused';

UPDATE subscriptions_subscription SET ends_on = %(day)s::date + 8 WHERE state = 'active' AND id %% 41 = 0;
UPDATE subscriptions_subscription SET started_on = %(day)s::date + 4, ends_on = %(day)s::date
WHERE state = 'active' AND id %% 71 = 0;
UPDATE subscriptions_subscription SET price_override = 39.9999, price_reason = 'Entente', quantity = 2.5
WHERE state = 'active' AND id %% 97 = 0;

-- Promotions: a share or an amount, for some cycles or until a day, two at once, one to come, one taken back.
INSERT INTO subscriptions_promotion (subscription_id, since, until, cycles, amount, percent, words_fr, words_en, reason,
  withdrawn_on, withdrawn_because, created_at)
SELECT s.id, %(day)s::date + p.after, %(day)s::date + p.until, p.cycles, p.amount, p.percent, 'Promotion', 'Promotion',
       'preuve', %(day)s::date + p.withdrawn, CASE WHEN p.withdrawn IS NULL THEN '' ELSE 'Erreur' END, now()
FROM subscriptions_subscription s
JOIN (VALUES (0, -60, NULL, 3, 10.00, NULL, NULL), (1, -60, 45, NULL, NULL, 25.00, NULL), (2, 0, NULL, 1, NULL, 100.00, NULL),
             (3, -400, NULL, 24, 5.55, NULL, NULL), (3, -5, NULL, 2, NULL, 33.33, NULL), (4, -60, 9, NULL, NULL, 100.00, NULL), (4, 10, NULL, 6, 7.77, NULL, NULL),
             (5, -60, NULL, 12, 500.00, NULL, NULL), (6, -90, NULL, 12, 9.99, NULL, -20)
) p (rank, after, until, cycles, amount, percent, withdrawn) ON p.rank = s.id / 7 %% 7
WHERE s.state = 'active' AND s.id %% 7 = 0;

-- Certificates that spare some taxes: everywhere, at one place, one that has ended.
INSERT INTO billing_taxexemption (customer_id, location_id, kind, treatment, certificate, band, days, reason, ended_because,
  created_at)
SELECT c.id, CASE c.id %% 3 WHEN 1 THEN (SELECT max(id) FROM crm_location WHERE customer_id = c.id) END,
       CASE c.id %% 3 WHEN 1 THEN 'status_indian' ELSE 'other_gov' END, 'relieved', 'CERT-' || c.id, '', daterange(%(day)s::date - 400, CASE c.id %% 5 WHEN 0 THEN %(day)s::date - 30 END), '', '',
       now()
FROM crm_customer c WHERE c.status = 'active' AND c.id %% 12 = 5;
INSERT INTO billing_exemptedtax (exemption_id, tax_id)
SELECT e.id, t.id FROM billing_taxexemption e
JOIN billing_tax t ON t.code = 'QST' OR (t.code IN ('GST', '911') AND e.customer_id %% 2 = 1)
ON CONFLICT DO NOTHING;  -- the volume has certificates of its own

-- Some are paid by another; the volume's own families are parted first, so that no payer is paid for.
UPDATE crm_customer SET parent_id = NULL WHERE parent_id IS NOT NULL;
UPDATE crm_customer SET parent_id = id - id %% 20 WHERE status = 'active' AND id > 20 AND id %% 20 IN (1, 2, 3);

-- What can't be billed.
INSERT INTO catalog_item (sku, name_fr, name_en, invoice_label_fr, invoice_label_en, group_id, kind, service_kind,
  fee_class, taxable, download_kbps, upload_kbps, quota_day_bytes, quota_night_bytes, olt_line_profile,
  olt_service_profile, active)
SELECT 'NOPRICE', 'Sans prix', 'No price', '', '', id, 'recurring', 'other', '', true, 0, 0, 0, 0, 0, 0, true
FROM catalog_itemgroup WHERE code = 'tv';
UPDATE subscriptions_subscription SET item_id = (SELECT id FROM catalog_item WHERE sku = 'NOPRICE'),
  price_override = NULL, price_reason = ''
WHERE state = 'active' AND id %% 61 = 0;
UPDATE crm_customer SET tax_category = 'MARS' WHERE id %% 31 = 0;
UPDATE subscriptions_subscription SET charged_until = (%(day)s::date - interval '30 months')::date,
  started_on = least(started_on, (%(day)s::date - interval '30 months')::date)
WHERE state = 'active' AND id %% 89 = 0;

-- Charges and credits that wait, some larger than all else, some not yet.
INSERT INTO billing_pendingcharge (customer_id, kind, description_fr, description_en, quantity, unit_price, amount, taxable,
  revenue_account, not_before, reason, created_at)
SELECT id, CASE WHEN id %% 2 = 0 THEN 'one_time' ELSE 'credit' END, 'Main-d’œuvre', 'Labour', 1,
       CASE WHEN id %% 2 = 0 THEN 85 ELSE -500 END, CASE WHEN id %% 2 = 0 THEN 85 ELSE -500 END, id %% 3 > 0, '4070',
       %(day)s::date + CASE WHEN id %% 5 = 0 THEN 1 ELSE -16 END, '', now()
FROM crm_customer WHERE status = 'active' AND id %% 7 = 0;

-- What changes to services left waiting: credits of days charged ahead, days to charge again, a discount to take back.
INSERT INTO billing_pendingcharge (customer_id, subscription_id, location_id, item_id, kind, description_fr, description_en,
  quantity, unit_price, amount, taxable, revenue_account, period, whole, not_before, reason, created_at)
SELECT s.customer_id, s.id, s.location_id, s.item_id, w.kind, 'Changement', 'Change', 1, w.amount, w.amount, true, '4020',
       w.period, w.whole, %(day)s::date - 2, '', now()
FROM subscriptions_subscription s
CROSS JOIN LATERAL (
  SELECT 'credit' AS kind, -80.00 AS amount, daterange(s.charged_until - 150, s.charged_until) AS period, NULL::daterange AS whole
  WHERE s.interval_months > 1 AND s.charged_until > %(day)s::date + 31 AND s.id %% 3 = 0
  UNION ALL
  SELECT 'credit', 4.44, daterange(s.charged_until - 9, s.charged_until), NULL WHERE s.interval_months = 1 AND s.id %% 37 = 0
) w
WHERE s.state = 'active';

-- Revenue of what was charged ahead, that waits for its months.
WITH waits AS MATERIALIZED (
  SELECT 'AVANT-' || s.id AS document, s.customer_id, s.id AS subscription_id, s.item_id, a.id AS account_id, m::date AS month,
         20.00 + s.id %% 7 AS amount
  FROM subscriptions_subscription s
  JOIN catalog_item i ON i.id = s.item_id JOIN catalog_itemgroup g ON g.id = i.group_id
  JOIN ledger_account a ON a.number = g.revenue_account
  CROSS JOIN generate_series(date_trunc('month', %(day)s::timestamp) + interval '1 month', s.charged_until - 1, interval '1 month') m
  WHERE s.interval_months > 1 AND s.state = 'active'
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

-- Money paid ahead.
WITH paid AS (
  SELECT id AS customer_id, 'AVANCE-' || id AS number, 25.00 AS amount FROM crm_customer
  WHERE status = 'active' AND id %% 5 = 0
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

-- What the volume's own documents left open, and its books don't hold yet, stands in the ledger as an opening balance.
SET LOCAL ROLE gigafibre_importer;
WITH owed AS (
  SELECT i.customer_id, 'OUVERTURE-' || i.customer_id AS number, sum(CASE i.side WHEN 'debit' THEN i.open ELSE -i.open END)
         - coalesce((SELECT sum(l.debit - l.credit) FROM ledger_journalline l
                     JOIN ledger_journalentry e ON e.id = l.entry_id AND e.document NOT LIKE 'AVANCE-%%'
                     JOIN ledger_account a ON a.id = l.account_id AND a.role = 'receivable'
                     WHERE l.customer_id = i.customer_id), 0) AS amount
  FROM ledger_openitem i WHERE i.number NOT LIKE 'AVANCE-%%' GROUP BY 1
), entries AS (
  INSERT INTO ledger_journalentry (date, kind, document, description, posted_at)
  SELECT %(day)s::date - 11, 'opening', number, '', now() FROM owed WHERE amount <> 0 RETURNING id, document
)
INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date, customer_id)
SELECT e.id, a.id, greatest(CASE a.role WHEN 'receivable' THEN o.amount ELSE -o.amount END, 0),
       greatest(CASE a.role WHEN 'receivable' THEN -o.amount ELSE o.amount END, 0), %(day)s::date - 11, o.customer_id
FROM entries e JOIN owed o ON o.number = e.document
JOIN ledger_account a ON a.role IN ('receivable', 'clearing.cheque');
RESET ROLE;
