-- What each document charged for later months, as it stood at the end of a day.
SELECT min(p.id) AS id, p.document, min(p.deferred_on) AS deferred_on, c.number AS customer,
       c.display_name AS customer_name, c.sort_key AS customer_key, a.number AS account, max(p.month) AS until,
       coalesce(sum(p.amount) FILTER (WHERE p.own), 0) AS charged,
       coalesce(-sum(p.amount) FILTER (WHERE NOT p.own), 0) AS credited,
       coalesce(sum(p.amount) FILTER (WHERE p.recognised_on <= %(on)s), 0) AS recognised,
       coalesce(sum(p.amount) FILTER (WHERE p.recognised_on IS NULL OR p.recognised_on > %(on)s), 0) AS waiting,
       lower(p.document) || ' ' || c.sort_key || ' ' || lower(c.number) AS search_key
FROM (
  -- The first part of a subscription's month is what the document charged; those after give back.
  SELECT p.*, p.id = min(p.id) OVER (PARTITION BY p.document, p.subscription_id, p.account_id, p.month) AS own
  FROM ledger_deferredpart p
) p
JOIN crm_customer c ON c.id = p.customer_id
JOIN ledger_account a ON a.id = p.account_id
WHERE p.deferred_on <= %(on)s
GROUP BY p.document, c.number, c.display_name, c.sort_key, a.number
