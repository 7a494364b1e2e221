"""Settings of the provider that the network reads."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.kernel.settings import declare
from gigafibre.kernel.text import Text

ASKED_A_MINUTE = "network.eligibility_per_minute"
#: So many address searches a minute unless the provider says otherwise.
USUALLY_ASKED = 90
STOCK_PLACE = "network.stock_place"

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
