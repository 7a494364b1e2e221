"""Examples of the actions of messaging: each builds its state and returns valid input."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel.tests.examples import example
from gigafibre.messaging.actions import suppress_address
from gigafibre.messaging.models import Message
from gigafibre.messaging.tests.factories import MOBILE, a_message, a_reachable


@example("messaging.send_message")
def _send() -> dict[str, Any]:
    return {
        "customer": a_reachable().number,
        "template": "customer.note",
        "dedupe_key": "example:1",
        "variables": {"text": "Votre routeur est prêt.", "subject": "Votre routeur"},
        "related": "contract:CTR-0001",
        "channel": "sms_or_email",
        "urgent": False,
        "files": [],
    }


@example("messaging.write_to_customer")
def _write() -> dict[str, Any]:
    return {"customer": a_reachable().number, "text": "Rappelez-nous au sujet de votre adresse.", "subject": "Adresse"}


@example("messaging.send_again")
def _again() -> dict[str, Any]:
    made = a_message()
    Message.objects.filter(pk=made.pk).update(state="failed", reason="451 try later")
    return {"message": made.pk, "reason": "Le client a corrigé son numéro"}


@example("messaging.cancel_message")
def _cancel() -> dict[str, Any]:
    return {"message": a_message().pk, "reason": "Déjà dit au téléphone"}


@example("messaging.edit_template")
def _edit() -> dict[str, Any]:
    return {
        "template": "customer.note",
        "channel": "email",
        "language": "fr",
        "subject": "{subject}",
        "body": "Bonjour {first_name},\n\n{text}",
        "shown_for": a_reachable().number,
    }


@example("messaging.suppress_address")
def _suppress() -> dict[str, Any]:
    return {"channel": "sms", "address": MOBILE, "covers": "everything", "source": "Demandé au téléphone"}


@example("messaging.lift_suppression")
def _lift() -> dict[str, Any]:
    suppress_address("sms", address=MOBILE, source="SMS : ARRET")
    return {"channel": "sms", "address": MOBILE, "covers": "everything", "source": "Demandé au téléphone"}


@example("messaging.send_to_address")
def _address() -> dict[str, Any]:
    return {
        "to": "paul.roy@example.ca",
        "channel": "email",
        "name": "Paul Roy",
        "template": "customer.note",
        "dedupe_key": "example:2",
        "language": "fr",
        "agreed": False,
        "variables": {"text": "Votre soumission est prête.", "subject": "Votre soumission"},
        "related": "quotation:QUO-0001",
        "urgent": False,
        "files": [],
    }
