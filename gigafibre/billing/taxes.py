"""What taxes come to: per invoice and per tax, on the sum of the taxable lines, rounded once, halves up.

Source: Revenu Québec, "Calculating the Taxes" and "Tables of GST and QST Rates".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gigafibre.kernel.money import cents, share_out


@dataclass(frozen=True)
class Rate:
    """A tax's rate; `compound` means on the price with the taxes before it (QST until the end of 2012)."""

    tax: str
    rate: Decimal
    compound: bool = False


@dataclass(frozen=True)
class DatedRate(Rate):
    """A rate from a day on, until (and without) another; `until` None is for ever."""

    since: date = date.min
    until: date | None = None


@dataclass(frozen=True)
class TaxAmount:
    """A tax of a document: what it is computed on, at which rate, and what it comes to."""

    tax: str
    base: Decimal
    rate: Decimal
    amount: Decimal


class NoRateError(LookupError):
    """A tax has no rate on a day."""


def rates_on(day: date, taxes: Iterable[str], known: Iterable[DatedRate]) -> list[Rate]:
    """Return each tax's rate on the day of the invoice, in the order of `taxes`; raises NoRateError."""
    by_tax = {r.tax: r for r in known if r.since <= day and (r.until is None or day < r.until)}
    found = []
    for tax in taxes:
        if tax not in by_tax:
            raise NoRateError(f"{tax} on {day}")
        found.append(Rate(tax, by_tax[tax].rate, by_tax[tax].compound))
    return found


def taxes_on(taxable: Decimal, rates: Sequence[Rate], spared: Mapping[str, Decimal] | None = None) -> list[TaxAmount]:
    """Return the taxes on the taxable sum of one document, less per tax what a certificate spares.

    A compound tax counts the rounded plain ones in its base; a tax on nothing is left out when something is spared.
    """
    not_of = spared or {}
    bases = {r.tax: taxable - not_of.get(r.tax, Decimal(0)) for r in rates}
    taxed = [r for r in rates if bases[r.tax] or not not_of]
    plain = [TaxAmount(r.tax, bases[r.tax], r.rate, cents(bases[r.tax] * r.rate)) for r in taxed if not r.compound]
    others = sum((tax.amount for tax in plain), Decimal(0))
    compound = [
        TaxAmount(r.tax, bases[r.tax] + others, r.rate, cents((bases[r.tax] + others) * r.rate))
        for r in taxed
        if r.compound
    ]
    order = {r.tax: index for index, r in enumerate(rates)}
    return sorted([*plain, *compound], key=lambda tax: order[tax.tax])


def tax_per_line(tax: Decimal, taxable_lines: Sequence[Decimal]) -> list[Decimal]:
    """Share a document's tax between its taxable lines for showing: by largest remainder, adding up to the cent."""
    if not sum(taxable_lines, Decimal(0)):
        return [Decimal("0.00") for _ in taxable_lines]
    return share_out(tax, taxable_lines)


def tax_credited(
    whole_base: Decimal, whole_tax: Decimal, base: Decimal, *, before: Decimal, tax_before: Decimal
) -> Decimal:
    """Return the tax that a credit of `base` gives back, after credits of `before` gave back `tax_before`.

    The rates are those of the invoice corrected; the last credit takes the residue, so credits never exceed it.
    """
    if whole_base == 0:
        return Decimal("0.00")
    return cents(whole_tax * (before + base) / whole_base) - tax_before
