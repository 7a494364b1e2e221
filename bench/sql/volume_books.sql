-- The books of the last twelve months, by day: each invoice and payment posted as the platform posts them.
CREATE TEMP TABLE v_role ON COMMIT DROP AS SELECT role, id, number FROM ledger_account WHERE role IS NOT NULL;

CREATE TEMP TABLE v_posting ON COMMIT DROP AS
SELECT nextval(pg_get_serial_sequence('ledger_journalentry', 'id')) AS id, d.*
FROM (SELECT 'invoice' AS kind, number AS document, date, customer_id, subtotal AS net, total AS amount, id AS invoice_id
      FROM billing_invoice WHERE date >= %(last_month)s::date - interval '11 months' AND total > 0
      UNION ALL
      SELECT 'payment', number, date, customer_id, NULL, amount, NULL
      FROM payments_payment WHERE date >= %(last_month)s::date - interval '11 months'
      ORDER BY date, document) d;

WITH entry AS (
  INSERT INTO ledger_journalentry (id, date, kind, document, description, posted_at)
  SELECT id, date, kind, document, '', date FROM v_posting
)
INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date, customer_id)
SELECT p.id, r.id, l.debit, l.credit, p.date, l.customer_id
FROM v_posting p CROSS JOIN LATERAL (
  SELECT 'receivable' AS role, p.amount AS debit, 0 AS credit, p.customer_id WHERE p.kind = 'invoice'
  UNION ALL SELECT 'revenue.internet', 0, p.net, NULL WHERE p.kind = 'invoice'
  UNION ALL SELECT lower(t.code), 0, x.amount, NULL
            FROM billing_invoicetax x JOIN billing_tax t ON t.id = x.tax_id WHERE x.invoice_id = p.invoice_id AND x.amount > 0
  UNION ALL SELECT 'clearing.pad', p.amount, 0, NULL WHERE p.kind = 'payment'
  UNION ALL SELECT 'receivable', 0, p.amount, p.customer_id WHERE p.kind = 'payment') l
JOIN v_role r ON r.role = l.role;
