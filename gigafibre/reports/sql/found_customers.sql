SELECT c.id, coalesce(sum(CASE i.side WHEN 'debit' THEN i.open ELSE -i.open END), 0) AS balance,
  coalesce(sum(i.open) FILTER (WHERE i.side = 'debit' AND i.due_date < %(today)s), 0) AS overdue,
  coalesce(%(today)s::date - min(i.due_date) FILTER (WHERE i.side = 'debit' AND i.due_date < %(today)s), 0) AS overdue_days
FROM unnest(%(ids)s::bigint[]) c(id) LEFT JOIN ledger_openitem i ON i.customer_id = c.id AND i.open > 0
GROUP BY c.id
