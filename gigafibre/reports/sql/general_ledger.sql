-- One account's lines over some days; the balance runs in the order of days and postings, whatever is filtered. What the
-- account stood at before is read once; the words of a line only for lines that are shown or looked through.
SELECT l.id, l.date, e.kind, e.document, e.description, c.number AS customer, c.display_name AS customer_name,
       l.debit, l.credit, l.balance,
       lower(concat_ws(' ', e.document, c.number)) || ' ' || coalesce(c.sort_key, '')
         || CASE e.description WHEN '' THEN '' ELSE ' ' || fold(e.description) END AS search_key
FROM (
  SELECT x.id, x.date, x.entry_id, x.customer_id, x.debit, x.credit,
         coalesce((SELECT sum(b.debit - b.credit) FROM ledger_journalline b
                   WHERE b.account_id = (SELECT id FROM ledger_account WHERE number = %(account)s)
                     AND b.date < %(first)s), 0)
         + sum(x.debit - x.credit) OVER (ORDER BY x.date, x.id) AS balance
  FROM ledger_journalline x
  WHERE x.account_id = (SELECT id FROM ledger_account WHERE number = %(account)s)
    AND x.date >= %(first)s AND x.date <= %(last)s) l
JOIN ledger_journalentry e ON e.id = l.entry_id
LEFT JOIN crm_customer c ON c.id = l.customer_id
