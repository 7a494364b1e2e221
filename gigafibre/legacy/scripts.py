"""The SQL scripts of `sql/`, for whoever runs them: the import, the oracle, the shadow, the second opinion."""

from __future__ import annotations

from pathlib import Path

SQL = Path(__file__).resolve().parent / "sql"


def statements(name: str) -> list[str]:
    """Return the statements of a script: they are parted by a line that holds only `--;`."""
    text = (SQL / f"{name}.sql").read_text(encoding="utf-8")
    return [part.strip() for part in text.split("\n--;\n") if part.strip()]
