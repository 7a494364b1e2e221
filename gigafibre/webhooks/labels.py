"""What people call the tables of webhooks, and the words of their states."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel import live
from gigafibre.kernel.describe import Column, describe
from gigafibre.kernel.text import Text

STATES = {
    "pending": Text("En attente", "Waiting"),
    "sending": Text("En envoi", "Being sent"),
    "done": Text("Reçu", "Received"),
    "failed": Text("Abandonné", "Given up"),
}
#: How an endpoint does: nothing arrives where it is `failing`.
ENDPOINT_STATES = {
    "on": Text("En marche", "On"),
    "failing": Text("Ne répond plus", "Not answering"),
    "off": Text("Arrêtée", "Off"),
}
OFF = {
    "": Text("—", "—"),
    "person": Text("Arrêtée par quelqu’un", "Turned off by somebody"),
    "gone": Text("A répondu qu’elle n’existe plus (410)", "Answered that it is gone (410)"),
    "failing": Text("Ne répond plus depuis des jours", "Has not answered for days"),
}


def _off(value: Any, language: str) -> str:
    return OFF[value].in_(language) if value in OFF else str(value or "—")


def _state(value: Any, language: str) -> str:
    return STATES[value].in_(language) if value in STATES else str(value or "—")


describe(
    "webhooks_endpoint",
    Text("Destination de webhooks", "Webhook endpoint"),
    number="name",
    topic="webhooks",
    name=Text("Nom", "Name"),
    url=Text("Adresse", "Address"),
    events=Text("Événements", "Events"),
    enabled=Text("En marche", "On"),
    off_reason=Column(Text("Raison de l’arrêt", "Why off"), _off),
)
describe(
    "webhooks_delivery",
    Text("Envoi de webhook", "Webhook delivery"),
    topic="webhooks",
    type=Text("Événement", "Event"),
    state=Column(Text("État", "State"), _state),
    due=Text("Prochain essai", "Next try"),
)
live.topic("webhooks", "webhooks.read")
