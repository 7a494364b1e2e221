"""A customer's services are served elsewhere: the drops and the devices follow."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from gigafibre.crm import queries as crm
from gigafibre.kernel import clock
from gigafibre.kernel.refs import LocationRef, Reason, SubscriptionRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.network import queries
from gigafibre.network.actions.equipment import move_equipment
from gigafibre.network.actions.plant import connect_drop, free_location
from gigafibre.network.refs import DropRef
from gigafibre.subscriptions import queries as subscriptions


@action(
    permission="network.edit",
    label=Text("Suivre un déménagement", "Follow a move"),
    fields={
        "location": Text("Ancien lieu", "Old location"),
        "to": Text("Nouveau lieu", "New location"),
        "drop": Text("Prise du nouveau lieu", "Drop of the new location"),
        "services": Text("Abonnements qui déménagent", "Subscriptions that move"),
        "devices": Text("Appareils", "Devices"),
        "reason": Text("Raison", "Reason"),
    },
)
def follow_move(
    location: LocationRef,
    *,
    to: LocationRef,
    drop: DropRef,
    services: Annotated[list[SubscriptionRef], Field(max_length=50)],
    devices: Literal["come_along", "exchanged"],
    reason: Reason,
) -> None:
    """Disconnect the old location, connect the new one, and take along the devices that come along. Asked twice: once.

    Nothing happens once none of the services is served at the new location any more.
    """
    place = crm.location(to).id
    heads = [subscriptions.subscription(number, on=clock.today()) for number in services]
    there = [one.number for one in heads if one.location_id == place and one.state != "cancelled"]
    if not there:
        return
    over_the_fibre = [one.subscription for one in queries.drops_at(location) if one.subscription in there]
    along = [one for one in queries.devices_leaving(location, services) if one.state == "active"]
    free_location(location, leaving=services, reason=reason)
    if queries.drop(drop).location != to:
        served = (over_the_fibre or [queries.served_at(to) or there[0]])[0]
        connect_drop(drop, location=to, subscription=served)
    for device in along if devices == "come_along" else ():
        served_by = device.subscription if device.subscription in there else None
        move_equipment(device.number, location=to, subscription=served_by, reason=reason)
