-- Who paid what. `pay` and `inv` are the open items of a payment and of an invoice.
CREATE TEMP TABLE given ON COMMIT DROP AS
SELECT x.id, x.payment_id, x.invoice_id, x.amount, pay.id AS pay, inv.id AS inv, pay.side AS pay_side, pay.amount AS pay_amount,
       inv.amount AS inv_amount, greatest(pay.date, inv.date) AS date, pay.customer_id,
       pay.customer_id IS DISTINCT FROM inv.customer_id AS strange
FROM legacy_stage.payment_item x
JOIN ledger_openitem pay ON pay.number = 'PAY-L' || x.payment_id AND pay.kind IN ('payment', 'reversal')
JOIN ledger_openitem inv ON inv.number = x.invoice_id::text AND inv.kind = 'invoice'
WHERE x.amount <> 0;
--;
CREATE INDEX ON given (inv);
--;
ANALYZE given;
--;
-- A negative part (a returned payment) takes back an earlier equal part of the same invoice: both go, and what the
-- earlier payment has free again is what pays the return.
CREATE TEMP TABLE taken_back ON COMMIT DROP AS
SELECT b.id AS back, p.id AS part, b.pay AS back_item, p.pay AS credit_item, -b.amount AS amount, b.date AS date, b.id AS legacy_id
FROM (SELECT *, row_number() OVER (PARTITION BY inv, amount ORDER BY id) AS turn FROM given WHERE amount < 0 AND pay_side = 'debit') b
JOIN (SELECT *, row_number() OVER (PARTITION BY inv, amount ORDER BY id DESC) AS turn FROM given WHERE amount > 0 AND pay_side = 'credit') p
  ON p.inv = b.inv AND p.amount = -b.amount AND p.turn = b.turn AND p.customer_id = b.customer_id;
--;
CREATE TEMP TABLE part ON COMMIT DROP AS
SELECT g.id AS legacy_id, g.pay AS credit, g.inv AS debit, g.amount AS asked, g.date, g.pay_amount AS credit_room, g.inv_amount AS debit_room
FROM given g
WHERE g.amount > 0 AND g.pay_side = 'credit' AND NOT g.strange
  AND g.id NOT IN (SELECT part FROM taken_back)
UNION ALL
SELECT t.legacy_id, t.credit_item, t.back_item, t.amount, greatest(t.date, c.date, d.date), c.amount, d.amount
FROM taken_back t JOIN ledger_openitem c ON c.id = t.credit_item JOIN ledger_openitem d ON d.id = t.back_item
WHERE c.side = 'credit' AND d.side = 'debit';
--;
ALTER TABLE part ADD COLUMN amount numeric(12, 2);
--;
-- Where neither side is asked for more than it has, each part stands as it is.
CREATE TEMP TABLE crowded ON COMMIT DROP AS
SELECT credit AS item FROM part GROUP BY credit HAVING sum(asked) > min(credit_room)
UNION SELECT debit FROM part GROUP BY debit HAVING sum(asked) > min(debit_room);
--;
UPDATE part SET amount = asked WHERE credit NOT IN (SELECT item FROM crowded) AND debit NOT IN (SELECT item FROM crowded);
