"""From pending to cancelled: what becomes of a service, today or planned for a day to come."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from gigafibre.catalog import queries as catalog
from gigafibre.crm import queries as crm
from gigafibre.kernel import clock, numbers
from gigafibre.kernel.money import UnitPrice
from gigafibre.kernel.refs import CustomerRef, ItemRef, LocationRef, Reason, SubscriptionRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import add, follow, some
from gigafibre.kernel.text import Text
from gigafibre.subscriptions import changing, planning
from gigafibre.subscriptions.departing import say_what_an_early_end_costs
from gigafibre.subscriptions.early_termination import Waived
from gigafibre.subscriptions.errors import (
    ChangeIncomplete,
    KeepsChargingFromToday,
    NothingToSubscribe,
    OtherCustomersLocation,
    WrongState,
)
from gigafibre.subscriptions.models import Commitment, Subscription
from gigafibre.subscriptions.states import STATES, before

Interval = Literal[1, 3, 6, 12]
Quantity = Annotated[Decimal, Field(gt=0, max_digits=10, decimal_places=3)]
Contract = Annotated[str, Field(max_length=32)]

_DATED = {"subscription": Text("Abonnement", "Subscription"), "on": Text("À partir du", "From")}
FIELDS = _DATED | {"reason": Text("Motif", "Reason")}
_UNTIL = {"until": Text("Jusqu’au (exclu)", "Until (without that day)")}


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
        raise ChangeIncomplete(what=FIELDS["reason"])
    made = add(
        Subscription(
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
    )
    return made.number


@action(
    permission="subscriptions.edit",
    label=Text("Activer un abonnement", "Activate a subscription"),
    undo="subscriptions.cancel_subscription",
    undo_asks=True,
    fields=_DATED,
)
def activate_subscription(subscription: SubscriptionRef, *, on: datetime.date | None = None) -> None:
    """Begin to serve and charge a pending subscription; the first invoice goes to the customer's next billing day."""
    found = planning.ready(subscription)
    day = planning.come(on)
    owner = follow(follow(found, "customer").customer, "parent")
    changing.activate(found, day, anchor=planning.next_billing_day(day, (owner.parent or owner).billing_day))


@action(
    permission="subscriptions.edit",
    label=Text("Activer ce qu’un contrat prévoit", "Activate what a contract provides"),
    fields={"contract": Text("Contrat", "Contract"), "on": Text("À partir du", "From")},
)
def activate_contract(
    contract: Annotated[Contract, Field(min_length=1)], *, on: datetime.date | None = None
) -> list[str]:
    """Begin every pending service of a contract on one day; returns their numbers, none when all began before."""
    ordered = [found.number for found in some(Subscription, contract=contract, state="pending", lock=True)]
    for number in ordered:
        activate_subscription(number, on=on)
    return ordered


@action(
    permission="subscriptions.edit",
    label=Text("Suspendre un abonnement", "Suspend a subscription"),
    harmful=True,
    undo="subscriptions.reactivate_subscription",
    fields=FIELDS | {"keep_charging": Text("Continuer à facturer", "Keep charging")},
)
def suspend_subscription(
    subscription: SubscriptionRef, *, reason: Reason, on: datetime.date | None = None, keep_charging: bool = False
) -> None:
    """Stop serving a subscription from a day on (one to come is planned); the rest is credited unless still charged."""
    found, day = planning.ready(subscription), on or clock.today()
    if day > clock.today():
        if keep_charging:
            raise KeepsChargingFromToday(on=day)
        planning.plan(found, "suspend", day, reason=reason)
        return
    changing.suspend(found, day, reason=reason, keep_charging=keep_charging)


@action(
    permission="subscriptions.edit",
    label=Text("Mettre en pause", "Pause a subscription"),
    undo="subscriptions.reactivate_subscription",
    fields=_DATED | _UNTIL | {"reason": Text("Motif", "Reason")},
)
def pause_subscription(
    subscription: SubscriptionRef,
    *,
    on: datetime.date | None = None,
    until: datetime.date | None = None,
    reason: Annotated[str, Field(max_length=200)] = "",
) -> None:
    """Rest a subscription for a season, from a day (one to come is planned) up to a day: it begins again by itself.

    Only active days are charged, the equipment stays, and nothing is claimed meanwhile.
    """
    found, day = planning.ready(subscription), on or clock.today()
    if until is not None:
        planning.not_before(found, day, until)
    if day > clock.today():
        planning.plan(found, "pause", day, until=until, reason=reason or changing.SEASON)
        return
    changing.pause(found, day, until=until)


@action(
    permission="subscriptions.edit",
    label=Text("Réactiver un abonnement", "Reactivate a subscription"),
    undo="subscriptions.suspend_subscription",
    undo_asks=True,
    fields=_DATED,
)
def reactivate_subscription(subscription: SubscriptionRef, *, on: datetime.date | None = None) -> None:
    """Serve a suspended or paused subscription again (a day to come is planned); days not charged stay uncharged."""
    found, day = planning.ready(subscription), on or clock.today()
    if found.state == "pending":
        raise WrongState(subscription=subscription, state=STATES["pending"], wanted=changing.STOPPED)
    if day > clock.today():
        planning.plan(found, "resume", day, reason=changing.BACK)
        return
    changing.reactivate(found, day)


@action(
    permission="subscriptions.edit",
    label=Text("Résilier un abonnement", "Cancel a subscription"),
    harmful=True,
    fields=FIELDS
    | {"waived": Text("Rien n’est dû pour la fin anticipée, parce que", "Nothing is owed for an early end, because")},
)
def cancel_subscription(
    subscription: SubscriptionRef,
    *,
    on: datetime.date | None = None,
    reason: Reason,
    waived: Waived | None = None,
) -> None:
    """End a subscription: the day is the first without it; what was paid beyond is credited. One to come is planned.

    What an early end may cost by law is said with its arithmetic; it is charged only when a clerk asks for it.
    """
    found, day = planning.ready(subscription), on or clock.today()
    if found.state == "cancelled":
        raise WrongState(subscription=subscription, state=STATES[found.state], wanted=before("cancelled"))
    if waived is not None:
        Commitment.objects.filter(subscription=found).update(waived=waived)
    say_what_an_early_end_costs(subscription, day)
    if day > clock.today():
        planning.plan(found, "end", day, reason=reason)
        return
    changing.cancel(found, day, reason=reason)
