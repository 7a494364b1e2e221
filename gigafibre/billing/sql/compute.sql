-- What the services of the customers in bill_scope come to on a day, and what becomes of each live subscription. Reads
-- only; writes the scratch tables. Parameters: date, only (ids of subscriptions, or null for all), catch_up (months after
-- which an unbilled subscription waits for a person).

-- Which taxes a category has on the day, at which rate, owed on which account.
INSERT INTO bill_rate (category, tax_id, rate, compound, account)
SELECT ct.category_id, ct.tax_id, r.rate, r.compound, a.number
FROM billing_categorytax ct
JOIN billing_tax t ON t.id = ct.tax_id
LEFT JOIN billing_taxrate r ON r.tax_id = t.id AND r.days @> %(date)s::date
LEFT JOIN ledger_account a ON a.role = t.account_role
WHERE ct.days @> %(date)s::date;

INSERT INTO bill_customer (customer_id, language, tax_category, cause)
SELECT c.id, c.language, c.tax_category,
       CASE WHEN k.code IS NULL OR k.since > %(date)s::date THEN 'unknown_tax_category'
            WHEN wrong.rate THEN 'no_tax_rate' WHEN wrong.account THEN 'no_account' END
FROM bill_scope s
JOIN crm_customer c ON c.id = s.customer_id
LEFT JOIN billing_taxcategory k ON k.code = c.tax_category
LEFT JOIN (SELECT category, bool_or(rate IS NULL) AS rate, bool_or(account IS NULL) AS account
           FROM bill_rate GROUP BY 1) wrong ON wrong.category = c.tax_category;

ANALYZE bill_customer;

INSERT INTO bill_subscription
SELECT s.id, s.payer_id, s.customer_id, s.location_id, s.item_id, s.quantity, s.price_override, s.interval_months, s.anchor,
       s.charged_until, s.ends, s.charged_while_suspended,
       CASE WHEN w.not_due IS NOT NULL THEN 'not_due' WHEN w.wrong IS NOT NULL THEN 'parked' ELSE 'billed' END,
       coalesce(w.not_due, w.wrong, '')
FROM (
  SELECT s.*, m.payer_id, m.cause, least(s.ends_on, (
           SELECT min(c."on") FROM subscriptions_subscriptionchange c
           WHERE c.subscription_id = s.id AND c.kind = 'end' AND c.state = 'planned')) AS ends
  FROM bill_member m
  JOIN subscriptions_subscription s ON s.customer_id = m.customer_id
  WHERE s.state IN ('active', 'suspended', 'paused')
    AND (%(only)s::bigint[] IS NULL OR s.id = ANY (%(only)s::bigint[]))
) s
JOIN bill_customer c ON c.customer_id = s.payer_id
CROSS JOIN LATERAL (
  SELECT CASE WHEN s.state = 'paused' THEN 'paused'
              WHEN s.state = 'suspended' AND NOT s.charged_while_suspended THEN 'suspended'
              WHEN s.ends <= s.charged_until AND (s.started_on IS NULL OR s.ends > s.started_on) THEN 'ended'
              WHEN s.charged_until > %(date)s::date THEN 'charged' END AS not_due,
         CASE WHEN s.ends <= s.started_on THEN 'bad_dates'
              WHEN s.charged_until < (%(date)s::date - make_interval(months => %(catch_up)s))::date
                THEN 'unbilled_too_long'
              ELSE coalesce(c.cause, s.cause) END AS wrong
) w;

ANALYZE bill_subscription;

INSERT INTO bill_change
SELECT c.id, c.subscription_id, c.kind, c."on", c.until, c.item_id, c.price
FROM subscriptions_subscriptionchange c
JOIN bill_subscription s ON s.id = c.subscription_id AND s.outcome = 'billed'
WHERE c.state = 'planned' AND c.kind NOT IN ('end', 'move');

ANALYZE bill_change;

-- Each anchored period not charged yet, oldest first, the last one holding the day; cut where a dated change falls
-- into it.
INSERT INTO bill_segment
WITH current AS MATERIALIZED (
  SELECT s.id, s.anchor, s.months, s.charged_until, s.ends_on, n,
         billing_period_start(s.anchor, s.months, n) AS whole_start,
         billing_period_start(s.anchor, s.months, n + 1) AS whole_end
  FROM (SELECT *, billing_period_index(anchor, months, charged_until) AS n FROM bill_subscription
        WHERE outcome = 'billed' OFFSET 0) s
), due AS (
  SELECT id AS subscription_id, whole_start, whole_end, charged_until AS start, least(whole_end, ends_on) AS upto
  FROM current WHERE ends_on IS NULL OR charged_until < ends_on
  UNION ALL
  -- Periods that were missed, up to the one that holds the day.
  SELECT c.id, w.whole_start, w.whole_end, w.whole_start, least(w.whole_end, c.ends_on)
  FROM current c
  CROSS JOIN LATERAL generate_series(c.n + 1, billing_period_index(c.anchor, c.months, %(date)s::date)) missed
  CROSS JOIN LATERAL (SELECT billing_period_start(c.anchor, c.months, missed) AS whole_start,
                             billing_period_start(c.anchor, c.months, missed + 1) AS whole_end) w
  WHERE c.whole_end <= %(date)s::date AND (c.ends_on IS NULL OR w.whole_start < c.ends_on)
), cut AS (
  SELECT subscription_id, whole_start, whole_end, upto, start AS day FROM due
  UNION ALL
  SELECT DISTINCT d.subscription_id, d.whole_start, d.whole_end, d.upto, x.day
  FROM due d JOIN bill_change c ON c.subscription_id = d.subscription_id
  CROSS JOIN LATERAL (VALUES (c.day), (c.until)) x (day)
  WHERE x.day > d.start AND x.day < d.upto
)
SELECT subscription_id, whole_start, whole_end, day,
       lead(day, 1, upto) OVER (PARTITION BY subscription_id, whole_start ORDER BY day)
