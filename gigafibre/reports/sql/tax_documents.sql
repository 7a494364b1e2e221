SELECT m.*, fold(m.document) AS search_key FROM movement m
