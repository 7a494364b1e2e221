"""Where a request comes from, believing only the proxies we were told of (GIGAFIBRE_PROXIES)."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """Return the address of who asks: the nearest one that is no trusted proxy; "" if unknown.

    X-Forwarded-For is read from its end, where the nearest proxy wrote, and only while each hop is trusted; at what is
    no address the last good one stands.
    """
    hops = [request.META.get("REMOTE_ADDR", "")]
    hops += reversed([hop for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()])
    nearest = ""
    for hop in hops:
        address = _read(hop)
        if address is None:
            break
        nearest = str(address)
        if not _trusted(address):
            break
    return nearest


def from_trusted_proxy(request: HttpRequest) -> bool:
    """Say whether who speaks to us directly is a proxy whose word we take for others."""
    address = _read(request.META.get("REMOTE_ADDR", ""))
    return address is not None and _trusted(address)


def agent_of(request: HttpRequest) -> str:
    """Return what the browser calls itself, cut to what is kept."""
    return str(request.META.get("HTTP_USER_AGENT", ""))[:300]


def _read(hop: str) -> IPv4Address | IPv6Address | None:
    """Read one hop; some proxies add the port, a socket of both families writes IPv4 as IPv6, a link has a zone."""
    text = hop.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address


def _trusted(address: IPv4Address | IPv6Address) -> bool:
    return any(address in network for network in settings.TRUSTED_PROXIES)
