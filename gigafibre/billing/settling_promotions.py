"""What a changed service means for promotions: days given back lose their discount, days charged again get theirs.

The days discounted (`PromotedPeriod`) are trimmed at once, so a cycle is neither lost nor used twice.
"""

from __future__ import annotations

from decimal import Decimal

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
    active = [] if price is None else _discounts([p for p in known if p.during(cut)], price or ZERO)
    now = {promotion.id: discount for promotion, discount in active}
    for promotion in known:
        for row in (
            PromotedPeriod.objects.select_for_update()
            .filter(promotion_id=promotion.id, period__overlap=DateRange(cut.start, cut.end))
            .order_by("period")
        ):
            days = days_of(row.period).overlap(cut)
            if days is None or now.get(promotion.id) == row.discount:
                continue
            kept, back = trimmed(days_of(row.period), days_of(row.whole), row.discount, row.amount, days)
            row.delete()
            same = {"promotion_id": promotion.id, "whole": row.whole, "discount": row.discount, "line_id": row.line_id}
            for part, amount in kept:
                PromotedPeriod.objects.create(period=DateRange(part.start, part.end), amount=amount, **same)
            if back:
                words = Text(f"Rabais repris, {promotion.words.fr}", f"Discount taken back, {promotion.words.en}")
                made.append(_line(subscription, item, promotion, days, back, words, kind="credit", reason=reason))
    return made


def promote(
    subscription: SubscriptionHead, item: Item, part: Period, whole: Period, price: Decimal, *, reason: str
) -> list[PendingCharge]:
    """Discount days that are charged again, by the promotions that have a cycle for their period."""
    made = []
    active = [p for p in promotions_of(subscription.id) if p.during(part) and _has_cycle(p, whole)]
    for promotion, discount in _discounts(active, price):
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
        for piece in without(promotion.during(part) or part, [period for period, _, _ in given]):
            amount = prorated(discount, piece.days, whole.days, billed_days=days, billed=so_far)
            days, so_far = days + piece.days, so_far + amount
            line = _line(
                subscription, item, promotion, piece, -amount, promotion.words, kind="promotion", reason=reason
            )
            line.whole, line.unit_price = DateRange(whole.start, whole.end), -discount
            line.save(update_fields=["whole", "unit_price"])
            made.append(line)
    return made


def _discounts(promotions: list[PromotionHead], price: Decimal) -> list[tuple[PromotionHead, Decimal]]:
    """Return what each promotion takes off a whole period, the oldest first, never more than the price together."""
    found, wished = [], ZERO
    for promotion in promotions:
        wish = min(promotion.amount, price) if promotion.percent is None else cents(price * promotion.percent / 100)
        discount = min(wish, max(price - wished, ZERO))
        wished += wish
        if discount > 0:
            found.append((promotion, discount))
    return found


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
