"""What people call the tables of messaging, and the words of their states."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel.describe import Column, describe, describe_deeds
from gigafibre.kernel.text import Text

STATES = {
    "queued": Text("En attente", "Queued"),
    "sending": Text("En cours d’envoi", "Sending"),
    "sent": Text("Envoyé", "Sent"),
    "delivered": Text("Remis", "Delivered"),
    "failed": Text("Échoué", "Failed"),
    "suppressed": Text("Retenu", "Suppressed"),
}
CHANNELS = {"sms": Text("SMS", "SMS"), "email": Text("Courriel", "Email")}
PURPOSES = {
    "service": Text("Service", "Service"),
    "collection": Text("Recouvrement", "Collection"),
    "promotion": Text("Offre", "Offer"),
}
LANGUAGES = {"fr": Text("Français", "French"), "en": Text("Anglais", "English")}
#: Why a message didn't leave.
REASONS = {
    "no_address": Text("Aucune coordonnée pour ce canal", "No address for this channel"),
    "unsubscribed": Text("Le destinataire ne veut plus de messages", "The receiver wants no more messages"),
    "no_consent": Text("Pas de consentement aux offres (LCAP)", "No consent to offers (CASL)"),
    "no_unsubscribe": Text(
        "L’adresse postale ou l’adresse publique manque aux réglages : pas de désabonnement possible (LCAP)",
        "The postal or public address is missing in the settings: no way to unsubscribe (CASL)",
    ),
    "daily_cap": Text("Limite de messages du jour atteinte", "The day’s cap of messages is reached"),
    "switch_off": Text("L’interrupteur des messages est fermé", "The switch for messages is off"),
    "cancelled": Text("Annulé par une personne", "Cancelled by a person"),
    "outcome_unknown": Text(
        "On ne sait pas s’il est parti : vérifiez avant de l’envoyer de nouveau",
        "Whether it left is unknown: check before sending it again",
    ),
}
COVERS = {"everything": Text("Tout", "Everything"), "promotion": Text("Les offres", "Offers")}


def state_of(value: str) -> Text:
    """Return a state in words."""
    return STATES.get(value, Text(value, value))


def reason_of(value: str) -> Text:
    """Return a reason in words; what a carrier said is shown as it said it."""
    return REASONS.get(value, Text(value, value))


def _words(of: dict[str, Text]) -> Any:
    return lambda value, language: of[value].in_(language) if value in of else str(value or "—")


describe(
    "messaging_message",
    Text("Message", "Message"),
    channel=Column(Text("Canal", "Channel"), _words(CHANNELS)),
    to=Text("À", "To"),
    subject=Text("Objet", "Subject"),
    body=Text("Texte", "Text"),
    language=Column(Text("Langue", "Language"), _words(LANGUAGES)),
    state=Column(Text("État", "State"), _words(STATES)),
    reason=Column(Text("Raison", "Reason"), _words(REASONS)),
    not_before=Text("Pas avant", "Not before"),
)
describe(
    "messaging_templatetext",
    Text("Texte de gabarit", "Template text"),
    template=Text("Gabarit", "Template"),
    channel=Column(Text("Canal", "Channel"), _words(CHANNELS)),
    language=Column(Text("Langue", "Language"), _words(LANGUAGES)),
    version=Text("Version", "Version"),
    subject=Text("Objet", "Subject"),
    body=Text("Texte", "Text"),
)
describe(
    "messaging_suppression",
    Text("Adresse à qui ne plus écrire", "Address not to write to"),
    channel=Column(Text("Canal", "Channel"), _words(CHANNELS)),
    address=Text("Adresse", "Address"),
    covers=Column(Text("Ne part plus", "No longer leaves"), _words(COVERS)),
    source=Text("Source", "Source"),
    lifted_at=Text("Levé le", "Lifted at"),
)


describe_deeds(
    {
        "messaging.send": Text("Envoyer un message", "Send a message"),
        "messaging.receipts.take_note": Text("Prendre note d’un accusé de l’envoi", "Take note of a delivery receipt"),
        "messaging.unsubscribe": Text("Se désabonner par le lien d’un message", "Unsubscribe by the link of a message"),
        "messaging.webhook": Text("Recevoir un avis du fournisseur d’envoi", "Receive a carrier’s notice"),
    }
)
