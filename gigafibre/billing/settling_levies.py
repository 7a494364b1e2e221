"""What a changed service means for the municipal 9-1-1 tax: owed for every month with a served day, and no other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from gigafibre.billing import settings as _declared  # noqa: F401  declares what is read below
from gigafibre.billing.charged_days import charged, days_of, item_of, prepare, waiting
from gigafibre.billing.models import LeviedMonth, PendingCharge, Tax
from gigafibre.billing.municipal_tax import amount_on
from gigafibre.billing.queries.customers import reliefs_of
from gigafibre.catalog import queries as catalog
from gigafibre.kernel import clock, settings
from gigafibre.kernel.money import cents
from gigafibre.kernel.periods import Period, add_months
from gigafibre.ledger.queries import account_of
from gigafibre.subscriptions.queries import SubscriptionHead

CODE = "911"


def settle_levies(subscription: SubscriptionHead, since: date, *, reason: str) -> list[PendingCharge]:
    """From a day's month on: give back the tax of months without a served day, charge that of months served again."""
    first = since.replace(day=1)
    levied = {row.month: row for row in LeviedMonth.objects.filter(subscription_id=subscription.id, month__gte=first)}
    waits = {days_of(row.period).start: row for row in waiting(subscription, Period(first, date.max), "levy")}
    served = _served(subscription, first)
    made = []
    for month, row in sorted(levied.items()):
        if month not in served:
            made.append(_line(subscription, month, -row.amount, Decimal(1), kind="credit", reason=reason))
            row.delete()
    for month, pending in sorted(waits.items()):
        if month not in served:
            pending.withdrawn_at = clock.now()
            pending.save(update_fields=["withdrawn_at"])
    known = settings.get("billing.municipal_tax_911")
    for month in sorted(served - levied.keys() - waits.keys()):
        amount = amount_on(month, known)
        if amount is not None and not _spared(subscription) and _comes_again(subscription, month):
            made.append(_line(subscription, month, amount, subscription.quantity, kind="levy", reason=reason))
    return made


def _served(subscription: SubscriptionHead, first: date) -> set[date]:
    """Return the months, from one on, in which a day is charged as a telephone or waits to be."""
    after = Period(first, date.max)
    rows = [(days_of(row.period), item_of(row) or subscription.item_id) for row in charged(subscription, after)]
    rows += [(days_of(row.period), row.item_id or 0) for row in waiting(subscription, after, "recurring")]
    found = set()
    for days, item in rows:
        if item and catalog.item_of(item, on=days.start).service_kind == "telephone":
            month = max(days.start, first).replace(day=1)
            while month < days.end:
                found.add(month)
                month = add_months(month, 1)
    return found


def _comes_again(subscription: SubscriptionHead, month: date) -> bool:
    """Whether a change charges days of a month not levied; the former system taxed what it charged, a run its own."""
    days = Period(month, add_months(month, 1))
    former = any(row.price is None for row in charged(subscription, days))
    return bool(waiting(subscription, days, "recurring")) and not former


def _spared(subscription: SubscriptionHead) -> bool:
    return any(
        relief.tax == CODE and relief.spares(subscription.location_id)
        for relief in reliefs_of(subscription.customer_id, clock.today())
    )


def _line(
    subscription: SubscriptionHead, month: date, amount: Decimal, numbers: Decimal, *, kind: str, reason: str
) -> PendingCharge:
    tax = Tax.objects.get(code=CODE)
    return prepare(
        subscription,
        Period(month, add_months(month, 1)),
        kind=kind,
        taxable=True,
        revenue_account=account_of(tax.account_role),
        description_fr=tax.name_fr,
        description_en=tax.name_en,
        quantity=numbers,
        unit_price=amount,
        amount=cents(amount * numbers),
        reason=reason,
    )
