-- The documents themselves, numbered in the order of their customers, and what the ledger is told. Parameters: date,
-- due_date, run, now, receivable, deferred, letterhead, and per kind the first number, its prefix and digits.
UPDATE bill_document d SET number = n.number
FROM (
  SELECT customer_id, CASE kind WHEN 'invoice' THEN %(invoice_prefix)s ELSE %(credit_note_prefix)s END
         || lpad(at::text, greatest(length(at::text), CASE kind WHEN 'invoice' THEN %(invoice_digits)s
                                                       ELSE %(credit_note_digits)s END), '0') AS number
  FROM (SELECT customer_id, kind, CASE kind WHEN 'invoice' THEN %(invoice_first)s ELSE %(credit_note_first)s END
               + row_number() OVER (PARTITION BY kind ORDER BY customer_id) - 1 AS at
        FROM bill_document) counted
) n
WHERE n.customer_id = d.customer_id;

INSERT INTO billing_invoice (id, number, kind, state, customer_id, run_id, date, due_date, subtotal, tax_total, total,
  bill_name, bill_address, language, po_number, notes, message, issued_at, issued_xid, letterhead_id)
SELECT d.invoice_id, d.number, d.kind, 'issued', d.customer_id, %(run)s, %(date)s, %(due_date)s, d.sign * d.subtotal,
       d.sign * d.tax_total, d.sign * d.total, c.display_name,
       to_jsonb(array_remove(ARRAY[nullif(c.line1, ''), nullif(c.line2, ''),
                nullif(concat_ws(' ', nullif(c.city, ''), nullif(c.province, ''), nullif(c.postal_code, '')), '')], NULL)),
       c.language, '', '', '', %(now)s, pg_current_xact_id()::text::bigint,
       %(letterhead)s
FROM bill_document d JOIN crm_customer c ON c.id = d.customer_id
ORDER BY d.customer_id;

INSERT INTO bill_posting
SELECT d.invoice_id, p.account, greatest(-p.amount, 0), greatest(p.amount, 0), p.customer
FROM bill_document d
JOIN (
  SELECT customer_id, account, sum(amount) AS amount, NULL::bigint AS customer
  FROM (SELECT customer_id, account, amount FROM bill_line
        UNION ALL SELECT customer_id, account, amount FROM bill_tax
        UNION ALL SELECT customer_id, revenue, -amount FROM bill_deferred
        UNION ALL SELECT customer_id, %(deferred)s, amount FROM bill_deferred) parts
  GROUP BY 1, 2
  UNION ALL
  SELECT customer_id, %(receivable)s, -total, customer_id FROM bill_document
) p ON p.customer_id = d.customer_id
WHERE p.amount <> 0;

UPDATE bill_deferred p SET document = d.number FROM bill_document d
WHERE d.customer_id = p.customer_id AND p.document IS NULL;

INSERT INTO bill_entry
SELECT d.invoice_id, %(date)s, d.kind, d.number, '' FROM bill_document d
WHERE EXISTS (SELECT FROM bill_posting p WHERE p.key = d.invoice_id);

INSERT INTO bill_item
SELECT customer_id, CASE kind WHEN 'invoice' THEN 'debit' ELSE 'credit' END, kind, number, %(date)s,
       CASE kind WHEN 'invoice' THEN %(due_date)s::date END, abs(total)
FROM bill_document WHERE total <> 0;

ANALYZE bill_entry, bill_posting, bill_item;
