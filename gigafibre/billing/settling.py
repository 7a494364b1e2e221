"""What a changed service means for days already charged: given back, charged again at another price.

Both wait as pending charges for the customer's next invoice. The days charged (`ChargedPeriod`) are trimmed at once, so
what is given back is given back once.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from gigafibre.billing.models import ChargedPeriod, PendingCharge
from gigafibre.billing.proration import prorated, whole_price
from gigafibre.catalog import queries as catalog
from gigafibre.catalog.queries import Item
from gigafibre.kernel import clock
from gigafibre.kernel.periods import Period, period_of
from gigafibre.subscriptions.queries import SubscriptionHead

ZERO = Decimal("0.00")
FOREVER = datetime.date(9999, 1, 1)


@dataclass(frozen=True)
class Kept:
    """What stays charged: an item at a whole period's price."""

    item_id: int
    price: Decimal


def give_back(
    subscription: SubscriptionHead,
    item: Item,
    days: Period,
    *,
    reason: str,
    but: Kept | None = None,
    was_price: Decimal | None = None,
) -> list[PendingCharge]:
    """Trim what is charged of some days and prepare its credit; days charged as `but` says stay.

    `item` and `was_price` (per charge) are what imported days were charged as; ours know it themselves.
    """
    made = []
    _withdraw_waiting(subscription, days)
    for charged in _charged(subscription, days):
        if but is not None and charged.price == but.price and _item_of(charged) in {None, but.item_id}:
            continue
        cut = _period(charged.period).overlap(days)
        if cut is None:
            continue
        charged_as = _item_of(charged)
        credit = _trim(subscription, charged, cut, was_price)
        if credit:
            credited = item if charged_as in {None, item.id} else catalog.item_of(charged_as or 0, on=cut.start)
            made.append(_credit(subscription, credited, cut, credit, reason))
    return made


def charge_uncovered(
    subscription: SubscriptionHead, item: Item, unit_price: Decimal, since: datetime.date, *, reason: str
) -> list[PendingCharge]:
    """Prepare the charge of the days from one on, up to where it is charged, that nothing charges any more."""
    if subscription.charged_until is None or subscription.charged_until <= since:
        return []
    made = []
    price = whole_price(unit_price, subscription.quantity)
    for whole in _wholes(subscription, Period(since, subscription.charged_until)):
        rows = [(_period(c.period), c.price, c.amount) for c in _charged(subscription, whole)]
        rows += [
            (_period(p.period), whole_price(p.unit_price, p.quantity), p.amount) for p in _waiting(subscription, whole)
        ]
        same = [(p, a) for p, at, a in rows if at == price and a is not None and p.overlap(whole) == p]
        days, billed = sum(p.days for p, _ in same), sum((a for _, a in same), ZERO)
        asked = whole.overlap(Period(since, subscription.charged_until))
        for part in _without(asked, [p for p, _, _ in rows]) if asked else ():
            amount = prorated(price, part.days, whole.days, billed_days=days, billed=billed)
            days, billed = days + part.days, billed + amount
            made.append(_charge(subscription, item, unit_price, part, whole, amount, reason))
    return made


def _trim(subscription: SubscriptionHead, charged: ChargedPeriod, cut: Period, was_price: Decimal | None) -> Decimal:
    """Take some days out of what is charged; returns what is given back for them."""
    period = _period(charged.period)
    left = Period(period.start, cut.start) if period.start < cut.start else None
    right = Period(cut.end, period.end) if cut.end < period.end else None
    kept = (left.days if left else 0) + (right.days if right else 0)
    if charged.price is None or charged.amount is None or charged.whole is None:
        credit = _imported_credit(subscription, cut, was_price)
        first = last = None
    else:
        of = _period(charged.whole).days
        stays = prorated(charged.price, kept, of) if kept else ZERO
        first = prorated(charged.price, left.days, of) if left else ZERO
        last, credit = stays - first, charged.amount - stays
    same = {"kind": charged.kind, "whole": charged.whole, "price": charged.price, "line_id": charged.line_id}
    charged.delete()
    for part, amount in ((left, first), (right, last)):
        if part is not None:
            days = DateRange(part.start, part.end)
            ChargedPeriod.objects.create(subscription_id=subscription.id, period=days, amount=amount, **same)
    return credit


