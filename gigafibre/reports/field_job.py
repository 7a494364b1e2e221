"""A job as a technician’s phone keeps it: with what stands at its address, is served there, was done before."""

from __future__ import annotations

from dataclasses import dataclass

from gigafibre.dispatch import queries as dispatch
from gigafibre.kernel.text import current_language
from gigafibre.network import queries as network
from gigafibre.reports.reading import rows


@dataclass(frozen=True)
class FieldDevice:
    """A device at the address."""

    number: str
    kind: str
    serial: str
    mac: str
    manufacturer: str
    model: str
    state: str
    behind: str


@dataclass(frozen=True)
class FieldDrop:
    """The fibre that comes in: its terminal and port (`0/1/7`, ont 12), its virtual networks by service."""

    number: str
    state: str
    connection_type: str
    olt: str
    port: str
    ont_id: int | None
    ont_serial: str
    vlans: dict[str, int]


@dataclass(frozen=True)
class FieldService:
    """What the customer has at the address."""

    number: str
    name: str
    service_kind: str
    state: str


@dataclass(frozen=True)
class FieldJob:
    """One job with everything one needs to know at the door, also when there is no signal there."""

    job: dispatch.JobPage
    equipment: list[FieldDevice]
    drops: list[FieldDrop]
    services: list[FieldService]
    history: list[dispatch.EarlierJob]


def field_job(number: str) -> FieldJob:
    """Return a job whole with its place, or refuse; the caller has checked whose it is."""
    job = dispatch.job(number)
    place = job.location or ""
    given = {"location": place, "english": current_language() == "en"}
    return FieldJob(
        job=job,
        equipment=[
            FieldDevice(d.number, d.kind, d.serial, d.mac, d.manufacturer, d.model, d.state, d.parent)
            for d in (network.devices_at([place]) if place else [])
        ],
        drops=[_drop(d) for d in (network.drops_at(place) if place else [])],
        services=[FieldService(**row) for row in (rows("field_services", given) if place else [])],
        history=dispatch.history(number),
    )


def _drop(found: network.DropHead) -> FieldDrop:
    vlans = {
        "management": found.vlan_management,
        "internet": found.vlan_internet,
        "telephone": found.vlan_telephone,
        "tv": found.vlan_tv,
    }
    port = [found.frame, found.slot, found.port]
    return FieldDrop(
        number=found.number,
        state=found.state,
        connection_type=found.connection_type,
        olt=found.olt,
        port="/".join(str(part) for part in port) if None not in port else "",
        ont_id=found.ont_id,
        ont_serial=found.ont_serial,
        vlans={service: vlan for service, vlan in vlans.items() if vlan is not None},
    )
