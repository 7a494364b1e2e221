"""Which payment a returned one takes back, where that can be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from gigafibre.legacy.importing.context import Ctx

Key = tuple[int, Decimal, tuple[int, ...]]  # customer, amount, invoices


def link_returns(ctx: Ctx) -> None:
    """Let each new return in `want_payment` name the payment it `reverses`."""
    cursor = ctx.cursor
    if not ctx.one("SELECT EXISTS (SELECT FROM want_payment WHERE mode = 'reversal' AND id IS NOT NULL)"):
        return
    cursor.execute(CONCERNED)
    rows = cursor.fetchall()
    pairs = matched([row for row in rows if row[4] < 0], [row for row in rows if row[4] > 0])
    cursor.execute("CREATE TEMP TABLE taken_by (id bigint PRIMARY KEY, reverses bigint NOT NULL) ON COMMIT DROP")
    with cursor.copy("COPY taken_by FROM STDIN") as target:
        for pair in pairs:
            target.write_row(pair)
    cursor.execute("UPDATE want_payment w SET reverses_id = t.reverses FROM taken_by t WHERE t.id = w.id")
    ctx.count("returns_linked", len(pairs))


def list_unmatched(ctx: Ctx) -> None:
    """List the returns that name no payment."""
    ctx.found("return_unmatched", "payment", UNMATCHED)


def matched(returned: Sequence[tuple[Any, ...]], candidates: Sequence[tuple[Any, ...]]) -> list[tuple[int, int]]:
    """Give each return, oldest first, the nearest payment before it that no other took; returns the pairs of ids.

    Rows are (id, legacy id, customer, date, amount, invoices), ordered by day and legacy id.
    """
    free: dict[Key, list[tuple[date, int, int]]] = defaultdict(list)
    for key, legacy_id, customer, day, amount, invoices in candidates:
        free[(customer, amount, tuple(invoices))].append((day, legacy_id, key))
    pairs: list[tuple[int, int]] = []
    for key, legacy_id, customer, day, amount, invoices in returned:
        waiting = free[(customer, -amount, tuple(invoices))]
        if before := [one for one in waiting if one[:2] < (day, legacy_id)]:
            waiting.remove(before[-1])
            pairs.append((key, before[-1][2]))
    return pairs


# What was returned and is new, and of those customers what of the same amount came in and still stands.
CONCERNED = """
WITH back AS MATERIALIZED (
  SELECT id, legacy_id, customer_id, date, amount FROM want_payment WHERE mode = 'reversal' AND id IS NOT NULL
), concerned AS (
  SELECT * FROM back
  UNION ALL
  SELECT w.id, w.legacy_id, w.customer_id, w.date, w.amount FROM want_payment w
  WHERE w.id IS NOT NULL AND w.amount > 0 AND (w.customer_id, -w.amount) IN (SELECT customer_id, amount FROM back)
  UNION ALL
  SELECT p.id, p.legacy_id, p.customer_id, p.date, p.amount FROM payments_payment p
  WHERE p.legacy_id IS NOT NULL AND p.amount > 0
    AND (p.customer_id, -p.amount) IN (SELECT customer_id, amount FROM back)
    AND NOT EXISTS (SELECT FROM payments_payment r WHERE r.reverses_id = p.id)
)
SELECT c.id, c.legacy_id, c.customer_id, c.date, c.amount,
       array_remove(array_agg(DISTINCT x.invoice_id ORDER BY x.invoice_id), NULL)
FROM concerned c LEFT JOIN legacy_stage.payment_item x ON x.payment_id = c.legacy_id AND x.amount <> 0
GROUP BY 1, 2, 3, 4, 5 ORDER BY c.date, c.legacy_id
"""
UNMATCHED = """
SELECT legacy_id, reference, amount FROM payments_payment
WHERE legacy_id IS NOT NULL AND mode = 'reversal' AND reverses_id IS NULL
"""
