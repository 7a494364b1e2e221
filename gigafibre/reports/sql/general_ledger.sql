-- One account's lines over some days; the balance runs in the order of days and postings, whatever is filtered.
SELECT l.id, l.date, e.kind, e.document, e.description, c.number AS customer, c.display_name AS customer_name,
       l.debit, l.credit,
       coalesce((SELECT sum(b.debit - b.credit) FROM ledger_journalline b
                 WHERE b.account_id = l.account_id AND b.date < %(first)s), 0)
       + sum(l.debit - l.credit) OVER (ORDER BY l.date, l.id) AS balance,
       fold(concat_ws(' ', e.document, e.description, c.number, c.display_name)) AS search_key
FROM ledger_journalline l
JOIN ledger_journalentry e ON e.id = l.entry_id
LEFT JOIN crm_customer c ON c.id = l.customer_id
WHERE l.account_id = (SELECT id FROM ledger_account WHERE number = %(account)s)
  AND l.date >= %(first)s AND l.date <= %(last)s
