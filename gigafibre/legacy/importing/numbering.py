"""Numbers of imported rows: the legacy id, unless somebody took that number here; a number once given stays."""

from __future__ import annotations

from psycopg import sql

from gigafibre.kernel.numbers import TAKE
from gigafibre.legacy.importing.context import Ctx

# What was imported keeps its number; the series goes on after the highest legacy id.
KEPT = """
UPDATE {want} w SET number = t.number FROM {target} t WHERE t.legacy_id = w.legacy_id AND t.number <> w.number
"""
GOES_ON = """
UPDATE kernel_series s SET next = x.top + 1 FROM (SELECT max(legacy_id) AS top FROM {want}) x
WHERE s.code = {series} AND x.top >= s.next
"""
TAKEN = """
SELECT w.legacy_id, w.number FROM {want} w
WHERE EXISTS (SELECT FROM {target} t WHERE t.number = w.number AND t.legacy_id IS DISTINCT FROM w.legacy_id)
ORDER BY w.legacy_id
"""


def number(ctx: Ctx, target: str, want: str, series: str, source: str) -> None:
    """Settle the numbers of `want`: a new row whose number was given here takes the series' next, listed."""
    names = {"want": sql.Identifier(want), "target": sql.Identifier(target), "series": sql.Literal(series)}
    for statement in (KEPT, GOES_ON, TAKEN):
        ctx.cursor.execute(sql.SQL(statement).format(**names))
    taken = ctx.cursor.fetchall()
    if not taken:
        return
    ctx.cursor.execute(TAKE, [len(taken), series, len(taken)])
    prefix, digits, first = ctx.cursor.fetchone()
    moved = [(key, old, f"{prefix}{first + place:0{digits}d}") for place, (key, old) in enumerate(taken)]
    for key, _, new in moved:
        ctx.cursor.execute(
            sql.SQL("UPDATE {want} SET number = %s WHERE legacy_id = %s").format(want=names["want"]), [new, key]
        )
    ctx.list_rows("number_taken_here", source, [(key, f"{old} → {new}") for key, old, new in moved])
