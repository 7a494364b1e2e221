"""What a technician's scanner read, understood: which number it is, and whether we know the device."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from django.db.models import Q

from gigafibre.kernel.validation import BadValue
from gigafibre.network.models import Equipment
from gigafibre.network.notations import mac_key, read_serial, shown_mac, why_no_device
from gigafibre.network.queries import location_number

Verdict = Literal["in_stock", "here", "elsewhere", "out_of_order", "unknown", "unreadable"]
#: What labels print before the number itself.
_CAPTION = re.compile(
    r"^\s*(?:gpon\s*)?(?:s\s*/\s*n|sn|serial(?:\s*(?:number|no\.?))?|d\s*/\s*sn|mac(?:\s*(?:address|id))?|cmac|wan\s*mac)"
    r"\s*[:=#]?\s*",
    re.IGNORECASE,
)
_CAPTIONED = re.compile(r"[:=#\s]|/")


@dataclass(frozen=True)
class Scanned:
    """What was read: the number in its one form, and what it means here.

    `in_stock` can be installed, `here` is already at the location asked about, `elsewhere` serves another one,
    `out_of_order` is defective, returned or lost, `unknown` is none of ours, `unreadable` is no number of a device.
    """

    verdict: Verdict
    serial: str
    mac: str
    equipment: str
    kind: str
    model: str
    state: str
    location: str
    stock_place: str


def scanned(text: str, *, location: str = "") -> Scanned:
    """Understand a serial number or a MAC address as scanned or typed, and say where that device is."""
    bare = _bare(text)
    mac, serial = mac_key(bare), _serial(bare)
    if mac and why_no_device(mac) is not None:
        mac = serial = ""  # nobody's, whatever is printed around it
    if not mac and not serial:
        return Scanned("unreadable", "", "", "", "", "", "", "", "")
    # Twelve hexadecimal digits may be either: the one we know decides, a MAC address where we know none.
    same = Q(pk__in=[])
    if mac:
        same |= Q(mac=mac)
    if serial:
        same |= Q(serial=serial)
    device = Equipment.objects.filter(same).order_by("pk").first()
    if device is None:
        return Scanned("unknown", "" if mac else serial, shown_mac(mac), "", "", "", "", "", "")
    at = location_number(device.location_id)
    return Scanned(
        _verdict(device.state, at, location),
        device.serial or "",
        shown_mac(device.mac),
        device.number,
        device.kind,
        device.model,
        device.state,
        at,
        device.stock_place,
    )


def _verdict(state: str, at: str, location: str) -> Verdict:
    if state == "in_stock":
        return "in_stock"
    if state == "active":
        return "here" if location and at == location else "elsewhere"
    return "out_of_order"


def _bare(text: str) -> str:
    """Return what stands after a label's caption, when there is one."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return _CAPTION.sub("", first, count=1).strip()


def _serial(text: str) -> str:
    try:
        return read_serial(text)
    except BadValue:
        return ""
