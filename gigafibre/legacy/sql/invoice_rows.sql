-- New documents with their lines and taxes. A draft that changed in the source is taken out and comes anew, unless staff
-- edited it here: that writes every line anew, so a line that names no row of the source is theirs.
CREATE TEMP TABLE known_draft ON COMMIT DROP AS
SELECT v.id, v.legacy_id, w.state = 'issued' AS final, EXISTS (
         SELECT FROM billing_invoiceline l WHERE l.invoice_id = v.id AND l.legacy_id IS NULL AND l.kind <> 'adjustment') AS edited
FROM billing_invoice v JOIN want_invoice w ON w.legacy_id = v.legacy_id WHERE v.state = 'draft' AND NOT w.is_new;
--;
-- What stands in an edited draft, and what the source says now.
INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail, field, ours, theirs)
SELECT %(run)s, 'conflict', 'invoice', d.legacy_id, 'DRAFT-' || d.id, 'billing_invoice.' || f.name, f.ours, f.theirs
FROM known_draft d JOIN billing_invoice v ON v.id = d.id JOIN want_invoice w ON w.legacy_id = d.legacy_id
CROSS JOIN LATERAL (VALUES
  (1, 'state', v.state, w.state), (2, 'due_date', v.due_date::text, w.due_date::text),
  (3, 'total', v.total::text, w.total::text), (4, 'notes', v.notes, w.notes), (5, 'message', v.message, w.message),
  (6, 'lines', (SELECT string_agg(concat_ws(' · ', nullif(l.sku, ''), l.description, trim_scale(l.quantity) || ' × ' || trim_scale(l.unit_price)), E'\n' ORDER BY l.position)
                FROM billing_invoiceline l WHERE l.invoice_id = d.id),
   (SELECT string_agg(concat_ws(' · ', nullif(btrim(x.sku), ''), nullif(btrim(x.product_name), ''), trim_scale(x.quantity) || ' × ' || trim_scale(w.sign * x.unitary_price)), E'\n' ORDER BY x.id)
    FROM legacy_stage.invoice_item x WHERE x.invoice_id = d.legacy_id))) f (place, name, ours, theirs)
WHERE d.edited AND f.ours IS DISTINCT FROM f.theirs ORDER BY d.legacy_id, f.place;
--;
-- Once it is final there, that document comes, and the draft is only ours.
UPDATE billing_invoice SET legacy_id = NULL WHERE id IN (SELECT id FROM known_draft WHERE edited AND final);
--;
DELETE FROM billing_invoicetax WHERE invoice_id IN (SELECT id FROM known_draft WHERE NOT edited);
--;
DELETE FROM billing_invoiceline WHERE invoice_id IN (SELECT id FROM known_draft WHERE NOT edited);
--;
DELETE FROM billing_invoice WHERE id IN (SELECT id FROM known_draft WHERE NOT edited);
--;
-- Also of a draft that was thrown away here and is final there now.
DELETE FROM legacy_legacyrow m USING want_invoice w
WHERE m.target = 'billing_invoice' AND m.legacy_id = w.legacy_id
  AND (EXISTS (SELECT FROM known_draft d WHERE d.legacy_id = w.legacy_id AND (d.final OR NOT d.edited))
       OR w.state = 'issued' AND NOT w.is_new AND NOT EXISTS (SELECT FROM billing_invoice v WHERE v.legacy_id = w.legacy_id));
