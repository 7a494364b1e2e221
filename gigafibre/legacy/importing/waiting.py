"""Tables whose app does not exist yet: read, mended, counted and kept as they are, for the phase that will take them.

They stand in `legacy_stage` until the next import, which reads a table anew only when it changed in the source.
Passwords in them are not read at all: they stay in the source until their app can seal them.
"""

from __future__ import annotations

from typing import Any

from psycopg import sql

from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.prose import clean
from gigafibre.legacy.importing.stage import stage
from gigafibre.legacy.schema import tables
from gigafibre.legacy.source import Source
from gigafibre.legacy.staged import SCHEMA
from gigafibre.legacy.waiting import WAITING


def keep(ctx: Ctx, name: str) -> None:
    """Stage a waiting table, unless it stands as it would be read now; one that the source lacks is none.

    SourceError when a column is missing or of another type.
    """
    if name in ctx.source.tables():
        stage(ctx, name, WAITING[name].left, clean)
        return
    ctx.cursor.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(sql.Identifier(SCHEMA, name)))
    ctx.count("read", 0)
    ctx.count("missing", 1)


def waiting(figures: dict[str, dict[str, int]]) -> list[dict[str, Any]]:
    """Return each waiting table from the figures of its reading: rows (None: not in the source), why, what is left."""
    return [
        {
            "table": name,
            "rows": None if read.get("missing") else read.get("read", 0),
            "why": kept.why,
            "left": list(kept.left),
        }
        for name, kept in WAITING.items()
        if (read := figures.get(name)) is not None
    ]


def outside(source: Source) -> list[str]:
    """Return the tables of a source that the contract does not know: they are named, never read."""
    return sorted(set(source.tables()) - set(tables()))
