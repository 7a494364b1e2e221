-- Everything that happened to one subscription, newest first, as for a customer: each source gives at most one page.
WITH happened AS (
  (SELECT coalesce(v.issued_at, v.date::timestamptz) AS at, 'money' AS kind,
     CASE v.kind WHEN 'invoice' THEN 'invoice_issued' ELSE 'credit_note_issued' END AS what, v.number AS number, sum(n.amount)::text AS amount,
     v.due_date AS day, '' AS text, '' AS who, '{}'::jsonb AS more, v.id
   FROM billing_invoiceline n JOIN billing_invoice v ON v.id = n.invoice_id
   WHERE n.subscription_id = %(id)s AND v.state = 'issued' AND coalesce(v.issued_at, v.date::timestamptz) < %(before)s AND %(invoices)s
   GROUP BY v.id ORDER BY v.date DESC, v.id DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT n.at, 'notes', 'note', n.id::text, NULL, NULL, n.text, n.author, jsonb_build_object('pinned', n.pinned), n.id
   FROM kernel_note n WHERE n.subject = %(subject)s AND n.at < %(before)s AND %(notes)s ORDER BY n.at DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT g.at, 'changes', CASE g.op WHEN 'I' THEN 'made' WHEN 'U' THEN 'changed' ELSE 'removed' END, NULL, NULL, NULL, g.action, g.actor,
     jsonb_build_object('table', g."table", 'before', g.before, 'after', g.after), g.id
   FROM kernel_audit g WHERE %(service_changes)s AND g.at < %(before)s
     AND (g."table", g.row) IN (
       SELECT 'subscriptions_subscription', %(key)s
       UNION ALL SELECT 'subscriptions_subscriptionchange', id::text FROM subscriptions_subscriptionchange WHERE subscription_id = %(id)s)
   ORDER BY g.at DESC, g.id DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT k.signed_at, 'sales', 'contract_signed', k.number, k.monthly_total::text, NULL, '', coalesce(g.name, ''), '{}', k.id
   FROM subscriptions_subscription s JOIN sales_contract k ON k.number = s.contract AND k.customer_id = s.customer_id
   LEFT JOIN sales_contractsignature g ON g.contract_id = k.id
   WHERE s.id = %(id)s AND %(sales)s AND k.signed_at < %(before)s)
  UNION ALL
  (SELECT j.completed_at, 'field', 'job_completed', j.number, NULL, j.completed_on, j.completion_note, coalesce(t.name, ''),
     jsonb_build_object('fr', j.title_fr, 'en', j.title_en), j.id
   FROM subscriptions_subscription s JOIN dispatch_job j ON j.contract = s.contract AND j.contract <> ''
   LEFT JOIN dispatch_technician t ON t.id = j.technician_id
   WHERE s.id = %(id)s AND j.status = 'completed' AND %(jobs)s AND j.completed_at < %(before)s
   ORDER BY j.completed_at DESC, j.id DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT m.at, 'network', CASE WHEN m.to_location_id IS NOT NULL THEN 'device_installed' ELSE 'device_removed' END, e.number, NULL, NULL, m.reason,
     m.actor, jsonb_build_object('kind', e.kind, 'model', e.model), m.id
   FROM network_equipmentmove m JOIN network_equipment e ON e.id = m.equipment_id AND (m.from_state <> '' OR e.legacy_id IS NULL)
   WHERE m.subscription_id = %(id)s AND m.to_location_id IS DISTINCT FROM m.from_location_id AND %(devices)s AND m.at < %(before)s
   ORDER BY m.at DESC, m.id DESC LIMIT %(limit)s)
)
SELECT at, kind, what, number, amount, day, text, who, more FROM happened ORDER BY at DESC, id DESC LIMIT %(limit)s
