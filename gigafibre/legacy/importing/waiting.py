"""Tables whose app does not exist yet: read, mended, counted and kept as they are, for the phase that will take them.

They stand in `legacy_stage` until the next import, which reads a table anew only when it changed in the source.
Passwords in them are not read at all: they stay in the source until their app can seal them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from psycopg import sql

from gigafibre.kernel.text import Text
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.prose import clean
from gigafibre.legacy.importing.stage import stage
from gigafibre.legacy.importing.staged import SCHEMA
from gigafibre.legacy.schema import tables
from gigafibre.legacy.source import Source

#: Why a table is not brought in yet.
WHY = {
    "archived": Text(
        "Archive : l’historique des écritures fait les soldes d’ouverture ; gardé tel quel, il n’est jamais rejoué.",
        "Archive: the history of entries makes the opening balances; kept as it is, it is never replayed.",
    ),
    "support": Text(
        "Attend les billets et leurs messages.",
        "Waits for tickets and their messages.",
    ),
    "telephony": Text(
        "Attend la téléphonie : lignes, adresses du 911, adaptateurs.",
        "Waits for telephony: lines, 911 addresses, adapters.",
    ),
}


@dataclass(frozen=True)
class Kept:
    """One such table: why it waits (a code of `WHY`), and its secret columns, which stay in the source."""

    why: str
    left: tuple[str, ...] = ()


WAITING = {
    "compta_journal_ecriture": Kept("archived"),
    "pbx": Kept("telephony", ("password", "vm_password")),
    "phone_addr": Kept("telephony"),
    "phone_provisioning": Kept("telephony", ("password",)),
    "ticket": Kept("support"),
    "ticket_dept": Kept("support"),
    "ticket_msg": Kept("support"),
}


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