--;
-- What stands here for each known document: itself, or what it was last issued anew as.
CREATE TEMP TABLE standing ON COMMIT DROP AS
SELECT w.legacy_id, coalesce(r.invoice_id, o.id) AS id, coalesce(r.turn, 0)::int AS turn
FROM want_invoice w JOIN billing_invoice o ON o.legacy_id = w.legacy_id
LEFT JOIN LATERAL (SELECT invoice_id, turn FROM legacy_reissue WHERE legacy_id = w.legacy_id AND role = 'document' ORDER BY turn DESC LIMIT 1) r ON true
WHERE NOT w.is_new AND o.state = 'issued';
--;
-- Documents whose amounts changed since they were issued here: they are taken back (reissues.sql) and come anew. One of which
-- a debt was given up stays as it is, listed.
CREATE TEMP TABLE changed_doc ON COMMIT DROP AS
SELECT w.legacy_id, v.id AS was, v.number AS was_number, s.turn + 1 AS turn
FROM want_invoice w JOIN standing s ON s.legacy_id = w.legacy_id JOIN billing_invoice v ON v.id = s.id
WHERE w.state = 'issued' AND NOT EXISTS (SELECT FROM billing_baddebt b WHERE b.invoice_id = v.id)
  AND ((w.kind, w.subtotal, w.tax_total) IS DISTINCT FROM (v.kind, v.subtotal, v.tax_total)
    OR EXISTS (SELECT FROM (SELECT t.tax_id, t.amount FROM billing_invoicetax t WHERE t.invoice_id = v.id
                            UNION ALL
                            SELECT k.tax_id, -w.sign * x.amount FROM legacy_stage.invoice_tax x JOIN tax_kind k ON k.id = x.tax_id
                            WHERE x.invoice_id = w.legacy_id) moved
               GROUP BY tax_id HAVING sum(amount) <> 0));
--;
CREATE TEMP TABLE new_doc ON COMMIT DROP AS
SELECT w.legacy_id, nextval(pg_get_serial_sequence('billing_invoice', 'id')) AS id, w.customer_id, w.kind, c.turn,
       CASE WHEN w.kind = 'credit_note' AND c.turn IS NULL THEN (substring(w.notes FROM '#\s*(\d{1,9})'))::bigint END AS names
FROM want_invoice w LEFT JOIN changed_doc c ON c.legacy_id = w.legacy_id
WHERE c.turn IS NOT NULL
   OR NOT EXISTS (SELECT 1 FROM legacy_legacyrow m WHERE m.target = 'billing_invoice' AND m.legacy_id = w.legacy_id)
ORDER BY w.legacy_id;
--;
ALTER TABLE new_doc ADD PRIMARY KEY (legacy_id);
--;
-- A credit note whose note names an invoice of the same customer corrects it. A document that comes anew has a number of
-- its own, after that of the former one, which keeps the legacy id.
INSERT INTO billing_invoice (id, legacy_id, corrects_id, number, kind, state, customer_id, date, due_date, subtotal, tax_total, total,
  bill_name, bill_address, language, po_number, notes, message, issued_at, legacy_sent, legacy_ppa_charge)
SELECT n.id, CASE WHEN n.turn IS NULL THEN w.legacy_id END, coalesce(a.id, b.id), w.number || coalesce('-' || n.turn + 1, ''), w.kind, w.state, w.customer_id, w.date, w.due_date, w.subtotal, w.tax_total,
  w.total, w.bill_name, w.bill_address, w.language, w.po_number, w.notes, w.message, w.issued_at, w.legacy_sent, w.legacy_ppa_charge
FROM want_invoice w JOIN new_doc n ON n.legacy_id = w.legacy_id
LEFT JOIN new_doc a ON a.legacy_id = n.names AND a.customer_id = n.customer_id AND a.kind = 'invoice'
LEFT JOIN billing_invoice b ON b.legacy_id = n.names AND b.customer_id = n.customer_id AND b.kind = 'invoice'
ORDER BY w.legacy_id;
--;
CREATE TEMP TABLE doc_row ON COMMIT DROP AS
SELECT n.id, n.legacy_id, n.turn, d.sign, d.day, d.before_taxes, d.lines, d.parts FROM new_doc n JOIN fresh d ON d.id = n.legacy_id;
--;
ALTER TABLE doc_row ADD PRIMARY KEY (legacy_id);
--;
-- What each SKU says of tax, account and item; the newest active product answers for a SKU used twice.
CREATE TEMP TABLE sku ON COMMIT DROP AS
SELECT DISTINCT ON (upper(btrim(p.sku))) upper(btrim(p.sku)) AS sku, i.id AS item_id, i.taxable, g.revenue_account
FROM legacy_stage.product p JOIN catalog_item i ON i.legacy_id = p.id JOIN catalog_itemgroup g ON g.id = i.group_id
ORDER BY 1, p.active DESC, p.id DESC;
--;
CREATE TEMP TABLE service_row ON COMMIT DROP AS
SELECT s.id, u.id AS subscription_id, l.id AS location_id, CASE WHEN s.payment_recurrence IN (1, 3, 6, 12) THEN s.payment_recurrence ELSE 1 END::int AS months
FROM legacy_stage.service s LEFT JOIN crm_location l ON l.legacy_id = s.delivery_id
LEFT JOIN subscriptions_subscription u ON u.legacy_id = s.id;
--;
ALTER TABLE service_row ADD PRIMARY KEY (id);
--;
INSERT INTO billing_invoiceline (legacy_id, invoice_id, position, kind, subscription_id, location_id, item_id, sku, description,
  quantity, unit_price, amount, taxable, revenue_account, period_start, period_end)
