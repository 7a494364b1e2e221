-- Customers by state.
SELECT count(*) FILTER (WHERE status = 'active') AS active, count(*) FILTER (WHERE status = 'suspended') AS suspended,
  count(*) FILTER (WHERE status = 'prospect') AS prospects
FROM crm_customer
