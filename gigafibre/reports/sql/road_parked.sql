-- What was set aside for a person and concerns an order: facts that name its contract, or are about what it made.
SELECT 'delivery' AS kind, d.id, d.handler AS what, e.type AS fact, e.at AS since, d.error
FROM kernel_delivery d JOIN kernel_event e ON e.id = d.event_id
WHERE d.state = 'parked' AND (e.payload->>'contract' = %(number)s OR d.subject = ANY(%(subjects)s)
  OR e.payload->>'subscription' = ANY(%(subscriptions)s))
UNION ALL
SELECT 'intent', i.id, i.kind, '', i.created_at, i.error
FROM kernel_intent i
WHERE i.state IN ('parked', 'unknown') AND (i.subject = ANY(%(subjects)s)
  OR i.key IN (SELECT m.intent FROM messaging_message m WHERE m.related_kind = 'contract' AND m.related = %(number)s))
ORDER BY since, id