SELECT CASE WHEN r.turn IS NULL THEN x.id END, r.id, row_number() OVER (PARTITION BY x.invoice_id ORDER BY x.id), k.kind, s.subscription_id, s.location_id, p.item_id,
  left(btrim(x.sku), 40), left(coalesce(nullif(btrim(x.product_name), ''), nullif(btrim(x.sku), ''), 'Article'), 255),
  x.quantity, r.sign * x.unitary_price, r.sign * round(x.quantity * x.unitary_price, 2), coalesce(p.taxable, true),
  coalesce(p.revenue_account, d.number),
  CASE WHEN k.kind = 'recurring' THEN date_trunc('month', r.day)::date END,
  CASE WHEN k.kind = 'recurring' THEN (date_trunc('month', r.day) + make_interval(months => s.months))::date END
FROM legacy_stage.invoice_item x
JOIN doc_row r ON r.legacy_id = x.invoice_id
CROSS JOIN (SELECT number FROM ledger_account WHERE role = 'revenue') d
LEFT JOIN sku p ON p.sku = upper(btrim(x.sku))
LEFT JOIN service_row s ON s.id = x.service_id AND x.service_id > 0
CROSS JOIN LATERAL (SELECT CASE WHEN x.service_id > 0 AND s.id IS NOT NULL AND x.quantity * x.unitary_price > 0
    AND x.product_name !~* 'install|activation|rabais|frais unique|remise' THEN 'recurring' ELSE 'one_time' END AS kind) k;
--;
-- The total wins: what the lines lack or have too much stands on a line of its own, listed.
CREATE TEMP TABLE unequal ON COMMIT DROP AS
SELECT r.id, r.legacy_id, r.sign * (r.before_taxes - r.lines) AS amount, r.parts + 1 AS position
FROM doc_row r WHERE r.before_taxes <> r.lines;
--;
INSERT INTO billing_invoiceline (invoice_id, position, kind, sku, description, quantity, unit_price, amount, taxable, revenue_account)
SELECT u.id, u.position, 'adjustment', '', 'Ajustement (importation)', 1, u.amount, u.amount, false,
       (SELECT number FROM ledger_account WHERE role = 'rounding')
FROM unequal u;
--;
-- The amount is as billed, whatever the source calls the row; the rate is that of the day, to be printed.
INSERT INTO billing_invoicetax (invoice_id, tax_id, amount, rate)
SELECT t.id, t.tax_id, t.amount, x.rate
FROM (SELECT r.id, r.day, k.tax_id, r.sign * sum(t.amount) AS amount
      FROM legacy_stage.invoice_tax t JOIN tax_kind k ON k.id = t.tax_id JOIN doc_row r ON r.legacy_id = t.invoice_id
      GROUP BY r.id, r.day, r.sign, k.tax_id HAVING sum(t.amount) <> 0) t
LEFT JOIN billing_taxrate x ON x.tax_id = t.tax_id AND x.days @> t.day;
--;
INSERT INTO legacy_legacyrow (target, legacy_id, print, mark)
SELECT 'billing_invoice', w.legacy_id, w.print, w.mark FROM want_invoice w JOIN new_doc n ON n.legacy_id = w.legacy_id
ON CONFLICT (target, legacy_id) DO UPDATE SET print = EXCLUDED.print, mark = EXCLUDED.mark;
