SELECT p.id, p.number, '' AS name_fr, '' AS name_en, c.number AS customer, c.display_name AS who
FROM payments_payment p JOIN crm_customer c ON c.id = p.customer_id WHERE p.id = ANY(%(ids)s::bigint[])
