"""Devices: received, installed, moved, replaced, returned, out of order, lost and found; each move in the log."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.crm import queries as crm
from gigafibre.kernel import numbers, settings
from gigafibre.kernel.events import publish
from gigafibre.kernel.refs import LocationRef, Reason, SubscriptionRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.network import queries
from gigafibre.network.actions.plant import serving
from gigafibre.network.devices import (
    PLACE,
    State,
    bring_back,
    hang,
    known,
    locked,
    refuse_unless,
    serve,
    wrong_state,
)
from gigafibre.network.errors import EquipmentKnown, EquipmentUnidentified, NotReplaceable, OnePlaceOnly, SamePlace
from gigafibre.network.events import EquipmentInstalled, EquipmentReplaced, EquipmentReturned
from gigafibre.network.models import Equipment
from gigafibre.network.moves import because
from gigafibre.network.refs import EquipmentKind, EquipmentRef, IpAddress, Job, Mac, Serial, Short, StockPlace
from gigafibre.network.settings import STOCK_PLACE
from gigafibre.network.states import EQUIPMENT_KINDS, EQUIPMENT_STATES

EQUIPMENT = {"equipment": Text("Équipement", "Equipment")}
_WHY = {"reason": Text("Raison", "Reason"), "job": Text("Intervention", "Job")}
_STOCK = {"stock_place": Text("Endroit de stock (vide : l’habituel)", "Stock place (empty: the usual one)")}
_SERVES = {
    "location": Text("Lieu de service", "Service location"),
    "subscription": Text("Abonnement", "Subscription"),
}
FACTS = {
    "model": Text("Modèle", "Model"),
    "manufacturer": Text("Fabricant", "Manufacturer"),
    "firmware": Text("Micrologiciel", "Firmware"),
    "management_ip": Text("IP de gestion", "Management IP"),
}
Note = Annotated[str, Field(max_length=255)]


@action(
    permission="network.equip",
    label=Text("Recevoir un équipement", "Receive equipment"),
    fields={
        "kind": Text("Genre", "Kind"),
        "serial": Text("Numéro de série", "Serial number"),
        "mac": Text("Adresse MAC", "MAC address"),
        "note": Text("Note", "Note"),
    }
    | FACTS
    | _STOCK
    | _WHY,
)
def receive_equipment(
    kind: EquipmentKind,
    *,
    serial: Serial = "",
    mac: Mac = "",
    model: Short = "",
    manufacturer: Short = "",
    firmware: Short = "",
    management_ip: IpAddress = "",
    stock_place: StockPlace | None = None,
    note: Note = "",
    reason: Note = "",
    job: Job = "",
) -> str:
    """Take a device into stock: a new one, or one we know that is back (returned, lost, mended); returns its number."""
    if not serial and not mac:
        raise EquipmentUnidentified
    place = stock_place or settings.get(STOCK_PLACE)
    before = known(serial, mac)
    with because(reason, job):
        if before is None:
            made = Equipment.objects.create(
                number=numbers.take_one("equipment"),
                kind=kind,
                serial=serial or None,
                mac=mac or None,
                model=model,
                manufacturer=manufacturer,
                firmware=firmware,
                management_ip=management_ip or None,
                stock_place=place,
                note=note,
            )
            return made.number
        if before.state not in {State.RETURNED, State.LOST, State.DEFECTIVE} or before.location_id is not None:
            raise EquipmentKnown(equipment=before.number, state=EQUIPMENT_STATES[before.state])
        before.state, before.stock_place = State.IN_STOCK, place
        before.serial, before.mac = before.serial or serial or None, before.mac or mac or None
        before.save(update_fields=[*PLACE, "serial", "mac"])
    return before.number


@action(
    permission="network.equip",
    label=Text("Installer un équipement", "Install equipment"),
    undo="network.return_equipment",
    undo_asks=True,
    fields=EQUIPMENT | _SERVES | _WHY | {"parent": Text("Branché derrière", "Plugged behind")},
)
def install_equipment(
    equipment: EquipmentRef,
    *,
    location: LocationRef,
    subscription: SubscriptionRef | None = None,
    parent: EquipmentRef | None = None,
    reason: Note = "",
    job: Job = "",
) -> None:
    """Put a device from stock in service at a location, for one of its subscriptions."""
    place = crm.location(location)
    served = serving(subscription, place.id, location)
    found, above = locked(equipment, parent) if parent else (locked(equipment)[0], None)
    refuse_unless(found, State.IN_STOCK)
    if above is not None:
        hang(found, above)
    with because(reason, job):
        serve(found, place.id, served)
    publish(EquipmentInstalled(equipment=equipment, location=location, subscription=subscription or "", job=job))


@action(
    permission="network.equip",
    label=Text("Déplacer un équipement", "Move equipment"),
    undo="network.move_equipment",
    undo_asks=True,
    fields=EQUIPMENT | _SERVES | _WHY | {"stock_place": Text("Endroit de stock", "Stock place")},
)
def move_equipment(
    equipment: EquipmentRef,
    *,
    location: LocationRef | None = None,
    subscription: SubscriptionRef | None = None,
    stock_place: StockPlace | None = None,
    reason: Reason,
    job: Job = "",
) -> None:
    """Move a device in service to another location, or one of ours to another stock place; its state stays."""
    if (location is None) == (stock_place is None):
        raise OnePlaceOnly
    (found,) = locked(equipment)
    if location is not None:
        refuse_unless(found, State.ACTIVE)
        place = crm.location(location)
        served = serving(subscription, place.id, location)
        if (found.location_id, found.subscription_id) == (place.id, served):
            raise SamePlace(equipment=equipment)
        with because(reason, job):
            serve(found, place.id, served)
        publish(EquipmentInstalled(equipment=equipment, location=location, subscription=subscription or "", job=job))
        return
    if found.location_id is not None or found.state == State.LOST:
        raise wrong_state(found, State.IN_STOCK)
    if found.stock_place == stock_place:
        raise SamePlace(equipment=equipment)
    with because(reason, job):
        found.stock_place = stock_place or ""
        found.save(update_fields=PLACE)


@action(
    permission="network.equip",
    label=Text("Remplacer un équipement", "Replace equipment"),
    fields=EQUIPMENT
    | {"by": Text("Par", "By"), "defective": Text("L’ancien est défectueux", "The old one is defective")}
    | _STOCK
    | _WHY,
)
def replace_equipment(
    equipment: EquipmentRef,
    *,
    by: EquipmentRef,
    defective: bool = False,
    stock_place: StockPlace | None = None,
    reason: Reason,
    job: Job = "",
) -> None:
    """Put a device from stock where another serves; the old one comes back (or is defective) in the same breath."""
    old, new = locked(equipment, by)
    refuse_unless(old, State.ACTIVE, State.DEFECTIVE)
    if old.location_id is None:
        raise wrong_state(old, State.ACTIVE)
    refuse_unless(new, State.IN_STOCK)
    if old.kind != new.kind:
        raise NotReplaceable(old=EQUIPMENT_KINDS[old.kind], new=EQUIPMENT_KINDS[new.kind])
    location_id, served, was = old.location_id, old.subscription_id, queries.location_number(old.location_id)
    with because(reason, job):
        new.parent_id = old.parent_id if old.parent_id != new.pk else None
        Equipment.objects.filter(parent=old).exclude(pk=new.pk).update(parent=new)
        bring_back(old, stock_place, State.DEFECTIVE if defective or old.state == State.DEFECTIVE else State.RETURNED)
        new.save(update_fields=["parent"])
        serve(new, location_id, served)
    publish(EquipmentReplaced(equipment=equipment, by=by, location=was, job=job))


@action(
    permission="network.equip",
    label=Text("Retourner un équipement", "Return equipment"),
    undo="network.receive_equipment",
    fields=EQUIPMENT | _STOCK | _WHY,
)
def return_equipment(
    equipment: EquipmentRef, *, stock_place: StockPlace | None = None, reason: Note = "", job: Job = ""
) -> None:
    """Take a device back from a location: its place, subscription and credentials are cleared."""
    (found,) = locked(equipment)
    refuse_unless(found, State.ACTIVE, State.DEFECTIVE)
    was = queries.location_number(found.location_id)
    with because(reason, job):
        bring_back(found, stock_place, State.RETURNED)
    publish(EquipmentReturned(equipment=equipment, location=was, stock_place=found.stock_place, job=job))


@action(
    permission="network.equip",
    label=Text("Marquer défectueux", "Mark defective"),
    fields=EQUIPMENT | _WHY,
)
def mark_defective(equipment: EquipmentRef, *, reason: Reason, job: Job = "") -> None:
    """Say that a device is out of order; it stays where it is until it is returned, replaced or mended."""
    (found,) = locked(equipment)
    refuse_unless(found, State.IN_STOCK, State.ACTIVE, State.RETURNED)
    with because(reason, job):
        found.state = State.DEFECTIVE
        found.save(update_fields=PLACE)


@action(
    permission="network.equip",
    label=Text("Marquer perdu", "Mark lost"),
    undo="network.mark_found",
    undo_asks=True,
    harmful=True,
    fields=EQUIPMENT | _WHY,
)
def mark_lost(equipment: EquipmentRef, *, reason: Reason, job: Job = "") -> None:
    """Say that nobody knows where a device is: it has no place any more, the log keeps the last one."""
    (found,) = locked(equipment)
    if found.state == State.LOST:
        raise wrong_state(found, State.ACTIVE)
    with because(reason, job):
        found.state, found.location_id, found.subscription_id, found.stock_place = State.LOST, None, None, ""
        found.save(update_fields=PLACE)


@action(
    permission="network.equip",
    label=Text("Marquer retrouvé", "Mark found"),
    undo="network.mark_lost",
    fields=EQUIPMENT | _STOCK | _WHY | {"defective": Text("Défectueux", "Defective")},
)
def mark_found(
    equipment: EquipmentRef,
    *,
    stock_place: StockPlace | None = None,
    defective: bool = False,
    reason: Reason,
    job: Job = "",
) -> None:
    """Put a lost device back in stock, or aside when it no longer works."""
    (found,) = locked(equipment)
    refuse_unless(found, State.LOST)
    with because(reason, job):
        found.state = State.DEFECTIVE if defective else State.IN_STOCK
        found.stock_place = stock_place or settings.get(STOCK_PLACE)
        found.save(update_fields=PLACE)