def _imported_credit(subscription: SubscriptionHead, cut: Period, was_price: Decimal | None) -> Decimal:
    """Days that the former system charged: at the price before the change, by the subscription's own periods."""
    unit_price = subscription.unit_price if was_price is None else was_price
    if unit_price is None:
        return ZERO
    price = whole_price(unit_price, subscription.quantity)
    given = ZERO
    for whole in _wholes(subscription, cut):
        part = whole.overlap(cut)
        if part is not None:
            given += price - prorated(price, whole.days - part.days, whole.days)
    return given


def _wholes(subscription: SubscriptionHead, days: Period) -> Iterator[Period]:
    day = days.start
    while day < days.end:
        whole = period_of(subscription.anchor, subscription.interval_months, day)
        yield whole
        day = whole.end


def _without(asked: Period, taken: list[Period]) -> list[Period]:
    """Return the parts of some days that none of the others hold."""
    parts, start = [], asked.start
    for period in sorted(p for p in taken if p.overlap(asked)):
        if start < period.start:
            parts.append(Period(start, period.start))
        start = max(start, period.end)
    if start < asked.end:
        parts.append(Period(start, asked.end))
    return parts


def _charged(subscription: SubscriptionHead, days: Period) -> list[ChargedPeriod]:
    return list(
        ChargedPeriod.objects.select_for_update()
        .filter(subscription_id=subscription.id, kind="recurring", period__overlap=DateRange(days.start, days.end))
        .order_by("period")
    )


def _waiting(subscription: SubscriptionHead, days: Period) -> list[PendingCharge]:
    return list(
        PendingCharge.objects.select_for_update()
        .filter(
            subscription_id=subscription.id,
            kind="recurring",
            line__isnull=True,
            withdrawn_at__isnull=True,
            period__overlap=DateRange(days.start, days.end),
        )
        .order_by("period")
    )


def _withdraw_waiting(subscription: SubscriptionHead, days: Period) -> None:
    """A charge of an earlier change that is on no invoice yet is not credited: it is withdrawn for those days."""
    for waiting in _waiting(subscription, days):
        period, whole = _period(waiting.period), _period(waiting.whole)
        waiting.withdrawn_at = clock.now()
        waiting.save(update_fields=["withdrawn_at"])
        if period.start < days.start:
            left = Period(period.start, days.start)
            price = whole_price(waiting.unit_price, waiting.quantity)
            waiting.pk, waiting.withdrawn_at = None, None
            waiting.period, waiting.amount = DateRange(left.start, left.end), prorated(price, left.days, whole.days)
            waiting.save(force_insert=True)


def _credit(subscription: SubscriptionHead, item: Item, cut: Period, credit: Decimal, reason: str) -> PendingCharge:
    return _prepare(
        subscription,
        item,
        kind="credit",
        description_fr=f"Crédit, {item.label.fr}",
        description_en=f"Credit, {item.label.en}",
        unit_price=-credit,
        amount=-credit,
        period=DateRange(cut.start, cut.end),
        reason=reason,
    )


def _charge(
    subscription: SubscriptionHead,
    item: Item,
    unit_price: Decimal,
    part: Period,
    whole: Period,
    amount: Decimal,
    reason: str,
) -> PendingCharge:
    return _prepare(
        subscription,
        item,
        kind="recurring",
        description_fr=item.label.fr,
        description_en=item.label.en,
        quantity=subscription.quantity,
        unit_price=unit_price,
        amount=amount,
        period=DateRange(part.start, part.end),
        whole=DateRange(whole.start, whole.end),
        reason=reason,
    )


def _prepare(subscription: SubscriptionHead, item: Item, **facts: Any) -> PendingCharge:
    made: PendingCharge = PendingCharge.objects.create(
        customer_id=subscription.customer_id,
        subscription_id=subscription.id,
        location_id=subscription.location_id,
        item_id=item.id,
        taxable=item.taxable,
        revenue_account=item.revenue_account,
        not_before=clock.today(),
        **facts,
    )
    return made


def _period(days: Any) -> Period:
    return Period(days.lower, days.upper)


def _item_of(charged: ChargedPeriod) -> int | None:
    return charged.line.item_id if charged.line is not None else None
