-- Lines and notices of a price change from the scratch table, whose changes are planned. Parameters: id, today.
INSERT INTO billing_pricechangeline (price_change_id, subscription_id, customer_id, outcome, cause, quantity, old_price,
  new_price, "on", change_id)
SELECT %(id)s, subscription_id, customer_id, CASE cause WHEN '' THEN 'affected' ELSE 'excluded' END, cause, quantity,
       old_price, new_price, on_day, change_id
FROM price_line ORDER BY subscription_id;

INSERT INTO billing_pricenotice (price_change_id, customer_id, language, bill_name, bill_address, dated, first_on, how,
  sent_by)
SELECT %(id)s, c.id, c.language, c.display_name,
       to_jsonb(array_remove(ARRAY[nullif(c.line1, ''), nullif(c.line2, ''),
                nullif(concat_ws(' ', nullif(c.city, ''), nullif(c.province, ''), nullif(c.postal_code, '')), '')], NULL)),
       %(today)s, l.first_on, '', ''
FROM (SELECT customer_id, min(on_day) AS first_on FROM price_line WHERE cause = '' GROUP BY 1) l
JOIN crm_customer c ON c.id = l.customer_id ORDER BY c.id;
