"""Amounts in whole cents, and the taxes of each era as they were billed."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

TPS, TVQ_COMPOUND, TVQ, NIL = 1, 2, 3, 4
"""Ids of the four rows of the legacy `tax` table."""


@dataclass(frozen=True, slots=True)
class Era:
    """Rates in thousandths of a percent; `compound`: QST on the price plus the rounded GST (until 2012)."""

    since: date
    gst: int
    qst: int
    compound: bool
    qst_row: int
    labelled: bool = False  # whether the row it stands under says the rate


# 2009-2010 (and all before 2011) was billed under the 8.925 % row, 2012 under the 9.975 % row.
ERAS = (
    Era(date(1998, 1, 1), 7_000, 7_500, True, TVQ_COMPOUND),
    Era(date(2006, 7, 1), 6_000, 7_500, True, TVQ_COMPOUND),
    Era(date(2008, 1, 1), 5_000, 7_500, True, TVQ_COMPOUND),
    Era(date(2011, 1, 1), 5_000, 8_500, True, TVQ_COMPOUND, labelled=True),
    Era(date(2012, 1, 1), 5_000, 9_500, True, TVQ),
    Era(date(2013, 1, 1), 5_000, 9_975, False, TVQ, labelled=True),
)
_STARTS = [era.since for era in ERAS]


def era_of(day: date) -> Era:
    """Return the rates in force on an invoice's day."""
    return ERAS[bisect_right(_STARTS, day) - 1]


def share(cents: int, thousandths: int) -> int:
    """Take a rate of an amount, rounded half away from zero to the cent."""
    product = abs(cents) * thousandths
    rounded = (product + 50_000) // 100_000
    return rounded if cents >= 0 else -rounded


def taxes(cents: int, era: Era) -> tuple[int, int]:
    """Return GST and QST on a taxable amount, each rounded once."""
    gst = share(cents, era.gst)
    return gst, share(cents + gst if era.compound else cents, era.qst)


def text(cents: int) -> str:
    """Write cents as the database shows them: -12.05."""
    if cents < 0:
        return f"-{-cents // 100}.{-cents % 100:02d}"
    return f"{cents // 100}.{cents % 100:02d}"
