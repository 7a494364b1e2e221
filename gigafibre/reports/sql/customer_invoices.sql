SELECT v.id, coalesce(v.number, 'DRAFT-' || v.id) AS number, v.kind, v.state, v.date, v.due_date, v.total, i.open, i.side,
  count(*) OVER () AS total_count
FROM billing_invoice v LEFT JOIN ledger_openitem i ON i.kind = v.kind AND i.number = v.number
WHERE v.customer_id = %(id)s ORDER BY v.date DESC, v.id DESC LIMIT %(limit)s
