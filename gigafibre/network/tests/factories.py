"""Drops and devices, for tests of this app and of those above."""

from __future__ import annotations

from datetime import date, datetime
from itertools import count
from typing import Any

from psycopg.types.range import TimestamptzRange

from gigafibre.network.models import Drop, Equipment, Interest, IpAssignment, Olt, UsageDay
from gigafibre.subscriptions.tests.factories import a_subscription

_numbers = count(70_001)


def an_olt(name: str = "OLT-EAST", **more: Any) -> Olt:
    """Return a terminal by its name."""
    return Olt.objects.get_or_create(name=name, defaults={"vendor": "Huawei", **more})[0]


def a_drop(civic: str = "1482", street: str = "chemin de la Rivière", **more: Any) -> Drop:
    """Make a serviceable address of Sainte-Clotilde, without a port unless given."""
    values = {"number": f"DROP-{next(_numbers)}", "city": "Sainte-Clotilde", "postal_code": "J0L 1W0", **more}
    made: Drop = Drop.objects.create(civic=civic, street=street, **values)
    return made


def a_plugged_drop(civic: str = "1482", street: str = "chemin de la Rivière", **more: Any) -> Drop:
    """Make a serviceable address on a port of OLT-EAST, under an ONT id of its own."""
    values = {"olt": an_olt(), "frame": 0, "slot": 1, "port": 3, **more}
    if "ont_id" not in values:
        values["ont_id"] = next(_numbers) % 128
    return a_drop(civic, street, **values)


def a_device(kind: str = "ont", **more: Any) -> Equipment:
    """Make a device in stock with a serial and a MAC of its own; elsewhere, say its state and place."""
    number = next(_numbers)
    values: dict[str, Any] = {
        "number": f"EQP-{number}",
        "serial": f"TPLG{number:08X}",
        "mac": f"a42bb0{number:06x}",
        "model": "XX230v",
        "manufacturer": "TP-Link",
        "state": "active" if more.get("location") else "in_stock",
    }
    if not more.get("location") and more.get("state") != "lost":
        values["stock_place"] = "Entrepôt"
    made: Equipment = Equipment.objects.create(kind=kind, **{**values, **more})
    return made


def an_interest(email: str = "sylvie@exemple.ca", address: str = "12, rang Double, Howick", **more: Any) -> Interest:
    """Put somebody on the interest list."""
    made: Interest = Interest.objects.create(
        email=email, address=address, **{"consent_words": "J’accepte d’être avisé.", **more}
    )
    return made


def interests() -> list[tuple[str, str]]:
    """Return the state and email of everybody on the interest list, the first first."""
    return list(Interest.objects.order_by("id").values_list("state", "email"))


def an_assignment(address: str, since: datetime, until: datetime | None = None, **more: Any) -> IpAssignment:
    """Give an address from a moment on: to a subscription of its own unless told whose."""
    if "customer" not in more:
        served = more.get("subscription") or a_subscription()
        more = {"location": served.location, **more, "subscription": served, "customer": served.customer}
    made: IpAssignment = IpAssignment.objects.create(address=address, during=TimestamptzRange(since, until), **more)
    return made


def used(subscription: Any, day: date, by_day: int, by_night: int = 0) -> UsageDay:
    """Let a subscription use so many bytes on a day."""
    made: UsageDay = UsageDay.objects.create(subscription=subscription, day=day, bytes_day=by_day, bytes_night=by_night)
    return made


def kept_traffic() -> tuple[set[str], set[date]]:
    """Return the addresses and the days of usage that stand."""
    addresses = set(IpAssignment.objects.values_list("address", flat=True))
    return addresses, set(UsageDay.objects.values_list("day", flat=True))
