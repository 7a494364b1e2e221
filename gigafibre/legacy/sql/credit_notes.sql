-- Only what is new or changed in the source is settled: what people took apart here stays so.
CREATE TEMP TABLE kept_here ON COMMIT DROP AS SELECT credit_id AS id FROM undone_here UNION SELECT debit_id FROM undone_here;
--;
-- A credit note that corrects an invoice pays what is still open of it.
CREATE TEMP TABLE named ON COMMIT DROP AS
SELECT n.legacy_id, cr.id AS credit, de.id AS debit, least(cr.open, de.open) AS amount, greatest(cr.date, de.date) AS date
FROM billing_invoice n JOIN billing_invoice v ON v.id = n.corrects_id
JOIN ledger_openitem cr ON cr.kind = 'credit_note' AND cr.number = n.number
JOIN ledger_openitem de ON de.kind = 'invoice' AND de.number = v.number
WHERE n.legacy_id IS NOT NULL AND cr.open > 0 AND de.open > 0
  AND (greatest(cr.id, de.id) > (SELECT id FROM last_item) OR cr.id IN (SELECT item FROM freed) OR de.id IN (SELECT item FROM freed))
  AND cr.id NOT IN (SELECT id FROM kept_here) AND de.id NOT IN (SELECT id FROM kept_here);
--;
-- Two notes may name one invoice: the earlier takes first, and no more than there is.
CREATE TEMP TABLE settled ON COMMIT DROP AS
SELECT credit, debit, date, least(amount, open - before) AS amount FROM (
  SELECT x.*, d.open, coalesce(sum(x.amount) OVER (PARTITION BY x.debit ORDER BY x.legacy_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
  FROM named x JOIN ledger_openitem d ON d.id = x.debit WHERE x.amount > 0) s
WHERE open - before > 0;
--;
INSERT INTO ledger_allocation (credit_id, debit_id, amount, date, at, undone_because)
SELECT credit, debit, amount, date, %(now)s, '' FROM settled WHERE amount > 0;
--;
-- Invoices that the source says are settled, by credit notes it keeps no allocation of: the customer's open notes pay
-- them, oldest with oldest, never more than the source's own figure.
CREATE TEMP TABLE short ON COMMIT DROP AS
SELECT o.id, o.customer_id, o.date, least(o.open, d.billed_amt - (o.amount - o.open)) AS wanted
FROM legacy_stage.invoice d LEFT JOIN anew n ON n.legacy_id = d.id
JOIN ledger_openitem o ON o.kind = 'invoice' AND o.number = coalesce(n.number, d.id::text)
WHERE d.billing_status = 1 AND d.billed_amt > 0 AND o.open > 0 AND d.billed_amt > o.amount - o.open
  AND o.id NOT IN (SELECT id FROM kept_here)
  AND (o.id > (SELECT id FROM last_item) OR o.id IN (SELECT item FROM freed) OR NOT EXISTS (
    SELECT FROM told t WHERE t.code = 'billed_amount_disagrees' AND t.legacy_id = d.id AND t.detail = 'billed_amt ' || d.billed_amt));
--;
INSERT INTO ledger_allocation (credit_id, debit_id, amount, date, at, undone_because)
SELECT c.id, d.id, least(c.upto, d.upto) - greatest(c.upto - c.room, d.upto - d.room), greatest(c.date, d.date), %(now)s, ''
FROM (SELECT id, customer_id, date, open AS room, sum(open) OVER (PARTITION BY customer_id ORDER BY date, id) AS upto
      FROM ledger_openitem WHERE kind = 'credit_note' AND open > 0 AND number ~ '^[0-9]+$' AND customer_id IN (SELECT customer_id FROM short)
        AND id NOT IN (SELECT id FROM kept_here)) c
JOIN (SELECT id, customer_id, date, wanted AS room, sum(wanted) OVER (PARTITION BY customer_id ORDER BY date, id) AS upto FROM short) d
  ON d.customer_id = c.customer_id AND d.upto > c.upto - c.room AND d.upto - d.room < c.upto;
