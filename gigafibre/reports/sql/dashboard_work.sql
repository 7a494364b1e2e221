-- What is to be done: today's jobs and those left behind, issues not settled, parked work, drafts, methods that fail, the last run.
SELECT j.*, i.*,
  (SELECT count(*) FROM kernel_delivery WHERE state = 'parked')
    + (SELECT count(*) FROM kernel_intent WHERE state IN ('parked', 'unknown')) AS parked,
  (SELECT count(*) FROM payments_paymentmethod m JOIN crm_customer c ON c.id = m.customer_id
   WHERE m.state = 'invalid' AND c.status = 'active') AS invalid_methods,
  (SELECT count(*) FROM billing_invoice WHERE state = 'draft') AS drafts,
  (SELECT to_jsonb(r) FROM (
     SELECT b.date, b.state, b.confirmed_by,
       (SELECT coalesce(jsonb_object_agg(n.state, n.count), '{}')
        FROM (SELECT state, count(*) AS count FROM billing_runitem WHERE run_id = b.id GROUP BY state) n) AS customers
     FROM billing_billingrun b ORDER BY b.date DESC LIMIT 1) r) AS last_run
FROM (
  SELECT count(*) FILTER (WHERE date = %(today)s) AS jobs_today,
    count(*) FILTER (WHERE date = %(today)s AND status = 'completed') AS jobs_done,
    count(*) FILTER (WHERE date = %(today)s AND status IN ('en_route', 'in_progress')) AS jobs_under_way,
    count(*) FILTER (WHERE date < %(today)s) AS jobs_late,
    count(*) FILTER (WHERE status = 'ready' AND technician_id IS NULL AND crew_id IS NULL) AS jobs_unassigned
  FROM dispatch_job
  WHERE date = %(today)s AND status <> 'cancelled'
    OR date < %(today)s AND status IN ('draft', 'ready', 'scheduled', 'published')
    OR status = 'ready' AND technician_id IS NULL AND crew_id IS NULL) j
CROSS JOIN (
  SELECT count(*) AS issues_open, count(*) FILTER (WHERE assignee_id = %(me)s::bigint) AS issues_mine,
    count(*) FILTER (WHERE priority = 'urgent') AS issues_urgent, count(*) FILTER (WHERE assignee_id IS NULL) AS issues_unassigned
  FROM support_issue WHERE status IN ('open', 'in_progress', 'waiting')) i
