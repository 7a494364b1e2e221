"""Settings of the provider that the network reads."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from gigafibre.kernel.settings import declare
from gigafibre.kernel.text import Text

ASKED_A_MINUTE = "network.eligibility_per_minute"
#: So many address searches a minute unless the provider says otherwise.
USUALLY_ASKED = 90
STOCK_PLACE = "network.stock_place"
ADDRESS_DAYS = "network.address_days"

declare(
    ASKED_A_MINUTE,
    Annotated[int, Field(ge=5, le=10_000)],
    USUALLY_ASKED,
    Text(
        "Recherches d’adresse par minute et par visiteur du site public",
        "Address searches a minute by one visitor of the public site",
    ),
)
declare(
    STOCK_PLACE,
    Annotated[str, Field(min_length=2, max_length=40)],
    "Entrepôt",
    Text("Endroit où l’équipement est reçu et revient", "Where equipment is received and comes back to"),
)
declare(
    ADDRESS_DAYS,
    Literal[0] | Annotated[int, Field(ge=30, le=3660)],
    0,
    Text(
        "Jours pendant lesquels les adresses IP perdues et les consommations sont gardées, de 30 à 3660 "
        "(0 : jusqu’à ce que vous en décidiez ; P-39.1 art. 23 veut qu’on détruise ce qui ne sert plus)",
        "Days for which lost IP addresses and usage are kept, 30 to 3660 "
        "(0: until you decide; P-39.1 s. 23 wants what serves no more destroyed)",
    ),
)
