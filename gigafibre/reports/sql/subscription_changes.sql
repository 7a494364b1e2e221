-- Dated changes: those to come first by day, then those settled, the latest first; with who planned each.
SELECT h.id, h.kind, h."on", h.until, CASE %(language)s WHEN 'en' THEN i.name_en ELSE i.name_fr END AS item, h.price,
  h.reason, h.state, h.settled_at,
  CASE WHEN %(language)s = 'en' AND h.refused_because_en <> '' THEN h.refused_because_en ELSE h.refused_because END AS refused_because,
  coalesce((SELECT g.actor FROM kernel_audit g WHERE g."table" = 'subscriptions_subscriptionchange' AND g.row = h.id::text
            AND g.op = 'I' LIMIT 1), '') AS by
FROM subscriptions_subscriptionchange h LEFT JOIN catalog_item i ON i.id = h.item_id
WHERE h.subscription_id = %(id)s
ORDER BY h.state <> 'planned', CASE WHEN h.state = 'planned' THEN h."on" END, h."on" DESC, h.id DESC LIMIT 40
