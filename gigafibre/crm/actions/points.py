"""Where places are on the map: a point is looked for, confirmed by a person; address files are loaded and removed."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, Field

from gigafibre.crm.actions.given import lock_location
from gigafibre.crm.actions.locations import Latitude, Longitude
from gigafibre.crm.errors import NoSuchAddressFile, PointConfirmed
from gigafibre.crm.geocoding import address_file, placing
from gigafibre.crm.models import AddressPoint
from gigafibre.kernel.context import rule
from gigafibre.kernel.refs import LocationRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

Name = Annotated[str, Field(min_length=1, max_length=48)]
#: An address file as text; what is larger goes municipality by municipality.
Csv = Annotated[str, Field(min_length=1, max_length=2_000_000)]
_KNOWN = Text("{place} : {quality} ({source})", "{place}: {quality} ({source})")
_ASKED = Text("{place} : demandé à {name}", "{place}: asked of {name}")
_LOADED = Text("{name} : {doors} portes, à la place de {before}", "{name}: {doors} doors, in place of {before}")
_UNKNOWN = Text("{place} : personne ne connaît cette adresse", "{place}: nobody knows this address")


class LoadedFile(BaseModel):
    """What came of an address file: its doors, and those it had before."""

    doors: int
    before: int


@action(
    permission="crm.edit",
    label=Text("Chercher le point sur la carte", "Find the point on the map"),
    fields={"location": Text("Lieu", "Location")},
)
def find_point(location: LocationRef) -> str:
    """Look for a place's point: by our drops, the address files, then the geocoder if there is one (its answer comes
    later). Returns how sure the point is now. Refuses a place whose point a person confirmed.
    """
    found = lock_location(location)
    if found.geocode_quality == "confirmed":
        raise PointConfirmed(location=found.number)
    came = placing.place(found)
    told = {"place": found.number, "quality": came.quality, "source": came.source, "name": came.asked_of}
    words = _ASKED if came.asked_of else _KNOWN if came.known else _UNKNOWN
    rule("crm.point", "geocoding", words.with_(**told), passed=came.known or bool(came.asked_of))
    return found.geocode_quality


@action(
    permission="crm.edit",
    label=Text("Confirmer le point", "Confirm the point"),
    fields={
        "location": Text("Lieu", "Location"),
        "latitude": Text("Latitude", "Latitude"),
        "longitude": Text("Longitude", "Longitude"),
    },
)
def confirm_point(location: LocationRef, *, latitude: Latitude, longitude: Longitude) -> None:
    """Say where a place is: seen by a person, no search changes it any more."""
    found = lock_location(location)
    found.latitude, found.longitude = Decimal(latitude), Decimal(longitude)
    found.geocode_quality, found.geocode_source = "confirmed", ""
    found.save(update_fields=["latitude", "longitude", "geocode_quality", "geocode_source"])


@action(
    permission="kernel.settings",
    label=Text("Charger un fichier d’adresses", "Load an address file"),
    fields={"name": Text("Nom du fichier", "Name of the file"), "csv": Text("Contenu (CSV)", "Contents (CSV)")},
)
def load_address_file(name: Name, *, csv: Csv) -> LoadedFile:
    """Load a municipality's doors (civic, street, city, latitude, longitude; postal code if given) in place of those
    that a file of this name held. Refuses lines that can't be read, naming them; nothing is loaded then.
    """
    done = address_file.load(name, address_file.read(csv))
    rule("crm.address_file", "geocoding", _LOADED.with_(name=name, doors=done.doors, before=done.before), passed=True)
    return LoadedFile(doors=done.doors, before=done.before)


@action(
    permission="kernel.settings",
    label=Text("Retirer un fichier d’adresses", "Remove an address file"),
    harmful=True,
    fields={"name": Text("Nom du fichier", "Name of the file")},
)
def remove_address_file(name: Name) -> int:
    """Remove the doors of an address file; returns how many. Points that were found by it stay."""
    gone, _ = AddressPoint.objects.filter(source=name).delete()
    if not gone:
        raise NoSuchAddressFile(name=name)
    return gone
