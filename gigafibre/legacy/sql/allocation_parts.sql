-- What an earlier import applied and still stands as the source has it, of invoices to which nothing came back: nothing is left to do.
CREATE TEMP TABLE stands ON COMMIT DROP AS
SELECT x.id FROM legacy_stage.payment_item x JOIN ledger_allocation a ON a.legacy_id = x.id AND a.undone_on IS NULL
JOIN ledger_openitem pay ON pay.id = a.credit_id JOIN ledger_openitem inv ON inv.id = a.debit_id LEFT JOIN anew n ON n.legacy_id = x.invoice_id
WHERE x.amount > 0 AND a.amount = x.amount AND pay.number = 'PAY-L' || x.payment_id AND inv.number = coalesce(n.number, x.invoice_id::text)
  AND x.invoice_id NOT IN (SELECT invoice_id FROM legacy_stage.payment_item WHERE amount < 0);
--;
-- What was taken back here, by people: an import neither applies it again nor uses what it left open.
CREATE TEMP TABLE undone_here ON COMMIT DROP AS
SELECT legacy_id, credit_id, debit_id FROM ledger_allocation
WHERE undone_on IS NOT NULL AND undone_because NOT LIKE '%% (importation)';
--;
-- What the import before listed as not applied, or settled otherwise than the source says.
CREATE TEMP TABLE told ON COMMIT DROP AS
SELECT code, legacy_id, detail, amount FROM legacy_importfinding
WHERE code IN ('allocation_cut', 'allocation_no_room', 'billed_amount_disagrees') AND run_id = (
  SELECT max(p.run_id) FROM legacy_importphase p JOIN legacy_importrun r ON r.id = p.run_id
  WHERE p.name = 'receivables' AND p.state = 'done' AND NOT r.dry_run AND r.id < %(run)s);
--;
-- Who paid what, of the others. `pay` and `inv` are the open items of a payment and of an invoice, of one that was issued
-- anew as it stands now.
CREATE TEMP TABLE given ON COMMIT DROP AS
SELECT x.id, x.amount, pay.id AS pay, inv.id AS inv, x.invoice_id, pay.side AS pay_side, greatest(pay.date, inv.date) AS date,
       pay.customer_id IS DISTINCT FROM inv.customer_id AS strange
FROM legacy_stage.payment_item x
JOIN ledger_openitem pay ON pay.number = 'PAY-L' || x.payment_id AND pay.kind IN ('payment', 'reversal')
LEFT JOIN anew n ON n.legacy_id = x.invoice_id
JOIN ledger_openitem inv ON inv.number = coalesce(n.number, x.invoice_id::text) AND inv.kind = 'invoice'
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
CREATE TEMP TABLE wanted_part ON COMMIT DROP AS
SELECT g.id AS legacy_id, g.pay AS credit, g.inv AS debit, g.amount AS asked, g.date, false AS back
FROM given g WHERE g.amount > 0 AND g.pay_side = 'credit' AND NOT g.strange AND NOT EXISTS (SELECT 1 FROM taken_back t WHERE t.part = g.id)
UNION ALL
SELECT t.back, t.credit_item, t.back_item, t.amount, t.date, true FROM taken_back t;
--;
-- What an earlier import applied and does not stand, with what is wanted instead. Less than asked for is as it was, when
-- it was told so.
CREATE TEMP TABLE loose ON COMMIT DROP AS
SELECT a.id, a.legacy_id, a.credit_id, a.debit_id, a.amount, t.part IS NOT NULL AS came_back, greatest(coalesce(t.date, %(today)s), a.date) AS day,
       w.asked, (a.credit_id, a.debit_id) IS DISTINCT FROM (w.credit, w.debit) OR a.amount > w.asked
       OR (a.amount < w.asked AND NOT w.back AND w.asked - a.amount IS DISTINCT FROM o.amount) AS changed
FROM ledger_allocation a LEFT JOIN wanted_part w ON w.legacy_id = a.legacy_id LEFT JOIN taken_back t ON t.part = a.legacy_id
LEFT JOIN told o ON o.legacy_id = a.legacy_id AND o.code = 'allocation_cut'
WHERE a.legacy_id IS NOT NULL AND a.undone_on IS NULL AND NOT EXISTS (SELECT FROM stands s WHERE s.id = a.legacy_id);
--;
-- What changed frees its payment and its invoice from a day on, and with it what was cut beside it.
CREATE TEMP TABLE freed ON COMMIT DROP AS
SELECT item, max(day) AS day FROM (
  SELECT credit_id AS item, day FROM loose WHERE changed UNION ALL SELECT debit_id, day FROM loose WHERE changed) f GROUP BY item;
--;
UPDATE loose SET changed = true
WHERE NOT changed AND amount < asked AND (credit_id IN (SELECT item FROM freed) OR debit_id IN (SELECT item FROM freed));
--;
UPDATE ledger_allocation a
SET undone_on = l.day, undone_at = %(now)s,
    undone_because = CASE WHEN l.came_back THEN 'Paiement retourné (importation)' ELSE 'Changé dans la source (importation)' END
FROM loose l WHERE l.id = a.id AND l.changed;
--;
-- What stands stays, and is told where it is not what is asked; so does what people took back, and what had no room and got
-- none since. Each other one may have what its payment and its invoice still have open.
CREATE TEMP TABLE part ON COMMIT DROP AS
SELECT w.legacy_id, w.credit, w.debit, w.asked, w.back, greatest(w.date, fc.day, fd.day) AS date, k.kept IS NOT NULL AS kept,
       a.id IS NOT NULL OR k.kept IS NOT NULL OR (o.amount = w.asked AND NOT w.back AND fc.item IS NULL AND fd.item IS NULL) IS TRUE AS known,
       c.open AS credit_room, d.open AS debit_room, coalesce(a.amount, 0)::numeric(12, 2) AS amount
FROM wanted_part w JOIN ledger_openitem c ON c.id = w.credit JOIN ledger_openitem d ON d.id = w.debit
LEFT JOIN ledger_allocation a ON a.legacy_id = w.legacy_id AND a.undone_on IS NULL
LEFT JOIN (SELECT DISTINCT legacy_id AS kept FROM undone_here) k ON k.kept = w.legacy_id
LEFT JOIN told o ON o.legacy_id = w.legacy_id AND o.code = 'allocation_no_room'
LEFT JOIN freed fc ON fc.item = w.credit LEFT JOIN freed fd ON fd.item = w.debit
WHERE a.id IS NULL OR a.amount < w.asked;
--;
-- Where neither side is asked for more than it has, each part stands as it is.
CREATE TEMP TABLE crowded ON COMMIT DROP AS
SELECT credit AS item FROM part WHERE NOT known GROUP BY credit HAVING sum(asked) > min(credit_room)
UNION SELECT debit FROM part WHERE NOT known GROUP BY debit HAVING sum(asked) > min(debit_room);
--;
UPDATE part SET amount = CASE
  WHEN credit IN (SELECT item FROM crowded) OR debit IN (SELECT item FROM crowded) THEN NULL ELSE asked END
WHERE NOT known;
