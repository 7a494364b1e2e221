"""Taxes: a rate from a day on, and the numbers under which we collect them. What was issued keeps its rate."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Annotated, Literal

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from pydantic import Field

from gigafibre.billing import settings as _declared  # noqa: F401  declares what is written below
from gigafibre.billing.actions.exemptions import TaxCode
from gigafibre.billing.errors import NoSuchTax
from gigafibre.billing.models import BillingRun, Tax, TaxRate
from gigafibre.billing.queries.taxes import billed_until, reach_of
from gigafibre.billing.tax_errors import (
    BadRegistration,
    FirstRate,
    NoSuchRate,
    RateBeginsThen,
    RateIsTheSame,
    RateOfOpenRun,
    RateWasBilled,
)
from gigafibre.kernel import clock, settings
from gigafibre.kernel.context import rule
from gigafibre.kernel.money import plain, spoken
from gigafibre.kernel.refs import Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

#: A rate in percent, to the thousandth: 9.975.
Percent = Annotated[Decimal, Field(ge=0, lt=100, max_digits=5, decimal_places=3)]

_ONE_AT_A_TIME = "LOCK TABLE billing_taxrate IN SHARE ROW EXCLUSIVE MODE"
# A document dated today may be on its way: it is let through first, and then seen.
_NO_DOCUMENT_MEANWHILE = "LOCK TABLE billing_invoicetax IN SHARE ROW EXCLUSIVE MODE"
_SOURCE = "Revenu Québec, Tables of GST and QST Rates"
_TAX = {"tax": Text("Taxe", "Tax")}
#: How the tax agencies write a number: its form for people, and its parts.
FORMS = {
    "GST": ("123456789 RT0001", re.compile(r"^(\d{9})(RT\d{4})$")),
    "QST": ("1234567890 TQ0001", re.compile(r"^(\d{10})(TQ\d{4})$")),
}


@action(
    permission="billing.rules",
    label=Text("Ajouter un taux de taxe", "Add a tax rate"),
    undo="billing.withdraw_tax_rate",
    fields=_TAX
    | {
        "percent": Text("Taux en %", "Rate in %"),
        "since": Text("À partir du", "From"),
        "reason": Text("Motif", "Reason"),
    },
)
def add_tax_rate(tax: TaxCode, *, percent: Percent, since: datetime.date, reason: Reason) -> int:
    """Give a tax another rate from a day on, until its next one; returns its id.

    Never for days that are billed: what was issued, and a run that is confirmed, keep their rate.
    """
    found = _locked(tax, since)
    rate = percent / 100
    current = TaxRate.objects.filter(tax=found, days__contains=since).first()
    if current is not None and current.days.lower == since:
        raise RateBeginsThen(tax=tax, since=since, rate=plain(current.rate * 100))
    if current is not None and current.rate == rate and not current.compound:
        raise RateIsTheSame(tax=tax, rate=plain(percent))
    following = TaxRate.objects.filter(tax=found, days__startswith__gt=since).order_by("days").first()
    until = current.days.upper if current is not None else following and following.days.lower
    if current is not None:
        current.days = DateRange(current.days.lower, since)
        current.save(update_fields=["days"])
    _tell(found, rate, since)
    return TaxRate.objects.create(tax=found, days=DateRange(since, until), rate=rate).pk


@action(
    permission="billing.rules",
    label=Text("Retirer un taux de taxe prévu", "Withdraw a planned tax rate"),
    harmful=True,
    fields=_TAX | {"since": Text("Qui commence le", "That begins on"), "reason": Text("Motif", "Reason")},
)
def withdraw_tax_rate(tax: TaxCode, *, since: datetime.date, reason: Reason) -> None:
    """Take back a rate that nothing was billed at; the one before it goes on."""
    found = _locked(tax, since)
    planned = TaxRate.objects.filter(tax=found, days__startswith=since).first()
    if planned is None:
        raise NoSuchRate(tax=tax, since=since)
    before = TaxRate.objects.filter(tax=found, days__endswith=since).first()
    if before is None:
        raise FirstRate(tax=tax, since=since)
    planned.delete()
    before.days = DateRange(before.days.lower, planned.days.upper)
    before.save(update_fields=["days"])
    _tell(found, before.rate, since)


@action(
    permission="billing.rules",
    label=Text("Inscrire un numéro de taxe", "Set a tax registration number"),
    fields=_TAX | {"number": Text("Numéro d’inscription", "Registration number")},
)
def set_tax_registration(
    tax: Literal["GST", "QST"], *, number: Annotated[str, Field(min_length=10, max_length=24)]
) -> str:
    """Write our number with a tax agency on documents from now on; issued ones keep theirs. Returns it as written."""
    form, parts = FORMS[tax]
    read = parts.match(re.sub(r"[\s-]", "", number).upper())
    if read is None:
        raise BadRegistration(number=number, tax=tax, form=form)
    written = " ".join(read.groups())
    settings.put("company.registrations", settings.get("company.registrations") | {tax: written})
    return written


def _locked(code: str, since: datetime.date) -> Tax:
    """Return a tax whose rates only we change, none of which was billed from a day on."""
    tax = Tax.objects.filter(code=code).first()
    if tax is None:
        raise NoSuchTax(tax=code)
    with connection.cursor() as cursor:
        if since <= clock.today():
            cursor.execute(_NO_DOCUMENT_MEANWHILE)
        cursor.execute(_ONE_AT_A_TIME)
    until = billed_until(tax.pk)
    fact = Text("Aucun document émis de {tax} à partir du {since}", "No document of {tax} issued from {since} on")
    if not rule(
        "billing.tax_rate_not_billed", _SOURCE, fact.with_(tax=code, since=since), passed=not until or until < since
    ):
        raise RateWasBilled(tax=code, until=until)
    states = [BillingRun.State.CONFIRMED, BillingRun.State.ISSUING]
    run = BillingRun.objects.filter(date__gte=since, state__in=states).order_by("date").first()
    if run is not None:
        raise RateOfOpenRun(date=run.date)
    return tax


def _tell(tax: Tax, rate: Decimal, since: datetime.date) -> None:
    """Say whom a rate touches, and what the latest run would have come to."""
    reach = reach_of(tax.pk, since)
    who = Text(
        "{customers} clients la paient ; leur première facture à {rate} % est datée du {first} ou après",
        "{customers} customers pay it; their first invoice at {rate}% is dated {first} or later",
    )
    rule(
        "billing.tax_rate_reach",
        _SOURCE,
        who.with_(customers=reach.customers, rate=plain(rate * 100), first=max(since, clock.today())),
        passed=True,
    )
    if reach.run is not None:
        what = Text(
            "La facturation du {run} en compte {amount} ; à ce taux, ce serait {would}",
            "The billing of {run} has {amount} of it; at this rate it would be {would}",
        )
        would = spoken(reach.would_be(rate))
        rule(
            "billing.tax_rate_of_a_run",
            _SOURCE,
            what.with_(run=reach.run, amount=spoken(reach.amount), would=would),
            passed=True,
        )
