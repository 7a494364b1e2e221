-- The municipal tax for 9-1-1: an amount per telephone number for each month in which a line in bill_line serves it on any
-- day; once per month, never prorated. Months side by side at one amount are one line. Parameters: date, and the tariff as
-- three arrays (since, until, amounts). Where the former system charged days of a month it charged its tax too.
INSERT INTO bill_line (customer_id, member_id, location_id, subscription_id, kind, sku, description, quantity, unit_price,
  amount, taxable, account, period_start, period_end)
WITH touched AS (
  SELECT DISTINCT l.customer_id, l.member_id, l.location_id, l.subscription_id, s.quantity AS numbers, m.month::date
  FROM bill_line l
  JOIN catalog_item i ON i.id = l.item_id AND i.service_kind = 'telephone' AND i.kind = 'recurring'
  JOIN bill_subscription s ON s.id = l.subscription_id
  CROSS JOIN LATERAL generate_series(date_trunc('month', l.period_start::timestamp), (l.period_end - 1)::timestamp,
                                     interval '1 month') m (month)
  WHERE l.kind = 'recurring'
    AND NOT (l.period_start > m.month::date AND EXISTS (
      SELECT FROM billing_chargedperiod h
      WHERE h.subscription_id = l.subscription_id AND h.kind = 'recurring' AND h.price IS NULL
        AND h.period && daterange(m.month::date, l.period_start)))
), owed AS (
  SELECT t.*, f.amount, extract(year FROM month) * 12 + extract(month FROM month)
         - row_number() OVER (PARTITION BY t.subscription_id, f.amount ORDER BY t.month) AS island
  FROM touched t
  JOIN unnest(%(levy_since)s::date[], %(levy_until)s::date[], %(levy_amounts)s::numeric[]) f (since, until, amount)
    ON t.month >= f.since AND t.month < f.until
  WHERE NOT EXISTS (SELECT FROM billing_leviedmonth h WHERE h.subscription_id = t.subscription_id AND h.month = t.month)
    AND NOT EXISTS (
      SELECT FROM billing_pendingcharge p
      WHERE p.customer_id = t.member_id AND p.subscription_id = t.subscription_id AND p.kind = 'levy'
        AND p.line_id IS NULL AND p.withdrawn_at IS NULL AND p.period @> t.month)
    AND NOT EXISTS (
      SELECT FROM billing_taxexemption e
      JOIN billing_exemptedtax x ON x.exemption_id = e.id JOIN billing_tax k ON k.id = x.tax_id AND k.code = '911'
      WHERE e.customer_id = t.member_id AND (e.location_id IS NULL OR e.location_id = t.location_id)
        AND e.days @> %(date)s::date)
)
SELECT o.customer_id, o.member_id, o.location_id, o.subscription_id, 'levy', k.code,
       CASE c.language WHEN 'en' THEN k.name_en ELSE k.name_fr END, o.numbers * count(*), o.amount,
       round(o.amount * o.numbers, 2) * count(*), true, a.number, min(o.month),
       (max(o.month) + interval '1 month')::date
FROM owed o
JOIN bill_customer c ON c.customer_id = o.customer_id
JOIN billing_tax k ON k.code = '911'
LEFT JOIN ledger_account a ON a.role = k.account_role
GROUP BY o.customer_id, o.member_id, o.location_id, o.subscription_id, o.numbers, o.amount, o.island, k.id, c.language,
         a.number;
