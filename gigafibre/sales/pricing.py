"""What an offer comes to: each month, once, and on the first invoice up to the billing day; no database, no "today".

The same functions that bill: whole prices, proration and taxes of `billing`, so an offer's cents are its invoice's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from gigafibre.billing.proration import next_billing_day, prorated, whole_price
from gigafibre.billing.taxes import Rate, TaxAmount, taxes_on
from gigafibre.kernel.money import cents
from gigafibre.kernel.periods import Period, period_of

ZERO = Decimal("0.00")


@dataclass(frozen=True, kw_only=True)
class Off:
    """A promotion: an amount per month or a share of the price, for so many charged months."""

    amount: Decimal | None = None
    percent: Decimal | None = None
    cycles: int = 1
    words: str = ""

    def per_month(self, price: Decimal) -> Decimal:
        """Return what a whole month costs less; never more than the month."""
        wished = self.amount if self.amount is not None else cents(price * (self.percent or ZERO) / 100)
        return min(wished, price)


@dataclass(frozen=True, kw_only=True)
class Offered:
    """A line as it is offered; `number` is a telephone number, on which the municipal 9-1-1 tax is due."""

    monthly: bool
    words: str
    quantity: Decimal = Decimal(1)
    unit_price: Decimal
    taxable: bool = True
    off: Off | None = None
    number: bool = False


@dataclass(frozen=True)
class Due:
    """A line of a sum: its words, what it comes to, whether it is taxed, whether it belongs to the one above."""

    words: str
    amount: Decimal
    taxable: bool
    quantity: Decimal = Decimal(1)
    unit_price: Decimal | None = None
    indented: bool = False
    cycles: int | None = None


@dataclass(frozen=True)
class Sum:
    """Lines before taxes, each tax apart, and the total."""

    lines: tuple[Due, ...] = ()
    subtotal: Decimal = ZERO
    taxes: tuple[TaxAmount, ...] = ()
    total: Decimal = ZERO


@dataclass(frozen=True)
class Figures:
    """An offer in figures: a month, a month once promotions are over (None: none ends), once, and the first invoice.

    The first invoice is the one issued when everything begins on the same day: the first days and what is paid once,
    each tax computed on their sum; so it may differ by a cent from the sum of totals that stand apart.
    """

    monthly: Sum
    monthly_after: Sum | None
    once: Sum
    first: Sum
    first_days: Period


@dataclass(frozen=True)
class Taxing:
    """How lines are taxed: rates in their order, the taxes a certificate spares, and the 9-1-1 tax by month."""

    rates: Sequence[Rate]
    spared: frozenset[str] = frozenset()
    municipal: Mapping[date, Decimal] = field(default_factory=dict)
    municipal_words: str = ""


def first_days(start: date, billing_day: int) -> tuple[Period, Period]:
    """Return the days of the first charge of a service begun on a day, and the whole month they are part of."""
    whole = period_of(next_billing_day(start, billing_day), 1, start)
    return Period(start, whole.end), whole


def figures(lines: Sequence[Offered], taxing: Taxing, *, start: date, billing_day: int) -> Figures:
    """Work an offer out for a service that begins on a day, billed on a day of the month."""
    days, whole = first_days(start, billing_day)
    monthly = [line for line in lines if line.monthly]
    month = start.replace(day=1)
    promoted = any(line.off for line in monthly)
    once = [_once(line) for line in lines if not line.monthly]
    return Figures(
        monthly=_sum([due for line in monthly for due in _month(line, taxing, month, promoted=True)], taxing),
        monthly_after=_sum([due for line in monthly for due in _month(line, taxing, month, promoted=False)], taxing)
        if promoted
        else None,
        once=_sum(once, taxing),
        first=_sum([*(due for line in monthly for due in _first(line, taxing, days, whole)), *once], taxing),
        first_days=days,
    )


def _once(line: Offered) -> Due:
    return Due(line.words, whole_price(line.unit_price, line.quantity), line.taxable, line.quantity, line.unit_price)


def _month(line: Offered, taxing: Taxing, month: date, *, promoted: bool) -> list[Due]:
    price = whole_price(line.unit_price, line.quantity)
    found = [Due(line.words, price, line.taxable, line.quantity, line.unit_price)]
    if promoted and line.off and price > 0:
        less = -line.off.per_month(price)
        found.append(Due(line.off.words, less, line.taxable, indented=True, cycles=line.off.cycles))
    if line.number and month in taxing.municipal:
        found.append(_levy(line, taxing, taxing.municipal[month]))
    return found


def _first(line: Offered, taxing: Taxing, days: Period, whole: Period) -> list[Due]:
    price = whole_price(line.unit_price, line.quantity)
    found = [Due(line.words, prorated(price, days.days, whole.days), line.taxable, line.quantity)]
    if line.off and price > 0:
        less = -prorated(line.off.per_month(price), days.days, whole.days)
        found.append(Due(line.off.words, less, line.taxable, indented=True, cycles=line.off.cycles))
    if line.number:
        months = {day.replace(day=1) for day in (days.start, days.last_day)}
        found += [_levy(line, taxing, taxing.municipal[m]) for m in sorted(months) if m in taxing.municipal]
    return found


def _levy(line: Offered, taxing: Taxing, amount: Decimal) -> Due:
    whole = cents(amount * line.quantity)
    return Due(taxing.municipal_words, whole, True, line.quantity, amount, indented=True)


def _sum(lines: list[Due], taxing: Taxing) -> Sum:
    subtotal = sum((line.amount for line in lines), ZERO)
    taxable = sum((line.amount for line in lines if line.taxable), ZERO)
    taxes = taxes_on(taxable, taxing.rates, dict.fromkeys(taxing.spared, taxable)) if taxable else []
    return Sum(tuple(lines), subtotal, tuple(taxes), subtotal + sum((tax.amount for tax in taxes), ZERO))
