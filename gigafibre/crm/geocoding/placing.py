"""A place gets its point: what we know ourselves at once, what a geocoder answers later, never over a person's word."""

from __future__ import annotations

import uuid
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from django.db import connection

from gigafibre.crm.geocoding.geocoder import geocoder
from gigafibre.crm.geocoding.points import TO_THE_DOOR, Asked, Point, better, known_point
from gigafibre.crm.models import Location
from gigafibre.kernel import clock
from gigafibre.kernel.context import doing
from gigafibre.kernel.intents import TransportError, intend

KIND = "crm.geocode"
_FIELDS = ["latitude", "longitude", "geocode_quality", "geocode_source"]
#: When the last question that waits goes out: a geocoder is asked no faster than it allows.
_LAST = "SELECT max(due) FROM kernel_intent WHERE kind = %s AND state = 'pending'"


@dataclass(frozen=True)
class Came:
    """What came of looking: how sure the point is now and who says so, and which geocoder is asked besides."""

    known: bool
    quality: str
    source: str
    asked_of: str


def asked(location: Location) -> Asked:
    """Return what is asked of who knows points."""
    return Asked(
        location.number, location.line1, location.line2, location.city, location.province, location.postal_code
    )


def place(location: Location) -> Came:
    """Look for the point of a place that the caller locked, and keep it if it is surer than the one it has."""
    question = asked(location)
    found = known_point(question)
    outside = geocoder()
    ask = outside is not None and question.line1 and (found is None or found.quality not in TO_THE_DOOR)
    keep(location, found, over=not ask)
    if ask and outside is not None:
        _ask_later(question, outside.pause_s)
    return Came(
        location.latitude is not None, location.geocode_quality, location.geocode_source,
        outside.name if ask and outside is not None else "",
    )  # fmt: skip


def keep(location: Location, found: Point | None, *, over: bool) -> None:
    """Keep a point that is surer than the one there is, or as sure and newer. `over`: nobody else is asked."""
    if found is not None and not better(location.geocode_quality, found.quality):
        location.latitude, location.longitude = found.latitude, found.longitude
        location.geocode_quality, location.geocode_source = found.quality, found.source[:64]
    elif found is None and over and location.latitude is None:
        location.geocode_quality = "unfound"
    else:
        return
    location.save(update_fields=_FIELDS)


def perform(key: uuid.UUID, payload: dict[str, Any]) -> dict[str, Any]:
    """Ask the geocoder, and keep its answer unless the place moved or a person confirmed its point since."""
    outside = geocoder()
    if outside is None:
        raise TransportError("no geocoder is set up any more (GIGAFIBRE_GEOCODER_URL)", permanent=True)
    question = Asked(**payload)
    found = outside.find(question)
    with doing(KIND):
        location = Location.objects.select_for_update().filter(number=question.location).first()
        if location is None or asked(location) != question or location.geocode_quality in TO_THE_DOOR:
            return {"kept": False}
        keep(location, found, over=True)
    return {"kept": found is not None, "quality": found.quality if found else "unfound"}


def _ask_later(question: Asked, pause_s: float) -> None:
    due = clock.now()
    if pause_s:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [KIND])
            cursor.execute(_LAST, [KIND])
            last = cursor.fetchone()[0]
        due = max(due, last + timedelta(seconds=pause_s)) if last else due
    intend(KIND, f"location:{question.location}", asdict(question), due=due)
