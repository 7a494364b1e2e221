SELECT v.id, c.number AS customer,
  CASE WHEN v.kind = 'credit_note' THEN 'credit' WHEN coalesce(i.open, 0) = 0 THEN 'paid' WHEN v.due_date < %(today)s THEN 'overdue'
       WHEN i.open < v.total THEN 'partly' ELSE 'open' END AS status,
  CASE WHEN i.side = 'debit' AND v.due_date < %(today)s THEN i.open ELSE 0 END AS overdue,
  CASE WHEN i.side = 'debit' AND i.open > 0 AND v.due_date < %(today)s THEN %(today)s::date - v.due_date ELSE 0 END AS overdue_days
FROM billing_invoice v JOIN crm_customer c ON c.id = v.customer_id
LEFT JOIN ledger_openitem i ON i.kind = v.kind AND i.number = v.number
WHERE v.id = ANY(%(ids)s::bigint[])
