-- What waits for the next invoice: the credits and charges of changes, and one-time ones.
SELECT p.id, p.kind, CASE %(language)s WHEN 'en' THEN p.description_en ELSE p.description_fr END AS description,
  lower(p.period) AS start, upper(p.period) AS until, upper(p.period) - 1 AS last, p.amount, p.not_before, p.reason
FROM billing_pendingcharge p
WHERE p.subscription_id = %(id)s AND p.line_id IS NULL AND p.withdrawn_at IS NULL ORDER BY p.not_before, p.id LIMIT 50
