-- Documents as billed. A credit note (a negative total, or a correction that comes to nothing) has its signs turned here;
-- a correction that asks for money is an invoice, for so the source counts it. Taxes are never recomputed.
CREATE TEMP TABLE tax_kind ON COMMIT DROP AS
SELECT x.id, k.id AS tax_id FROM legacy_stage.tax x
JOIN billing_tax k ON k.code = legacy_tax(x.name, x.rate::numeric);
--;
-- `print` tells the amounts, `mark` all else that a document says.
CREATE TEMP TABLE doc ON COMMIT DROP AS
SELECT x.*, x.total_amt - x.taxes AS before_taxes,
       md5(ROW(CASE WHEN x.total_amt < 0 THEN -1 ELSE 1 END, x.total_amt, x.taxes, x.lines, x.day, x.customer_id, x.final)::text)::uuid AS print
FROM (
  SELECT v.id, c.id AS customer_id, coalesce(legacy_day(v.date_orig), DATE '2000-01-01') AS day, v.total_amt,
         v.billing_status = 1 AS final, CASE WHEN v.total_amt < 0 OR v.correction = 1 AND v.total_amt = 0 THEN -1 ELSE 1 END AS sign,
         coalesce(s.taxes, 0) AS taxes, coalesce(s.lines, 0) AS lines, coalesce(s.parts, 0) AS parts,
         md5(ROW(v.due_date, v.notes, v.template_message, v.ppa_charge, v.process_status, s.said, s.taxed)::text)::uuid AS mark
  FROM legacy_stage.invoice v JOIN crm_customer c ON c.legacy_id = v.account_id
  LEFT JOIN legacy_stage.invoice_sum s ON s.invoice_id = v.id) x;
--;
-- What is new, and what is not as it was when it came: only that is looked at further.
CREATE TEMP TABLE fresh ON COMMIT DROP AS
SELECT d.*, m.legacy_id IS NULL AS is_new, m.print = d.print AS same_amounts FROM doc d
LEFT JOIN legacy_legacyrow m ON m.target = 'billing_invoice' AND m.legacy_id = d.id
WHERE m.print IS DISTINCT FROM d.print OR m.mark <> d.mark;
--;
CREATE TEMP TABLE want_invoice ON COMMIT DROP AS
SELECT d.id AS legacy_id, CASE WHEN d.final THEN d.id::text END::varchar(32) AS number,
       (CASE WHEN d.sign < 0 THEN 'credit_note' ELSE 'invoice' END)::varchar(12) AS kind,
       (CASE WHEN d.final THEN 'issued' ELSE 'draft' END)::varchar(8) AS state, d.customer_id, d.day AS date,
       coalesce(greatest(legacy_day(v.due_date), d.day), d.day) AS due_date, (d.sign * d.before_taxes)::numeric(12, 2) AS subtotal,
       (d.sign * d.taxes)::numeric(12, 2) AS tax_total, (d.sign * d.total_amt)::numeric(12, 2) AS total,
       c.display_name AS bill_name,
       to_jsonb(array_remove(ARRAY[nullif(c.line1, ''), nullif(c.line2, ''),
         nullif(btrim(c.city || ' ' || c.province || '  ' || c.postal_code), '')], NULL)) AS bill_address,
       c.language, '' AS po_number, coalesce(v.notes, '') AS notes, coalesce(v.template_message, '') AS message,
       CASE WHEN d.final THEN coalesce(legacy_moment(v.date_orig), timezone('America/Toronto', d.day::timestamp)) END AS issued_at, v.process_status = 1 AS legacy_sent,
       v.ppa_charge = 1 AS legacy_ppa_charge, d.print, d.mark, d.is_new, d.same_amounts, d.sign
FROM fresh d JOIN legacy_stage.invoice v ON v.id = d.id JOIN crm_customer c ON c.id = d.customer_id;
--;
CREATE UNIQUE INDEX ON want_invoice (legacy_id);
