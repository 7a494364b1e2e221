"""What the import asks of a source, whatever it is made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from gigafibre.legacy.schema import Family, family_of

type_of_value = int | Decimal | float | str | None
Row = tuple[type_of_value, ...]


class SourceError(Exception):
    """The source cannot be read: unreachable, refused, incomplete or torn; the message is a sentence for a person."""


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """One column as the source itself describes it."""

    name: str
    sql_type: str

    @property
    def family(self) -> Family:
        """What the values are: integers, decimals, doubles or text."""
        return family_of(self.sql_type)


@dataclass(frozen=True, slots=True)
class Picked:
    """Rows to read of a table: of an id above `after`, or with a column at `least` so much, or `among` such numbers."""

    after: int
    least: Mapping[str, int]
    among: Mapping[str, frozenset[int]]


class Source(Protocol):
    """A legacy database that can be read table by table, never written."""

    @property
    def name(self) -> str:
        """How to call the source in a report; without any password."""

    def tables(self) -> list[str]:
        """Names of all tables, sorted."""

    def columns(self, table: str) -> tuple[SourceColumn, ...]:
        """The columns of a table in their order; SourceError when the table is missing."""

    def count(self, table: str) -> int:
        """How many rows a table holds, counted."""

    def fingerprint(self, table: str) -> str:
        """Tell a table's rows from those of another time: the same text when no row differs."""

    def rows(
        self, table: str, columns: Sequence[str], *, chunk: int = 5_000, picked: Picked | None = None
    ) -> Iterator[list[Row]]:
        """Stream the rows in lists of at most `chunk`: int, Decimal, float, str or None per value."""

    def copy_text(self, table: str, columns: Sequence[str], picked: Picked | None = None) -> Iterator[bytes]:
        """Stream the rows as PostgreSQL's COPY text format, in blocks of whole lines; NUL characters are dropped."""

    def close(self) -> None:
        """Let go of files and connections."""


def checked_columns(source: Source, table: str, wanted: Sequence[str]) -> list[SourceColumn]:
    """Return the wanted columns as the source has them; SourceError naming those it lacks."""
    known = {column.name: column for column in source.columns(table)}
    missing = [name for name in wanted if name not in known]
    if missing:
        raise SourceError(f"Table {table} of {source.name} has no column {', '.join(missing)}.")
    return [known[name] for name in wanted]
