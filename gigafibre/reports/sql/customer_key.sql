SELECT coalesce(merged_into_id, id) AS id FROM crm_customer WHERE number = %(number)s
