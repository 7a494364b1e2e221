"""What a changed service means for days already charged: given back, charged again at another price.

Both wait as pending charges for the customer's next invoice. The days charged (`ChargedPeriod`) are trimmed at once, so
what is given back is given back once.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db.backends.postgresql.psycopg_any import DateRange

from gigafibre.billing.charged_days import charged, days_of, item_of, prepare, trimmed, waiting, wholes, without
from gigafibre.billing.errors import CannotBill, cause_in_words
from gigafibre.billing.models import ChargedPeriod, PendingCharge
from gigafibre.billing.proration import prorated, whole_price
from gigafibre.billing.settling_promotions import promote, take_back
from gigafibre.catalog import queries as catalog
from gigafibre.catalog.queries import Item
from gigafibre.kernel import clock
from gigafibre.kernel.periods import Period
from gigafibre.subscriptions.queries import SubscriptionHead, rests_of

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
    for row in charged(subscription, days):
        if but is not None and row.price == but.price and item_of(row) in {None, but.item_id}:
            continue
        cut = days_of(row.period).overlap(days)
        if cut is None:
            continue
        charged_as = item_of(row)
        credit = _trim(subscription, row, cut, was_price)
        if credit:
            credited = item if charged_as in {None, item.id} else catalog.item_of(charged_as or 0, on=cut.start)
            made.append(_credit(subscription, credited, cut, credit, reason))
        made += take_back(subscription, item, cut, None if but is None else but.price, reason=reason)
    return made


def charge_uncovered(
    subscription: SubscriptionHead,
    item: Item,
    unit_price: Decimal | None,
    days_asked: Period,
    *,
    reason: str,
) -> list[PendingCharge]:
    """Prepare the charge of some days, up to where it is charged, that nothing charges any more and that were served.

    No `unit_price` is the item's own on the first day of each period.
    """
    upto = min(subscription.charged_until or days_asked.start, days_asked.end)
    made, rests = [], rests_of(subscription.id)
    for whole in wholes(subscription, Period(days_asked.start, upto)) if upto > days_asked.start else ():
        if unit_price is None:
            first = max(whole.start, days_asked.start)
            unit_price_then = catalog.item_of(item.id, on=first).price
        else:
            unit_price_then = unit_price
        if unit_price_then is None:
            raise CannotBill(who=subscription.number, cause=cause_in_words("no_price"))
        price = whole_price(unit_price_then, subscription.quantity)
        rows = [(days_of(c.period), c.price, c.amount) for c in charged(subscription, whole)]
        rows += [
            (days_of(p.period), whole_price(p.unit_price, p.quantity), p.amount)
            for p in waiting(subscription, whole, "recurring")
        ]
        same = [(p, a) for p, at, a in rows if at == price and a is not None and p.overlap(whole) == p]
        days, billed = sum(p.days for p, _ in same), sum((a for _, a in same), ZERO)
        asked = whole.overlap(Period(days_asked.start, upto))
        for part in without(asked, [*(p for p, _, _ in rows), *rests]) if asked else ():
            amount = prorated(price, part.days, whole.days, billed_days=days, billed=billed)
            days, billed = days + part.days, billed + amount
            made.append(_charge(subscription, item, unit_price_then, part, whole, amount, reason))
            made += promote(subscription, item, part, whole, price, reason=reason)
    return made


def _trim(subscription: SubscriptionHead, row: ChargedPeriod, cut: Period, was_price: Decimal | None) -> Decimal:
    """Take some days out of what is charged; returns what is given back for them."""
    if row.price is None or row.amount is None or row.whole is None:
        credit = _imported_credit(subscription, cut, was_price)
        left: list[tuple[Period, Decimal | None]] = [(part, None) for part in without(days_of(row.period), [cut])]
    else:
        kept, credit = trimmed(days_of(row.period), days_of(row.whole), row.price, row.amount, cut)
        left = list(kept)
    same = {"kind": row.kind, "whole": row.whole, "price": row.price, "line_id": row.line_id}
    row.delete()
    for part, amount in left:
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
    for whole in wholes(subscription, cut):
        part = whole.overlap(cut)
        if part is not None:
            given += price - prorated(price, whole.days - part.days, whole.days)
    return given


def _withdraw_waiting(subscription: SubscriptionHead, days: Period) -> None:
    """A charge of an earlier change that is on no invoice yet is not credited: it is withdrawn for those days."""
    for found in waiting(subscription, days, "recurring", "promotion"):
        period, whole = days_of(found.period), days_of(found.whole)
        found.withdrawn_at = clock.now()
        found.save(update_fields=["withdrawn_at"])
        price = whole_price(found.unit_price, found.quantity)
        kept, _ = trimmed(period, whole, price, found.amount, days)
        for left, amount in kept:
            found.pk, found.withdrawn_at = None, None
            found.period, found.amount = DateRange(left.start, left.end), amount
            found.save(force_insert=True)


def _credit(subscription: SubscriptionHead, item: Item, cut: Period, credit: Decimal, reason: str) -> PendingCharge:
    return prepare(
        subscription,
        cut,
        item_id=item.id,
        taxable=item.taxable,
        revenue_account=item.revenue_account,
        kind="credit",
        description_fr=f"Crédit, {item.label.fr}",
        description_en=f"Credit, {item.label.en}",
        unit_price=-credit,
        amount=-credit,
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
    return prepare(
        subscription,
        part,
        item_id=item.id,
        taxable=item.taxable,
        revenue_account=item.revenue_account,
        kind="recurring",
        description_fr=item.label.fr,
        description_en=item.label.en,
        quantity=subscription.quantity,
        unit_price=unit_price,
        amount=amount,
        whole=DateRange(whole.start, whole.end),
        reason=reason,
    )
