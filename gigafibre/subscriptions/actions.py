"""The face of subscriptions for writing: one function per verb.

What a verb means for money is billing's: `processes/` hands the facts over.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from gigafibre.catalog import queries as catalog
from gigafibre.crm import queries as crm
from gigafibre.kernel import clock, numbers
from gigafibre.kernel.money import UnitPrice
from gigafibre.kernel.periods import period_of
from gigafibre.kernel.refs import CustomerRef, ItemRef, LocationRef, Reason, SubscriptionRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.subscriptions import changing
from gigafibre.subscriptions.errors import (
    BeforeItBegan,
    ChangeIncomplete,
    DayToCome,
    NoSuchChange,
    NoSuchSubscription,
    NothingToSubscribe,
    OtherCustomersLocation,
    TooFarAway,
    WrongState,
)
from gigafibre.subscriptions.models import Subscription, SubscriptionChange
from gigafibre.subscriptions.states import STATES, before

Interval = Literal[1, 3, 6, 12]
Quantity = Annotated[Decimal, Field(gt=0, max_digits=10, decimal_places=3)]
ChangeKind = Literal["price", "item", "pause", "resume", "suspend", "end"]
Contract = Annotated[str, Field(max_length=32)]

YEARS_AHEAD = 3

_DATED = {"subscription": Text("Abonnement", "Subscription"), "on": Text("À partir du", "From")}
_FIELDS = _DATED | {"reason": Text("Motif", "Reason")}


class ChangesSettled(BaseModel):
    """How many planned changes were applied, and how many refused."""

    applied: int
    refused: int


@action(
    permission="subscriptions.edit",
    label=Text("Créer un abonnement", "Create a subscription"),
    undo="subscriptions.cancel_subscription",
    fields={
        "customer": Text("Client", "Customer"),
        "location": Text("Lieu de service", "Service location"),
        "item": Text("Article", "Item"),
        "quantity": Text("Quantité", "Quantity"),
        "interval_months": Text("Mois par période", "Months per period"),
        "price": Text("Prix convenu", "Agreed price"),
        "reason": Text("Motif du prix convenu", "Reason of the agreed price"),
        "contract": Text("Contrat", "Contract"),
        "committed_until": Text("Engagé jusqu’au", "Committed until"),
    },
)
def create_subscription(
    customer: CustomerRef,
    *,
    location: LocationRef,
    item: ItemRef,
    quantity: Quantity = Decimal(1),
    interval_months: Interval = 1,
    price: UnitPrice | None = None,
    reason: Annotated[str, Field(max_length=255)] = "",
    contract: Contract = "",
    committed_until: datetime.date | None = None,
) -> str:
    """Prepare what a customer will have at a location, pending until it is activated; returns its number."""
    owner, place = crm.customer(customer), crm.location(location)
    if place.customer_id != owner.id:
        raise OtherCustomersLocation(location=location, customer=customer)
    sold = catalog.item(item, on=clock.today())
    if sold.kind not in {"recurring", "discount"}:
        raise NothingToSubscribe(item=item)
    if price is not None and len(reason) < 3:
        raise ChangeIncomplete(what=_FIELDS["reason"])
    made = Subscription.objects.create(
        number=numbers.take_one("subscription"),
        customer_id=owner.id,
        location_id=place.id,
        item_id=sold.id,
        quantity=quantity,
        interval_months=interval_months,
        anchor=clock.today(),
        price_override=price,
        price_reason=reason if price is not None else "",
        contract=contract,
        committed_until=committed_until,
    )
    return made.number


@action(
    permission="subscriptions.edit",
    label=Text("Activer un abonnement", "Activate a subscription"),
    undo="subscriptions.cancel_subscription",
    fields=_DATED,
)
def activate_subscription(subscription: SubscriptionRef, *, on: datetime.date | None = None) -> None:
    """Begin to serve and charge a pending subscription; the first invoice goes to the customer's next billing day."""
    found = _locked(subscription)
    day = _come(on)
    changing.activate(found, day, anchor=_next_billing_day(day, found.customer.billing_day))