FROM cut;

ANALYZE bill_segment;

-- A segment costs what all days of its period so far cost at its price, rounded, less what was billed for them: the
-- parts of a period add up to the whole. The price is the one on its first day.
INSERT INTO bill_line (customer_id, member_id, location_id, subscription_id, item_id, group_id, kind, sku, description,
  quantity, unit_price, price, amount, taxable, account, period_start, period_end, whole_start, whole_end)
WITH priced AS (
  SELECT s.customer_id, s.member_id, s.location_id, s.id AS subscription_id, i.id AS item_id, i.group_id, i.sku,
         coalesce(CASE c.language WHEN 'en' THEN nullif(i.invoice_label_en, '') ELSE nullif(i.invoice_label_fr, '') END,
                  CASE c.language WHEN 'en' THEN i.name_en ELSE i.name_fr END) AS description,
         s.quantity, i.taxable, u.unit_price, round(u.unit_price * s.quantity, 2) AS price, a.number AS account,
         g.whole_start, g.whole_end, g.start, g.upto, g.upto - g.start AS days, g.whole_end - g.whole_start AS of_days
  FROM bill_segment g
  JOIN bill_subscription s ON s.id = g.subscription_id
  JOIN bill_customer c ON c.customer_id = s.customer_id
  LEFT JOIN LATERAL (
    SELECT kind, until FROM bill_change h
    WHERE h.subscription_id = s.id AND h.day <= g.start AND h.kind IN ('pause', 'suspend', 'resume')
    ORDER BY h.day DESC, h.id DESC LIMIT 1) rest ON true
  LEFT JOIN LATERAL (
    SELECT item_id FROM bill_change h WHERE h.subscription_id = s.id AND h.day <= g.start AND h.kind = 'item'
    ORDER BY h.day DESC, h.id DESC LIMIT 1) other ON true
  LEFT JOIN LATERAL (
    SELECT price, true AS changed FROM bill_change h
    WHERE h.subscription_id = s.id AND h.day <= g.start AND h.kind IN ('item', 'price')
    ORDER BY h.day DESC, h.id DESC LIMIT 1) said ON true
  JOIN catalog_item i ON i.id = coalesce(other.item_id, s.item_id)
  JOIN catalog_itemgroup ig ON ig.id = i.group_id
  LEFT JOIN ledger_account a ON a.number = ig.revenue_account
  LEFT JOIN catalog_itemprice p ON p.item_id = i.id AND p.days @> g.start
  CROSS JOIN LATERAL (SELECT CASE WHEN said.changed THEN coalesce(said.price, p.price)
                                  ELSE coalesce(s.override, p.price) END AS unit_price) u
  WHERE NOT (rest.kind IS NOT NULL AND (rest.kind = 'pause' AND (rest.until IS NULL OR rest.until > g.start)
                                        OR rest.kind = 'suspend' AND NOT s.keeps))
), summed AS (
  SELECT p.*, coalesce(b.days, 0) + sum(p.days) OVER together AS so_far, coalesce(b.amount, 0) AS billed,
         row_number() OVER together = 1 AS first
  FROM priced p
  LEFT JOIN LATERAL (
    SELECT sum(upper(h.period) - lower(h.period)) AS days, sum(h.amount) AS amount FROM (
      SELECT period, amount FROM billing_chargedperiod c
      WHERE c.subscription_id = p.subscription_id AND c.kind = 'recurring'
        AND c.whole = daterange(p.whole_start, p.whole_end) AND c.price = p.price AND c.amount IS NOT NULL
      UNION ALL
      SELECT period, amount FROM billing_pendingcharge w
      WHERE w.subscription_id = p.subscription_id AND w.kind = 'recurring' AND w.line_id IS NULL AND w.withdrawn_at IS NULL
        AND w.whole = daterange(p.whole_start, p.whole_end) AND round(w.unit_price * w.quantity, 2) = p.price) h
    WHERE p.start > p.whole_start) b ON true
  WINDOW together AS (PARTITION BY p.subscription_id, p.whole_start, p.price, p.item_id ORDER BY p.start)
)
SELECT customer_id, member_id, location_id, subscription_id, item_id, group_id, 'recurring', sku, description, quantity,
       unit_price, price,
       round(price * so_far / of_days, 2) - CASE WHEN first THEN billed ELSE round(price * (so_far - days) / of_days, 2) END,
       taxable, account, start, upto, whole_start, whole_end
FROM summed;

ANALYZE bill_line;

UPDATE bill_subscription s SET outcome = 'parked', cause = b.cause
FROM (SELECT subscription_id, CASE WHEN bool_or(price IS NULL) THEN 'no_price' ELSE 'no_account' END AS cause
      FROM bill_line WHERE price IS NULL OR account IS NULL GROUP BY 1) b
WHERE s.id = b.subscription_id;

DELETE FROM bill_line l USING bill_subscription s WHERE s.id = l.subscription_id AND s.outcome = 'parked';

UPDATE bill_subscription s SET outcome = 'not_due', cause = 'paused'
WHERE s.outcome = 'billed' AND NOT EXISTS (SELECT FROM bill_line l WHERE l.subscription_id = s.id);
