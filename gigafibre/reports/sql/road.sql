-- How far an order is: the contract, its issue, its jobs, what it made us serve, the first invoice of that, its acknowledgement.
WITH k AS (SELECT * FROM sales_contract WHERE number = %(number)s),
served AS (
  SELECT s.id, s.number, s.state, s.started_on, s.cancelled_on, CASE %(language)s WHEN 'en' THEN i.name_en ELSE i.name_fr END AS item
  FROM k JOIN subscriptions_subscription s ON s.customer_id = k.customer_id AND s.contract = k.number
  JOIN catalog_item i ON i.id = s.item_id
), billed AS (
  SELECT v.number, v.date, v.total, o.open,
    (SELECT max(a.date) FROM ledger_allocation a WHERE a.debit_id = o.id AND a.undone_on IS NULL) AS settled_on
  FROM billing_invoiceline n JOIN billing_invoice v ON v.id = n.invoice_id
  LEFT JOIN ledger_openitem o ON o.kind = v.kind AND o.number = v.number
  WHERE n.subscription_id IN (SELECT id FROM served) AND v.state = 'issued' AND v.kind = 'invoice'
  ORDER BY v.date, v.id LIMIT 1
)
SELECT k.number, k.status, c.number AS customer, k.sent_at, k.signed_at, k.ended_at, k.subscribed_at IS NOT NULL AS subscribed,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('number', j.number, 'title', CASE %(language)s WHEN 'en' THEN j.title_en ELSE j.title_fr END,
     'kind', j.kind, 'status', j.status, 'date', j.date, 'starts', j.starts, 'completed_on', j.completed_on, 'technician', t.number,
     'who', coalesce(t.name, w.name, ''), 'place', '', 'contract', j.contract, 'issue', j.issue) ORDER BY j.chain_id, j.position, j.id), '[]')
   FROM dispatch_job j LEFT JOIN dispatch_technician t ON t.id = j.technician_id LEFT JOIN dispatch_crew w ON w.id = j.crew_id
   WHERE j.contract = k.number AND j.contract <> '') AS jobs,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('number', s.number, 'item', s.item, 'state', s.state, 'started_on', s.started_on,
     'cancelled_on', s.cancelled_on) ORDER BY s.id), '[]') FROM served s) AS subscriptions,
  (SELECT jsonb_build_object('number', b.number, 'date', b.date, 'total', b.total::text, 'open', b.open::text, 'settled_on', b.settled_on)
   FROM billed b) AS invoice,
  (SELECT jsonb_build_object('number', i.number, 'opened_on', i.opened_on) FROM support_issue i
   WHERE i.contract = k.number AND i.contract <> '' ORDER BY i.kind <> 'installation', i.id LIMIT 1) AS issue,
  (SELECT jsonb_build_object('id', m.id, 'state', m.state, 'at', coalesce(m.sent_at, m.created_at)) FROM messaging_message m
   WHERE m.related_kind = 'contract' AND m.related = k.number AND m.template = 'order.received' ORDER BY m.id LIMIT 1) AS told
FROM k JOIN crm_customer c ON c.id = k.customer_id
