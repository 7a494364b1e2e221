"""Devices as the verbs handle them: locked in the order of their keys, recognised, hung, served, brought back."""

from __future__ import annotations

from django.db.models import Q

from gigafibre.kernel import settings
from gigafibre.kernel.context import rule
from gigafibre.kernel.rows import one, some, write
from gigafibre.kernel.text import Text
from gigafibre.network import queries
from gigafibre.network.errors import (
    EquipmentAmbiguous,
    EquipmentInOtherState,
    EquipmentKnown,
    NoSuchEquipment,
    ParentCircle,
)
from gigafibre.network.models import Equipment
from gigafibre.network.settings import STOCK_PLACE
from gigafibre.network.states import EQUIPMENT_STATES

State = Equipment.State
#: The columns that say where a device is and whom it serves.
PLACE = ["state", "location", "subscription", "stock_place"]
WIPED = ["username", "password"]


def locked(*wanted: str) -> list[Equipment]:
    """Return devices by number, locked in the order of their keys, in the order they are named; or refuse."""
    if len(wanted) == 1:
        alone = one(Equipment, number=wanted[0], lock=True)
        rows = [alone] if alone else []
    else:
        held = Equipment.objects.select_for_update(of=("self",))
        rows = list(held.filter(number__in=wanted).order_by("pk"))
    found = {device.number: device for device in rows}
    for number in wanted:
        if number not in found:
            raise NoSuchEquipment(equipment=number)
    return [found[number] for number in wanted]


def known(serial: str, mac: str, *, besides: Equipment | None = None) -> Equipment | None:
    """Return the device that has a serial or a MAC, locked; refuses when they are two devices'."""
    same = Q(pk__in=[])
    if serial:
        same |= Q(serial=serial)
    if mac:
        same |= Q(mac=mac)
    if serial and not mac and besides is None:
        found = some(Equipment, serial=serial, lock=True)
    else:
        rows = Equipment.objects.select_for_update(of=("self",)).filter(same).order_by("pk")
        found = list(rows.exclude(pk=besides.pk) if besides else rows)
    if len(found) > 1:
        by_serial = next(device for device in found if device.serial == serial)
        by_mac = next(device for device in found if device.mac == mac)
        raise EquipmentAmbiguous(serial=by_serial.number, mac=by_mac.number)
    if found:
        words = Text("connu : {e}", "known: {e}").with_(e=found[0].number)
        rule("network.one_device", "serial and MAC are unique", words, passed=besides is None)
        contradicts = (serial and found[0].serial not in {None, serial}) or (mac and found[0].mac not in {None, mac})
        if contradicts:
            raise EquipmentKnown(equipment=found[0].number, state=EQUIPMENT_STATES[found[0].state])
    return found[0] if found else None


def hang(found: Equipment, above: Equipment) -> None:
    """Plug a device behind another; refuses a circle (the database does, too)."""
    seen: Equipment | None = above
    while seen is not None:
        if seen.pk == found.pk:
            raise ParentCircle(equipment=found.number, parent=above.number)
        seen = seen.parent
    found.parent = above
    found.save(update_fields=["parent"])


def serve(found: Equipment, location_id: int, subscription_id: int | None) -> None:
    """Put a device in service at a location, for a subscription of it."""
    write(found, state=State.ACTIVE, stock_place="", location_id=location_id, subscription_id=subscription_id)


def bring_back(found: Equipment, stock_place: str | None, state: str) -> None:
    """Take a device to a stock place of ours: nobody is served by it, its credentials are wiped."""
    found.state, found.location_id, found.subscription_id = state, None, None
    found.stock_place = stock_place or found.stock_place or settings.get(STOCK_PLACE)
    found.username = found.password = ""
    found.save(update_fields=[*PLACE, *WIPED])


def refuse_unless(found: Equipment, *states: str) -> None:
    """Refuse when a device is in none of some states."""
    if found.state not in states:
        raise wrong_state(found, *states)


def wrong_state(found: Equipment, *states: str) -> EquipmentInOtherState:
    """Return the refusal that says where a device is and what the verb takes."""
    wanted = Text(
        " / ".join(EQUIPMENT_STATES[state].fr for state in states),
        " / ".join(EQUIPMENT_STATES[state].en for state in states),
    )
    at = queries.location_number(found.location_id) or found.stock_place
    where = Text(f" ({at})", f" ({at})") if at else Text("", "")
    return EquipmentInOtherState(
        equipment=found.number, state=EQUIPMENT_STATES[found.state], where=where, wanted=wanted
    )
