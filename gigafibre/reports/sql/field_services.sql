-- What is served at an address and what waits to be, without what is over.
SELECT s.number, CASE WHEN %(english)s THEN i.name_en ELSE i.name_fr END AS name, i.service_kind, s.state
FROM subscriptions_subscription s JOIN catalog_item i ON i.id = s.item_id JOIN crm_location l ON l.id = s.location_id
WHERE l.number = %(location)s AND s.state <> 'cancelled' ORDER BY i.service_kind, s.id
