"""What a staged table tells of itself, in its comment: so it changes in one transaction with the rows."""

from __future__ import annotations

from typing import Any, NamedTuple

from psycopg import sql

SCHEMA = "legacy_stage"
#: The mark of a table of which only a part was read the last time.
IN_PART = "-"


class Told(NamedTuple):
    """What the rows were made of (`mark`), by which run, how many they are, what was listed, and from which source."""

    mark: str
    run: int
    rows: int
    listed: int
    source: str


NOTHING = Told("", 0, 0, 0, "")


def told(cursor: Any, table: str) -> Told | None:
    """Return what a staged table tells, if it stands."""
    cursor.execute("SELECT obj_description(to_regclass(%s), 'pg_class')", [f"{SCHEMA}.{table}"])
    said = cursor.fetchone()[0]
    if not said or said.count(" ") < 4:
        return None
    mark, run, rows, listed, source = said.split(" ", 4)
    return Told(mark, int(run), int(rows), int(listed), source)


def tell(cursor: Any, table: str, what: Told) -> None:
    """Let a staged table tell of itself."""
    said = " ".join(map(str, what))
    cursor.execute(sql.SQL("COMMENT ON TABLE {} IS {}").format(sql.Identifier(SCHEMA, table), sql.Literal(said)))


def rows(cursor: Any, table: str) -> int:
    """Count the rows of a staged table."""
    cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(SCHEMA, table)))
    return int(cursor.fetchone()[0])
