"""Where a place is on the map, with the doors we know around it and the style the map is drawn in."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from gigafibre.crm import words
from gigafibre.crm.errors import NoSuchLocation
from gigafibre.kernel.actor import Actor
from gigafibre.reports.reading import rows

#: How far around a place doors are shown, in degrees of latitude: some 600 m.
REACH = 0.0055


def location_map(number: str, actor: Actor) -> dict[str, Any]:
    """Return a place's point, where to look, and the doors around (drops to who may see the network); or refuse."""
    found = rows("location_map", {"number": number, "reach": REACH, "drops": actor.may("network.read")})
    if not found:
        raise NoSuchLocation(number=number)
    said = words.word(words.GEOCODE, found[0]["geocode_quality"])
    return found[0] | {"quality_said": said, "style_url": settings.MAP_STYLE_URL}
