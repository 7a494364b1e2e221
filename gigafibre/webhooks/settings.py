"""What of webhooks is decided by the provider."""

from __future__ import annotations

import ipaddress
from typing import Annotated

from pydantic import AfterValidator

from gigafibre.kernel.settings import declare
from gigafibre.kernel.text import Text


def _network(value: str) -> str:
    return str(ipaddress.ip_network(value, strict=False))


declare(
    "webhooks.allowed_networks",
    list[Annotated[str, AfterValidator(_network)]],
    [],
    Text(
        "Réseaux privés où des webhooks peuvent aller (192.168.10.0/24) ; aucun d’origine",
        "Private networks that webhooks may go to (192.168.10.0/24); none to begin with",
    ),
)
