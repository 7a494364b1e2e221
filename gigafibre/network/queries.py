"""The face of the network for reading: drops, devices with their moves, what stands at a location, ports."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.db import connection

from gigafibre.kernel.statements import Prepared
from gigafibre.network.errors import NoSuchDrop, NoSuchEquipment
from gigafibre.network.notations import serial_in_hex, shown_mac


@dataclass(frozen=True)
class Device:
    """A device as people read it; secrets stay where they are, `has_credentials` says that there are some."""

    id: int
    number: str
    kind: str
    serial: str
    serial_hex: str
    mac: str
    model: str
    manufacturer: str
    firmware: str
    management_ip: str
    has_credentials: bool
    state: str
    location: str
    address: str
    customer: str
    customer_name: str
    subscription: str
    stock_place: str
    parent: str
    children: list[str]
    note: str
    printed_serial: str
    printed_mac: str
    legacy_id: int | None


@dataclass(frozen=True)
class Move:
    """One line of a device's log: from, to, when, who, why, for which job."""

    id: int
    at: datetime.datetime
    from_state: str
    to_state: str
    from_where: str
    to_where: str
    subscription: str
    actor: str
    action: str
    reason: str
    job: str


@dataclass(frozen=True)
class DropHead:
    """A drop as staff read it."""

    id: int
    number: str
    civic: str
    street: str
    unit: str
    city: str
    province: str
    postal_code: str
    latitude: str
    longitude: str
    zone: str
    connection_type: str
    olt: str
    frame: int | None
    slot: int | None
    port: int | None
    ont_id: int | None
    vlan_management: int | None
    vlan_internet: int | None
    vlan_telephone: int | None
    vlan_tv: int | None
    ont_serial: str
    state: str
    planned_for: datetime.date | None
    location: str
    customer: str
    customer_name: str
    subscription: str
    subscription_state: str
    placemark: str
    interested: int
    legacy_id: int | None


@dataclass(frozen=True)
class Waiting:
    """Somebody who waits for an address, and agreed to be written to when it is served."""

    id: int
    email: str
    language: Literal["fr", "en"]


_DEVICE = """
SELECT e.id, e.number, e.kind, coalesce(e.serial, ''), coalesce(e.mac, ''), e.model, e.manufacturer, e.firmware,
       coalesce(host(e.management_ip), ''), (e.username <> '' OR e.password <> ''), e.state, coalesce(l.number, ''),
       coalesce(concat_ws(', ', nullif(l.line1, ''), nullif(l.city, '')), ''), coalesce(c.number, ''),
       coalesce(c.display_name, ''), coalesce(s.number, ''), e.stock_place, coalesce(p.number, ''),
       ARRAY(SELECT x.number FROM network_equipment x WHERE x.parent_id = e.id ORDER BY x.id), e.note,
       e.printed_serial, e.printed_mac, e.legacy_id
FROM network_equipment e
LEFT JOIN crm_location l ON l.id = e.location_id
LEFT JOIN crm_customer c ON c.id = l.customer_id
LEFT JOIN subscriptions_subscription s ON s.id = e.subscription_id
LEFT JOIN network_equipment p ON p.id = e.parent_id
"""


def device(number: str) -> Device:
    """Return a device by number, or refuse."""
    found = _devices(_DEVICE + "WHERE e.number = %s", [number])
    if not found:
        raise NoSuchEquipment(equipment=number)
    return found[0]


def devices_at(locations: Sequence[str]) -> list[Device]:
    """Return the devices at some locations (by number): what serves there, and what is out of order there."""
    return _devices(_DEVICE + "WHERE l.number = ANY(%s) ORDER BY l.number, e.kind, e.id", [list(locations)])


def devices_of(customer: str) -> list[Device]:
    """Return the devices at a customer's locations."""
    return _devices(_DEVICE + "WHERE c.number = %s ORDER BY l.number, e.kind, e.id", [customer])


def _devices(sql: str, values: Sequence[str | list[str]]) -> list[Device]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows = cursor.fetchall()
    return [
        Device(key, number, kind, serial, serial_in_hex(serial), shown_mac(mac), *rest)
        for key, number, kind, serial, mac, *rest in rows
    ]


_MOVES = """
SELECT m.id, m.at, m.from_state, m.to_state, coalesce(f.number, nullif(m.from_place, ''), ''),
       coalesce(t.number, nullif(m.to_place, ''), ''), coalesce(s.number, ''), m.actor, m.action, m.reason, m.job
FROM network_equipmentmove m
JOIN network_equipment e ON e.id = m.equipment_id
LEFT JOIN crm_location f ON f.id = m.from_location_id
LEFT JOIN crm_location t ON t.id = m.to_location_id
LEFT JOIN subscriptions_subscription s ON s.id = m.subscription_id
WHERE e.number = %s ORDER BY m.id DESC LIMIT 500
"""


