"""A customer's services taken to another address of his: asked of the network first, then planned."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from gigafibre.catalog.offers import plans_at
from gigafibre.crm import queries as crm
from gigafibre.kernel.refs import CustomerRef, Line, LocationRef, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.network import eligibility
from gigafibre.network.refs import DropRef
from gigafibre.processes.words import departures as words
from gigafibre.subscriptions import actions as subscriptions
from gigafibre.subscriptions import queries as services_there
from gigafibre.subscriptions.actions.departures import Services, what_leaves


@action(
    permission="subscriptions.edit",
    label=Text("Déménager un client", "Move a customer"),
    undo="subscriptions.withdraw_departure",
    undo_asks=True,
    fields={
        "customer": Text("Client", "Customer"),
        "location": Text("De (vide : le seul lieu servi)", "From (empty: the only place served)"),
        "to": Text("Nouveau lieu de service", "New service location"),
        "on": Text("Servi là dès le", "Served there from"),
        "services": Text("Services (vide : tous)", "Services (empty: all)"),
        "devices": Text("Appareils", "Devices"),
        "prices": Text("Prix", "Prices"),
        "drop": Text("Prise (vide : celle de l’adresse)", "Drop (empty: the address’s)"),
        "removal_on": Text("Retrait le (vide : ce jour-là)", "Removal on (empty: that day)"),
        "asked_by": Text("Demandé par (vide : le client)", "Asked by (empty: the customer)"),
        "reason": Text("Motif", "Reason"),
    },
)
def move_customer(
    customer: CustomerRef,
    *,
    location: LocationRef | None = None,
    to: LocationRef,
    on: datetime.date,
    services: Services | None = None,
    devices: Literal["come_along", "exchanged"] = "come_along",
    prices: Literal["kept", "of_the_new_address"] = "kept",
    drop: DropRef | None = None,
    removal_on: datetime.date | None = None,
    asked_by: Annotated[Line, Field(max_length=120)] = "",
    reason: Reason = "Déménagement",
) -> str:
    """Let a customer's services be served at another location of his from a day on; returns the departure's number.

    The new address must be served by fibre. No day is charged twice, none is left out; prices stay unless asked for.
    """
    place = crm.location(to)
    found = eligibility.serving(to, place.address, drop=drop or "")
    _, moving = what_leaves(customer, location, services)
    return subscriptions.plan_move(
        customer,
        location=location,
        services=services,
        to=to,
        on=on,
        drop=found.number,
        devices=devices,
        removal_on=removal_on,
        asked_by=asked_by,
        reason=reason,
        prices=_prices([one.number for one in moving], found, on) if prices == "of_the_new_address" else {},
    )


def _prices(moving: list[str], found: eligibility.Candidate, day: datetime.date) -> dict[str, Decimal]:
    """Return what costs something else at the new address: by subscription, the price of its plan there."""
    there = {plan.code: plan.price for plan in plans_at(found.zone, found.connection_type, on=day)}
    heads = [services_there.subscription(number, on=day) for number in moving]
    new = {one.number: there.get(services_there.plan_alone(one.number)) for one in heads}
    for one in heads:
        words.say_the_price(one, new[one.number])
    return {one.number: price for one in heads if (price := new[one.number]) is not None and price != one.unit_price}
