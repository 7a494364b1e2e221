"""Taxes with their rates by date, the account each is owed on, which category pays which, and whom a change touches."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import connection

from gigafibre.kernel import clock
from gigafibre.kernel.money import cents


@dataclass(frozen=True)
class RateRow:
    """A rate from a day on, until (and without) another; `billed` says that issued documents stand in its days."""

    since: datetime.date
    until: datetime.date | None
    rate: Decimal
    compound: bool
    billed: bool


@dataclass(frozen=True)
class TaxRow:
    """A tax: its names, the account it is owed on (or none), its rates, the newest first."""

    code: str
    name_fr: str
    name_en: str
    account: str
    account_fr: str
    account_en: str
    rates: list[RateRow] = field(default_factory=list)


@dataclass(frozen=True)
class CategoryRow:
    """A tax category: since when it is known, and the taxes it pays today, by code."""

    code: str
    name_fr: str
    name_en: str
    since: datetime.date
    taxes: list[str]


@dataclass(frozen=True)
class Reach:
    """Whom a tax touches: how many active customers pay it on a day; the latest run's base and amount of it (CAD)."""

    customers: int
    run: datetime.date | None
    base: Decimal
    amount: Decimal

    def would_be(self, rate: Decimal) -> Decimal:
        """Return what the run's documents would have of it at another rate, but for the rounding of each."""
        return cents(self.base * rate)


_TAXES = """
SELECT t.id, t.code, t.name_fr, t.name_en, coalesce(a.number, ''), coalesce(a.name_fr, ''), coalesce(a.name_en, '')
FROM billing_tax t LEFT JOIN ledger_account a ON a.role = t.account_role ORDER BY t.position, t.code
"""
# The last day that a tax was billed on says of each of its rates whether it was used since it began.
_BILLED = """
SELECT x.tax_id, max(i.date) FROM billing_invoicetax x JOIN billing_invoice i ON i.id = x.invoice_id
WHERE i.state = 'issued' GROUP BY 1
"""
_BILLED_UNTIL = """
SELECT max(i.date) FROM billing_invoicetax x JOIN billing_invoice i ON i.id = x.invoice_id
WHERE i.state = 'issued' AND x.tax_id = %s
"""
_RATES = "SELECT tax_id, lower(days), upper(days), rate, compound FROM billing_taxrate ORDER BY tax_id, days DESC"
_CATEGORIES = """
SELECT c.code, c.name_fr, c.name_en, c.since,
       coalesce(array_agg(t.code::text ORDER BY t.position) FILTER (WHERE t.id IS NOT NULL), '{}')
FROM billing_taxcategory c
LEFT JOIN billing_categorytax m ON m.category_id = c.code AND m.days @> %(today)s::date
LEFT JOIN billing_tax t ON t.id = m.tax_id
GROUP BY c.code ORDER BY c.code <> 'QC', fold(c.name_fr)
"""
_REACH = """
SELECT (SELECT count(*) FROM crm_customer c JOIN billing_categorytax m ON m.category_id = c.tax_category
        WHERE c.status = 'active' AND m.tax_id = %(tax)s AND m.days @> %(on)s::date),
       r.date, coalesce(s.base, 0.00), coalesce(s.amount, 0.00)
FROM (SELECT 1) once
LEFT JOIN (
  SELECT id, date FROM billing_billingrun WHERE state IN ('done', 'signed') ORDER BY date DESC LIMIT 1) r ON true
LEFT JOIN LATERAL (
  SELECT sum(x.base) AS base, sum(x.amount) AS amount
  FROM billing_invoice i JOIN billing_invoicetax x ON x.invoice_id = i.id
  WHERE i.run_id = r.id AND i.kind = 'invoice' AND x.tax_id = %(tax)s) s ON true
"""


def taxes() -> list[TaxRow]:
    """Return every tax with its rates, the newest first."""
    with connection.cursor() as cursor:
        cursor.execute(_TAXES)
        found = {key: TaxRow(*row) for key, *row in cursor.fetchall()}
        cursor.execute(_BILLED)
        billed = dict(cursor.fetchall())
        cursor.execute(_RATES)
        for tax, since, until, rate, compound in cursor.fetchall():
            used = tax in billed and billed[tax] >= since
            found[tax].rates.append(RateRow(since, until, rate, compound, used))
    return list(found.values())


def categories() -> list[CategoryRow]:
    """Return every tax category with what it pays today, Quebec's first."""
    with connection.cursor() as cursor:
        cursor.execute(_CATEGORIES, {"today": clock.today()})
        return [CategoryRow(*row) for row in cursor.fetchall()]


def billed_until(tax_id: int) -> datetime.date | None:
    """Return the date of the last issued document that has a tax."""
    with connection.cursor() as cursor:
        cursor.execute(_BILLED_UNTIL, [tax_id])
        (found,) = cursor.fetchone()
    return found if isinstance(found, datetime.date) else None


def reach_of(tax_id: int, on: datetime.date) -> Reach:
    """Return whom a tax touches on a day, and what the latest finished run has of it."""
    with connection.cursor() as cursor:
        cursor.execute(_REACH, {"tax": tax_id, "on": on})
        return Reach(*cursor.fetchone())
