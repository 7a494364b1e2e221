-- What belongs on which line of the GST/HST and QST return, document by document: the ledger's own movements of the tax
-- accounts, and the documents' amounts before taxes. Parameters: first, last (both included), english.
WITH tax_line AS (
  SELECT l.id, l.date, e.kind, e.document, l.customer_id, l.entry_id,
         CASE WHEN a.role LIKE 'qst%%' THEN '2' ELSE '1' END AS side, a.role,
         l.credit - l.debit AS amount
  FROM ledger_journalline l
  JOIN ledger_account a ON a.id = l.account_id AND a.role IN ('gst', 'hst', 'qst', 'gst_paid', 'qst_paid')
  JOIN ledger_journalentry e ON e.id = l.entry_id
  WHERE l.date >= %(first)s AND l.date <= %(last)s AND e.kind <> 'opening'
), placed AS (
  SELECT 't' || id AS id, date, kind, document, entry_id,
         CASE WHEN role IN ('gst_paid', 'qst_paid') THEN CASE WHEN amount < 0 OR kind = 'reversal' THEN side || '06' ELSE side || '00' END
              WHEN kind = 'invoice' THEN side || '03'
              WHEN kind = 'recovery' THEN side || '04'
              WHEN kind IN ('credit_note', 'write_off') THEN side || '07'
              ELSE side || '00' END AS line,
         amount
  FROM tax_line
), sale AS (
  SELECT i.id, i.date, i.kind, i.number AS document, i.customer_id, i.subtotal * x.sign AS amount,
         coalesce(t.base, 0) * x.sign AS taxed
  FROM billing_invoice i
  CROSS JOIN LATERAL (SELECT CASE i.kind WHEN 'invoice' THEN 1 ELSE -1 END AS sign) x
  LEFT JOIN LATERAL (
    SELECT max(coalesce(z.base, i.subtotal)) AS base FROM billing_invoicetax z
    WHERE z.invoice_id = i.id AND z.tax_id = ANY(ARRAY(SELECT id FROM billing_tax WHERE account_role IN ('gst', 'hst')))
  ) t ON true
  WHERE i.state = 'issued' AND i.date >= %(first)s AND i.date <= %(last)s
    AND EXISTS (SELECT FROM ledger_journalentry e WHERE e.document = i.number AND e.kind = i.kind)
), movement AS (
  SELECT 's' || id AS id, date, kind, document, '101' AS line, amount FROM sale
  UNION ALL
  SELECT 'u' || id, date, kind, document, 'untaxed', amount - taxed FROM sale WHERE amount <> taxed
  UNION ALL
  -- What reduces the tax to remit is written as the form has it: more than nothing.
  SELECT id, date, kind, document, line, CASE WHEN right(line, 2) IN ('06', '07') THEN -amount ELSE amount END FROM placed
)
