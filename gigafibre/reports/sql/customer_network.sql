-- The devices at a customer's places and the drops that serve them, each with the number of its place.
-- Since when a device that came with the import stands there is not known.
SELECT
  (SELECT coalesce(jsonb_agg(jsonb_build_object('number', e.number, 'kind', e.kind, 'model', e.model, 'serial', coalesce(e.serial, ''),
     'mac', coalesce(e.mac, ''), 'state', e.state, 'location', l.number, 'subscription', s.number,
     'since', (SELECT max(m.at) FROM network_equipmentmove m WHERE m.equipment_id = e.id AND m.to_location_id = e.location_id
       AND m.from_location_id IS DISTINCT FROM m.to_location_id AND (m.from_state <> '' OR e.legacy_id IS NULL))) ORDER BY l.id, e.kind <> 'ont', e.kind, e.id), '[]')
   FROM crm_location l JOIN network_equipment e ON e.location_id = l.id
   LEFT JOIN subscriptions_subscription s ON s.id = e.subscription_id WHERE l.customer_id = %(id)s) AS devices,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('number', d.number, 'state', d.state, 'olt', coalesce(o.name, ''), 'frame', d.frame,
     'slot', d.slot, 'port', d.port, 'ont_id', d.ont_id, 'location', l.number) ORDER BY d.id), '[]')
   FROM crm_location l JOIN network_drop d ON d.location_id = l.id LEFT JOIN network_olt o ON o.id = d.olt_id
   WHERE l.customer_id = %(id)s) AS drops
