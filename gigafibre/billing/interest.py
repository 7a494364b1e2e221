"""Late interest: simple, by the day, at a disclosed yearly rate, on what overdue invoices leave to pay.

A day costs principal × rate ÷ 365, in every year; fractions are added exactly and rounded once per charge.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from django.db import connection

from gigafibre.billing import settings as _declared  # noqa: F401  declares what is read below
from gigafibre.kernel import settings
from gigafibre.kernel.documents.wording import Language, long_day, percent, period
from gigafibre.kernel.money import cents
from gigafibre.kernel.periods import Period

#: Days of a year by which a rate is divided, leap years too: nothing says otherwise, and it is what contracts print.
YEAR = 365

_SQL = (Path(__file__).parent / "sql" / "late_interest.sql").read_text()
_CREDIT_WAITS = """
SELECT count(DISTINCT o.customer_id) FROM ledger_openitem o
WHERE o.side = 'debit' AND o.kind = 'invoice' AND o.open > 0 AND o.due_date + 1 + %(grace)s::int < %(until)s::date
  AND (%(customer)s::bigint IS NULL OR o.customer_id = %(customer)s::bigint)
  AND EXISTS (SELECT FROM ledger_openitem c
              WHERE c.customer_id = o.customer_id AND c.side = 'credit' AND c.open > 0)
"""


@dataclass(frozen=True)
class Segment:
    """Days of one principal (CAD) at one yearly rate (percent)."""

    days: Period
    principal: Decimal
    percent: Decimal


@dataclass(frozen=True)
class Owed:
    """The interest of one overdue invoice, not charged yet."""

    customer_id: int
    item_id: int
    invoice: str
    segments: tuple[Segment, ...]

    @property
    def amount(self) -> Decimal:
        """To the cent."""
        return simple(self.segments)


@dataclass(frozen=True)
class Due:
    """What late interest comes to: what can be charged, and how many customers are left out and why."""

    charges: list[Owed]
    below_minimum: int
    credit_waits: int


def simple(segments: Iterable[Segment]) -> Decimal:
    """Return simple interest to the cent, rounded once: the sum of principal × percent × days ÷ 36,500."""
    exact = sum((one.principal * one.percent * one.days.days for one in segments), Decimal(0))
    return cents(exact / (100 * YEAR))


def owed(until: date, customer_id: int | None = None, *, anew: Collection[int] | None = None) -> list[Owed]:
    """Compute the interest of the days before one, not charged yet, however little; of one customer or all.

    Given keys of open items in `anew`: what their days cost as is known today, as if never charged before.
    """
    grace = settings.get("billing.interest_grace_days") if anew is None else 0
    items = None if anew is None else list(anew)
    with connection.cursor() as cursor:
        cursor.execute(_SQL, {"until": until, "grace": grace, "customer": customer_id, "items": items})
        rows = cursor.fetchall()
    made = []
    for (customer, item, number), parts in groupby(rows, key=lambda row: row[:3]):
        segments = tuple(Segment(Period(start, upto), principal, rate) for *_, start, upto, principal, rate in parts)
        made.append(Owed(customer, item, number, segments))
    return made


def due(until: date, customer_id: int | None = None) -> Due:
    """Return what can be charged of it: no customer less than the minimum, nobody whose credit waits to be applied."""
    told = settings.many("billing.interest_grace_days", "billing.interest_minimum")
    charges: list[Owed] = []
    below = 0
    for _, theirs in groupby(owed(until, customer_id), key=lambda one: one.customer_id):
        some = [one for one in theirs if one.amount > 0]
        if some and sum(one.amount for one in some) >= told["billing.interest_minimum"]:
            charges += some
        else:
            below += 1
    with connection.cursor() as cursor:
        cursor.execute(
            _CREDIT_WAITS, {"until": until, "grace": told["billing.interest_grace_days"], "customer": customer_id}
        )
        (waits,) = cursor.fetchone()
    return Due(charges, below, waits)


def words(owed: Owed, language: Language) -> str:
    """Say a charge as the invoice prints it: which invoice, which days, which yearly rate."""
    french = language == "fr"
    spans = " et ".join if french else " and ".join
    days = spans(span(run, language) for run in _runs(owed.segments))
    rates = [percent(rate / 100, language) for rate, _ in groupby(owed.segments, key=lambda one: one.percent)]
    if french:
        return f"Intérêts de retard, facture {owed.invoice} : {days}, {' puis '.join(rates)} par an"[:200]
    return f"Late interest, invoice {owed.invoice}: {days}, {' then '.join(rates)} a year"[:200]


def _runs(segments: Iterable[Segment]) -> list[Period]:
    """Return the days of some segments without seams; many runs are said from the first to the last."""
    runs: list[Period] = []
    for one in segments:
        if runs and runs[-1].end == one.days.start:
            runs[-1] = Period(runs[-1].start, one.days.end)
        else:
            runs.append(one.days)
    return runs if len(runs) < 4 else [Period(runs[0].start, runs[-1].end)]


def span(days: Period, language: Language) -> str:
    """Say days, first and last included: `du 2 au 30 novembre 2026`, `November 2 to 30, 2026`."""
    first, last = days.start, days.last_day
    if first == last:
        return f"le {long_day(first, language)}" if language == "fr" else long_day(first, language)
    if (first.year, first.month) == (last.year, last.month):
        ends = long_day(last, language)
        if language == "fr":
            return f"du {'1er' if first.day == 1 else first.day} au {ends}"
        month, rest = ends.replace("\u00a0", " ", 1).split(" ", 1)
        return f"{month} {first.day} to {rest}"
    said = period(days, language, year=0)
    return f"du {said}" if language == "fr" else said
