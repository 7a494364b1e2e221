"""What some days of a period cost: `price × days used ÷ days in the period`, and the parts add up to the whole.

Depends on price, period and days only, never on today; a full period has factor exactly 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from gigafibre.kernel.money import cents
from gigafibre.kernel.periods import Period, period_of


def whole_price(unit_price: Decimal, quantity: Decimal) -> Decimal:
    """Return what a full period costs, to the cent."""
    return cents(unit_price * quantity)


def prorated(price: Decimal, days: int, of: int, *, billed_days: int = 0, billed: Decimal = Decimal("0.00")) -> Decimal:
    """Return what `days` of a period of `of` days cost, after `billed_days` of it were billed for `billed`.

    What all days so far cost, rounded half up, less what was billed: so parts add up, whatever their number.
    """
    if not 0 <= billed_days <= billed_days + days <= of or of < 1:
        raise ValueError(f"{billed_days} + {days} days of {of}")
    return cents(price * (billed_days + days) / of) - billed


def split_price(price: Decimal, whole: Period, cuts: Sequence[Period]) -> list[Decimal]:
    """Return what each of some disjoint parts of a period costs, in the given order."""
    days, billed, parts = 0, Decimal("0.00"), []
    for cut in cuts:
        parts.append(prorated(price, cut.days, whole.days, billed_days=days, billed=billed))
        days, billed = days + cut.days, billed + parts[-1]
    return parts


def unused(price: Decimal, charged: Decimal, whole: Period, kept: Period | None) -> Decimal:
    """Return what to give back of `charged` when only the days `kept` (or none) stay used.

    What stays is what those days would have cost had the change been known before.
    """
    return charged - (prorated(price, kept.days, whole.days) if kept else Decimal("0.00"))


def due_periods(anchor: date, months: int, charged_until: date, on: date) -> Iterator[tuple[Period, Period]]:
    """Give what a billing on a day charges: (days to charge, the anchored period they are part of), oldest first.

    In advance: the last one holds `on`; each missed period comes once, in order.
    """
    day = charged_until
    while day <= on:
        whole = period_of(anchor, months, day)
        yield Period(day, whole.end), whole
        day = whole.end


def next_billing_day(day: date, billing_day: int) -> date:
    """Return the first billing day on or after a day: the anchor of a subscription that starts then."""
    anchor = date(2000, 1, 31).replace(day=billing_day)
    found = period_of(anchor, 1, day)
    return found.start if found.start == day else found.end
