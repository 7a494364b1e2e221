"""How facts of a record are read and said: one statement each, sums, appointments and lists as people write them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from gigafibre.kernel.documents.wording import long_day, money, quantity
from gigafibre.kernel.text import Text
from gigafibre.messaging.catalogue import Language
from gigafibre.sales.slots import words_of

_MONTHLY = Text("{amount} par mois", "{amount} a month")
_ONCE = Text("{amount} une seule fois", "{amount} once")
_FREE = Text("sans frais", "free of charge")
_TO_ARRANGE = Text("à convenir avec vous", "to be arranged with you")


def one_row(sql: str, *values: Any) -> dict[str, Any] | None:
    """Return the row a statement finds, by column, or nothing."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = cursor.fetchone()
        return dict(zip([column.name for column in cursor.description or ()], row, strict=True)) if row else None


def customer_of(table: str) -> Callable[[str], str]:
    """Return who finds the customer of a record by its number, in a table of ours that has both."""
    sql = f"SELECT c.number FROM {table} r JOIN crm_customer c ON c.id = r.customer_id WHERE r.number = %s"  # noqa: S608

    def find(number: str) -> str:
        found = one_row(sql, number)
        return found["number"] if found else ""

    return find


def newest_of(table: str, only: str = "true") -> Callable[[], str]:
    """Return who finds the number of the newest record of a table of ours that fulfils a condition."""
    sql = f"SELECT number FROM {table} WHERE {only} ORDER BY id DESC LIMIT 1"  # noqa: S608

    def find() -> str:
        found = one_row(sql)
        return found["number"] if found else ""

    return find


def sums(monthly: Decimal, once: Decimal, language: Language) -> str:
    """Say what is paid each month and once, taxes included; what is nothing is left out."""
    said = [words.in_(language).format(amount=money(sum_, language))
            for words, sum_ in ((_MONTHLY, monthly), (_ONCE, once)) if sum_]  # fmt: skip
    return (" + " if len(said) > 1 else "").join(said) or _FREE.in_(language)


def appointment(on: date | None, slot: str, language: Language) -> str:
    """Say the day and part of the day of a visit, or that both are still to be arranged."""
    if on is None:
        return _TO_ARRANGE.in_(language)
    day = long_day(on, language)
    part = words_of(slot)
    return ", ".join(filter(None, (f"le {day}" if language == "fr" else day, part.in_(language) if part else "")))


def listed(lines: Iterable[tuple[str, Decimal]]) -> str:
    """Say things with how many of each: `Fibre 500, 2 × Boîtier télé`; the same words are said once."""
    said = [words if n == 1 else f"{quantity(n, 'fr')} × {words}" for words, n in lines]
    return ", ".join(dict.fromkeys(said))


def place(label: str, line1: str, city: str) -> str:
    """Say where it is in a line: its address, else what it is called."""
    return ", ".join(filter(None, (line1 or label, city)))