@action(
    permission="subscriptions.edit",
    label=Text("Suspendre un abonnement", "Suspend a subscription"),
    harmful=True,
    undo="subscriptions.reactivate_subscription",
    fields=_FIELDS | {"keep_charging": Text("Continuer à facturer", "Keep charging")},
)
def suspend_subscription(
    subscription: SubscriptionRef, *, reason: Reason, on: datetime.date | None = None, keep_charging: bool = False
) -> None:
    """Stop serving a subscription; charging stops and the rest is credited, unless it is kept."""
    changing.suspend(_locked(subscription), _come(on), reason=reason, keep_charging=keep_charging)


@action(
    permission="subscriptions.edit",
    label=Text("Mettre en pause", "Pause a subscription"),
    undo="subscriptions.reactivate_subscription",
    fields=_DATED | {"until": Text("Jusqu’au (exclu)", "Until (without that day)")},
)
def pause_subscription(
    subscription: SubscriptionRef, *, until: datetime.date | None = None, on: datetime.date | None = None
) -> None:
    """Rest a subscription for a season: only active days are charged; it begins again by itself on the day given."""
    found, day = _locked(subscription), _come(on)
    if until is not None:
        _not_before(found, day, until)
    changing.pause(found, day, until=until)


@action(
    permission="subscriptions.edit",
    label=Text("Réactiver un abonnement", "Reactivate a subscription"),
    undo="subscriptions.suspend_subscription",
    fields=_DATED,
)
def reactivate_subscription(subscription: SubscriptionRef, *, on: datetime.date | None = None) -> None:
    """Serve a suspended or paused subscription again; days it was not charged stay uncharged."""
    found = _locked(subscription)
    if found.state == "pending":
        raise WrongState(subscription=subscription, state=STATES["pending"], wanted=STATES["suspended"])
    changing.reactivate(found, _come(on))
    # The end of a pause was planned; now it has come.
    SubscriptionChange.objects.filter(subscription=found, kind="resume", state="planned").update(
        state="withdrawn", settled_at=clock.now()
    )


@action(
    permission="subscriptions.edit",
    label=Text("Résilier un abonnement", "Cancel a subscription"),
    harmful=True,
    fields=_FIELDS,
)
def cancel_subscription(subscription: SubscriptionRef, *, reason: Reason, on: datetime.date | None = None) -> None:
    """End a subscription: the day is the first without it; what was paid beyond is credited. One to come is planned."""
    found, day = _locked(subscription), on or clock.today()
    if day > clock.today():
        if found.state == "cancelled":
            raise WrongState(subscription=subscription, state=STATES[found.state], wanted=before("cancelled"))
        _plan(found, "end", day, reason=reason)
        return
    changing.cancel(found, day, reason=reason)


@action(
    permission="subscriptions.edit",
    label=Text("Planifier un changement", "Plan a change"),
    undo="subscriptions.withdraw_change",
    fields=_FIELDS
    | {
        "kind": Text("Genre", "Kind"),
        "item": Text("Article", "Item"),
        "price": Text("Prix", "Price"),
        "until": Text("Jusqu’au (exclu)", "Until (without that day)"),
    },
)
def plan_change(
    subscription: SubscriptionRef,
    *,
    kind: ChangeKind,
    on: datetime.date,
    reason: Reason,
    item: ItemRef | None = None,
    price: UnitPrice | None = None,
    until: datetime.date | None = None,
) -> int:
    """Plan a dated change of price, item, or service; one whose day has come is applied at once. Returns its id."""
    found = _locked(subscription)
    if kind == "price" and price is None:
        raise ChangeIncomplete(what=Text("le prix", "the price"))
    if kind == "item" and item is None:
        raise ChangeIncomplete(what=Text("l’article", "the item"))
    sold = catalog.item(item, on=on).id if item is not None and kind == "item" else None
    if until is not None:
        _not_before(found, on, until)
    price_given = price if kind in {"price", "item"} else None
    planned = _plan(found, kind, on, reason=reason, item_id=sold, price=price_given, until=until)
    if on <= clock.today():
        changing.settle(planned)
    return int(planned.pk)


