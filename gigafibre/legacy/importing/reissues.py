"""Documents issued anew: what takes the former one back pays it, and what paid the former one pays the new one."""

from __future__ import annotations

from gigafibre.legacy.importing.context import Ctx


def take_back(ctx: Ctx) -> None:
    """Undo what was allocated to documents that came anew, and let each be settled by what takes it back.

    What the source itself allocates finds its way to the new document by its id; the rest is kept for `give_back`.
    """
    ctx.script("reissues_settled")


def give_back(ctx: Ctx) -> None:
    """Allocate to the new document what people and credit notes had allocated to the former one."""
    ctx.cursor.execute("SELECT id FROM loosened ORDER BY id")
    for (key,) in ctx.cursor.fetchall():
        ctx.cursor.execute(AGAIN, {"id": key, "now": ctx.now})


# One by one: each takes of the room what those before it left.
AGAIN = """
INSERT INTO ledger_allocation (credit_id, debit_id, amount, date, at, undone_because)
SELECT c.id, d.id, least(l.amount, c.open, d.open), greatest(l.date, c.date, d.date), %(now)s, ''
FROM loosened l JOIN ledger_openitem c ON c.id = l.credit JOIN ledger_openitem d ON d.id = l.debit
WHERE l.id = %(id)s AND c.open > 0 AND d.open > 0 AND c.side = 'credit' AND d.side = 'debit'
  AND c.customer_id = d.customer_id
"""
