-- Revenue accounts by month, split by the groups of what was invoiced; what no line of an invoice explains (entries by
-- hand, credits given without one) is a row of its own, so that an account's rows add up to the ledger.
WITH moved AS (
  SELECT l.account_id, extract(month FROM l.date)::int AS month, sum(l.credit - l.debit) AS amount
  FROM ledger_journalline l JOIN ledger_account a ON a.id = l.account_id
  WHERE a.kind = 'revenue' AND l.date >= make_date(%(year)s, 1, 1) AND l.date < make_date(%(year)s + 1, 1, 1)
  GROUP BY 1, 2
), billed AS (
  SELECT a.id AS account_id, t.group_id, extract(month FROM i.date)::int AS month,
         sum(CASE i.kind WHEN 'invoice' THEN l.amount ELSE -l.amount END) AS amount
  FROM billing_invoice i
  JOIN billing_invoiceline l ON l.invoice_id = i.id
  JOIN ledger_account a ON a.number = l.revenue_account AND a.kind = 'revenue'
  JOIN catalog_item t ON t.id = l.item_id
  WHERE i.state = 'issued' AND i.date >= make_date(%(year)s, 1, 1) AND i.date < make_date(%(year)s + 1, 1, 1)
    AND EXISTS (SELECT FROM ledger_journalentry e WHERE e.document = i.number AND e.kind = i.kind)
  GROUP BY 1, 2, 3
), earned AS (
  -- What was charged for later months: less when it was charged, more when it is earned.
  SELECT p.account_id, t.group_id, extract(month FROM x.day)::int AS month, sum(x.amount) AS amount
  FROM ledger_deferredpart p JOIN catalog_item t ON t.id = p.item_id
  CROSS JOIN LATERAL (VALUES (p.deferred_on, -p.amount), (p.recognised_on, p.amount)) x (day, amount)
  WHERE x.day >= make_date(%(year)s, 1, 1) AND x.day < make_date(%(year)s + 1, 1, 1)
  GROUP BY 1, 2, 3
), told AS (
  SELECT account_id, group_id, month, amount FROM billed UNION ALL SELECT * FROM earned
), cell AS (
  SELECT account_id, group_id, month, amount FROM told
  UNION ALL
  SELECT account_id, NULL, month, sum(amount)
  FROM (SELECT account_id, month, amount FROM moved UNION ALL SELECT account_id, month, -amount FROM told) rest
  GROUP BY account_id, month
), pivot AS (
  SELECT account_id, group_id, sum(amount) AS total,
         coalesce(sum(amount) FILTER (WHERE month = 1), 0) AS month_01,
         coalesce(sum(amount) FILTER (WHERE month = 2), 0) AS month_02,
         coalesce(sum(amount) FILTER (WHERE month = 3), 0) AS month_03,
         coalesce(sum(amount) FILTER (WHERE month = 4), 0) AS month_04,
         coalesce(sum(amount) FILTER (WHERE month = 5), 0) AS month_05,
         coalesce(sum(amount) FILTER (WHERE month = 6), 0) AS month_06,
         coalesce(sum(amount) FILTER (WHERE month = 7), 0) AS month_07,
         coalesce(sum(amount) FILTER (WHERE month = 8), 0) AS month_08,
         coalesce(sum(amount) FILTER (WHERE month = 9), 0) AS month_09,
         coalesce(sum(amount) FILTER (WHERE month = 10), 0) AS month_10,
         coalesce(sum(amount) FILTER (WHERE month = 11), 0) AS month_11,
         coalesce(sum(amount) FILTER (WHERE month = 12), 0) AS month_12
  FROM cell GROUP BY account_id, group_id HAVING bool_or(amount <> 0)
)
SELECT a.number || '/' || coalesce(g.code, '') AS id, a.number AS account,
       a.number || ' ' || lpad(coalesce(g.position, 32767)::text, 5, '0') AS position,
       CASE WHEN %(english)s THEN a.name_en ELSE a.name_fr END AS account_name,
       CASE WHEN g.id IS NULL THEN CASE WHEN %(english)s THEN a.name_en || ', no group' ELSE a.name_fr || ', sans groupe' END
            WHEN %(english)s THEN g.name_en ELSE g.name_fr END AS name,
       p.total, p.month_01, p.month_02, p.month_03, p.month_04, p.month_05, p.month_06, p.month_07, p.month_08,
       p.month_09, p.month_10, p.month_11, p.month_12
FROM pivot p JOIN ledger_account a ON a.id = p.account_id LEFT JOIN catalog_itemgroup g ON g.id = p.group_id
