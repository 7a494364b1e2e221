-- Which of our taxes a tax of the source is: its name says so, and a TPS of no rate is none.
CREATE FUNCTION legacy_tax(name text, rate numeric) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN upper(left(name, 3)) = 'TVQ' THEN 'QST' WHEN upper(left(name, 3)) = 'TPS' AND rate > 0 THEN 'GST' END
$$;
-- The documents of history as they stand: issued, and of one that was issued anew only what stands of it.
CREATE VIEW legacy_standing AS
SELECT i.id, i.customer_id, i.kind, i.number, i.date, i.corrects_id, i.subtotal, i.tax_total, i.total
FROM billing_invoice i
WHERE i.state = 'issued'
  AND (i.legacy_id IS NOT NULL OR EXISTS (SELECT FROM legacy_reissue r WHERE r.invoice_id = i.id AND r.role = 'document'))
  AND NOT EXISTS (SELECT FROM legacy_reissue r WHERE r.replaces_id = i.id);
