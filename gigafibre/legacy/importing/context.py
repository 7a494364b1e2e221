"""What every phase gets: a cursor, the run, and one way to tell what was found."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from psycopg import sql

from gigafibre.kernel import clock
from gigafibre.legacy.importing.since import Reading
from gigafibre.legacy.scripts import statements
from gigafibre.legacy.source import Source

_MADE = re.compile(r"^CREATE TEMP TABLE (\w+)", re.MULTILINE)


@dataclass
class Ctx:
    """One phase at work."""

    run: int
    source: Source
    cursor: Any
    now: datetime
    tell: Callable[[int], None]  # rows done so far, to whoever looks on
    reading: Reading = field(default_factory=lambda: Reading(None))
    journal: bool = False  # whether the journal is replayed
    figures: dict[str, int] = field(default_factory=dict)
    report: dict[str, Any] = field(default_factory=dict)  # what the phase adds to the run's report, by name
    began: float = field(default_factory=time.monotonic)

    @property
    def today(self) -> date:
        """The company's day of the import, which late in the evening is not the day in UTC."""
        return clock.day_of(self.now)

    def script(self, name: str, **values: Any) -> None:
        """Run a file of `legacy/sql/`, statement by statement; `%(run)s` and `%(now)s` are always bound.

        The planner is told at once what each temporary table holds: taken for small, it is joined row by row.
        """
        bound = {"run": self.run, "now": self.now, "today": self.today, **values}
        for statement in statements(name):
            self.cursor.execute(statement, bound if "%(" in statement else None)
            if made := _MADE.search(statement):
                self.cursor.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(made[1])))

    def one(self, query: str | sql.Composed, values: Mapping[str, Any] | list[Any] | None = None) -> Any:
        """Return the first value of a query."""
        self.cursor.execute(query, values)
        row = self.cursor.fetchone()
        return row[0] if row else None

    def found(self, code: str, table: str, query: str) -> int:
        """List what a query selects (legacy id, detail, amount) under a code; returns how many."""
        self.cursor.execute(
            sql.SQL(
                'INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail, amount) '
                "SELECT {run}, {code}, {table}, found.* FROM ({query}) AS found (legacy_id, detail, amount)"
            ).format(
                run=sql.Literal(self.run),
                code=sql.Literal(code),
                table=sql.Literal(table),
                query=sql.SQL(query),
            )
        )
        return int(self.cursor.rowcount)

    def list_rows(self, code: str, table: str, rows: Iterable[tuple[int, str]]) -> None:
        """List rows (legacy id, detail) that Python found under a code."""
        names = 'run_id, code, "table", legacy_id, detail'
        with self.cursor.copy(f"COPY legacy_importfinding ({names}) FROM STDIN") as target:
            for key, detail in rows:
                target.write_row([self.run, code, table, key, detail.replace("\0", "")])

    def count(self, name: str, number: int) -> None:
        """Add to a figure of the phase."""
        self.figures[name] = self.figures.get(name, 0) + number
