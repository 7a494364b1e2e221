-- A document has the gravest cause of its amounts: unknown, then a tax, then days, then a price, then a cent.
SELECT extract(year FROM d.date)::int AS year, coalesce(x.cause, 'equal') AS cause, count(*) AS documents,
       count(*) FILTER (WHERE coalesce(x.at_prices, true)) AS at_prices,
       count(*) FILTER (WHERE coalesce(x.taxes_right, true)) AS taxes_right,
       coalesce(sum(o.total - d.total), 0) AS difference
FROM recompute_document d
LEFT JOIN (
  SELECT invoice_id, bool_and(at_price) AS at_prices, bool_and(what IN ('lines', 'total')) AS taxes_right,
         (ARRAY['unknown', 'rate', 'proration', 'price', 'rounding'])[
           min(array_position(ARRAY['unknown', 'rate', 'proration', 'price', 'rounding'], cause))] AS cause
  FROM recompute_difference GROUP BY 1) x USING (invoice_id)
LEFT JOIN bill_document o ON o.customer_id = -d.invoice_id
GROUP BY 1, 2;
