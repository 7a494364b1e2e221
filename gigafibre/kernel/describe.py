"""What tables and columns are called by people: labels for previews, audit and exports, fr and en, one registry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from gigafibre.kernel.text import Text

Writer = Callable[[Any, str], str]


@dataclass(frozen=True)
class Column:
    """One column's name for people, and how its value is written (`write(value, language)`)."""

    label: Text
    write: Writer | None = None


@dataclass(frozen=True)
class Table:
    """One table's name for people; `number` is the column people quote; columns not named are not shown.

    `reads` is the right to read one of its records; with it, notes and files may hang on them (`subjects.py`). What is
    of the `books` is told apart from what people do: entries, their lines, allocations. A record without a number yet
    is called by its key after `draft`, where a table has such. `called` is the column whose word names one record
    better than the table's: an open item is an invoice, a payment.
    """

    name: str
    label: Text
    number: str | None = None
    columns: Mapping[str, Column] = field(default_factory=dict)
    topic: str = ""
    reads: str = ""
    books: bool = False
    draft: str = ""
    called: str = ""


class Words(Mapping[str, Text]):
    """Words of a code, looked up when they are read: what is declared last is named too."""

    def __init__(self, words: Callable[[], Mapping[str, Text]]) -> None:
        self._words = words

    def __getitem__(self, code: str) -> Text:
        return self._words()[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._words())

    def __len__(self) -> int:
        return len(self._words())


#: The platform itself by the labels it leaves (`Actor.label`), for columns that say who.
PLATFORM: Mapping[str, Text] = dict.fromkeys(("system", "system (system)"), Text("La plateforme", "The platform"))

_tables: dict[str, Table] = {}
_deeds: dict[str, Text] = {}


def describe(
    table: str,
    label: Text,
    /,
    *,
    number: str | None = None,
    topic: str = "",
    reads: str = "",
    books: bool = False,
    draft: str = "",
    called: str = "",
    **columns: Text | Column,
) -> None:
    """Register a table's words; `topic` is the live-update topic its changes are told under (default: the table).

    `reads` says which right reads a record of it; `books`, that it is of the accounting; `draft`, what stands before
    the key of a record that has no number yet (`DRAFT-12`); `called`, which column's word names one of its records.
    """
    shown = {name: c if isinstance(c, Column) else Column(c) for name, c in columns.items()}
    _tables[table] = Table(table, label, number, shown, topic or table, reads, books, draft, called)


def describe_deeds(deeds: Mapping[str, Text]) -> None:
    """Name what is done outside of actions, as the trail and parked work tell it.

    By its name in `context.doing`, a handler's (`events.on`), or the kind of an intent (`intents.performs`).
    """
    _deeds.update(deeds)


def all_deeds() -> dict[str, Text]:
    """Return every deed outside of actions that has a name."""
    return dict(_deeds)


def described(table: str) -> Table:
    """Return a table's words, or bare ones when nobody described it."""
    return _tables.get(table) or Table(table, Text(table, table))


def all_described() -> dict[str, Table]:
    """Return every described table."""
    return dict(_tables)
