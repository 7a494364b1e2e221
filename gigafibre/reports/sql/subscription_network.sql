-- The devices that serve a subscription, or stand at its place for none in particular, and the drop of that place.
SELECT
  (SELECT coalesce(jsonb_agg(jsonb_build_object('number', e.number, 'kind', e.kind, 'model', e.model, 'serial', coalesce(e.serial, ''),
     'mac', coalesce(e.mac, ''), 'state', e.state, 'location', l.number, 'subscription', CASE WHEN e.subscription_id = s.id THEN s.number END,
     'since', (SELECT max(m.at) FROM network_equipmentmove m WHERE m.equipment_id = e.id AND m.to_location_id = e.location_id
       AND m.from_location_id IS DISTINCT FROM m.to_location_id AND (m.from_state <> '' OR e.legacy_id IS NULL)))
     ORDER BY e.kind <> 'ont', e.kind, e.id), '[]')
   FROM network_equipment e JOIN crm_location l ON l.id = e.location_id
   WHERE e.location_id = s.location_id AND (e.subscription_id = s.id OR e.subscription_id IS NULL)) AS devices,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('number', d.number, 'state', d.state, 'olt', coalesce(o.name, ''), 'frame', d.frame,
     'slot', d.slot, 'port', d.port, 'ont_id', d.ont_id, 'location', l.number) ORDER BY d.id), '[]')
   FROM network_drop d JOIN crm_location l ON l.id = d.location_id LEFT JOIN network_olt o ON o.id = d.olt_id
   WHERE d.location_id = s.location_id) AS drops
FROM subscriptions_subscription s WHERE s.id = %(id)s
