"""Refusals of webhooks."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class BadAddress(Refusal):
    """Nothing is sent to that address."""

    code, status = "webhook_address", 422
    text = Text(
        "Rien n’est envoyé à « {url} » : {why}. Donnez une adresse https publique, ou ajoutez son réseau au paramètre "
        "webhooks.allowed_networks.",
        "Nothing is sent to “{url}”: {why}. Give a public https address, or add its network to the setting "
        "webhooks.allowed_networks.",
    )


class UnknownEventType(Refusal):
    """No fact goes by that name."""

    code, status = "unknown_event_type", 422
    text = Text(
        "Aucun événement ne s’appelle « {name} ». Prenez-en un du catalogue, comme payments.payment_received.",
        "No event is called “{name}”. Take one of the catalogue, such as payments.payment_received.",
    )


class EndpointExists(Refusal):
    """Another endpoint has that name."""

    code, status = "webhook_exists", 409
    text = Text(
        "Une destination s’appelle déjà « {name} ». Choisissez un autre nom.",
        "An endpoint is called “{name}” already. Choose another name.",
    )


class EndpointOff(Refusal):
    """Nothing is sent to an endpoint that is off."""

    code, status = "webhook_off", 409
    text = Text(
        "La destination « {name} » est arrêtée. Remettez-la en marche d’abord.",
        "The endpoint “{name}” is off. Turn it on first.",
    )


class UnderWay(Refusal):
    """A delivery that still waits or is being sent is not sent once more."""

    code, status = "webhook_under_way", 409
    text = Text(
        "Cet envoi est encore en cours ; il sera réessayé de lui-même le {due}.",
        "This delivery is still under way; it is tried again by itself on {due}.",
    )
