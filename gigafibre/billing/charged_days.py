"""The days of a subscription that are charged or wait to be, and what is prepared for the next invoice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from gigafibre.billing.models import ChargedPeriod, PendingCharge
from gigafibre.billing.proration import prorated
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.periods import Period, period_of
from gigafibre.subscriptions.queries import SubscriptionHead


def days_of(days: Any) -> Period:
    """Return a range of the database as a period."""
    return Period(days.lower, days.upper)


def wholes(subscription: SubscriptionHead, days: Period) -> Iterator[Period]:
    """Give the anchored periods that some days touch, in order."""
    day = days.start
    while day < days.end:
        whole = period_of(subscription.anchor, subscription.interval_months, day)
        yield whole
        day = whole.end


def without(asked: Period, taken: list[Period]) -> list[Period]:
    """Return the parts of some days that none of the others hold."""
    parts, start = [], asked.start
    for period in sorted(p for p in taken if p.overlap(asked)):
        if start < period.start:
            parts.append(Period(start, period.start))
        start = max(start, period.end)
    if start < asked.end:
        parts.append(Period(start, asked.end))
    return parts


def trimmed(
    period: Period, whole: Period, price: Decimal, amount: Decimal, cut: Period
) -> tuple[list[tuple[Period, Decimal]], Decimal]:
    """Take some days out of a priced period; returns the parts that stay with their amounts, and what is given back."""
    parts = without(period, [cut])
    stays = prorated(price, sum(part.days for part in parts), whole.days)
    kept = [(part, prorated(price, part.days, whole.days)) for part in parts[:1]]
    kept += [(part, stays - kept[0][1]) for part in parts[1:]]
    return kept, amount - stays


def charged(subscription: SubscriptionHead, days: Period) -> list[ChargedPeriod]:
    """Return and lock what is charged of some days, in order."""
    return list(
        ChargedPeriod.objects.select_for_update()
        .filter(subscription_id=subscription.id, kind="recurring", period__overlap=DateRange(days.start, days.end))
        .order_by("period")
    )


def waiting(subscription: SubscriptionHead, days: Period, *kinds: str) -> list[PendingCharge]:
    """Return and lock what waits for the next invoice for some days, of some kinds of line, in order."""
    return list(
        PendingCharge.objects.select_for_update()
        .filter(
            subscription_id=subscription.id,
            kind__in=kinds,
            line__isnull=True,
            withdrawn_at__isnull=True,
            period__overlap=DateRange(days.start, days.end),
        )
        .order_by("period", "pk")
    )


def withdraw_waiting(subscription: SubscriptionHead, reason: str) -> int:
    """Take back what was to be paid once with a service, on no invoice yet; returns how many."""
    rows = PendingCharge.objects.filter(
        subscription_id=subscription.id, period=None, line=None, withdrawn_at=None, kind__in=["one_time", "credit"]
    )
    found = list(rows.select_for_update(of=("self",)).order_by("pk"))
    for charge in found:
        charge.withdrawn_at, charge.withdrawn_by = clock.now(), current_actor().label
        charge.reason = " · ".join(filter(None, (charge.reason, reason)))[:255]
        charge.save(update_fields=["withdrawn_at", "withdrawn_by", "reason"])
    return len(found)


def item_of(row: ChargedPeriod) -> int | None:
    """Return the item some days are charged as, by key; None for days that the former system charged."""
    return row.line.item_id if row.line is not None else None


def prepare(subscription: SubscriptionHead, period: Period, **facts: Any) -> PendingCharge:
    """Let a line of a subscription and its days wait for the customer's next invoice."""
    made: PendingCharge = PendingCharge.objects.create(
        customer_id=subscription.customer_id,
        subscription_id=subscription.id,
        location_id=subscription.location_id,
        period=DateRange(period.start, period.end),
        not_before=clock.today(),
        **facts,
    )
    return made
