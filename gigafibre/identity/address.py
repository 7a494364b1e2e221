"""Where a request comes from, believing only the proxies we were told of."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """Return the address of who asks: the nearest one that is no trusted proxy (GIGAFIBRE_PROXIES); "" if unknown."""
    hops = [request.META.get("REMOTE_ADDR", "")]
    hops += reversed([hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()])
    nearest = ""
    for hop in hops:
        try:
            address = ip_address(hop)
        except ValueError:
            break
        nearest = str(address)
        if not any(address in ip_network(network) for network in settings.TRUSTED_PROXIES):
            break
    return nearest


def agent_of(request: HttpRequest) -> str:
    """Return what the browser calls itself, cut to what is kept."""
    return str(request.META.get("HTTP_USER_AGENT", ""))[:300]
