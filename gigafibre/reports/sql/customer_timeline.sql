-- Everything that happened to a customer, newest first: each source gives at most one page, then they are merged.
-- `cursor` is the moment below which to look; rows of one moment are never cut apart by key.
-- That rows followed a merged customer is said once, by his own.
WITH happened AS (
  (SELECT coalesce(v.issued_at, v.date::timestamptz) AS at, 'money' AS kind, CASE v.kind WHEN 'invoice' THEN 'invoice_issued' ELSE 'credit_note_issued' END AS what,
     v.number AS number, v.total::text AS amount, v.due_date AS day, '' AS text, '' AS who, '{}'::jsonb AS more, v.id
   FROM billing_invoice v WHERE v.customer_id = %(id)s AND v.state = 'issued' AND v.date <= %(before)s::date
     AND coalesce(v.issued_at, v.date::timestamptz) < %(before)s AND %(invoices)s ORDER BY v.date DESC, v.id DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT CASE WHEN p.legacy_id IS NULL THEN p.posted_at ELSE (p.date + time '12:00') AT TIME ZONE 'America/Toronto' END, 'money',
     CASE WHEN p.amount < 0 THEN 'payment_returned' WHEN p.mode IN ('credit', 'adjustment') THEN 'credit_given' ELSE 'payment_received' END,
     p.number, abs(p.amount)::text, p.date, p.reference,
     CASE WHEN p.legacy_id IS NULL THEN coalesce((SELECT g.actor FROM kernel_audit g WHERE g."table" = 'payments_payment' AND g.row = p.id::text
       AND g.op = 'I' LIMIT 1), '') ELSE '' END, jsonb_build_object('mode', p.mode), p.id
   FROM payments_payment p WHERE p.customer_id = %(id)s
     AND CASE WHEN p.legacy_id IS NULL THEN p.posted_at ELSE (p.date + time '12:00') AT TIME ZONE 'America/Toronto' END < %(before)s
     AND %(payments)s ORDER BY p.date DESC, p.id DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT (o.dated + time '12:00') AT TIME ZONE 'America/Toronto', 'money', CASE WHEN o.sent_on IS NULL THEN 'price_notice' ELSE 'price_notice_sent' END,
     h.number, NULL, o.first_on, h.why_fr, coalesce(nullif(o.sent_by, ''), h.created_by), jsonb_build_object('sent_on', o.sent_on, 'notice', o.id), o.id
   FROM billing_pricenotice o JOIN billing_pricechange h ON h.id = o.price_change_id
   WHERE o.customer_id = %(id)s AND %(invoices)s AND (o.dated + time '12:00') AT TIME ZONE 'America/Toronto' < %(before)s
   ORDER BY o.dated DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT d.made_at, 'money', CASE d.kind WHEN 'write_off' THEN 'written_off' ELSE 'recovered' END, v.number, d.amount::text, d.date, d.reason,
     coalesce((SELECT g.actor FROM kernel_audit g WHERE g."table" = 'billing_baddebt' AND g.row = d.id::text AND g.op = 'I' LIMIT 1), ''),
     '{}', d.id
   FROM billing_baddebt d JOIN billing_invoice v ON v.id = d.invoice_id
   WHERE v.customer_id = %(id)s AND %(invoices)s AND d.made_at < %(before)s ORDER BY d.made_at DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT n.at, 'notes', 'note', n.id::text, NULL, NULL, n.text, n.author, jsonb_build_object('pinned', n.pinned), n.id
   FROM kernel_note n WHERE n.subject = %(subject)s AND n.at < %(before)s AND %(notes)s ORDER BY n.at DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT (coalesce(a.agreed_on, a.created_at::date) + time '12:00') AT TIME ZONE 'America/Toronto', 'money', 'arrangement_made', NULL,
     a.amount::text, a.due_on, a.note, a.agent, jsonb_build_object('status', a.status), a.id
   FROM collections_paymentarrangement a WHERE a.customer_id = %(id)s AND %(arrangements)s
     AND (coalesce(a.agreed_on, a.created_at::date) + time '12:00') AT TIME ZONE 'America/Toronto' < %(before)s
   ORDER BY coalesce(a.agreed_on, a.created_at::date) DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT s.starts_on::timestamp AT TIME ZONE 'America/Toronto', 'network', CASE WHEN s.voluntary THEN 'paused' ELSE 'suspended' END, NULL, NULL, s.ends_on,
     s.reason, s.by, '{}', s.id
   FROM collections_suspension s WHERE s.customer_id = %(id)s AND %(suspensions)s AND s.starts_on <= %(today)s
     AND s.starts_on::timestamp AT TIME ZONE 'America/Toronto' < %(before)s ORDER BY s.starts_on DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT g.at, 'changes', CASE g.op WHEN 'I' THEN 'made' WHEN 'U' THEN 'changed' ELSE 'removed' END, NULL, NULL, NULL, g.action, g.actor,
     jsonb_build_object('table', g."table", 'before', g.before, 'after', g.after), g.id
   FROM kernel_audit g WHERE (%(changes)s OR %(service_changes)s OR %(method_changes)s) AND g.at < %(before)s
     AND (g.action <> 'crm.merge_customers' OR g."table" = 'crm_customer')
     AND (g."table", g.row) IN (
       SELECT 'crm_customer', %(key)s WHERE %(changes)s
       UNION ALL SELECT 'crm_customer', id::text FROM crm_customer WHERE merged_into_id = %(id)s AND %(changes)s
       UNION ALL SELECT 'crm_location', id::text FROM crm_location WHERE customer_id = %(id)s AND %(changes)s
       UNION ALL SELECT 'crm_contact', id::text FROM crm_contact WHERE customer_id = %(id)s AND %(changes)s
       UNION ALL SELECT 'crm_contactpoint', id::text FROM crm_contactpoint WHERE customer_id = %(id)s AND %(changes)s
       UNION ALL SELECT 'subscriptions_subscription', id::text FROM subscriptions_subscription WHERE customer_id = %(id)s AND %(service_changes)s
       UNION ALL SELECT 'payments_paymentmethod', id::text FROM payments_paymentmethod WHERE customer_id = %(id)s AND %(method_changes)s)
   ORDER BY g.at DESC, g.id DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT CASE k.status WHEN 'cancelled' THEN k.ended_at ELSE k.signed_at END, 'sales',
     CASE k.status WHEN 'cancelled' THEN 'contract_cancelled' ELSE 'contract_signed' END, k.number, k.monthly_total::text, NULL,
     CASE k.status WHEN 'cancelled' THEN k.end_reason ELSE '' END, coalesce(g.name, ''), '{}', k.id
   FROM sales_contract k LEFT JOIN sales_contractsignature g ON g.contract_id = k.id AND k.status = 'signed'
   WHERE k.customer_id = %(id)s AND %(sales)s AND CASE k.status WHEN 'cancelled' THEN k.ended_at ELSE k.signed_at END < %(before)s
   ORDER BY CASE k.status WHEN 'cancelled' THEN k.ended_at ELSE k.signed_at END DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT q.sent_at, 'sales', 'quotation_sent', q.number, q.monthly_total::text, q.valid_until, '', q.prepared_by, '{}', q.id
   FROM sales_quotation q WHERE q.customer_id = %(id)s AND %(sales)s AND q.sent_at < %(before)s ORDER BY q.sent_at DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT j.completed_at, 'field', 'job_completed', j.number, NULL, j.completed_on, j.completion_note, coalesce(t.name, ''),
     jsonb_build_object('fr', j.title_fr, 'en', j.title_en), j.id
   FROM dispatch_job j LEFT JOIN dispatch_technician t ON t.id = j.technician_id
   WHERE j.customer_id = %(id)s AND j.status = 'completed' AND %(jobs)s AND j.completed_at < %(before)s
   ORDER BY j.completed_at DESC, j.id DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT coalesce(y.sent_at, y.created_at), 'messages', CASE WHEN y.state = 'failed' THEN 'message_failed' ELSE 'message_sent' END, y.id::text, NULL,
     NULL, coalesce(nullif(y.subject, ''), left(y.body, 240)), y.by, jsonb_build_object('channel', y.channel), y.id
   FROM messaging_message y WHERE y.customer_id = %(id)s AND y.state IN ('sent', 'delivered', 'failed') AND %(messages)s
     AND coalesce(y.sent_at, y.created_at) < %(before)s ORDER BY coalesce(y.sent_at, y.created_at) DESC, y.id DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT y.at, 'messages', 'message_received', NULL, NULL, NULL, left(y.body, 240), y.sender, '{}', y.id
   FROM messaging_inboundmessage y WHERE y.customer_id = %(id)s AND %(messages)s AND y.at < %(before)s ORDER BY y.at DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT m.at, 'network', CASE WHEN m.to_location_id = l.id THEN 'device_installed' ELSE 'device_removed' END, e.number, NULL, NULL, m.reason, m.actor,
     jsonb_build_object('kind', e.kind, 'model', e.model), m.id
   FROM crm_location l JOIN network_equipmentmove m ON (m.to_location_id = l.id OR m.from_location_id = l.id)
     AND m.to_location_id IS DISTINCT FROM m.from_location_id
   JOIN network_equipment e ON e.id = m.equipment_id AND (m.from_state <> '' OR e.legacy_id IS NULL)
   WHERE l.customer_id = %(id)s AND %(devices)s AND m.at < %(before)s ORDER BY m.at DESC, m.id DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT i.created_at, 'field', 'issue_opened', i.number, NULL, NULL, '', '', jsonb_build_object('fr', i.subject, 'en', i.subject), i.id
   FROM support_issue i WHERE i.customer_id = %(id)s AND %(issues)s AND i.created_at < %(before)s ORDER BY i.created_at DESC, i.id DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT i.resolved_at, 'field', 'issue_resolved', i.number, NULL, NULL, i.resolution, '', jsonb_build_object('fr', i.subject, 'en', i.subject), i.id
   FROM support_issue i WHERE i.customer_id = %(id)s AND %(issues)s AND i.resolved_at < %(before)s ORDER BY i.resolved_at DESC, i.id DESC LIMIT %(limit)s)
)
SELECT at, kind, what, number, amount, day, text, who, more FROM happened ORDER BY at DESC, id DESC LIMIT %(limit)s
