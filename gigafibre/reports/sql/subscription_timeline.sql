-- Everything that happened to one subscription, newest first, as for a customer: each source gives at most one page.
WITH happened AS (
  (SELECT coalesce(v.issued_at, v.date::timestamptz) AS at, 'money' AS kind,
     CASE v.kind WHEN 'invoice' THEN 'invoice_issued' ELSE 'credit_note_issued' END AS what, v.number AS number, sum(n.amount)::text AS amount,
     v.due_date AS day, '' AS text, '' AS who, '{}'::jsonb AS more, v.id
   FROM billing_invoiceline n JOIN billing_invoice v ON v.id = n.invoice_id
   WHERE n.subscription_id = %(id)s AND v.state = 'issued' AND coalesce(v.issued_at, v.date::timestamptz) < %(before)s AND %(money)s
   GROUP BY v.id ORDER BY v.date DESC, v.id DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT n.at, 'notes', 'note', NULL, NULL, NULL, n.text, n.author, jsonb_build_object('pinned', n.pinned), n.id
   FROM kernel_note n WHERE n.subject = %(subject)s AND n.at < %(before)s AND %(notes)s ORDER BY n.at DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT g.at, 'changes', CASE g.op WHEN 'I' THEN 'made' WHEN 'U' THEN 'changed' ELSE 'removed' END, NULL, NULL, NULL, g.action, g.actor,
     jsonb_build_object('table', g."table", 'before', g.before, 'after', g.after), g.id
   FROM kernel_audit g WHERE %(changes)s AND g.at < %(before)s
     AND (g."table", g.row) IN (
       SELECT 'subscriptions_subscription', %(key)s
       UNION ALL SELECT 'subscriptions_subscriptionchange', id::text FROM subscriptions_subscriptionchange WHERE subscription_id = %(id)s)
   ORDER BY g.at DESC, g.id DESC LIMIT %(limit)s)
)
SELECT at, kind, what, number, amount, day, text, who, more FROM happened ORDER BY at DESC, id DESC LIMIT %(limit)s
