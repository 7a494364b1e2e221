"""The geocoder, as the page of integrations shows it."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

from gigafibre.crm.geocoding.geocoder import geocoder
from gigafibre.crm.geocoding.placing import KIND
from gigafibre.kernel.errors import ServiceNotSetUp
from gigafibre.kernel.services import Seen, Service, register
from gigafibre.kernel.text import Text

LABEL = Text("Géocodeur", "Geocoder")


def _seen() -> Seen:
    found = geocoder()
    return Seen(found.name if found else "", found is not None, urlsplit(settings.GEOCODER_URL).hostname or "")


def _check() -> Text:
    found = geocoder()
    if found is None:
        raise ServiceNotSetUp(service=LABEL, settings="GIGAFIBRE_GEOCODER_URL")
    return found.check()


register(
    Service(
        code="geocoder",
        label=LABEL,
        about=Text(
            "Le point d’une adresse que ni les prises ni les fichiers d’adresses ne connaissent",
            "The point of an address that neither drops nor address files know",
        ),
        settings=("GIGAFIBRE_GEOCODER_URL",),
        kinds=(KIND,),
        seen=_seen,
        check=_check,
    )
)
