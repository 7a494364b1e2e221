-- Issued documents whose amounts are as they came, but not all that they say. Nothing of them changes here: it is told.
CREATE TEMP TABLE looked_at ON COMMIT DROP AS
SELECT v.id, v.turn > 0 AS anew, w.* FROM want_invoice w JOIN standing v ON v.legacy_id = w.legacy_id
WHERE w.same_amounts AND NOT EXISTS (SELECT FROM changed_doc c WHERE c.legacy_id = w.legacy_id);
--;
CREATE TEMP TABLE other_lines ON COMMIT DROP AS
SELECT DISTINCT coalesce(x.invoice_id, l.invoice_id) AS legacy_id
FROM (SELECT i.id, i.invoice_id, left(btrim(i.sku), 40) AS sku, i.quantity, w.sign * i.unitary_price AS price, s.id AS subscription_id,
             left(coalesce(nullif(btrim(i.product_name), ''), nullif(btrim(i.sku), ''), 'Article'), 255) AS words
      FROM looked_at w JOIN legacy_stage.invoice_item i ON i.invoice_id = w.legacy_id
      LEFT JOIN subscriptions_subscription s ON s.legacy_id = i.service_id AND i.service_id > 0) x
FULL JOIN (SELECT i.legacy_id AS id, w.legacy_id AS invoice_id, i.sku, i.quantity, i.unit_price AS price, i.subscription_id, i.description AS words
           FROM looked_at w JOIN billing_invoiceline i ON i.invoice_id = w.id WHERE i.legacy_id IS NOT NULL) l ON l.id = x.id
WHERE coalesce(x.invoice_id, l.invoice_id) NOT IN (SELECT legacy_id FROM looked_at WHERE anew) -- whose lines have no ids of the source
  AND (x.invoice_id, x.sku, x.quantity, x.price, x.subscription_id, x.words)
      IS DISTINCT FROM (l.invoice_id, l.sku, l.quantity, l.price, l.subscription_id, l.words);
--;
CREATE TEMP TABLE other_taxes ON COMMIT DROP AS
SELECT DISTINCT coalesce(x.id, t.id) AS id
FROM (SELECT w.id, k.tax_id, sum(w.sign * i.amount) AS amount FROM looked_at w
      JOIN legacy_stage.invoice_tax i ON i.invoice_id = w.legacy_id JOIN tax_kind k ON k.id = i.tax_id
      GROUP BY 1, 2 HAVING sum(i.amount) <> 0) x
FULL JOIN (SELECT w.id, t.tax_id, t.amount FROM looked_at w JOIN billing_invoicetax t ON t.invoice_id = w.id) t
  ON t.id = x.id AND t.tax_id = x.tax_id
WHERE x.amount IS DISTINCT FROM t.amount;
--;
CREATE TEMP TABLE differs ON COMMIT DROP AS
SELECT w.legacy_id, v.legacy_sent IS DISTINCT FROM w.legacy_sent AS sent,
       concat_ws(', ', CASE WHEN v.due_date <> w.due_date THEN 'due_date' END, CASE WHEN v.notes <> w.notes THEN 'notes' END,
                 CASE WHEN v.message <> w.message THEN 'template_message' END,
                 CASE WHEN v.legacy_ppa_charge IS DISTINCT FROM w.legacy_ppa_charge THEN 'ppa_charge' END,
                 CASE WHEN w.legacy_id IN (SELECT legacy_id FROM other_lines) THEN 'invoice_item' END,
                 CASE WHEN w.id IN (SELECT id FROM other_taxes) THEN 'invoice_tax' END) AS columns
FROM looked_at w JOIN billing_invoice v ON v.id = w.id;
--;
-- That one was sent since is told once; and what an earlier version wrote without a mark, or says the same, gets its own.
UPDATE legacy_legacyrow m SET mark = d.mark FROM doc d
WHERE m.target = 'billing_invoice' AND m.legacy_id = d.id AND m.print = d.print
  AND (m.mark IS NULL OR m.legacy_id IN (SELECT legacy_id FROM differs WHERE columns = ''));
