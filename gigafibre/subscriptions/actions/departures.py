"""A customer leaves a location: what ends there and when, in one go; and staying after all."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from gigafibre.crm import queries as crm
from gigafibre.kernel import clock, numbers
from gigafibre.kernel.context import rule
from gigafibre.kernel.events import publish
from gigafibre.kernel.refs import CustomerRef, Line, LocationRef, Reason, SubscriptionRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.subscriptions import changing, departing, planning
from gigafibre.subscriptions.early_termination import Waived
from gigafibre.subscriptions.errors import (
    DepartureNotOpen,
    LeavesAlready,
    LeavesOnePlace,
    NothingToLeave,
    OtherCustomersLocation,
    WrongState,
)
from gigafibre.subscriptions.events import (
    DepartureAnnounced,
    DepartureWithdrawn,
    MoveAnnounced,
    RemovalWanted,
    ReturnOverdue,
)
from gigafibre.subscriptions.labels import DEPARTURE_STATES
from gigafibre.subscriptions.models import Commitment, Departure, Subscription, SubscriptionChange
from gigafibre.subscriptions.refs import DepartureRef
from gigafibre.subscriptions.states import STATES, before

Services = Annotated[list[SubscriptionRef], Field(min_length=1, max_length=50)]
Device = Annotated[str, Field(pattern=r"^EQP-\d+$", max_length=40)]
_NOTICE = Text(
    "aucun préavis n’est exigé : le contrat prend fin à l’envoi de l’avis ou au jour dit",
    "no notice is asked for: the contract ends when notice is sent, or on the day said",
)


@action(
    permission="subscriptions.edit",
    label=Text("Annoncer un départ", "Announce a departure"),
    harmful=True,
    undo="subscriptions.withdraw_departure",
    fields={
        "customer": Text("Client", "Customer"),
        "location": Text("Lieu de service (vide : le seul qu’il a)", "Service location (empty: the only one he has)"),
        "services": Text("Services (vide : tous)", "Services (empty: all)"),
        "last_day": Text("Dernier jour de service", "Last day of service"),
        "visit": Text("Un technicien reprend l’équipement", "A technician takes the equipment back"),
        "removal_on": Text("Retrait le (vide : le dernier jour)", "Removal on (empty: the last day)"),
        "claims_early_end": Text(
            "Facturer la fin anticipée, au maximum légal", "Charge the early end, at the legal maximum"
        ),
        "waived": Text("Rien n’est dû pour la fin anticipée, parce que", "Nothing is owed for an early end, because"),
        "asked_by": Text("Demandé par (vide : le client)", "Asked by (empty: the customer)"),
        "reason": Text("Motif", "Reason"),
    },
)
def announce_departure(
    customer: CustomerRef,
    *,
    location: LocationRef | None = None,
    services: Services | None = None,
    last_day: datetime.date,
    visit: bool = True,
    removal_on: datetime.date | None = None,
    claims_early_end: bool = False,
    waived: Waived | None = None,
    asked_by: Annotated[Line, Field(max_length=120)] = "",
    reason: Reason,
) -> str:
    """End what a customer has at a location after its last day, all of it or some; returns the departure's number.

    A day to come is planned, one that is over ends at once. Days paid beyond are credited, those not charged yet are
    charged, the last invoice follows. What an early end may cost by law is said, and charged only when asked for.
    """
    place, leaving = what_leaves(customer, location, services)
    rule("subscriptions.notice", "Consumer Protection Act, s. 214.6", _NOTICE, passed=True)
    made = Departure.objects.create(
        number=numbers.take_one("departure"),
        customer_id=crm.customer(customer).id,
        location_id=place,
        last_day=last_day,
        removal_on=(removal_on or last_day) if visit else None,
        claims_early_end=claims_early_end,
        asked_by=asked_by,
        reason=reason[:255],
    )
    ends = last_day + datetime.timedelta(days=1)
    planned = []
    for found in leaving:
        if waived is not None:
            Commitment.objects.filter(subscription=found).update(waived=waived)
        departing.say_what_an_early_end_costs(found.number, ends, named=found.number)
        planned.append(_planned(made, found, "end", ends))
    publish(DepartureAnnounced(**departing.about(made)))
    if made.removal_on is not None:
        publish(RemovalWanted(**departing.about(made), on=max(made.removal_on, clock.today())))
    if ends <= clock.today():
        for change in planned:
            changing.apply(change)
    return made.number


@action(
    permission="subscriptions.edit",
    label=Text("Retirer un départ", "Withdraw a departure"),
    undo="subscriptions.announce_departure",
    fields={"departure": Text("Départ", "Departure"), "reason": Text("Motif", "Reason")},
)
def withdraw_departure(departure: DepartureRef, *, reason: Reason) -> None:
    """Let a customer stay after all, until his last day is over: his services go on as if nothing had been planned."""
    concerned = Subscription.objects.filter(changes__departure__number=departure).order_by("pk").distinct()
    for number in concerned.values_list("number", flat=True):
        planning.ready(number)
    found = departing.locked(departure)
    changes = SubscriptionChange.objects.select_for_update(of=("self",)).filter(departure=found).order_by("pk")
    parts = list(changes)
    if found.state != "announced" or any(part.state != "planned" for part in parts):
        state = DEPARTURE_STATES["over" if found.state == "announced" else found.state]
        raise DepartureNotOpen(departure=departure, state=state)
    told = departing.about(found)
    for part in parts:
        changing.withdraw(part, reason)
    found.state, found.withdrawn_because = "withdrawn", reason[:255]
    found.save(update_fields=["state", "withdrawn_because"])
    publish(DepartureWithdrawn(**told, reason=reason))


@action(
    permission="subscriptions.edit",
    label=Text("Noter le retour de l’équipement d’un départ", "Record the return of a departure’s equipment"),
    fields={
        "departure": Text("Départ", "Departure"),
        "devices": Text("Appareils non rendus (vide : tout est là)", "Devices not back (empty: all are)"),
    },
)
def settle_return(departure: DepartureRef, *, devices: Annotated[list[Device], Field(max_length=100)]) -> None:
    """Note, once, which devices did not come back in the days allowed; with some, a person is told."""
    found = departing.locked(departure)
    if found.state != "over" or found.over_on is None or found.reminded_on is not None:
        return
    found.reminded_on = clock.today()
    found.save(update_fields=["reminded_on"])
    if devices:
        days = (clock.today() - found.over_on).days + 1
        publish(ReturnOverdue(**departing.about(found), days=days, devices=devices))


def plan_move(
    customer: str,
    *,
    location: str | None,
    services: Sequence[str] | None,
    to: str,
    on: datetime.date,
    drop: str,
    devices: Literal["come_along", "exchanged"],
    removal_on: datetime.date | None,
    asked_by: str,
    reason: str,
    prices: Mapping[str, Decimal],
) -> str:
    """Let what a customer has at a location be served at another of his from a day on; returns the departure's number.

    `prices` are those of services that cost something else there. Who may be served is the network's to say, before.
    """
    place, leaving = what_leaves(customer, location, services)
    made = Departure.objects.create(
        number=numbers.take_one("departure"),
        customer_id=crm.customer(customer).id,
        location_id=place,
        moves_to_id=crm.location(to).id,
        drop=drop,
        devices=devices,
        last_day=on - datetime.timedelta(days=1),
        removal_on=removal_on or on,
        asked_by=asked_by,
        reason=reason[:255],
    )
    planned = [_planned(made, found, "move", on) for found in leaving]
    planned += [_planned(made, found, "price", on, prices[found.number]) for found in leaving if found.number in prices]
    publish(MoveAnnounced(**departing.about(made), **departing.where_to(made)))
    publish(RemovalWanted(**departing.about(made), on=max(removal_on or on, clock.today())))
    if on <= clock.today():
        for change in planned:
            changing.apply(change)
    return made.number


def as_if_over(departure: str) -> None:
    """End what a departure plans, on its day, before that day: only to look ahead (`kernel.preview.suppose`)."""
    for part in SubscriptionChange.objects.filter(departure__number=departure, state="planned").order_by("pk"):
        changing.apply(part)


def what_leaves(customer: str, location: str | None, services: Sequence[str] | None) -> tuple[int, list[Subscription]]:
    """Return the one location that is left and what leaves it, locked in the order of keys; or refuse."""
    owner = crm.customer(customer)
    place = crm.location(location) if location else None
    if place is not None and place.customer_id != owner.id:
        raise OtherCustomersLocation(location=location, customer=customer)
    chosen = Subscription.objects.filter(customer_id=owner.id).exclude(state="cancelled")
    if services is not None:
        chosen = Subscription.objects.filter(number__in=services)
    if place is not None and services is None:
        chosen = chosen.filter(location_id=place.id)
    found = [planning.ready(number) for number in chosen.order_by("pk").values_list("number", flat=True)]
    missing = set(services or ()) - {each.number for each in found if each.customer_id == owner.id}
    if not found or missing:
        raise NothingToLeave(customer=f"{customer} ({', '.join(sorted(missing))})" if missing else customer)
    places = {each.location_id: each.location.number for each in found}
    if len(places) > 1:
        raise LeavesOnePlace(places=", ".join(sorted(places.values())))
    for each in found:
        if each.state == "cancelled":
            raise WrongState(subscription=each.number, state=STATES[each.state], wanted=before("cancelled"))
        leaves = each.changes.filter(departure__isnull=False, kind__in=departing.LEAVES, state="planned").first()
        if leaves is not None and leaves.departure is not None:
            raise LeavesAlready(subscription=each.number, departure=leaves.departure.number)
    return next(iter(places)), found


def _planned(
    departure: Departure, found: Subscription, kind: str, on: datetime.date, price: Decimal | None = None
) -> SubscriptionChange:
    """Write down a part of a departure."""
    where = departure.moves_to if kind == "move" else None
    return planning.plan(found, kind, on, reason=departure.reason, price=price, location=where, departure=departure)