def moves_of(number: str) -> list[Move]:
    """Return a device's moves, the newest first (500 at most)."""
    with connection.cursor() as cursor:
        cursor.execute(_MOVES, [number])
        return [Move(*row) for row in cursor.fetchall()]


_DROP = """
SELECT d.id, d.number, d.civic, d.street, d.unit, d.city, d.province, d.postal_code, coalesce(d.latitude::text, ''),
       coalesce(d.longitude::text, ''), d.zone, d.connection_type, coalesce(o.name, ''), d.frame, d.slot, d.port,
       d.ont_id, d.vlan_management, d.vlan_internet, d.vlan_telephone, d.vlan_tv, d.ont_serial, d.state, d.planned_for,
       coalesce(l.number, ''), coalesce(c.number, ''), coalesce(c.display_name, ''), coalesce(s.number, ''),
       coalesce(s.state, ''), d.placemark,
       (SELECT count(*) FROM network_interest i WHERE i.drop_id = d.id AND i.state = 'waiting'), d.legacy_id
FROM network_drop d
LEFT JOIN network_olt o ON o.id = d.olt_id
LEFT JOIN crm_location l ON l.id = d.location_id
LEFT JOIN crm_customer c ON c.id = l.customer_id
LEFT JOIN subscriptions_subscription s ON s.id = d.subscription_id
"""


def drop(number: str) -> DropHead:
    """Return a drop by number, or refuse."""
    found = _drops("WHERE d.number = %s", [number])
    if not found:
        raise NoSuchDrop(drop=number)
    return found[0]


def drops_at(location: str) -> list[DropHead]:
    """Return the drops connected to a location."""
    return _drops("WHERE l.number = %s ORDER BY d.id", [location])


def _drops(where: str, values: Sequence[str | list[str]]) -> list[DropHead]:
    with connection.cursor() as cursor:
        cursor.execute(Prepared(_DROP + where), values)
        return [DropHead(*row) for row in cursor.fetchall()]


def waiting_for(number: str) -> list[Waiting]:
    """Return who waits for a drop, the first first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i.id, i.email, i.language FROM network_interest i JOIN network_drop d ON d.id = i.drop_id "
            "WHERE d.number = %s AND i.state = 'waiting' ORDER BY i.id",
            [number],
        )
        return [Waiting(*row) for row in cursor.fetchall()]


def location_number(key: int | None) -> str:
    """Return a location's number by its key, or nothing."""
    if key is None:
        return ""
    with connection.cursor() as cursor:
        cursor.execute(Prepared("SELECT number FROM crm_location WHERE id = %s"), [key])
        row = cursor.fetchone()
    return str(row[0]) if row else ""


_SERVED = Prepared("""
SELECT s.number, EXISTS (SELECT 1 FROM network_drop d WHERE d.subscription_id = s.id)
FROM subscriptions_subscription s JOIN crm_location l ON l.id = s.location_id JOIN catalog_item i ON i.id = s.item_id
WHERE l.number = %s AND s.state <> 'cancelled' AND i.kind = 'recurring' ORDER BY 2 DESC, s.id LIMIT 2
""")


def served_at(location: str) -> str | None:
    """Return the subscription a device at a location serves: the one over its drop, else its only one; or nothing."""
    with connection.cursor() as cursor:
        cursor.execute(_SERVED, [location])
        rows = cursor.fetchall()
    if rows and (rows[0][1] or len(rows) == 1):
        return str(rows[0][0])
    return None


_BESIDES = """
SELECT s.number FROM subscriptions_subscription s JOIN crm_location l ON l.id = s.location_id
JOIN catalog_item i ON i.id = s.item_id
WHERE l.number = %s AND s.state <> 'cancelled' AND i.kind = 'recurring' AND s.number <> ALL (%s) ORDER BY s.id
"""


def served_besides(location: str, leaving: Sequence[str]) -> list[str]:
    """Return the subscriptions served at a location besides some."""
    with connection.cursor() as cursor:
        cursor.execute(_BESIDES, [location, list(leaving)])
        return [number for (number,) in cursor.fetchall()]


def devices_leaving(location: str, leaving: Sequence[str]) -> list[Device]:
    """Return the devices at a location that come back: those of what leaves, all once nothing else is served there."""
    stays = served_besides(location, leaving)
    return [one for one in devices_at([location]) if one.subscription in leaving or not stays]
