"""Promotions of a subscription: granted for some cycles or until a day, withdrawn, given back.

What a promotion comes to, and how many of its cycles remain, is billing's.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from gigafibre.catalog import queries as catalog
from gigafibre.kernel import clock
from gigafibre.kernel.events import publish
from gigafibre.kernel.money import Amount
from gigafibre.kernel.refs import Reason, SubscriptionRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.subscriptions.errors import (
    BeforeItBegan,
    NoSuchPromotion,
    NoSuchSubscription,
    NothingToDiscount,
    PromotionNotWithdrawn,
    PromotionUnclear,
    WrongState,
)
from gigafibre.subscriptions.events import PromotionGranted, PromotionRestored, PromotionWithdrawn
from gigafibre.subscriptions.models import Promotion, Subscription
from gigafibre.subscriptions.states import STATES

PromotionId = Annotated[int, Field(ge=1)]
Percent = Annotated[Decimal, Field(gt=0, le=100, max_digits=5, decimal_places=2)]
Positive = Annotated[Amount, Field(gt=0)]
Words = Annotated[str, Field(min_length=2, max_length=120)]

_PROMOTION = {"promotion": Text("Promotion", "Promotion"), "reason": Text("Motif", "Reason")}


@action(
    permission="subscriptions.edit",
    label=Text("Accorder une promotion", "Grant a promotion"),
    undo="subscriptions.withdraw_promotion",
    fields={
        "subscription": Text("Abonnement", "Subscription"),
        "amount": Text("Rabais par cycle", "Discount per cycle"),
        "percent": Text("Rabais en pourcentage", "Discount in percent"),
        "cycles": Text("Cycles facturés", "Charged cycles"),
        "until": Text("Jusqu’au (exclu)", "Until (without that day)"),
        "since": Text("À partir du", "From"),
        "words_fr": Text("Libellé de facture, français", "Invoice label, French"),
        "words_en": Text("Libellé de facture, anglais", "Invoice label, English"),
        "reason": Text("Motif", "Reason"),
    },
)
def grant_promotion(
    subscription: SubscriptionRef,
    *,
    words_fr: Words,
    words_en: Words,
    reason: Reason,
    amount: Positive | None = None,
    percent: Percent | None = None,
    cycles: Annotated[int, Field(ge=1, le=120)] | None = None,
    until: datetime.date | None = None,
    since: datetime.date | None = None,
) -> int:
    """Take an amount or a percentage off for a number of charged cycles, or until a day; returns its id.

    It counts from a day on (today unless given) and for days not charged yet; what is charged already stays.
    """
    found = _locked(subscription)
    day = since or clock.today()
    if found.state == "cancelled":
        raise WrongState(subscription=subscription, state=STATES[found.state], wanted=STATES["active"])
    if (amount is None) == (percent is None):
        raise PromotionUnclear(what=Text("un montant ou un pourcentage", "an amount or a percentage"))
    if (cycles is None) == (until is None):
        raise PromotionUnclear(what=Text("un nombre de cycles ou une fin", "a number of cycles or an end"))
    if until is not None and until <= day:
        raise BeforeItBegan(subscription=subscription, began=day)
    if catalog.item_of(found.item_id, on=day).kind == "discount":
        raise NothingToDiscount(subscription=subscription)
    made = Promotion.objects.create(
        subscription=found,
        since=day,
        until=until,
        cycles=cycles,
        amount=amount,
        percent=percent,
        words_fr=words_fr,
        words_en=words_en,
        reason=reason[:255],
    )
    publish(
        PromotionGranted(
            customer=found.customer.number,
            subscription=found.number,
            on=day,
            amount=amount,
            percent=percent,
            cycles=cycles,
            until=until,
        )
    )
    return int(made.pk)


@action(
    permission="subscriptions.edit",
    label=Text("Retirer une promotion", "Withdraw a promotion"),
    harmful=True,
    undo="subscriptions.restore_promotion",
    fields=_PROMOTION | {"on": Text("À partir du", "From")},
)
def withdraw_promotion(promotion: PromotionId, *, reason: Reason, on: datetime.date | None = None) -> None:
    """End a promotion early, from a day on (today unless given); days already charged keep it."""
    found = _promotion(promotion)
    if found.withdrawn_on is not None:
        raise NoSuchPromotion(promotion=promotion)
    found.withdrawn_on, found.withdrawn_because = on or clock.today(), reason[:255]
    found.save(update_fields=["withdrawn_on", "withdrawn_because"])
    subscription = found.subscription
    publish(
        PromotionWithdrawn(
            customer=subscription.customer.number,
            subscription=subscription.number,
            on=found.withdrawn_on,
            promotion=promotion,
            reason=reason,
        )
    )


@action(
    permission="subscriptions.edit",
    label=Text("Redonner une promotion retirée", "Give a withdrawn promotion back"),
    undo="subscriptions.withdraw_promotion",
    fields=_PROMOTION,
)
def restore_promotion(promotion: PromotionId, *, reason: Reason) -> None:
    """Let a withdrawn promotion count again with the cycles it had left; days charged without it stay."""
    found = _promotion(promotion)
    if found.withdrawn_on is None:
        raise PromotionNotWithdrawn(promotion=promotion)
    found.withdrawn_on, found.withdrawn_because = None, ""
    found.reason = f"{found.reason} · {reason}"[:255]
    found.save(update_fields=["withdrawn_on", "withdrawn_because", "reason"])
    subscription = found.subscription
    publish(
        PromotionRestored(
            customer=subscription.customer.number,
            subscription=subscription.number,
            on=clock.today(),
            promotion=promotion,
        )
    )


def _locked(number: str) -> Subscription:
    found = Subscription.objects.select_for_update(of=("self",)).filter(number=number).first()
    if found is None:
        raise NoSuchSubscription(subscription=number)
    return found


def _promotion(key: int) -> Promotion:
    """Return a promotion, its subscription locked first as the run locks it, or refuse."""
    number = Promotion.objects.filter(pk=key).values_list("subscription__number", flat=True).first()
    if number is None:
        raise NoSuchPromotion(promotion=key)
    _locked(number)
    return Promotion.objects.select_for_update().get(pk=key)
