SELECT m.*, lower(m.document) AS search_key FROM movement m
