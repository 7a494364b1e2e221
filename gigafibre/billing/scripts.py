"""SQL over the scratch tables, in two ways: for a run of thousands and for the bill of one customer.

A run looks at each table it filled (ANALYZE) before it joins it, or its joins would be planned blindly. For a few
customers that costs more than the joins, and each look tells every other session to forget what it knew of the
catalogue: they are joined row by row through the indexes instead, by statements planned once for all bills to come.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from gigafibre.kernel.statements import Prepared, on_tables

_SQL = Path(__file__).parent / "sql"
#: Customers (or documents) from which on tables are looked at.
MANY = 50
_LOOKS = re.compile(r"^ANALYZE [^;]+;\n", re.MULTILINE)
_COMMENTS = re.compile(r"^ *--.*\n", re.MULTILINE)
_BY_ROWS = "SET LOCAL enable_hashjoin = {0}; SET LOCAL enable_mergejoin = {0}"


class Scratch:
    """Tables of the session's own that a computation fills; they keep their rows until the next one clears them.

    A table that empties itself at each commit costs that commit more than a bill takes, with all that was planned on
    it; deleted rows are what is left instead, until there are enough of them to begin afresh.
    """

    #: Bytes of the largest table from which on all are begun afresh.
    FULL = 512 * 1024

    def __init__(self, text: str, *, largest: str) -> None:
        self._make = text
        tables = re.findall(r"^CREATE TEMP TABLE IF NOT EXISTS (\w+)", text, re.MULTILINE)
        deleted = ", ".join(f"of_{table} AS (DELETE FROM {table})" for table in tables)  # noqa: S608  names of ours
        self._size = Prepared(f"SELECT pg_relation_size(to_regclass('pg_temp.{largest}'))")
        self._delete = Prepared(f"WITH {deleted} SELECT")
        self._begin_afresh = f"TRUNCATE {', '.join(tables)}"

    @classmethod
    def of(cls, name: str, *, largest: str) -> Scratch:
        """Return the tables that a file of `sql/` makes."""
        return cls((_SQL / name).read_text(), largest=largest)

    def clear(self, cursor: Any) -> None:
        """Make the tables where this session has none, else empty them."""
        cursor.execute(self._size)
        size = cursor.fetchone()[0]
        cursor.execute(self._make if size is None else self._delete if size < self.FULL else self._begin_afresh)


class Script:
    """Statements that follow each other: sent in one journey for many, prepared one by one for few."""

    def __init__(self, text: str) -> None:
        self._many = text
        alone = _COMMENTS.sub("", _LOOKS.sub("", text)).split(";\n")
        self._few = [Prepared(statement) for statement in alone if statement.strip()]

    @classmethod
    def of(cls, *names: str) -> Script:
        """Return the statements of files of `sql/`, one after the other, each ended by a semicolon and a line's end."""
        return cls("\n".join((_SQL / name).read_text() for name in names))

    def run(self, cursor: Any, values: dict[str, Any], *, few: bool) -> None:
        """Execute all, with the same values."""
        if not few:
            cursor.execute(self._many, values)
            return
        cursor.execute(_BY_ROWS.format("off"))
        for statement in self._few:
            cursor.execute(statement, values)
        cursor.execute(_BY_ROWS.format("DEFAULT"))


_COUNTED = "SELECT count(*) FROM (SELECT FROM {table} LIMIT %s) row"


def are_few(cursor: Any, table: str = "bill_member") -> bool:
    """Say whether the customers being billed are few."""
    cursor.execute(on_tables(_COUNTED, table=table), [MANY])
    return int(cursor.fetchone()[0]) < MANY
