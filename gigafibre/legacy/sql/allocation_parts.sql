-- What an earlier import applied in full and still stands, of invoices to which nothing came back: nothing is left to do.
CREATE TEMP TABLE stands ON COMMIT DROP AS
SELECT x.id FROM legacy_stage.payment_item x JOIN ledger_allocation a ON a.legacy_id = x.id
WHERE x.amount > 0 AND a.undone_on IS NULL AND a.amount >= x.amount
  AND x.invoice_id NOT IN (SELECT invoice_id FROM legacy_stage.payment_item WHERE amount < 0);
--;
-- Who paid what, of the others. `pay` and `inv` are the open items of a payment and of an invoice.
CREATE TEMP TABLE given ON COMMIT DROP AS
SELECT x.id, x.amount, pay.id AS pay, inv.id AS inv, x.invoice_id, pay.side AS pay_side, greatest(pay.date, inv.date) AS date,
       pay.customer_id IS DISTINCT FROM inv.customer_id AS strange
FROM legacy_stage.payment_item x
JOIN ledger_openitem pay ON pay.number = 'PAY-L' || x.payment_id AND pay.kind IN ('payment', 'reversal')
JOIN ledger_openitem inv ON inv.number = x.invoice_id::text AND inv.kind = 'invoice'
WHERE x.amount <> 0 AND NOT EXISTS (SELECT FROM stands s WHERE s.id = x.id);
--;
ALTER TABLE given ADD PRIMARY KEY (id);
--;
-- A negative part (a returned payment) takes back the last equal part of the same invoice that still stood: both go,
-- and what the earlier payment has free again is what pays the return. `level` counts the parts that stand.
CREATE TEMP TABLE taken_back ON COMMIT DROP AS
WITH leveled AS (
  SELECT *, sum(sign(amount)) OVER (PARTITION BY inv, abs(amount) ORDER BY id) + (amount < 0)::int AS level
  FROM given WHERE NOT strange AND inv IN (SELECT inv FROM given WHERE amount < 0) AND (amount > 0) = (pay_side = 'credit')
), turns AS (
  SELECT *, row_number() OVER (PARTITION BY inv, abs(amount), level, amount < 0 ORDER BY id) AS turn FROM leveled
)
SELECT b.id AS back, p.id AS part, b.pay AS back_item, p.pay AS credit_item, p.amount, greatest(b.date, p.date) AS date
FROM turns b JOIN turns p ON p.inv = b.inv AND p.amount = -b.amount AND p.level = b.level AND p.turn = b.turn AND p.id < b.id
WHERE b.amount < 0;
--;
-- A part that an earlier import applied, and that came back since.
UPDATE ledger_allocation a
SET undone_on = greatest(t.date, a.date), undone_at = %(now)s, undone_because = 'Paiement retourné (importation)'
FROM taken_back t WHERE a.legacy_id = t.part AND a.undone_on IS NULL;
--;
CREATE TEMP TABLE wanted_part ON COMMIT DROP AS
SELECT g.id AS legacy_id, g.pay AS credit, g.inv AS debit, g.amount AS asked, g.date
FROM given g WHERE g.amount > 0 AND g.pay_side = 'credit' AND NOT g.strange AND NOT EXISTS (SELECT 1 FROM taken_back t WHERE t.part = g.id)
UNION ALL
SELECT t.back, t.credit_item, t.back_item, t.amount, t.date FROM taken_back t;
--;
-- Known ones stay as they are, and are told where they are not what is asked; each new one may have what its payment and its invoice still have open.
CREATE TEMP TABLE part ON COMMIT DROP AS
SELECT w.*, a.id IS NOT NULL AS known, c.open AS credit_room, d.open AS debit_room,
       (CASE WHEN a.undone_on IS NULL THEN a.amount ELSE 0 END)::numeric(12, 2) AS amount
FROM wanted_part w JOIN ledger_openitem c ON c.id = w.credit JOIN ledger_openitem d ON d.id = w.debit
LEFT JOIN ledger_allocation a ON a.legacy_id = w.legacy_id
WHERE a.id IS NULL OR a.undone_on IS NOT NULL OR a.amount < w.asked;
--;
-- Where neither side is asked for more than it has, each part stands as it is.
CREATE TEMP TABLE crowded ON COMMIT DROP AS
SELECT credit AS item FROM part WHERE NOT known GROUP BY credit HAVING sum(asked) > min(credit_room)
UNION SELECT debit FROM part WHERE NOT known GROUP BY debit HAVING sum(asked) > min(debit_room);
--;
UPDATE part SET amount = CASE
  WHEN credit IN (SELECT item FROM crowded) OR debit IN (SELECT item FROM crowded) THEN NULL ELSE asked END
WHERE NOT known;
