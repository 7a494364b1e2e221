-- Customers by state, and the last run.
SELECT count(*) FILTER (WHERE status = 'active') AS active, count(*) FILTER (WHERE status = 'suspended') AS suspended,
  count(*) FILTER (WHERE status = 'prospect') AS prospects,
  (SELECT to_jsonb(r) FROM (SELECT date, state, confirmed_by FROM billing_billingrun ORDER BY date DESC LIMIT 1) r) AS last_run
FROM crm_customer
