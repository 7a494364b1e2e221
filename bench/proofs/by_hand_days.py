"""The calendar and the cents of a proof's hand computation: plain Python that shares nothing with the platform."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

ZERO = Decimal("0.00")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Days:
    """Days from one on, without the last."""

    start: date
    end: date

    @property
    def count(self) -> int:
        """How many."""
        return (self.end - self.start).days

    def __iter__(self) -> Iterator[date]:
        """Give each of them."""
        day = self.start
        while day < self.end:
            yield day
            day += ONE_DAY


def rounded(exact: Fraction) -> Decimal:
    """Return an amount to the cent, half a cent away from zero."""
    hundredths = abs(exact) * 100
    whole = hundredths.numerator // hundredths.denominator
    if hundredths - whole >= Fraction(1, 2):
        whole += 1
    return Decimal(whole if exact >= 0 else -whole).scaleb(-2)


def times(amount: Decimal, factor: Decimal) -> Decimal:
    """Multiply, to the cent."""
    return rounded(Fraction(amount) * Fraction(factor))


def part(amount: Decimal, some: int, of: int) -> Decimal:
    """Return what some of the days come to, to the cent."""
    return rounded(Fraction(amount) * some / of)


def months_later(day: date, months: int) -> date:
    """Return the same day of a later (or earlier) month, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def period_around(anchor: date, months: int, day: date) -> Days:
    """Return the period of some months, counted from an anchor, that holds a day."""
    n = 0
    while months_later(anchor, n + months) <= day:
        n += months
    while months_later(anchor, n) > day:
        n -= months
    return Days(months_later(anchor, n), months_later(anchor, n + months))


def months_of(days: Days) -> Iterator[date]:
    """Give the first day of each calendar month in which some of the days fall."""
    month = days.start.replace(day=1)
    while month < days.end:
        yield month
        month = months_later(month, 1)
