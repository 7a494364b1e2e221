"""What a device is, and its credentials: written down, changed, shown to who says why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, SecretStr

from gigafibre.kernel.refs import Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.shown_once import ShownOnce
from gigafibre.kernel.text import Text
from gigafibre.network.actions.equipment import EQUIPMENT, FACTS, Note
from gigafibre.network.devices import WIPED, State, hang, known, locked, refuse_unless
from gigafibre.network.errors import EquipmentKnown, NoCredentials
from gigafibre.network.refs import EquipmentRef, IpAddress, Mac, Serial, Short
from gigafibre.network.states import EQUIPMENT_STATES


@action(
    permission="network.equip",
    label=Text("Décrire un équipement", "Describe equipment"),
    fields=EQUIPMENT
    | FACTS
    | {
        "serial": Text("Numéro de série", "Serial number"),
        "mac": Text("Adresse MAC", "MAC address"),
        "note": Text("Note", "Note"),
        "parent": Text("Branché derrière (vide : rien)", "Plugged behind (empty: nothing)"),
    },
)
def describe_equipment(
    equipment: EquipmentRef,
    *,
    serial: Serial = "",
    mac: Mac = "",
    model: Short = "",
    manufacturer: Short = "",
    firmware: Short = "",
    management_ip: IpAddress = "",
    note: Note = "",
    parent: EquipmentRef | None = None,
) -> None:
    """Write down what a device is: everything given replaces what stood, its identity only where none stands empty."""
    found, above = locked(equipment, parent) if parent else (locked(equipment)[0], None)
    other = known(serial, mac, besides=found)
    if other is not None:
        raise EquipmentKnown(equipment=other.number, state=EQUIPMENT_STATES[other.state])
    found.serial, found.mac = serial or found.serial, mac or found.mac
    found.model, found.manufacturer, found.firmware, found.note = model, manufacturer, firmware, note
    found.management_ip = management_ip or None
    found.parent = None
    if above is not None:
        hang(found, above)
    found.save(update_fields=["serial", "mac", *FACTS, "note", "parent"])


@action(
    permission="network.reveal",
    label=Text("Changer les identifiants de l’appareil", "Change the device’s credentials"),
    fields=EQUIPMENT | {"username": Text("Usager", "User"), "password": Text("Mot de passe", "Password")},
)
def set_equipment_credentials(
    equipment: EquipmentRef, *, username: Short = "", password: Annotated[SecretStr, Field(max_length=128)]
) -> None:
    """Keep a device's user name and password, encrypted; the trail says that they changed, never what they are."""
    (found,) = locked(equipment)
    refuse_unless(found, State.IN_STOCK, State.ACTIVE, State.DEFECTIVE)
    found.username, found.password = username, password.get_secret_value()
    found.save(update_fields=WIPED)


@dataclass(frozen=True)
class Credentials:
    """A device's user name and password in clear, for whoever asked and said why."""

    username: ShownOnce
    password: ShownOnce


@action(
    permission="network.reveal",
    label=Text("Voir les identifiants de l’appareil", "Show the device’s credentials"),
    fields=EQUIPMENT | {"reason": Text("Raison", "Reason")},
)
def reveal_equipment_credentials(equipment: EquipmentRef, *, reason: Reason) -> Credentials:
    """Show a device's credentials to somebody who says why: the reading stays in the trail, the secrets don't."""
    (found,) = locked(equipment)
    if not found.username and not found.password:
        raise NoCredentials(equipment=equipment)
    return Credentials(found.username, found.password)
