"""Connecting a service location by its address, without anybody looking its drop up."""

from __future__ import annotations

from gigafibre.crm import queries as crm
from gigafibre.kernel.refs import LocationRef, SubscriptionRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.network import eligibility, queries
from gigafibre.network.actions.plant import connect_drop


@action(
    permission="network.edit",
    label=Text("Raccorder un lieu de service", "Connect a service location"),
    undo="network.disconnect_drop",
    fields={
        "location": Text("Lieu de service", "Service location"),
        "subscription": Text("Abonnement", "Subscription"),
    },
)
def connect_location(location: LocationRef, *, subscription: SubscriptionRef | None = None) -> str:
    """Connect the one free drop with a port that passes a location's address; returns its number.

    "" when the location is connected already, or when no drop, several, or only one without a port pass its address:
    then a person chooses (`connect_drop`).
    """
    place = crm.location(location)
    if queries.drops_at(location):
        return ""
    found = eligibility.find(place.address).chosen
    if found is None or found.state != "serviceable" or not found.olt or found.ont_id is None:
        return ""
    connect_drop(found.number, location=location, subscription=subscription)
    return found.number
