"""Where a webhook may go: never into our own network. The address is resolved, judged, and then used as judged."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from gigafibre.kernel import settings

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

#: Translates to any IPv4 address, private ones too, and counts as public.
_NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))


class Refused(Exception):
    """An address that nothing is sent to; `why` is a code: url, scheme, unknown_host or private."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


@dataclass(frozen=True)
class Target:
    """Where to connect: the very address that was judged, and the name it goes by (TLS, Host)."""

    scheme: str
    host: str
    port: int
    address: str
    path: str
    netloc: str


def target_of(url: str) -> Target:
    """Resolve an address and return where to connect; raises Refused.

    Every address the name resolves to must be public, or in a network that the settings list: a name that answers
    now this and now that gets nowhere. Plain http only into listed networks.
    """
    parts, port = _parts(url)
    host = parts.hostname or ""
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except OSError:
        raise Refused("unknown_host") from None
    listed = _listed()
    addresses = [ipaddress.ip_address(one.partition("%")[0]) for one in sorted(found)]
    if not addresses:
        raise Refused("unknown_host")
    for address in addresses:
        if not (_is_listed(address, listed) or _is_public(address)):
            raise Refused("private")
        if parts.scheme == "http" and not _is_listed(address, listed):
            raise Refused("scheme")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, port, str(addresses[0]), path, parts.netloc)


def check_shape(url: str) -> None:
    """Refuse what is no web address, without asking the network anything; raises Refused."""
    parts, _ = _parts(url)
    if parts.scheme == "http" and not _listed():
        raise Refused("scheme")
    try:
        address = ipaddress.ip_address(parts.hostname or "")
    except ValueError:
        return
    if not (_is_public(address) or _is_listed(address, _listed())):
        raise Refused("private")


def _parts(url: str) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise Refused("url") from None
    printable = url.isascii() and url.isprintable() and " " not in url
    if not printable or parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        raise Refused("url")
    return parts, port


def _listed() -> list[Network]:
    return [ipaddress.ip_network(one, strict=False) for one in settings.get("webhooks.allowed_networks")]


def _is_listed(address: Address, listed: list[Network]) -> bool:
    return any(address.version == network.version and address in network for network in listed)


def _is_public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        inside = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inside is not None:
            return _is_public(inside)
        if any(address in network for network in _NAT64):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved
