"""The geocoder outside: what any of them does, and which one is asked."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol
from urllib.parse import parse_qsl, unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from gigafibre.crm.geocoding.mapbox import Mapbox
from gigafibre.crm.geocoding.nominatim import Nominatim
from gigafibre.crm.geocoding.points import Asked, Point
from gigafibre.kernel.text import Text

READS = "GIGAFIBRE_GEOCODER_URL reads nominatim://host?email=you@example.ca or mapbox://TOKEN@api.mapbox.com"


class Geocoder(Protocol):
    """Who knows addresses. Asking changes nothing there, so that every failure may be tried again."""

    name: str
    #: The least time between two questions, in seconds: what its rules of use say.
    pause_s: float

    def find(self, asked: Asked) -> Point | None:
        """Return the point of an address, None when it is unknown; raises the intents' TransportError."""

    def check(self) -> Text:
        """Ask for a known address; says what was found. Raises NotWorking."""


def geocoder() -> Geocoder | None:
    """Return the geocoder that is set up, if one is."""
    return _of(settings.GEOCODER_URL)


@lru_cache
def _of(url: str) -> Geocoder | None:
    """`nominatim://host?email=…`, `mapbox://TOKEN@host`; `+http` after the scheme for one on this machine."""
    if not url:
        return None
    parts = urlsplit(url)
    scheme, _, how = parts.scheme.partition("+")
    where = f"{how or 'https'}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")
    given = dict(parse_qsl(parts.query))
    if not parts.hostname or how not in {"", "http"}:
        raise ImproperlyConfigured(READS)
    if scheme == "nominatim":
        # The public server asks for one question a second and a way to reach who asks; one's own sets what it wants.
        return Nominatim(
            where + parts.path.rstrip("/"), email=given.get("email", ""), pause_s=float(given.get("pause", 1))
        )
    if scheme == "mapbox" and parts.username:
        return Mapbox(where, unquote(parts.username))
    raise ImproperlyConfigured(READS)
