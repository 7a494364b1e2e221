"""The services that carry messages, as the page of integrations shows them."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

from gigafibre.kernel.services import Seen, Service, register
from gigafibre.kernel.text import Text
from gigafibre.messaging.carriers import carrier
from gigafibre.messaging.intents import KIND


def _seen(channel: str, url: str) -> Seen:
    parts = urlsplit(url)
    found = carrier(channel)
    where = f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname or ""
    return Seen(found.name, found.real, where)


register(
    Service(
        code="sms",
        label=Text("SMS", "Text messages"),
        about=Text("Rendez-vous, pannes, codes : ce qui part vers un téléphone", "Appointments, outages, codes"),
        settings=("GIGAFIBRE_SMS_URL",),
        kinds=(KIND,),
        part={"channel": "sms"},
        seen=lambda: _seen("sms", settings.SMS_URL),
        check=lambda: carrier("sms").check(),
    )
)
register(
    Service(
        code="email",
        label=Text("Courriels", "Emails"),
        about=Text("Factures, contrats, avis : ce qui part vers une adresse", "Invoices, contracts, notices"),
        settings=("GIGAFIBRE_EMAIL_URL",),
        kinds=(KIND,),
        part={"channel": "email"},
        seen=lambda: _seen("email", settings.EMAIL_URL),
        check=lambda: carrier("email").check(),
    )
)
