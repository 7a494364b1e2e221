"""SQL over the scratch tables, in two ways: for a run of thousands and for the bill of one customer.

A run looks at each table it filled (ANALYZE) before it joins it, or its joins would be planned blindly. For a few
customers that costs more than the joins, and each look tells every other session to forget what it knew of the
catalogue: they are joined row by row through the indexes instead.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

_SQL = Path(__file__).parent / "sql"
#: Customers (or documents) from which on tables are looked at.
MANY = 50
_LOOKS = re.compile(r"^ANALYZE [^;]+;\n", re.MULTILINE)
_BY_ROWS = "SET LOCAL enable_hashjoin = {0}; SET LOCAL enable_mergejoin = {0};\n"


class Script:
    """Statements that follow each other; `run` sends them in one journey."""

    def __init__(self, text: str) -> None:
        self._many = text
        self._few = _BY_ROWS.format("off") + _LOOKS.sub("", text).rstrip() + "\n" + _BY_ROWS.format("DEFAULT")

    @classmethod
    def of(cls, name: str) -> Script:
        """Return the statements of a file of `sql/`."""
        return cls((_SQL / name).read_text())

    def run(self, cursor: Any, values: dict[str, Any], *, few: bool) -> None:
        """Execute all, with the same values."""
        cursor.execute(self._few if few else self._many, values)


def are_few(cursor: Any) -> bool:
    """Say whether the customers being billed (`bill_member`) are few."""
    cursor.execute("SELECT count(*) FROM (SELECT FROM bill_member LIMIT %s) member", [MANY])
    return int(cursor.fetchone()[0]) < MANY
