"""Which payment paid which invoice: as the source says, cut where a payment or an invoice has no room left."""

from __future__ import annotations

from decimal import Decimal

from gigafibre.legacy.importing.context import Ctx


def import_allocations(ctx: Ctx) -> None:
    """Allocate by id; each part keeps what its payment and its invoice still have room for, the rest is listed."""
    ctx.script("allocation_parts")
    _cut(ctx)
    ctx.found("allocation_cut", "payment_item", CUT)
    ctx.found("allocation_no_room", "payment_item", NO_ROOM)
    ctx.found("allocation_kept_here", "payment_item", KEPT)
    ctx.found("allocation_changed", "payment_item", CHANGED.format("EXISTS"))
    ctx.found("allocation_gone", "payment_item", CHANGED.format("NOT EXISTS"))
    ctx.found("part_returned", "payment_item", RETURNED)
    ctx.found("part_zero", "payment_item", "SELECT id, '', amount FROM legacy_stage.payment_item WHERE amount = 0")
    ctx.found("allocation_strange", "payment_item", "SELECT id, invoice_id::text, amount FROM given WHERE strange")
    ctx.found("allocation_return_unmatched", "payment_item", UNMATCHED)
    ctx.found("allocation_without_payment", "payment_item", NO_PAYMENT)
    ctx.found("allocation_without_invoice", "payment_item", NO_INVOICE)
    ctx.found("allocation_unusable", "payment_item", UNUSABLE)
    ctx.found("payment_over_allocated", "payment", OVER)
    ctx.script("allocations")
    ctx.count("new", int(ctx.one("SELECT count(*) FROM new_part")))


def compare(ctx: Ctx) -> None:
    """List where what the source says is paid or applied isn't what the result says."""
    ctx.found("billed_amount_disagrees", "invoice", BILLED)
    ctx.found("applied_amount_disagrees", "payment", APPLIED)


def _cut(ctx: Ctx) -> None:
    """Walk the parts that touch a crowded payment or invoice, in the order of their ids."""
    cursor = ctx.cursor
    cursor.execute(
        "SELECT legacy_id, credit, debit, asked, credit_room, debit_room FROM part "
        "WHERE amount IS NULL ORDER BY legacy_id"
    )
    rows = cursor.fetchall()
    if not rows:
        return
    items = sorted({row[1] for row in rows} | {row[2] for row in rows})
    cursor.execute(
        "SELECT item, sum(amount) FROM (SELECT credit AS item, amount FROM part WHERE amount IS NOT NULL AND NOT known "
        "UNION ALL SELECT debit, amount FROM part WHERE amount IS NOT NULL AND NOT known) p "
        "WHERE item = ANY(%s) GROUP BY item",
        [items],
    )
    taken: dict[int, Decimal] = dict(cursor.fetchall())
    room: dict[int, Decimal] = {}
    given: list[tuple[int, Decimal]] = []
    for key, credit, debit, asked, credit_room, debit_room in rows:
        for item, whole in ((credit, credit_room), (debit, debit_room)):
            room.setdefault(item, whole - taken.get(item, Decimal(0)))
        amount = max(min(asked, room[credit], room[debit]), Decimal(0))
        room[credit] -= amount
        room[debit] -= amount
        given.append((key, amount))
    cursor.execute("CREATE TEMP TABLE cut_part (legacy_id bigint PRIMARY KEY, amount numeric(12, 2)) ON COMMIT DROP")
    with cursor.copy("COPY cut_part FROM STDIN") as target:
        for pair in given:
            target.write_row(pair)
    cursor.execute("UPDATE part p SET amount = c.amount FROM cut_part c WHERE c.legacy_id = p.legacy_id")


CUT = "SELECT legacy_id, '', asked - amount FROM part WHERE amount > 0 AND amount < asked AND NOT back"
NO_ROOM = "SELECT legacy_id, '', asked FROM part WHERE amount = 0 AND NOT kept AND NOT back"
KEPT = "SELECT legacy_id, '', CASE WHEN NOT back THEN asked END FROM part WHERE kept"
# What they come to is told by what is asked now, if anything is.
CHANGED = """
SELECT l.legacy_id, 'was ' || l.amount || ', ' || c.number || ' to ' || d.number, NULL::numeric
FROM loose l JOIN ledger_openitem c ON c.id = l.credit_id JOIN ledger_openitem d ON d.id = l.debit_id
WHERE l.changed AND NOT l.came_back
  AND {} (SELECT FROM legacy_stage.payment_item x WHERE x.id = l.legacy_id)
"""
# Their amounts cancel each other, so none is told: the sums need no explaining.
RETURNED = """
SELECT part, 'part ' || back, NULL::numeric FROM taken_back
UNION ALL
SELECT legacy_id, '', NULL FROM part WHERE back AND amount = 0 AND NOT kept
"""
UNMATCHED = """
SELECT id, invoice_id::text, amount FROM given g
WHERE amount < 0 AND NOT strange AND NOT EXISTS (SELECT 1 FROM taken_back t WHERE t.back = g.id)
"""
NO_PAYMENT = """
SELECT x.id, 'payment ' || x.payment_id, x.amount FROM legacy_stage.payment_item x
WHERE NOT EXISTS (SELECT 1 FROM legacy_stage.payment p WHERE p.id = x.payment_id)
"""
NO_INVOICE = """
SELECT x.id, 'invoice ' || x.invoice_id, x.amount FROM legacy_stage.payment_item x
WHERE EXISTS (SELECT 1 FROM legacy_stage.payment p WHERE p.id = x.payment_id)
  AND NOT EXISTS (SELECT 1 FROM legacy_stage.invoice v WHERE v.id = x.invoice_id)
"""
# To a draft, to a credit note, of a payment of nothing, or with a payment's sign turned.
UNUSABLE = """
SELECT x.id, 'payment ' || x.payment_id || ', invoice ' || x.invoice_id, x.amount FROM legacy_stage.payment_item x
JOIN legacy_stage.payment p ON p.id = x.payment_id JOIN legacy_stage.invoice v ON v.id = x.invoice_id
LEFT JOIN given g ON g.id = x.id
WHERE x.amount <> 0 AND (g.id IS NULL OR (NOT g.strange AND g.amount > 0 AND g.pay_side = 'debit'))
  AND NOT EXISTS (SELECT FROM stands s WHERE s.id = x.id)
"""
OVER = """
SELECT p.id, 'amount ' || p.amount, s.amount - p.amount FROM legacy_stage.payment p
JOIN (SELECT payment_id, sum(amount) AS amount FROM legacy_stage.payment_item GROUP BY 1) s ON s.payment_id = p.id
WHERE abs(s.amount) > abs(p.amount)
"""
BILLED = """
SELECT v.id, 'billed_amt ' || v.billed_amt, abs(v.billed_amt) - (o.amount - o.open) FROM legacy_stage.invoice v
LEFT JOIN anew n ON n.legacy_id = v.id
JOIN ledger_openitem o ON o.number = coalesce(n.number, v.id::text) AND o.kind IN ('invoice', 'credit_note')
WHERE abs(v.billed_amt) <> o.amount - o.open
"""
APPLIED = """
SELECT p.id, 'applied_amt ' || p.applied_amt, abs(p.applied_amt) - (o.amount - o.open) FROM legacy_stage.payment p
JOIN ledger_openitem o ON o.number = 'PAY-L' || p.id AND o.kind IN ('payment', 'reversal')
WHERE abs(p.applied_amt) <> o.amount - o.open
"""
