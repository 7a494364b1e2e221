-- name: changed (of documents that changed after they came, by how much, and whose they are here)
SELECT f."table", f.legacy_id, f.amount, c.legacy_id FROM legacy_importfinding f
LEFT JOIN billing_invoice v ON f."table" = 'invoice' AND v.legacy_id = f.legacy_id
LEFT JOIN payments_payment p ON f."table" = 'payment' AND p.legacy_id = f.legacy_id
JOIN crm_customer c ON c.id = coalesce(v.customer_id, p.customer_id)
WHERE f.code = 'document_changed' AND f.run_id = (SELECT max(id) FROM legacy_importrun WHERE state = 'done' AND NOT dry_run)
--;
-- name: gone (of documents that are no more in the source)
SELECT f."table", f.legacy_id FROM legacy_importfinding f
WHERE f.code = 'gone_from_source' AND f."table" IN ('invoice', 'payment')
  AND f.run_id = (SELECT max(id) FROM legacy_importrun WHERE state = 'done' AND NOT dry_run)
--;
-- name: invoices
SELECT extract(year FROM date)::int, count(*) FROM billing_invoice
WHERE legacy_id IS NOT NULL AND state = 'issued' AND legacy_id <> ALL(%(invoice)s) GROUP BY 1
--;
-- name: invoiced
SELECT extract(year FROM v.date)::int, sum(CASE v.kind WHEN 'invoice' THEN v.total ELSE -v.total END)
FROM billing_invoice v LEFT JOIN legacy_reissue r ON r.invoice_id = v.id
WHERE v.state = 'issued' AND coalesce(v.legacy_id, r.legacy_id) <> ALL(%(invoice)s) GROUP BY 1
--;
-- name: invoice_lines (cents by invoice, but of documents that changed)
SELECT coalesce(v.legacy_id, r.legacy_id), (sum(CASE v.kind WHEN 'invoice' THEN l.amount ELSE -l.amount END) * 100)::bigint
FROM billing_invoiceline l JOIN billing_invoice v ON v.id = l.invoice_id LEFT JOIN legacy_reissue r ON r.invoice_id = v.id
WHERE l.kind <> 'adjustment' AND v.state = 'issued' AND coalesce(v.legacy_id, r.legacy_id) <> ALL(%(changed)s) GROUP BY 1
--;
-- name: taxes (likewise)
SELECT x.code, extract(year FROM v.date)::int, sum(CASE v.kind WHEN 'invoice' THEN t.amount ELSE -t.amount END)
FROM billing_invoicetax t JOIN billing_tax x ON x.id = t.tax_id JOIN billing_invoice v ON v.id = t.invoice_id
LEFT JOIN legacy_reissue r ON r.invoice_id = v.id
WHERE v.state = 'issued' AND coalesce(v.legacy_id, r.legacy_id) <> ALL(%(changed)s) GROUP BY 1, 2
--;
-- name: payments
SELECT extract(year FROM date)::int, count(*) FROM payments_payment
WHERE legacy_id IS NOT NULL AND legacy_id <> ALL(%(payment)s) GROUP BY 1
--;
-- name: paid
SELECT extract(year FROM date)::int, sum(amount) FROM payments_payment
WHERE legacy_id IS NOT NULL AND legacy_id <> ALL(%(payment)s) GROUP BY 1
--;
-- name: allocated (with what the report lists as cut)
SELECT (SELECT coalesce(sum(a.amount), 0) FROM ledger_allocation a JOIN ledger_openitem d ON d.id = a.debit_id
        WHERE a.legacy_id IS NOT NULL AND a.undone_on IS NULL AND d.kind = 'invoice')
     + (SELECT coalesce(sum(f.amount), 0) FROM legacy_importfinding f WHERE f.code LIKE 'allocation\_%%'
        AND f.run_id = (SELECT max(id) FROM legacy_importrun WHERE state = 'done' AND NOT dry_run))
