"""What people call the tables of the network."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel.describe import Column, describe
from gigafibre.kernel.text import Text
from gigafibre.network.notations import shown_mac
from gigafibre.network.states import DROP_STATES, EQUIPMENT_KINDS, EQUIPMENT_STATES, INTEREST_STATES


def _one_of(words: dict[str, Text]) -> Any:
    return lambda value, language: words[value].in_(language) if value in words else str(value or "—")


describe(
    "network_olt",
    Text("OLT", "OLT"),
    number="name",
    address=Text("Adresse IP", "IP address"),
    vendor=Text("Fabricant", "Vendor"),
)
describe(
    "network_drop",
    Text("Prise de fibre", "Fibre drop"),
    number="number",
    reads="network.read",
    civic=Text("Numéro civique", "Civic number"),
    street=Text("Rue", "Street"),
    unit=Text("Appartement", "Unit"),
    city=Text("Municipalité", "City"),
    state=Column(Text("État", "State"), _one_of(DROP_STATES)),
    planned_for=Text("Prévue pour", "Planned for"),
    zone=Text("Zone", "Zone"),
    frame=Text("Châssis", "Frame"),
    slot=Text("Carte", "Slot"),
    port=Text("Port", "Port"),
    ont_id=Text("Identifiant d’ONT", "ONT id"),
    vlan_management=Text("VLAN de gestion", "Management VLAN"),
    vlan_internet=Text("VLAN Internet", "Internet VLAN"),
    vlan_telephone=Text("VLAN téléphone", "Telephone VLAN"),
    vlan_tv=Text("VLAN télé", "TV VLAN"),
)
describe(
    "network_interest",
    Text("Intérêt pour une adresse", "Interest in an address"),
    address=Text("Adresse", "Address"),
    language=Text("Langue", "Language"),
    state=Column(Text("État", "State"), _one_of(INTEREST_STATES)),
)
describe(
    "network_equipment",
    Text("Équipement", "Equipment"),
    number="number",
    reads="network.read",
    kind=Column(Text("Genre", "Kind"), _one_of(EQUIPMENT_KINDS)),
    serial=Text("Numéro de série", "Serial number"),
    mac=Column(Text("Adresse MAC", "MAC address"), lambda value, language: shown_mac(value) or "—"),
    manufacturer=Text("Fabricant", "Manufacturer"),
    model=Text("Modèle", "Model"),
    firmware=Text("Micrologiciel", "Firmware"),
    management_ip=Text("IP de gestion", "Management IP"),
    username=Text("Usager de l’appareil", "Device user"),
    password=Text("Mot de passe de l’appareil", "Device password"),
    state=Column(Text("État", "State"), _one_of(EQUIPMENT_STATES)),
    stock_place=Text("Endroit de stock", "Stock place"),
    note=Text("Note", "Note"),
)
describe(
    "network_ipassignment",
    Text("Adresse IP", "IP address"),
    number="address",
    address=Text("Adresse IP", "IP address"),
    during=Text("De, jusqu’à", "From, until"),
)
describe(
    "network_usageday",
    Text("Consommation d’un jour", "Usage of a day"),
    day=Text("Jour", "Day"),
    bytes_day=Text("Octets de jour", "Bytes by day"),
    bytes_night=Text("Octets de nuit", "Bytes by night"),
)
describe(
    "network_equipmentmove",
    Text("Mouvement d’équipement", "Equipment move"),
    from_state=Column(Text("De l’état", "From the state"), _one_of(EQUIPMENT_STATES)),
    to_state=Column(Text("À l’état", "To the state"), _one_of(EQUIPMENT_STATES)),
    from_place=Text("De l’endroit", "From the place"),
    to_place=Text("À l’endroit", "To the place"),
    reason=Text("Raison", "Reason"),
    job=Text("Intervention", "Job"),
)
