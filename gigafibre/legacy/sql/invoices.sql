-- Documents as billed. A credit note (negative total) has positive amounts here; taxes are never recomputed.
CREATE TEMP TABLE doc ON COMMIT DROP AS
SELECT v.id, c.id AS customer_id, c.display_name, c.language, c.line1, c.line2, c.city, c.province, c.postal_code,
       coalesce(legacy_day(v.date_orig), DATE '2000-01-01') AS day, legacy_day(v.due_date) AS due, v.total_amt, v.billing_status = 1 AS final,
       CASE WHEN v.total_amt < 0 THEN -1 ELSE 1 END AS sign, v.billed_amt, v.process_status, v.ppa_charge, v.date_orig,
       v.notes, v.template_message
FROM legacy_stage.invoice v JOIN crm_customer c ON c.legacy_id = v.account_id;
--;
CREATE UNIQUE INDEX ON doc (id);
--;
CREATE TEMP TABLE doc_tax ON COMMIT DROP AS
SELECT t.invoice_id, k.id AS tax_id, sum(t.amount) AS amount
FROM legacy_stage.invoice_tax t JOIN legacy_stage.tax x ON x.id = t.tax_id
JOIN billing_tax k ON k.code = CASE WHEN x.name ILIKE 'TPS%%' AND x.rate > 0 THEN 'GST' WHEN x.name ILIKE 'TVQ%%' THEN 'QST' END
JOIN doc d ON d.id = t.invoice_id
GROUP BY 1, 2 HAVING sum(t.amount) <> 0;
--;
CREATE TEMP TABLE doc_sum ON COMMIT DROP AS
SELECT d.id, coalesce(t.taxes, 0) AS taxes, d.total_amt - coalesce(t.taxes, 0) AS before_taxes, coalesce(l.lines, 0) AS lines
FROM doc d
LEFT JOIN (SELECT invoice_id, sum(amount) AS taxes FROM doc_tax GROUP BY 1) t ON t.invoice_id = d.id
LEFT JOIN (SELECT invoice_id, sum(round(quantity * unitary_price, 2)) AS lines FROM legacy_stage.invoice_item GROUP BY 1) l ON l.invoice_id = d.id;
--;
CREATE UNIQUE INDEX ON doc_sum (id);
--;
CREATE TEMP TABLE want_invoice ON COMMIT DROP AS
SELECT d.id AS legacy_id, CASE WHEN d.final THEN d.id::text END::varchar(32) AS number,
       (CASE WHEN d.sign < 0 THEN 'credit_note' ELSE 'invoice' END)::varchar(12) AS kind,
       (CASE WHEN d.final THEN 'issued' ELSE 'draft' END)::varchar(8) AS state, d.customer_id, d.day AS date,
       coalesce(greatest(d.due, d.day), d.day) AS due_date, (d.sign * s.before_taxes)::numeric(12, 2) AS subtotal,
       (d.sign * s.taxes)::numeric(12, 2) AS tax_total, (d.sign * d.total_amt)::numeric(12, 2) AS total,
       d.display_name AS bill_name,
       to_jsonb(array_remove(ARRAY[nullif(d.line1, ''), nullif(d.line2, ''),
         nullif(btrim(d.city || ' ' || d.province || '  ' || d.postal_code), '')], NULL)) AS bill_address,
       d.language, '' AS po_number, coalesce(d.notes, '') AS notes, coalesce(d.template_message, '') AS message,
       CASE WHEN d.final THEN to_timestamp(d.date_orig) END AS issued_at, d.process_status = 1 AS legacy_sent,
       d.ppa_charge = 1 AS legacy_ppa_charge,
       md5(ROW(d.sign, d.total_amt, s.taxes, s.lines, d.day, d.customer_id, d.final)::text)::uuid AS print
FROM doc d JOIN doc_sum s ON s.id = d.id;
--;
CREATE UNIQUE INDEX ON want_invoice (legacy_id);
