"""How facts of a record are read and said: one statement each, sums, half-days and lists as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from gigafibre.kernel.documents.wording import long_day, money, quantity
from gigafibre.kernel.text import Text
from gigafibre.messaging.catalogue import Language

_MONTHLY = Text("{amount} par mois", "{amount} a month")
_ONCE = Text("{amount} une seule fois", "{amount} once")
_FREE = Text("sans frais", "free of charge")
_TO_ARRANGE = Text("à convenir avec vous", "to be arranged with you")
_MORNING = Text("en avant-midi", "in the morning")
_AFTERNOON = Text("en après-midi", "in the afternoon")
_HALF_DAYS = {
    "am": _MORNING,
    "matin": _MORNING,
    "avant-midi": _MORNING,
    "morning": _MORNING,
    "pm": _AFTERNOON,
    "après-midi": _AFTERNOON,
    "afternoon": _AFTERNOON,
}
_HOURS = re.compile(r"^(\d{1,2})\s*[h:]\s*(\d{2})?\s*(?:à|-|–|to)\s*(\d{1,2})\s*[h:]\s*(\d{2})?$")


def one_row(sql: str, *values: Any) -> dict[str, Any] | None:
    """Return the row a statement finds, by column, or nothing."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = cursor.fetchone()
        return dict(zip([column.name for column in cursor.description or ()], row, strict=True)) if row else None


def sums(monthly: Decimal, once: Decimal, language: Language) -> str:
    """Say what is paid each month and once, taxes included; what is nothing is left out."""
    said = [words.in_(language).format(amount=money(sum_, language))
            for words, sum_ in ((_MONTHLY, monthly), (_ONCE, once)) if sum_]  # fmt: skip
    return (" + " if len(said) > 1 else "").join(said) or _FREE.in_(language)


def appointment(on: date | None, slot: str, language: Language) -> str:
    """Say the day and half-day of a visit, or that both are still to be arranged."""
    if on is None:
        return _TO_ARRANGE.in_(language)
    day = long_day(on, language)
    return ", ".join(filter(None, (f"le {day}" if language == "fr" else day, half_day(slot, language))))


def half_day(slot: str, language: Language) -> str:
    """Say a half-day in a language: `am`, `8 h à 12 h`; what was written otherwise stays as written."""
    known = _HALF_DAYS.get(slot.strip().lower())
    if known is not None:
        return known.in_(language)
    hours = _HOURS.match(slot.strip())
    if hours is None:
        return slot.strip()
    start, end = ((int(hours[1]), hours[2] or ""), (int(hours[3]), hours[4] or ""))
    if language == "fr":
        return " à ".join(f"{hour} h {minutes}".strip() for hour, minutes in (start, end))
    return " to ".join(f"{hour}:{minutes or '00'}" for hour, minutes in (start, end))


def listed(lines: Iterable[tuple[str, Decimal]]) -> str:
    """Say things with how many of each: `Fibre 500, 2 × Boîtier télé`; the same words are said once."""
    said = [words if n == 1 else f"{quantity(n, 'fr')} × {words}" for words, n in lines]
    return ", ".join(dict.fromkeys(said))


def place(label: str, line1: str, city: str) -> str:
    """Say where it is in a line: its address, else what it is called."""
    return ", ".join(filter(None, (line1 or label, city)))
