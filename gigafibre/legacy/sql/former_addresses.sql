CREATE TEMP TABLE want_former ON COMMIT DROP AS
SELECT h.id AS legacy_id, c.id AS customer_id, l.id AS location_id, legacy_day(h.date_orig) AS until,
       left(legacy_clean(h.address1), 160)::varchar(160) AS line1, left(legacy_clean(h.address2), 160)::varchar(160) AS line2,
       left(legacy_clean(h.city), 80)::varchar(80) AS city, left(upper(legacy_clean(h.state)), 32)::varchar(32) AS province,
       legacy_postal(h.zip)::varchar(16) AS postal_code
FROM legacy_stage.delivery_history h
JOIN crm_customer c ON c.legacy_id = h.account_id
-- A history row has only the account: it is the only location's, or the one's whose address matches.
LEFT JOIN LATERAL (
  SELECT min(x.id) AS id FROM crm_location x WHERE x.customer_id = c.id
  HAVING count(*) = 1 OR count(*) FILTER (WHERE fold(x.line1) = fold(legacy_clean(h.address1))) = 1
) only_one ON true
LEFT JOIN LATERAL (
  SELECT x.id FROM crm_location x WHERE x.customer_id = c.id
    AND ((SELECT count(*) FROM crm_location y WHERE y.customer_id = c.id) = 1 OR fold(x.line1) = fold(legacy_clean(h.address1)))
  ORDER BY x.id LIMIT 1
) l ON only_one.id IS NOT NULL;
