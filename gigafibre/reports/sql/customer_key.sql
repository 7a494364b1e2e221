SELECT id FROM crm_customer WHERE number = %(number)s