--;
-- name: parts (each allocation: payment and invoice in one number, cents)
SELECT a.legacy_id, (substr(c.number, 6)::bigint << 32) + split_part(d.number, '-', 1)::bigint, (a.amount * 100)::bigint
FROM ledger_allocation a JOIN ledger_openitem c ON c.id = a.credit_id JOIN ledger_openitem d ON d.id = a.debit_id
WHERE a.legacy_id IS NOT NULL AND a.undone_on IS NULL AND d.kind = 'invoice'
--;
-- name: undone (allocations of the source that people took back here)
SELECT legacy_id FROM ledger_allocation WHERE legacy_id IS NOT NULL AND undone_on IS NOT NULL AND undone_because NOT LIKE '%% (importation)'
--;
-- name: open_items (what came from the source and has something left, and to which nothing that people took back belongs)
SELECT o.side, CASE o.side WHEN 'credit' THEN substr(o.number, 6) ELSE split_part(o.number, '-', 1) END::int, o.customer_id
FROM ledger_openitem o WHERE o.open > 0 AND (o.side, o.kind) IN (('credit', 'payment'), ('debit', 'invoice'))
  AND o.number ~ CASE o.side WHEN 'credit' THEN '^PAY-L[0-9]+$' ELSE '^[0-9]+(-[0-9]+)?$' END
  AND NOT EXISTS (SELECT FROM ledger_allocation a WHERE o.id IN (a.credit_id, a.debit_id) AND a.undone_on IS NOT NULL
                  AND a.undone_because NOT LIKE '%% (importation)')
--;
-- name: owed
SELECT coalesce(sum(CASE side WHEN 'debit' THEN amount ELSE -amount END), 0) FROM ledger_openitem
WHERE number ~ '^(PAY-L)?[0-9]+(-R?[0-9]+)?$' AND regexp_replace(number, '-R?[0-9]+$', '') <> ALL(%(numbers)s)
--;
-- name: open
SELECT coalesce(sum(CASE side WHEN 'debit' THEN open ELSE -open END), 0) FROM ledger_openitem
--;
-- name: receivable
SELECT coalesce(sum(l.debit - l.credit), 0) FROM ledger_journalline l
JOIN ledger_account a ON a.id = l.account_id WHERE a.role = 'receivable'
--;
-- name: live (price and months of a charge)
SELECT s.legacy_id, coalesce(s.price_override, x.price, 0) * s.quantity, s.interval_months FROM subscriptions_subscription s
LEFT JOIN catalog_itemprice x ON x.item_id = s.item_id AND x.days @> s.started_on
WHERE s.legacy_id IS NOT NULL AND s.state <> 'cancelled'
--;
-- name: otherwise (services listed as live, or priced, in one system only by work here, or gone from the source)
SELECT f.legacy_id FROM legacy_importfinding f
WHERE f.run_id = (SELECT max(id) FROM legacy_importrun WHERE state = 'done' AND NOT dry_run)
  AND (f.code = 'service_otherwise_here' OR (f.code IN ('gone_from_source', 'deleted_here') AND f.field = 'subscriptions_subscription'))
--;
-- name: balances (of whole amounts: what was settled since with a document of ours changes nothing between the two)
SELECT coalesce(c.legacy_id, m.legacy_id), sum(CASE o.side WHEN 'debit' THEN o.amount ELSE -o.amount END)
FROM ledger_openitem o JOIN crm_customer c ON c.id = o.customer_id
LEFT JOIN (SELECT merged_into_id, min(legacy_id) AS legacy_id FROM crm_customer GROUP BY 1) m ON m.merged_into_id = c.id
WHERE coalesce(c.legacy_id, m.legacy_id) IS NOT NULL AND o.number ~ '^(PAY-L)?[0-9]+(-R?[0-9]+)?$' AND regexp_replace(o.number, '-R?[0-9]+$', '') <> ALL(%(numbers)s) GROUP BY 1
--;
-- name: merged (accounts of the source that are one customer here, each with the one they count under)
SELECT m.legacy_id, coalesce(c.legacy_id, min(m.legacy_id) OVER (PARTITION BY c.id))
FROM crm_customer m JOIN crm_customer c ON c.id = m.merged_into_id WHERE m.legacy_id IS NOT NULL
--;
-- name: cut
SELECT min(date) FROM ledger_journalentry WHERE kind = 'opening'
--;
-- name: opening (what each account of the source opened with, or was replayed; the receivable one comes from its documents)
SELECT a.legacy_id, a.number, coalesce(sum(l.debit - l.credit), 0) FROM ledger_account a
LEFT JOIN (ledger_journalline l JOIN ledger_journalentry e ON e.id = l.entry_id AND e.kind IN ('opening', 'history')) ON l.account_id = a.id
WHERE a.legacy_id IS NOT NULL AND a.role IS DISTINCT FROM 'receivable' GROUP BY 1, 2
