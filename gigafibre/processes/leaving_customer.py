"""From "I am leaving" to the last invoice, in the order in which it happens."""

from __future__ import annotations

from gigafibre.billing import actions as billing
from gigafibre.dispatch import actions as dispatch
from gigafibre.dispatch.events import ChainCompleted
from gigafibre.identity.notices import notify
from gigafibre.identity.queries import who_may
from gigafibre.kernel.deliver import come_after
from gigafibre.kernel.events import on
from gigafibre.kernel.preview import suppose
from gigafibre.messaging import actions as messaging
from gigafibre.network import actions as network
from gigafibre.network import queries as plant
from gigafibre.processes import service_to_invoice
from gigafibre.processes.words import departures as words
from gigafibre.subscriptions import actions as subscriptions
from gigafibre.subscriptions import queries as services
from gigafibre.subscriptions.events import (
    DepartureAnnounced,
    DepartureOver,
    DepartureWithdrawn,
    RemovalWanted,
    ReturnOverdue,
)
from gigafibre.support import actions as support


@on(DepartureAnnounced)
def acknowledge_the_departure(event: DepartureAnnounced) -> None:
    """The customer gets one acknowledgement: what ends, when, what he gives back."""
    messaging.send_message(
        event.customer,
        template="leaving.acknowledged",
        related=f"location:{event.location}",
        dedupe_key=f"departure:{event.departure}:announced",
        variables=words.told_to_the_customer(event),
    )


@on(DepartureAnnounced)
def say_what_the_end_comes_to(event: DepartureAnnounced) -> None:
    """Whoever looks first sees the days credited or charged, the last invoice to the cent, the devices expected."""
    words.say_what_comes_back(event)
    words.say_the_last_invoice(event, suppose(lambda: subscriptions.as_if_over(event.departure)))


@on(RemovalWanted)
def send_for_the_equipment(event: RemovalWanted) -> None:
    """A job stands, on the day wished, to take the devices back."""
    dispatch.make_chain(
        event.departure,
        customer=event.customer,
        location=event.location,
        kind="removal",
        appointment=event.on,
        instructions=words.to_take_back(event),
    )


@on(DepartureWithdrawn)
def send_nobody(event: DepartureWithdrawn) -> None:
    """He stays: nobody goes to take his devices."""
    dispatch.cancel_chain(event.departure, kind="removal", reason=event.reason)


@on(DepartureWithdrawn)
def acknowledge_that_he_stays(event: DepartureWithdrawn) -> None:
    """He is told that his services go on, once."""
    messaging.send_message(
        event.customer,
        template="leaving.withdrawn",
        related=f"location:{event.location}",
        dedupe_key=f"departure:{event.departure}:withdrawn",
    )


@on(ChainCompleted)
def free_the_address_once_the_devices_are_back(event: ChainCompleted) -> None:
    """When the devices are taken back, the address may be sold again."""
    for departure in services.departures_named(event.contract) if event.kind == "removal" else ():
        network.free_location(departure.location, leaving=departure.subscriptions, reason=words.FREED)


@on(DepartureOver)
def free_the_address(event: DepartureOver) -> None:
    """When nothing is served there any more, with or without a visit, the address may be sold again."""
    network.free_location(event.location, leaving=event.subscriptions, reason=words.FREED)


@on(DepartureOver)
def issue_the_last_invoice(event: DepartureOver) -> None:
    """Once every day is settled: the early end, if it is claimed, and the last invoice or credit note, at once."""
    come_after(
        service_to_invoice.charge_what_was_served_before,
        service_to_invoice.credit_what_was_paid_beyond_the_end,
        subjects=[f"subscription:{number}" for number in event.subscriptions],
    )
    for claimed in event.claims:
        billing.charge_early_end(claimed)
    billing.bill_last(event.customer)


@on(ReturnOverdue)
def ask_a_person_to_fetch_them(event: ReturnOverdue) -> None:
    """Devices that did not come back: an issue is open, and those who handle equipment hear of it; nothing is charged.

    Whether the contract lets one charge them is a person's to say.
    """
    said = words.not_given_back(event)
    support.open_issue(
        event.customer,
        kind="cancellation",
        subject=words.NOT_BACK,
        location=event.location,
        details=f"{said.fr}\n{said.en}",
        source="monitor",
        contract=event.departure,
    )
    notify(who_may("network.equip"), said, kind="departure", url=f"/customers/{event.customer}")


def ask_for_what_is_not_back() -> None:
    """Each night: departures whose days to give devices back are over are looked at, once each."""
    for departure in services.departures_to_remind():
        devices = plant.devices_leaving(departure.location, departure.subscriptions)
        subscriptions.settle_return(departure.number, devices=[device.number for device in devices])
