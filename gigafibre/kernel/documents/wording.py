"""How money, dates and periods are written on paper, in French and in English, with no-break spaces."""

import re
from datetime import date
from decimal import Decimal

from gigafibre.kernel.money import cents, format_money
from gigafibre.kernel.periods import Period
from gigafibre.kernel.values import NBSP
from gigafibre.kernel.values import Language as Language
from gigafibre.kernel.values import number as number
from gigafibre.kernel.values import short_day as short_day
from gigafibre.kernel.values import unit_price as unit_price

_MONTHS: dict[Language, tuple[str, ...]] = {
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
_BEFORE_MARK = re.compile(r"[ \u202f](?=[:;?!$%»])")
_AFTER_OPENING = re.compile(r"(?<=«)[ \u202f]")
_THOUSANDS = re.compile(r"(?<=\d)[ \u202f](?=\d{3}(?!\d))")


def money(amount: Decimal, language: Language) -> str:
    """Write CAD to the cent: `1 234,56 $` or `$1,234.56`; a negative amount has a true minus in front.

    Raises ValueError when the amount has a fraction of a cent, as a document never rounds.
    """
    if cents(amount) != amount:
        raise ValueError(f"{amount} has a fraction of a cent")
    return format_money(amount, language)


def quantity(value: Decimal, language: Language) -> str:
    """Write a quantity without useless zeros: `3`, `1,5`."""
    plain = value.normalize()
    return number(plain if plain.as_tuple().exponent < 0 else plain.quantize(Decimal(1)), language)  # type: ignore[operator]


def percent(rate: Decimal, language: Language) -> str:
    """Write a rate given as a fraction: 0.09975 is `9,975 %` or `9.975%`."""
    digits = quantity(rate * 100, language)
    return f"{digits}{NBSP}%" if language == "fr" else f"{digits}%"


def long_day(day: date, language: Language) -> str:
    """Write `1er novembre 2026` or `November 1, 2026`, in one piece."""
    return _day_of_month(day, language) + (f"{NBSP}{day.year}" if language == "fr" else f",{NBSP}{day.year}")


def month_of(day: date, language: Language) -> str:
    """Write the month and the year, in French with its preposition: `d’avril 2026`; `November 2026`."""
    name = f"{_MONTHS[language][day.month - 1]}{NBSP}{day.year}"
    if language == "en":
        return name
    return f"d’{name}" if name[0] in "ao" else f"de {name}"


def period(days: Period, language: Language, *, year: int) -> str:
    """Write the days of a period in words, first and last day included.

    `1er avril au 30 avril`; the year is said only when it isn't `year`, that of the document:
    `1er décembre 2026 au 31 janvier 2027`.
    """
    first, last = days.start, days.last_day
    if first == last:
        return _day_of_month(first, language) if first.year == year else long_day(first, language)
    first_words = long_day(first, language) if first.year != last.year else _day_of_month(first, language)
    last_words = _day_of_month(last, language) if first.year == last.year == year else long_day(last, language)
    return f"{first_words} {'au' if language == 'fr' else 'to'} {last_words}"


def typeset(text: str, language: Language) -> str:
    """Give a written text its no-break spaces: in French before `: ; ? ! $ % »`, after `«`, in thousands."""
    if language == "en":
        return text
    for spaces in (_BEFORE_MARK, _AFTER_OPENING, _THOUSANDS):
        text = spaces.sub(NBSP, text)
    return text


def _day_of_month(day: date, language: Language) -> str:
    month = _MONTHS[language][day.month - 1]
    if language == "en":
        return f"{month}{NBSP}{day.day}"
    return f"{'1er' if day.day == 1 else day.day}{NBSP}{month}"
