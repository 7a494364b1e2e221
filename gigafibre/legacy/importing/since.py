"""Reading of the largest tables only what can have changed since a day; the rest stays staged as it was read before.

Documents have no mark of their last change. New ones are known by their id, whatever their date; of those already
staged, these are read again: dated since the day, drafts, those that were not settled, and those a new allocation
names, with their lines, taxes and allocations. What was settled before the day is taken as it was read. Since the
staged tables stay whole, nothing that was not read can seem gone, and the reconciliation is made of all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from psycopg import sql

from gigafibre.legacy import staged
from gigafibre.legacy.source import Picked, Source
from gigafibre.legacy.staged import SCHEMA

#: Where the rows just read stand while they are taken in.
FRESH = "fresh_rows"
#: These belong together: staged by one run, or read whole.
LARGE = ("invoice", "invoice_item", "invoice_tax", "payment", "payment_item")
_MONTREAL = ZoneInfo("America/Toronto")
_DATED = {
    "invoice": "SELECT id FROM legacy_stage.invoice WHERE billing_status <> 1 OR billed_amt <> total_amt",
    "payment": "SELECT id FROM legacy_stage.payment WHERE applied_amt <> amount",
}
_OWNERS = {
    "invoice_item": ("invoice_id",),
    "invoice_tax": ("invoice_id",),
    "payment_item": ("payment_id", "invoice_id"),
}


@dataclass
class Reading:
    """How one run reads the large tables: since a day, or whole (no day, or nothing staged to build on)."""

    day: date | None
    read: dict[str, frozenset[int]] = field(default_factory=dict)  # ids of the invoices and payments read again
    _ground: bool | None = None
    _named: dict[str, frozenset[int]] = field(default_factory=dict)

    def picked(self, cursor: Any, source: Source, table: str) -> Picked | None:
        """Return which rows of a table to read; None: all."""
        if self.day is None or table not in LARGE:
            return None
        if self._ground is None:
            self._ground = _staged_by_one_run(cursor, source.name)
            if self._ground:
                self._look_at_new_allocations(cursor, source)
        if not self._ground:
            return None
        after = _last(cursor, table)
        if table in _DATED:
            cursor.execute(_DATED[table])
            open_ones = frozenset(key for (key,) in cursor.fetchall())
            least = int(datetime.combine(self.day, time(), _MONTREAL).timestamp())
            return Picked(after, {"date_orig": least}, {"id": open_ones | self._named[table]})
        owners = {column: self.read[column.removesuffix("_id")] for column in _OWNERS[table]}
        return Picked(after, {}, owners)

    def _look_at_new_allocations(self, cursor: Any, source: Source) -> None:
        new = Picked(_last(cursor, "payment_item"), {}, {})
        payments: set[int] = set()
        invoices: set[int] = set()
        for chunk in source.rows("payment_item", ("payment_id", "invoice_id"), picked=new):
            for payment, invoice in chunk:
                payments.add(int(payment or 0))
                invoices.add(int(invoice or 0))
        self._named = {"payment": frozenset(payments), "invoice": frozenset(invoices)}


def take_in(cursor: Any, table: str, picked: Picked) -> None:
    """Put the rows just read in place of those they stand for; what was looked for and not found is gone."""
    stage, new = sql.Identifier(SCHEMA, table), sql.Identifier(FRESH)
    for column, values in picked.among.items():
        cursor.execute(
            sql.SQL("DELETE FROM {} WHERE {} = ANY(%s)").format(stage, sql.Identifier(column)), [list(values)]
        )
    cursor.execute(sql.SQL("DELETE FROM {} s USING {} f WHERE f.id = s.id").format(stage, new))
    cursor.execute(sql.SQL("INSERT INTO {} SELECT * FROM {} ORDER BY id").format(stage, new))


def _staged_by_one_run(cursor: Any, source: str) -> bool:
    """Say whether all large tables are staged, whole, by one run of this source."""
    runs = set()
    for table in LARGE:
        known = staged.told(cursor, table)
        if known is None or known.source != source or staged.rows(cursor, table) != known.rows:
            return False
        runs.add(known.run)
    return len(runs) == 1


def _last(cursor: Any, table: str) -> int:
    cursor.execute(sql.SQL("SELECT coalesce(max(id), 0) FROM {}").format(sql.Identifier(SCHEMA, table)))
    return int(cursor.fetchone()[0])
