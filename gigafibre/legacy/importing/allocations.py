"""Which payment paid which invoice: as the source says, cut where a payment or an invoice has no room left."""

from __future__ import annotations

from decimal import Decimal

from gigafibre.legacy.importing.context import Ctx


def import_allocations(ctx: Ctx) -> None:
    """Allocate by id; each part keeps what its payment and its invoice still have room for, the rest is listed."""
    ctx.script("allocation_parts")
    _cut(ctx)
    ctx.found("allocation_cut", "payment_item", "SELECT legacy_id, '', asked - amount FROM part WHERE amount < asked")
    ctx.found("allocation_strange", "payment_item", "SELECT id, invoice_id::text, amount FROM given WHERE strange")
    ctx.found("allocation_return_unmatched", "payment_item", UNMATCHED)
    ctx.found("allocation_without_payment", "payment_item", ORPHAN.format(parent="payment", column="payment_id"))
    ctx.found("allocation_without_invoice", "payment_item", ORPHAN.format(parent="invoice", column="invoice_id"))
    ctx.script("allocations")
    ctx.count("new", int(ctx.one("SELECT count(*) FROM new_part")))


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
        "SELECT item, sum(amount) FROM (SELECT credit AS item, amount FROM part WHERE amount IS NOT NULL "
        "UNION ALL SELECT debit, amount FROM part WHERE amount IS NOT NULL) p WHERE item = ANY(%s) GROUP BY item",
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


UNMATCHED = """
SELECT id, invoice_id::text, amount FROM given g
WHERE amount < 0 AND NOT strange AND id NOT IN (SELECT back FROM taken_back)
"""
ORPHAN = """
SELECT x.id, x.{column}::text, x.amount FROM legacy_stage.payment_item x
WHERE NOT EXISTS (SELECT 1 FROM legacy_stage.{parent} p WHERE p.id = x.{column})
"""
