"""How a number and a day are written for people, in French and in English, with no-break spaces."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

Language = Literal["fr", "en"]

NBSP = "\u00a0"
MINUS = "\u2212"

_SHORT_MONTHS: dict[Language, tuple[str, ...]] = {
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."),
    "en": ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
}


def number(value: Decimal, language: Language) -> str:
    """Write a decimal number with grouped thousands: `1 234,5` or `1,234.5`; every given decimal is kept."""
    text = f"{abs(value):,f}"
    if language == "fr":
        text = text.replace(",", NBSP).replace(".", ",")
    return MINUS + text if value < 0 else text


def unit_price(amount: Decimal, language: Language) -> str:
    """Write a price of two to four decimals: `0,0125 $`, `25,00 $`."""
    places = max(2, -int(amount.normalize().as_tuple().exponent))
    digits = number(amount.quantize(Decimal(1).scaleb(-places)), language)
    return f"{digits}{NBSP}$" if language == "fr" else f"${digits}"


def short_day(day: date, language: Language) -> str:
    """Write `21 nov. 2026` or `Nov. 21, 2026`, in one piece."""
    month = _SHORT_MONTHS[language][day.month - 1]
    return NBSP.join(
        (str(day.day), month, str(day.year)) if language == "fr" else (month, f"{day.day},", str(day.year))
    )


def written(value: Any, language: Language) -> Any:
    """Return a day or a decimal number as people write it in a language; anything else as it is."""
    if isinstance(value, Decimal):
        return number(value, language)
    if isinstance(value, date) and not isinstance(value, datetime):
        return short_day(value, language)
    return value
