SELECT p.id, p.number, p.date, p.amount, p.mode, p.reference, r.number AS reversed_by, i.open AS unapplied,
  (SELECT coalesce(jsonb_agg(DISTINCT d.number), '[]') FROM ledger_allocation a JOIN ledger_openitem d ON d.id = a.debit_id
   WHERE a.credit_id = i.id AND a.undone_on IS NULL) AS applied,
  count(*) OVER () AS total_count
FROM payments_payment p LEFT JOIN ledger_openitem i ON i.number = p.number AND i.kind = 'payment'
LEFT JOIN payments_payment r ON r.reverses_id = p.id
WHERE p.customer_id = %(id)s ORDER BY p.date DESC, p.id DESC LIMIT %(limit)s
