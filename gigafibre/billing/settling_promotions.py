"""What a changed service means for promotions: days given back lose their discount, days charged again get theirs.

The days discounted (`PromotedPeriod`) are trimmed at once, so a cycle is neither lost nor used twice.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from django.db.backends.postgresql.psycopg_any import DateRange

from gigafibre.billing.charged_days import days_of, prepare, trimmed, waiting, without
from gigafibre.billing.models import PendingCharge, PromotedPeriod
from gigafibre.billing.proration import prorated
from gigafibre.catalog.queries import Item
from gigafibre.kernel.money import cents
from gigafibre.kernel.periods import Period
from gigafibre.kernel.text import Text
from gigafibre.ledger.queries import accounts_by_role
from gigafibre.subscriptions.queries import PromotionHead, SubscriptionHead, promotions_of

ZERO = Decimal("0.00")


def take_back(
    subscription: SubscriptionHead, item: Item, cut: Period, price: Decimal | None, *, reason: str
) -> list[PendingCharge]:
    """Take back the discounts of days that are given back; one that is the same at the new whole `price` stays."""
    made = []
    known = promotions_of(subscription.id)
    for promotion in known:
        for row in (
            PromotedPeriod.objects.select_for_update()
            .filter(promotion_id=promotion.id, period__overlap=DateRange(cut.start, cut.end))
            .order_by("period")
        ):
            days = days_of(row.period).overlap(cut)
            if days is None:
                continue
            active = [] if price is None else [p for p in known if _has_cycle(p, days_of(row.whole))]
            same = [
                at for p, at, off in _discounts(active, price or ZERO, days) if (p, off) == (promotion, row.discount)
            ]
            for part in without(days, same):
                if back := _take_out(promotion, part):
                    words = Text(f"Rabais repris, {promotion.words.fr}", f"Discount taken back, {promotion.words.en}")
                    made.append(_line(subscription, item, promotion, part, back, words, kind="credit", reason=reason))
    return made


def _take_out(promotion: PromotionHead, days: Period) -> Decimal:
    """Trim some days of what a promotion discounted; returns what they were cheaper by."""
    row = PromotedPeriod.objects.get(promotion_id=promotion.id, period__contains=DateRange(days.start, days.end))
    kept, back = trimmed(days_of(row.period), days_of(row.whole), row.discount, row.amount, days)
    row.delete()
    same = {"promotion_id": promotion.id, "whole": row.whole, "discount": row.discount, "line_id": row.line_id}
    for part, amount in kept:
        PromotedPeriod.objects.create(period=DateRange(part.start, part.end), amount=amount, **same)
    return back


def promote(
    subscription: SubscriptionHead, item: Item, part: Period, whole: Period, price: Decimal, *, reason: str
) -> list[PendingCharge]:
    """Discount days that are charged again, by the promotions that have a cycle for their period."""
    made = []
    active = [p for p in promotions_of(subscription.id) if _has_cycle(p, whole)]
    for promotion, days_off, discount in _discounts(active, price, part):
        given = [
            (days_of(row.period), row.discount, row.amount)
            for row in PromotedPeriod.objects.filter(
                promotion_id=promotion.id, period__overlap=DateRange(whole.start, whole.end)
            )
        ]
        given += [
            (days_of(row.period), -row.unit_price, -row.amount)
            for row in waiting(subscription, whole, "promotion")
            if row.promotion_id == promotion.id
        ]
        days = sum(period.days for period, at, _ in given if at == discount)
        so_far = sum((amount for _, at, amount in given if at == discount), ZERO)
        for piece in without(days_off, [period for period, _, _ in given]):
            amount = prorated(discount, piece.days, whole.days, billed_days=days, billed=so_far)
            days, so_far = days + piece.days, so_far + amount
            line = _line(
                subscription, item, promotion, piece, -amount, promotion.words, kind="promotion", reason=reason
            )
            line.whole, line.unit_price = DateRange(whole.start, whole.end), -discount
            line.save(update_fields=["whole", "unit_price"])
            made.append(line)
    return made


def _discounts(
    promotions: list[PromotionHead], price: Decimal, days: Period
) -> list[tuple[PromotionHead, Period, Decimal]]:
    """Return what each promotion takes off a whole period and on which days, the oldest first.

    Never more than the price together on any day; days beside each other at one discount are one.
    """
    found: list[tuple[PromotionHead, Period, Decimal]] = []
    for promotion in promotions:
        during = promotion.during(days)
        wish = promotion.amount if promotion.percent is None else cents(price * promotion.percent / 100)
        own: list[tuple[PromotionHead, Period, Decimal]] = []
        for piece in _cut(during, [period for _, period, _ in found]) if during else ():
            discount = min(wish, price - sum((off for _, period, off in found if period.overlap(piece)), ZERO))
            if own and own[-1][1].end == piece.start and own[-1][2] == discount:
                own[-1] = (promotion, Period(own[-1][1].start, piece.end), discount)
            elif discount > 0:
                own.append((promotion, piece, discount))
        found += own
    return found


def _cut(days: Period, others: list[Period]) -> list[Period]:
    """Cut some days wherever others begin or end."""
    cuts = {day for other in others for day in (other.start, other.end) if days.start < day < days.end}
    return [Period(start, end) for start, end in pairwise([days.start, *sorted(cuts), days.end])]


def _has_cycle(promotion: PromotionHead, whole: Period) -> bool:
    """Whether a promotion discounts a period: it does already, or has a cycle left."""
    if promotion.cycles is None:
        return True
    rows = list(PromotedPeriod.objects.filter(promotion_id=promotion.id).values_list("whole", flat=True))
    rows += PendingCharge.objects.filter(
        promotion_id=promotion.id, kind="promotion", line__isnull=True, withdrawn_at__isnull=True
    ).values_list("whole", flat=True)
    used = {days_of(row).start for row in rows}
    return whole.start in used or len(used) < promotion.cycles


def _line(
    subscription: SubscriptionHead,
    item: Item,
    promotion: PromotionHead,
    days: Period,
    amount: Decimal,
    words: Text,
    *,
    kind: str,
    reason: str,
) -> PendingCharge:
    return prepare(
        subscription,
        days,
        item_id=item.id,
        taxable=item.taxable,
        revenue_account=accounts_by_role().get("revenue.discount", item.revenue_account),
        kind=kind,
        promotion_id=promotion.id,
        description_fr=words.fr,
        description_en=words.en,
        unit_price=amount,
        amount=amount,
        reason=reason,
    )
