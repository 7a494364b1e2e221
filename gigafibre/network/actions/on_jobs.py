"""What a completed job says of equipment, by the labels read there: installed, taken away, put in another's place."""

from __future__ import annotations

from typing import Annotated, Literal, cast

from django.db.models import Q
from pydantic import Field

from gigafibre.crm import queries as crm
from gigafibre.kernel.errors import Detail, InvalidInput
from gigafibre.kernel.refs import LocationRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import some
from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue
from gigafibre.network import notations, queries
from gigafibre.network.actions.equipment import (
    install_equipment,
    move_equipment,
    receive_equipment,
    replace_equipment,
    return_equipment,
)
from gigafibre.network.devices import State, known, wrong_state
from gigafibre.network.errors import EquipmentUnidentified
from gigafibre.network.models import Equipment, EquipmentMove
from gigafibre.network.refs import EquipmentKind, Job, Mac, Serial, Short

Act = Literal["installed", "removed", "replaced"]
#: What comes to stock before it can be installed: nobody has it.
_ASIDE = {State.RETURNED, State.LOST}


@action(
    permission="network.equip",
    label=Text("Reporter l’équipement d’une intervention", "Carry over a job’s equipment"),
    fields={
        "act": Text("Geste", "Act"),
        "job": Text("Intervention", "Job"),
        "location": Text("Lieu de service", "Service location"),
        "serial": Text("Numéro de série", "Serial number"),
        "mac": Text("Adresse MAC", "MAC address"),
        "replaces": Text("Remplace (série ou MAC)", "Replaces (serial or MAC)"),
        "model": Text("Modèle", "Model"),
    },
)
def record_job_equipment(
    act: Act,
    *,
    job: Annotated[Job, Field(min_length=1)],
    location: LocationRef,
    serial: Serial = "",
    mac: Mac = "",
    replaces: Annotated[str, Field(max_length=64)] = "",
    model: Short = "",
) -> str:
    """Do to devices what a job did, known by their labels; returns the device's number. Told twice, it is done once.

    What we never saw is received first; what a customer brings from another place of his follows him. A device that
    stands elsewhere is refused: a person looks at its label.
    """
    serial = notations.read_serial(serial) if serial else ""
    mac = notations.read_mac(mac) if mac else ""
    if not serial and not mac:
        raise EquipmentUnidentified
    found = known(serial, mac)
    if found is not None and any(
        move.to_state in _DONE[act] for move in some(EquipmentMove, equipment_id=found.pk, job=job)
    ):
        return found.number
    if act == "removed":
        return _take_away(found, serial, mac, model, location, job)
    old = _labelled(replaces) if act == "replaced" else None
    kind = _kind(old) if old is not None else _kind_of(serial, model)
    number = _in_hand(found, kind, serial, mac, model, location, job)
    if old is not None and old.location_id is not None:
        _must_stand_at(old, location)
        if found is not None and found.location_id is not None:  # the new one serves there already
            return_equipment(old.number, reason=_WHY["replaced"], job=job)
        else:
            replace_equipment(old.number, by=number, reason=_WHY["replaced"], job=job)
        return number
    if act == "replaced" and old is None:  # what was there, we never saw: it is ours now
        _receive_unseen(replaces, kind, job)
    if found is None or found.location_id is None:
        install_equipment(
            number,
            location=location,
            subscription=queries.served_at(location),
            reason=_WHY[act],
            job=job,
        )
    return number


_DONE = {"installed": ["active"], "replaced": ["active"], "removed": ["returned", "in_stock"]}
_WHY = {
    "installed": "Installé lors d’une intervention · Installed on a job",
    "removed": "Enlevé lors d’une intervention · Removed on a job",
    "replaced": "Remplacé lors d’une intervention · Replaced on a job",
}


def _take_away(found: Equipment | None, serial: str, mac: str, model: str, location: str, job: str) -> str:
    if found is None or found.state == State.LOST:
        kind = _kind_of(serial, model)
        return receive_equipment(kind, serial=serial, mac=mac, model=model, reason=_WHY["removed"], job=job)
    if found.location_id is not None:
        _must_stand_at(found, location)
        return_equipment(found.number, reason=_WHY["removed"], job=job)
    return found.number


def _in_hand(
    found: Equipment | None, kind: EquipmentKind, serial: str, mac: str, model: str, location: str, job: str
) -> str:
    """Return the number of a device that can be installed at a location, or serves there already."""
    if found is None or found.state in _ASIDE:
        return receive_equipment(kind, serial=serial, mac=mac, model=model, reason=_WHY["installed"], job=job)
    place = crm.location(location)
    if found.location is not None and found.location.pk != place.id and found.location.customer_id == place.customer_id:
        # He moved, and brought it along.
        served = queries.served_at(location)
        move_equipment(found.number, location=location, subscription=served, reason=_WHY["installed"], job=job)
        found.refresh_from_db()
    if found.location_id is not None:
        _must_stand_at(found, location)
    return found.number


def _must_stand_at(found: Equipment, location: str) -> None:
    if found.location_id != crm.location(location).id:
        raise wrong_state(found, State.IN_STOCK)


def _labelled(label: str) -> Equipment | None:
    """Return the device a label belongs to, by its serial or MAC."""
    same = Q(serial=notations.serial_key(label))
    if mac := notations.mac_key(label):
        same |= Q(mac=mac)
    return Equipment.objects.filter(same).order_by("pk").first()


def _receive_unseen(label: str, kind: EquipmentKind, job: str) -> None:
    mac = notations.mac_key(label)
    try:
        serial = "" if mac else notations.read_serial(label)
    except BadValue as wrong:
        raise InvalidInput(Detail("replaces", "bad_value", wrong.text)) from None
    receive_equipment(kind, serial=serial, mac=mac, reason=_WHY["replaced"], job=job)


def _kind_of(serial: str, model: str) -> EquipmentKind:
    """Return what a label we never saw belongs to: the kind of its model, an ONT by its serial, else another one."""
    same = Equipment.objects.filter(model__iexact=model).order_by("-pk").first() if model else None
    if same is not None:
        return _kind(same)
    return "ont" if notations.is_gpon(serial) else "other"


def _kind(found: Equipment) -> EquipmentKind:
    return cast(EquipmentKind, found.kind)
