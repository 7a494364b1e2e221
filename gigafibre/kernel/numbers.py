"""Number series: human numbers, gapless where asked."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

from django.db import connection

from gigafibre.kernel import clock
from gigafibre.kernel.errors import NotFound, PrefixTaken, SeriesGoesBack, SeriesHasNoGap
from gigafibre.kernel.statements import Prepared

#: In a preview: how many numbers of each series were given provisionally, without touching the row.
provisional: ContextVar[dict[str, int] | None] = ContextVar("provisional_numbers", default=None)


class UnknownSeries(LookupError):
    """No series of that code: a programming error, not a refusal."""


@dataclass(frozen=True)
class Taken:
    """A run of numbers: the first counter, how many, and how to write them."""

    prefix: str
    digits: int
    first: int
    count: int

    def __getitem__(self, index: int) -> str:
        if not 0 <= index < self.count:
            raise IndexError(index)
        return f"{self.prefix}{self.first + index:0{self.digits}d}"


#: Takes numbers of a series: how many, its code, how many; gives its prefix, digits and the first.
TAKE = Prepared("UPDATE kernel_series SET next = next + %s WHERE code = %s RETURNING prefix, digits, next - %s")


def take(series: str, count: int = 1, *, on: date | None = None) -> Taken:
    """Take `count` consecutive numbers; the row stays locked until the transaction ends, so take them last.

    A year in the prefix is that of the document's day (`on`, today unless given), whenever it is written.
    In a preview the row is read, not locked: the numbers are provisional and nothing is consumed.
    """
    given = provisional.get()
    with connection.cursor() as cursor:
        if given is not None:
            cursor.execute("SELECT prefix, digits, next FROM kernel_series WHERE code = %s", [series])
        else:
            cursor.execute(TAKE, [count, series, count])
        row = cursor.fetchone()
    if row is None:
        raise UnknownSeries(series)
    prefix, digits, first = row
    if given is not None:
        first += given.get(series, 0)
        given[series] = given.get(series, 0) + count
    return Taken(prefix.replace("{year}", str((on or clock.today()).year)), digits, first, count)


def take_one(series: str, *, on: date | None = None) -> str:
    """Take one number, written out, of a day (today unless given)."""
    return take(series, on=on)[0]


def define(code: str, *, prefix: str, digits: int = 0, start: int = 1, gapless: bool = False) -> None:
    """Make a series if there is none of that code; an existing one is left as it is."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kernel_series (code, prefix, digits, next, gapless) VALUES (%s, %s, %s, %s, %s) "
            "ON CONFLICT (code) DO NOTHING",
            [code, prefix, digits, start, gapless],
        )


#: Another series whose numbers could be the same: its prefix is, a year written out being a year.
_SAME_PREFIX = r"""
SELECT code FROM kernel_series
WHERE code <> %s AND regexp_replace(prefix, '\{year\}|[0-9]{4}', '#', 'g')
    = regexp_replace(%s, '\{year\}|[0-9]{4}', '#', 'g')"""


def change(series: str, *, prefix: str, digits: int, following: int) -> None:
    """Write a series' numbers otherwise from the next one on, or leave some out; refuses NotFound, SeriesGoesBack,
    SeriesHasNoGap, PrefixTaken.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT next, gapless FROM kernel_series WHERE code = %s FOR UPDATE", [series])
        row = cursor.fetchone()
        if row is None:
            raise NotFound(what=series)
        before, gapless = row
        if following < before:
            raise SeriesGoesBack(series=series, next=before, wanted=following)
        if gapless and following > before:
            raise SeriesHasNoGap(series=series, next=before)
        cursor.execute(_SAME_PREFIX, [series, prefix])
        if (other := cursor.fetchone()) is not None:
            raise PrefixTaken(prefix=prefix, series=other[0])
        cursor.execute(
            "UPDATE kernel_series SET prefix = %s, digits = %s, next = %s WHERE code = %s",
            [prefix, digits, following, series],
        )
