"""Half-open periods of days and the anchors they are cut at; no database, no "today"."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self


@dataclass(frozen=True, order=True)
class Period:
    """Days from `start` up to but without `end`; never empty."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"empty period [{self.start}, {self.end})")

    @property
    def days(self) -> int:
        """Number of days in it."""
        return (self.end - self.start).days

    @property
    def last_day(self) -> date:
        """The last day inside."""
        return self.end - timedelta(days=1)

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def overlap(self, other: Period) -> Period | None:
        """Return the days both hold, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Period(start, end) if start < end else None

    def split(self, day: date) -> tuple[Self, Self]:
        """Cut at the beginning of a day strictly inside."""
        return type(self)(self.start, day), type(self)(day, self.end)


def add_months(anchor: date, months: int) -> date:
    """Return the anchor's day `months` later, at most the month's last: always counted from the anchor, so that
    31 January + 1 + 1 months is 31 March and not 28.
    """
    index = anchor.year * 12 + anchor.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(anchor.day, calendar.monthrange(year, month + 1)[1]))


def period_at(anchor: date, months: int, index: int) -> Period:
    """Return the index-th period of `months` months from an anchor (negative ones lie before it)."""
    return Period(add_months(anchor, index * months), add_months(anchor, (index + 1) * months))


def period_of(anchor: date, months: int, day: date) -> Period:
    """Return the period of `months` months, cut from the anchor, that holds a day."""
    if months < 1:
        raise ValueError("a period has at least one month")
    index = ((day.year - anchor.year) * 12 + day.month - anchor.month) // months
    while add_months(anchor, index * months) > day:
        index -= 1
    while add_months(anchor, (index + 1) * months) <= day:
        index += 1
    return period_at(anchor, months, index)
