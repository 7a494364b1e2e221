"""The outside effect of this app: an address asked of a geocoder; it changes nothing there, so it is asked again."""

from __future__ import annotations

from typing import Any

from gigafibre.crm.geocoding import placing
from gigafibre.kernel.intents import performs
from gigafibre.kernel.text import Text


def said(payload: dict[str, Any]) -> Text:
    """Say in a preview which address is asked."""
    told = {"line1": payload["line1"], "city": payload["city"]}
    return Text("Point demandé au géocodeur : {line1}, {city}", "Point asked of the geocoder: {line1}, {city}").with_(
        **told
    )


performs(placing.KIND, group="network", says=said, lookup=lambda key, payload: None)(placing.perform)