@action(
    permission="subscriptions.edit",
    label=Text("Retirer un changement planifié", "Withdraw a planned change"),
    fields={"change": Text("Changement", "Change"), "reason": Text("Motif", "Reason")},
)
def withdraw_change(change: Annotated[int, Field(ge=1)], *, reason: Reason) -> None:
    """Take back a planned change that has not come yet; it stays on record, withdrawn."""
    found = SubscriptionChange.objects.select_for_update().filter(pk=change, state="planned").first()
    if found is None:
        raise NoSuchChange(change=change)
    found.state, found.settled_at = SubscriptionChange.State.WITHDRAWN, clock.now()
    found.reason = f"{found.reason} · {reason}"[:255]
    found.save(update_fields=["state", "settled_at", "reason"])


@action(
    permission="subscriptions.edit",
    label=Text("Fixer un prix convenu", "Set an agreed price"),
    fields=_FIELDS | {"price": Text("Prix (vide : celui de l’article)", "Price (empty: the item's)")},
)
def set_price_override(
    subscription: SubscriptionRef,
    *,
    reason: Reason,
    price: UnitPrice | None = None,
    on: datetime.date | None = None,
) -> None:
    """Give a subscription a price of its own, or the item's again; days already charged from then on are adjusted."""
    found, day = _locked(subscription), _come(on)
    if found.state == "pending":
        found.price_override, found.price_reason = price, reason if price is not None else ""
        found.save(update_fields=["price_override", "price_reason"])
        return
    changing.change(found, day, item_id=None, price=price, reason=reason)


@action(
    permission="subscriptions.edit",
    label=Text("Appliquer les changements dus", "Apply the changes that are due"),
    fields={"until": Text("Jusqu’au", "Up to")},
)
def apply_due_changes(until: datetime.date | None = None) -> ChangesSettled:
    """Settle every planned change whose day has come, oldest first: each ends applied, or refused with a reason."""
    day = _come(until)
    due = SubscriptionChange.objects.filter(state="planned", on__lte=day).order_by("on", "pk")
    states = [changing.settle(planned) for planned in due]
    applied = states.count(SubscriptionChange.State.APPLIED)
    return ChangesSettled(applied=applied, refused=len(states) - applied)


def _locked(number: str) -> Subscription:
    found = Subscription.objects.select_for_update(of=("self",)).filter(number=number).first()
    if found is None:
        raise NoSuchSubscription(subscription=number)
    return found


def _come(on: datetime.date | None) -> datetime.date:
    """Return the day, today unless given; a day to come takes a planned change."""
    day = on or clock.today()
    if day > clock.today():
        raise DayToCome(on=day)
    return day


def _not_before(found: Subscription, on: datetime.date, until: datetime.date) -> None:
    if until <= on:
        raise BeforeItBegan(subscription=found.number, began=on)


def _plan(
    found: Subscription,
    kind: str,
    on: datetime.date,
    *,
    reason: str,
    item_id: int | None = None,
    price: Decimal | None = None,
    until: datetime.date | None = None,
) -> SubscriptionChange:
    if found.started_on is not None and on < found.started_on:
        raise BeforeItBegan(subscription=found.number, began=found.started_on)
    if (until or on) > clock.today() + datetime.timedelta(days=366 * YEARS_AHEAD):
        raise TooFarAway(on=until or on, years=YEARS_AHEAD)
    if found.state == "cancelled":
        raise WrongState(subscription=found.number, state=STATES[found.state], wanted=STATES["active"])
    made: SubscriptionChange = SubscriptionChange.objects.create(
        subscription=found, kind=kind, on=on, until=until, item_id=item_id, price=price, reason=reason
    )
    return made


def _next_billing_day(day: datetime.date, billing_day: int) -> datetime.date:
    """Return the customer's first billing day on or after a day: what periods are cut from."""
    month = period_of(datetime.date(2000, 1, 31).replace(day=billing_day), 1, day)
    return month.start if month.start == day else month.end
