"""What is held of a person: each app says it of its own tables, so that all of it can be given out, and made nobody's.

In an app's `personal.py`:

    holds("crm_contactpoint", Text("Téléphones", "Telephones"), by="contact_id>crm_contact", goes=True)
    apart(Text("Ce qui est vendu.", "What is sold."), "catalog_item")

A text, a document or an address of a held table is a person's unless it is named in `kept`: what nobody thought of is
given out and made nobody's. A table that no app named fails a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gigafibre.kernel.text import Text


@dataclass(frozen=True)
class Held:
    """One table with rows of a customer.

    `by` says which rows `t` are his: a column that holds his key, `column>table` through another held table, or a
    condition in parentheses on `%(customer)s` (his key), `%(subjects)s` (his records, by kind and number),
    `%(numbers)s` (their numbers alone) and `%(points)s` (his emails and telephone numbers). When he is made nobody:
    with `goes` its rows are removed, otherwise all that is a person's becomes empty, `also` columns that are no text,
    or what `instead` says where a rule wants words. `kept` stays, for the reason in `because`. `hidden` is not given
    out: a secret. `ours` says that the record itself is not his: what hangs on it is not his either.
    """

    table: str
    label: Text
    by: str = "customer_id"
    goes: bool = False
    kept: tuple[str, ...] = ()
    instead: Mapping[str, str] = field(default_factory=dict)
    because: Text | None = None
    hidden: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    ours: bool = False


_held: dict[str, Held] = {}
_apart: dict[str, Text] = {}


def holds(
    table: str,
    label: Text,
    *,
    by: str = "customer_id",
    goes: bool = False,
    kept: tuple[str, ...] = (),
    instead: Mapping[str, str] | None = None,
    because: Text | None = None,
    hidden: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
    ours: bool = False,
) -> None:
    """Say once, at import, how a table's rows hang on a customer and what becomes of them."""
    if table in _held or table in _apart:
        raise ValueError(f"{table} is declared twice")
    _held[table] = Held(table, label, by, goes, kept, instead or {}, because, hidden, also, ours)


def apart(because: Text, *tables: str) -> None:
    """Say that tables hold nothing of a customer, and why."""
    for table in tables:
        if table in _held or table in _apart:
            raise ValueError(f"{table} is declared twice")
        _apart[table] = because


def all_held() -> dict[str, Held]:
    """Return every table that holds something of a customer, by name."""
    return {name: _held[name] for name in sorted(_held)}


def all_apart() -> dict[str, Text]:
    """Return every table that holds nothing of a customer, with the reason."""
    return {name: _apart[name] for name in sorted(_apart)}
