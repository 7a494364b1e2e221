"""The fibre in the ground: terminals, addresses passed, ports given and taken back, addresses connected."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from django.db.models import Q
from pydantic import Field

from gigafibre.crm import queries as crm
from gigafibre.crm.refs import PostalCode
from gigafibre.kernel import clock, numbers
from gigafibre.kernel.events import publish
from gigafibre.kernel.refs import LocationRef, Reason, SubscriptionRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import one, write
from gigafibre.kernel.text import Text
from gigafibre.network import queries
from gigafibre.network.errors import (
    DropInOtherState,
    DropUnplugged,
    NoSuchDrop,
    NoSuchOlt,
    OltNameTaken,
    PortFull,
    PortTaken,
    SubscriptionHasDrop,
    SubscriptionOver,
    WrongPlace,
)
from gigafibre.network.events import DropBecameServiceable, DropConnected, DropDisconnected
from gigafibre.network.models import Drop, Interest, Olt
from gigafibre.network.refs import Connection, DropRef, Frame, IpAddress, OltName, OntId, Port, Slot, Vlan
from gigafibre.network.states import DROP_STATES, ONTS_A_PORT
from gigafibre.subscriptions import queries as subscriptions

Latitude = Annotated[float, Field(ge=40, le=63)]
Longitude = Annotated[float, Field(ge=-80, le=-50)]
_DROP = {"drop": Text("Prise", "Drop")}
_VLANS = {
    "vlan_management": Text("VLAN de gestion", "Management VLAN"),
    "vlan_internet": Text("VLAN Internet", "Internet VLAN"),
    "vlan_telephone": Text("VLAN téléphone", "Telephone VLAN"),
    "vlan_tv": Text("VLAN télé", "TV VLAN"),
}


@action(
    permission="network.edit",
    label=Text("Ajouter un OLT", "Add an OLT"),
    fields={
        "name": Text("Nom", "Name"),
        "address": Text("Adresse IP", "IP address"),
        "vendor": Text("Fabricant", "Vendor"),
    },
)
def add_olt(name: OltName, *, address: IpAddress = "", vendor: Annotated[str, Field(max_length=40)] = "") -> str:
    """Add an optical line terminal by its name, such as OLT-EAST."""
    taken = Q(name=name) | Q(address=address) if address else Q(name=name)
    if Olt.objects.filter(taken).exists():
        raise OltNameTaken
    return Olt.objects.create(name=name, address=address or None, vendor=vendor).name


@action(
    permission="network.edit",
    label=Text("Ajouter une prise de fibre", "Add a fibre drop"),
    fields={
        "civic": Text("Numéro civique", "Civic number"),
        "street": Text("Rue", "Street"),
        "unit": Text("Appartement", "Unit"),
        "city": Text("Municipalité", "City"),
        "postal_code": Text("Code postal", "Postal code"),
        "state": Text("État", "State"),
        "planned_for": Text("Prévue pour", "Planned for"),
        "zone": Text("Zone", "Zone"),
        "connection_type": Text("Raccordement", "Connection"),
        "latitude": Text("Latitude", "Latitude"),
        "longitude": Text("Longitude", "Longitude"),
    },
)
def add_drop(
    civic: Annotated[str, Field(min_length=1, max_length=16, pattern=r"^\d")],
    *,
    street: Annotated[str, Field(min_length=2, max_length=128)],
    unit: Annotated[str, Field(max_length=16)] = "",
    city: Annotated[str, Field(min_length=2, max_length=80)],
    postal_code: PostalCode = "",
    state: Literal["planned", "serviceable"] = "serviceable",
    planned_for: datetime.date | None = None,
    zone: Annotated[str, Field(max_length=40)] = "",
    connection_type: Connection = "FTTH",
    latitude: Latitude | None = None,
    longitude: Longitude | None = None,
) -> str:
    """Add an address that the fibre passes or will pass; returns its number."""
    made = Drop.objects.create(
        number=numbers.take_one("drop"),
        civic=civic,
        street=street,
        unit=unit,
        city=city,
        postal_code=postal_code,
        state=state,
        planned_for=planned_for if state == "planned" else None,
        zone=zone,
        connection_type=connection_type,
        latitude=latitude,
        longitude=longitude,
    )
    return made.number


@action(permission="network.edit", label=Text("Rendre desservable", "Make serviceable"), fields=_DROP)
def make_serviceable(drop: DropRef) -> int:
    """Say that a planned address can be served from now on; returns how many people asked to be told."""
    found = locked(drop)
    _refuse_unless(found, "planned")
    found.state, found.planned_for = Drop.State.SERVICEABLE, None
    found.save(update_fields=["state", "planned_for"])
    waiting = Interest.objects.filter(drop=found, state="waiting").count()
    publish(DropBecameServiceable(drop=drop, interested=waiting))
    return waiting


@action(
    permission="network.edit",
    label=Text("Attribuer un port", "Assign a port"),
    undo="network.free_port",
    fields=_DROP
    | _VLANS
    | {
        "olt": Text("OLT", "OLT"),
        "frame": Text("Châssis", "Frame"),
        "slot": Text("Carte", "Slot"),
        "port": Text("Port", "Port"),
        "ont_id": Text("Identifiant d’ONT (vide : le premier libre)", "ONT id (empty: the first free one)"),
    },
)
def assign_port(
    drop: DropRef,
    *,
    olt: OltName,
    frame: Frame = 0,
    slot: Slot,
    port: Port,
    ont_id: OntId | None = None,
    vlan_management: Vlan | None = None,
    vlan_internet: Vlan | None = None,
    vlan_telephone: Vlan | None = None,
    vlan_tv: Vlan | None = None,
) -> int:
    """Plug a drop into a port, under an ONT id of its own (the first free one unless given); returns that id."""
    # One terminal at a time: who asks for the next free id waits for the one before. Drops are locked after it.
    terminal = Olt.objects.select_for_update().filter(name=olt).first()
    if terminal is None:
        raise NoSuchOlt(olt=olt)
    found = locked(drop)
    _refuse_unless(found, "serviceable", "connected")
    place = f"{olt} {frame}/{slot}/{port}"
    others = Drop.objects.filter(olt=terminal, frame=frame, slot=slot, port=port).exclude(pk=found.pk)
    taken = dict(others.filter(ont_id__isnull=False).values_list("ont_id", "number"))
    if ont_id is None:
        free = [number for number in range(ONTS_A_PORT) if number not in taken]
        if not free:
            raise PortFull(place=place, count=ONTS_A_PORT)
        ont_id = free[0]
    elif ont_id in taken:
        raise PortTaken(place=f"{place} ONT {ont_id}", drop=taken[ont_id])
    found.olt, found.frame, found.slot, found.port, found.ont_id = terminal, frame, slot, port, ont_id
    found.vlan_management, found.vlan_internet = vlan_management, vlan_internet
    found.vlan_telephone, found.vlan_tv = vlan_telephone, vlan_tv
    found.save(update_fields=["olt", "frame", "slot", "port", "ont_id", *_VLANS])
    return ont_id


@action(
    permission="network.edit",
    label=Text("Libérer le port", "Free the port"),
    undo="network.assign_port",
    harmful=True,
    fields=_DROP | {"reason": Text("Raison", "Reason")},
)
def free_port(drop: DropRef, *, reason: Reason) -> None:
    """Unplug a drop that serves nobody: its ONT id is free for another; why stays in the trail."""
    found = locked(drop)
    _refuse_unless(found, "planned", "serviceable")
    if found.olt_id is None:
        raise DropUnplugged(drop=drop)
    found.olt = found.frame = found.slot = found.port = found.ont_id = None
    found.save(update_fields=["olt", "frame", "slot", "port", "ont_id"])


@action(
    permission="network.edit",
    label=Text("Raccorder une adresse", "Connect an address"),
    undo="network.disconnect_drop",
    fields=_DROP
    | {"location": Text("Lieu de service", "Service location"), "subscription": Text("Abonnement", "Subscription")},
)
def connect_drop(drop: DropRef, *, location: LocationRef, subscription: SubscriptionRef | None = None) -> None:
    """Say that a drop with a port serves a location, and which subscription runs over it."""
    place = crm.location(location)
    found = locked(drop)
    _refuse_unless(found, "serviceable")
    if found.olt_id is None or found.ont_id is None:
        raise DropUnplugged(drop=drop)
    served = serving(subscription, place.id, location)
    if served is not None and (other := one(Drop, subscription_id=served)) is not None:
        raise SubscriptionHasDrop(subscription=subscription, drop=other.number)
    write(found, state=Drop.State.CONNECTED, location_id=place.id, subscription_id=served)
    publish(DropConnected(drop=drop, location=location, subscription=subscription or ""))


@action(
    permission="network.edit",
    label=Text("Débrancher une adresse", "Disconnect an address"),
    undo="network.connect_drop",
    harmful=True,
    fields=_DROP | {"reason": Text("Raison", "Reason")},
)
def disconnect_drop(drop: DropRef, *, reason: Reason) -> None:
    """Say that a drop serves nobody any more; it keeps its port, and its address may be sold again."""
    found = locked(drop)
    _refuse_unless(found, "connected")
    was = queries.location_number(found.location_id)
    write(found, state=Drop.State.SERVICEABLE, location_id=None, subscription_id=None)
    publish(DropDisconnected(drop=drop, location=was))


@action(
    permission="network.edit",
    label=Text("Libérer les adresses d’un départ", "Free the addresses of a departure"),
    harmful=True,
    undo="network.connect_drop",
    fields={
        "location": Text("Lieu de service", "Service location"),
        "leaving": Text("Abonnements qui partent", "Subscriptions that leave"),
        "reason": Text("Raison", "Reason"),
    },
)
def free_location(
    location: LocationRef, *, leaving: Annotated[list[SubscriptionRef], Field(max_length=50)], reason: Reason
) -> list[str]:
    """Disconnect a location's drops, those of what leaves; all of them once nothing else is served there.

    Returns the drops disconnected; asked twice, nothing is left.
    """
    stays = queries.served_besides(location, leaving)
    found = [one.number for one in queries.drops_at(location) if one.subscription in leaving or not stays]
    for number in found:
        disconnect_drop(number, reason=reason)
    return found


def locked(number: str) -> Drop:
    """Return a drop by number, locked, or refuse."""
    found = one(Drop, number=number, lock=True)
    if found is None:
        raise NoSuchDrop(drop=number)
    return found


def serving(subscription: str | None, location_id: int, location: str) -> int | None:
    """Return the id of a live subscription of that location (None when none is named), or refuse."""
    if subscription is None:
        return None
    served = subscriptions.subscription(subscription, on=clock.today())
    if served.location_id != location_id:
        raise WrongPlace(subscription=subscription, location=location)
    if served.state == "cancelled":
        raise SubscriptionOver(subscription=subscription)
    return served.id


def _refuse_unless(found: Drop, *states: str) -> None:
    if found.state not in states:
        wanted = Text(
            " / ".join(DROP_STATES[state].fr for state in states), " / ".join(DROP_STATES[state].en for state in states)
        )
        raise DropInOtherState(drop=found.number, state=DROP_STATES[found.state], wanted=wanted)
