-- Documents taken back by this import that still stand open on either side, with the open items of the former one, of what
-- takes it back and of what stands in its place.
CREATE TEMP TABLE taken ON COMMIT DROP AS
SELECT f.id AS former, b.id AS back, n.id AS anew
FROM legacy_reissue r JOIN billing_invoice fv ON fv.id = r.replaces_id JOIN billing_invoice bv ON bv.id = r.invoice_id
JOIN legacy_reissue s ON s.replaces_id = r.replaces_id AND s.role = 'document' JOIN billing_invoice nv ON nv.id = s.invoice_id
JOIN ledger_openitem f ON f.number = fv.number AND f.kind = fv.kind
JOIN ledger_openitem b ON b.number = bv.number AND b.kind = bv.kind
LEFT JOIN ledger_openitem n ON n.number = nv.number AND n.kind = nv.kind
WHERE r.role = 'reversal' AND b.open > 0;
--;
-- What the source allocates is allocated anew by its id; what people or credit notes did is given back at the end.
CREATE TEMP TABLE loosened ON COMMIT DROP AS
SELECT a.id, a.legacy_id, a.amount, a.date, CASE WHEN c.former IS NULL THEN a.credit_id ELSE c.anew END AS credit,
       CASE WHEN d.former IS NULL THEN a.debit_id ELSE d.anew END AS debit
FROM ledger_allocation a LEFT JOIN taken c ON c.former = a.credit_id LEFT JOIN taken d ON d.former = a.debit_id
WHERE a.undone_on IS NULL AND (c.former IS NOT NULL OR d.former IS NOT NULL);
--;
UPDATE ledger_allocation a
SET undone_on = greatest(%(today)s, a.date), undone_at = %(now)s, undone_because = 'Document émis de nouveau (importation)'
FROM loosened l WHERE l.id = a.id;
--;
DELETE FROM loosened WHERE legacy_id IS NOT NULL;
--;
INSERT INTO ledger_allocation (credit_id, debit_id, amount, date, at, undone_because)
SELECT CASE f.side WHEN 'credit' THEN f.id ELSE b.id END, CASE f.side WHEN 'debit' THEN f.id ELSE b.id END, f.amount,
       greatest(f.date, b.date), %(now)s, ''
FROM taken t JOIN ledger_openitem f ON f.id = t.former JOIN ledger_openitem b ON b.id = t.back;
--;
-- The number by which the document of a legacy id goes now, where it was ever issued anew.
CREATE TEMP TABLE anew ON COMMIT DROP AS
SELECT DISTINCT ON (r.legacy_id) r.legacy_id, v.number FROM legacy_reissue r JOIN billing_invoice v ON v.id = r.invoice_id
WHERE r.role = 'document' ORDER BY r.legacy_id, r.turn DESC;
