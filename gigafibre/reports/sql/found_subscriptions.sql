SELECT s.id, s.number, i.name_fr, i.name_en, c.number AS customer, c.display_name AS who
FROM subscriptions_subscription s JOIN catalog_item i ON i.id = s.item_id JOIN crm_customer c ON c.id = s.customer_id
WHERE s.id = ANY(%(ids)s::bigint[])
