"""From "I am moving" to being served at the new address, in the order in which it happens.

It begins with `move_customer` (`actions/moving.py`), which asks first whether the new address is served.
"""

from __future__ import annotations

from gigafibre.dispatch import actions as dispatch
from gigafibre.kernel import clock
from gigafibre.kernel.events import on
from gigafibre.messaging import actions as messaging
from gigafibre.network import actions as network
from gigafibre.processes.words import departures as words
from gigafibre.subscriptions.events import DepartureWithdrawn, MoveAnnounced, MoveMade


@on(MoveAnnounced)
def acknowledge_the_move(event: MoveAnnounced) -> None:
    """The customer gets one acknowledgement: from where to where, and when."""
    messaging.send_message(
        event.customer,
        template="moving.acknowledged",
        related=f"location:{event.to}",
        dedupe_key=f"departure:{event.departure}:announced",
        variables={"on": event.on, "old_place": words.old_place(event)},
    )


@on(MoveAnnounced)
def send_who_installs(event: MoveAnnounced) -> None:
    """Jobs stand to install what he has at the new address; who takes back is sent as for one who leaves."""
    dispatch.make_chain(
        event.departure,
        customer=event.customer,
        location=event.to,
        kind="installation",
        appointment=max(event.on, clock.today()),
        instructions=words.to_install(event),
    )


@on(MoveMade)
def connect_the_new_address(event: MoveMade) -> None:
    """On the day, the new address is connected, the old one is free, and the devices that come along follow."""
    network.follow_move(
        event.location,
        to=event.to,
        drop=event.drop,
        services=event.subscriptions,
        devices=event.devices,
        reason=words.MOVED,
    )


@on(DepartureWithdrawn)
def install_nothing(event: DepartureWithdrawn) -> None:
    """He stays: nobody goes to the new address."""
    dispatch.cancel_chain(event.departure, kind="installation", reason=event.reason)
