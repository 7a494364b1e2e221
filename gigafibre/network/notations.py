"""How serial numbers, MAC and IP addresses are written, read and compared; no database.

A GPON serial is eight bytes: four letters of the maker and four bytes (ITU-T G.984.3). It is printed as twelve signs
(`TPLG12345678`) or as sixteen hexadecimal digits (`54504C4712345678`), with or without separators: one and the same.
"""

from __future__ import annotations

import re
from ipaddress import IPv6Address, ip_address

from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue

_SEPARATORS = re.compile(r"[\s:.\-_/]")
_HEX16 = re.compile(r"^[0-9A-F]{16}$")
_GPON = re.compile(r"^[A-Z]{4}[0-9A-F]{8}$")
_SERIAL = re.compile(r"^[0-9A-Z]{4,32}$")
_MAC = re.compile(r"^[0-9a-f]{12}$")
_NOBODYS = {"0" * 12, "f" * 12}


def serial_key(raw: str) -> str:
    """Return a serial number as it is compared: capitals without separators, a GPON one by its twelve signs."""
    bare = _SEPARATORS.sub("", raw).upper()
    if _HEX16.match(bare):
        maker = bytes.fromhex(bare[:8])
        if all(0x41 <= byte <= 0x5A for byte in maker):
            return maker.decode("ascii") + bare[8:]
    return bare


def read_serial(raw: str) -> str:
    """Return a serial number in its one form; raises BadValue for what no maker prints."""
    key = serial_key(raw)
    if not _SERIAL.match(key) or not any(sign.isdigit() for sign in key):
        raise BadValue(
            Text(
                "Écrivez un numéro de série : 4 à 32 lettres et chiffres, comme TPLG12345678.",
                "Write a serial number: 4 to 32 letters and digits, such as TPLG12345678.",
            )
        )
    return key


def is_gpon(serial: str) -> bool:
    """Say whether a serial (in its one form) is a GPON one."""
    return bool(_GPON.match(serial))


def serial_in_hex(serial: str) -> str:
    """Return a GPON serial as its sixteen hexadecimal digits, another as it is."""
    return serial[:4].encode("ascii").hex().upper() + serial[4:] if is_gpon(serial) else serial


def mac_key(raw: str) -> str:
    """Return a MAC address as it is stored: twelve hexadecimal digits in small letters; "" for what is none."""
    bare = _SEPARATORS.sub("", raw).lower()
    return bare if _MAC.match(bare) else ""


def why_no_device(mac: str) -> Text | None:
    """Say why a MAC address (as stored) can't be a device's own, or nothing."""
    if mac in _NOBODYS:
        return Text("Cette adresse MAC n’est à personne.", "This MAC address is nobody's.")
    if int(mac[:2], 16) & 1:
        return Text(
            "C’est une adresse de groupe, jamais celle d’un appareil.", "That is a group address, never a device's own."
        )
    return None


def read_mac(raw: str) -> str:
    """Return a device's MAC address as it is stored; raises BadValue otherwise."""
    mac = mac_key(raw)
    if not mac:
        raise BadValue(
            Text("Écrivez une adresse MAC comme A4:2B:B0:12:34:56.", "Write a MAC address such as A4:2B:B0:12:34:56.")
        )
    if (why := why_no_device(mac)) is not None:
        raise BadValue(why)
    return mac


def shown_mac(mac: str | None) -> str:
    """Return a stored MAC address as people read it: `A4:2B:B0:12:34:56`."""
    return ":".join(mac[at : at + 2] for at in range(0, 12, 2)).upper() if mac else ""


def read_host(raw: str) -> str | None:
    """Return an IP address that somebody can have, in its one form; None for what is none, or is nobody's."""
    try:
        found = ip_address(raw.strip())
    except ValueError:
        return None
    if isinstance(found, IPv6Address):
        if found.scope_id is not None:
            return None
        found = found.ipv4_mapped or found
    nobodys = found.is_unspecified or found.is_loopback or found.is_multicast or found.is_reserved
    return None if nobodys or found.is_link_local else str(found)
