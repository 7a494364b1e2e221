-- What takes a changed document back: the same lines and taxes on the other side, on its own day. What stood for the legacy
-- id until now keeps its number; see the model `Reissue`.
CREATE TEMP TABLE reversal ON COMMIT DROP AS
SELECT nextval(pg_get_serial_sequence('billing_invoice', 'id')) AS id, c.legacy_id, c.turn, c.was
FROM changed_doc c JOIN billing_invoice v ON v.id = c.was WHERE v.total > 0;
--;
-- A note that would give back more than its invoice, because another gave back of it before, names none.
INSERT INTO billing_invoice (id, corrects_id, number, kind, state, customer_id, date, due_date, subtotal, tax_total, total,
  bill_name, bill_address, language, po_number, notes, message, issued_at)
SELECT r.id, CASE WHEN v.kind = 'invoice' AND NOT EXISTS (SELECT FROM billing_invoice n WHERE n.corrects_id = v.id) THEN v.id END,
       r.legacy_id || '-R' || r.turn, CASE v.kind WHEN 'invoice' THEN 'credit_note' ELSE 'invoice' END, 'issued', v.customer_id, v.date,
       v.due_date, v.subtotal, v.tax_total, v.total, v.bill_name, v.bill_address, v.language, v.po_number, '', '', %(now)s
FROM reversal r JOIN billing_invoice v ON v.id = r.was ORDER BY r.legacy_id;
--;
INSERT INTO billing_invoiceline (invoice_id, position, kind, subscription_id, child_id, location_id, item_id, sku, description,
  quantity, unit_price, amount, taxable, revenue_account, credits_id, period_start, period_end)
SELECT r.id, l.position, l.kind, l.subscription_id, l.child_id, l.location_id, l.item_id, l.sku, l.description, l.quantity,
       l.unit_price, l.amount, l.taxable, l.revenue_account, CASE WHEN n.corrects_id IS NOT NULL THEN l.id END, l.period_start, l.period_end
FROM reversal r JOIN billing_invoice n ON n.id = r.id JOIN billing_invoiceline l ON l.invoice_id = r.was;
--;
INSERT INTO billing_invoicetax (invoice_id, tax_id, amount, rate)
SELECT r.id, t.tax_id, t.amount, t.rate FROM reversal r JOIN billing_invoicetax t ON t.invoice_id = r.was;
--;
INSERT INTO legacy_reissue (legacy_id, turn, role, invoice_id, replaces_id, run_id)
SELECT legacy_id, turn, 'reversal', id, was, %(run)s FROM reversal
UNION ALL
SELECT c.legacy_id, c.turn, 'document', n.id, c.was, %(run)s FROM changed_doc c JOIN new_doc n ON n.legacy_id = c.legacy_id;
