"""Inputs of the network's verbs that check themselves: numbers, serials, MAC and IP addresses, ports."""

from __future__ import annotations

from datetime import datetime
from ipaddress import ip_address
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, Field

from gigafibre.kernel import clock
from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue
from gigafibre.network import notations


def _serial(raw: str) -> str:
    return notations.read_serial(raw) if raw else ""


def _mac(raw: str) -> str:
    return notations.read_mac(raw) if raw else ""


def _ip(raw: str) -> str:
    if not raw:
        return ""
    try:
        return str(ip_address(raw))
    except ValueError:
        raise BadValue(
            Text("Écrivez une adresse IP comme 10.20.0.15.", "Write an IP address such as 10.20.0.15.")
        ) from None


def _host(raw: str) -> str:
    found = notations.read_host(raw)
    if found is None:
        raise BadValue(
            Text(
                "Écrivez l’adresse IP d’une personne, comme 24.48.0.15 ou 2605:b100::5, sans masque ni port.",
                "Write an IP address that somebody can have, such as 24.48.0.15 or 2605:b100::5, no mask, no port.",
            )
        )
    return found


def _past(moment: datetime) -> datetime:
    if moment > clock.now():
        raise BadValue(Text("Ce moment est à venir.", "This moment is still to come."))
    return moment


DropRef = Annotated[str, Field(pattern=r"^DROP-\d+$", max_length=40, json_schema_extra={"format": "ref:drop"})]
EquipmentRef = Annotated[str, Field(pattern=r"^EQP-\d+$", max_length=40, json_schema_extra={"format": "ref:equipment"})]
OltName = Annotated[str, Field(min_length=2, max_length=40)]
#: A serial number in its one form, or nothing.
Serial = Annotated[str, Field(max_length=64), AfterValidator(_serial)]
#: A MAC address as it is stored, or nothing.
Mac = Annotated[str, Field(max_length=32), AfterValidator(_mac)]
IpAddress = Annotated[str, Field(max_length=45), AfterValidator(_ip)]
#: An address somebody can have, in its one form.
HostAddress = Annotated[str, Field(max_length=45), AfterValidator(_host)]
#: A moment with its zone that is not to come.
PastMoment = Annotated[AwareDatetime, AfterValidator(_past)]
Frame = Annotated[int, Field(ge=0, le=63)]
Slot = Annotated[int, Field(ge=0, le=63)]
Port = Annotated[int, Field(ge=0, le=127)]
OntId = Annotated[int, Field(ge=0, le=127)]
Vlan = Annotated[int, Field(ge=1, le=4094)]
Job = Annotated[str, Field(pattern=r"^([A-Z]{1,5}-[A-Z0-9-]+)?$", max_length=32)]
StockPlace = Annotated[str, Field(min_length=2, max_length=40)]
Short = Annotated[str, Field(max_length=64)]
EquipmentKind = Literal["ont", "modem", "router", "tv_box", "phone_adapter", "antenna", "switch", "other"]
Connection = Literal["FTTH", "FTTB"]
