"""Who had an address at a moment: asked by police and abuse desks, answered to who says why."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from gigafibre.kernel.refs import Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.shown_once import ShownOnce
from gigafibre.kernel.text import Text
from gigafibre.network import traffic
from gigafibre.network.refs import HostAddress, PastMoment


@dataclass(frozen=True)
class Holder:
    """Who had an address at a moment (`held`), from when until when; who and where is told once and kept nowhere.

    `over_on`: his service had ended by then, so he may not have had it any more. Of nobody's: whether the address was
    `ever_known`, and since when anything is kept.
    """

    address: str
    moment: datetime.datetime
    held: bool
    customer: ShownOnce
    customer_name: ShownOnce
    subscription: ShownOnce
    location: ShownOnce
    place: ShownOnce
    since: datetime.datetime | None
    until: datetime.datetime | None
    over_on: datetime.date | None
    ever_known: bool
    kept_since: datetime.date | None


@action(
    permission="network.trace",
    label=Text("Dire qui avait une adresse IP", "Say who had an IP address"),
    fields={
        "address": Text("Adresse IP", "IP address"),
        "moment": Text("À ce moment", "At this moment"),
        "reason": Text("Raison (numéro du dossier, de l’ordonnance)", "Reason (number of the file, of the order)"),
    },
)
def trace_address(address: HostAddress, *, moment: PastMoment, reason: Reason) -> Holder:
    """Say who had an address at a moment, to somebody who says why: who asked, what and why stays in the trail."""
    found = traffic.whose(address, moment)
    kept = traffic.kept_since()
    if found is None:
        known = traffic.ever_known(address)
        return Holder(address, moment, False, "", "", "", "", "", None, None, None, known, kept)
    return Holder(
        address,
        moment,
        True,
        found.customer,
        found.customer_name,
        found.subscription,
        found.location,
        found.place,
        found.since,
        found.until,
        found.over_on,
        True,
        kept,
    )
