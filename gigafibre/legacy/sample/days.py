"""Months counted from January 2003 and Montréal's clock as unix seconds."""

from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

MONTREAL = ZoneInfo("America/Toronto")
ORIGIN_YEAR = 2003
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip


def month_of(day: date) -> int:
    """Count the months from January 2003 to a day's month."""
    return (day.year - ORIGIN_YEAR) * 12 + day.month - 1


@cache
def first_day(month: int) -> date:
    """The first day of a counted month."""
    return date(ORIGIN_YEAR + month // 12, month % 12 + 1, 1)


@cache
def length(month: int) -> int:
    """How many days a counted month has."""
    return (first_day(month + 1) - first_day(month)).days


@cache
def midnight(day: date) -> int:
    """Montréal's midnight at the start of a day, in unix seconds."""
    return int(datetime(day.year, day.month, day.day, tzinfo=MONTREAL).timestamp())


def at(day: date, hour: int, minute: int = 0, second: int = 0) -> int:
    """A moment of a day on Montréal's clock, in unix seconds; never in the hour that summer time skips."""
    return int(datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=MONTREAL).timestamp())


def opening(month: int) -> int:
    """Montréal's midnight at the start of a counted month, in unix seconds."""
    return midnight(first_day(month))


def later(day: date, days: int) -> date:
    """The day so many days later."""
    return day + timedelta(days=days)


def in_words(day: date) -> str:
    """Write a day in French: 1er mai 2026."""
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"


def month_in_words(month: int) -> str:
    """Write a counted month in French: mai 2026."""
    day = first_day(month)
    return f"{MONTHS[day.month - 1]} {day.year}"


def of_month(month: int) -> str:
    """Write "of" a counted month in French: de mai 2026, d'août 2026."""
    words = month_in_words(month)
    return f"d'{words}" if words[0] in "ao" else f"de {words}"
