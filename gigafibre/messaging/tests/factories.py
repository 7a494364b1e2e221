"""Messages for tests, also of other apps."""

from __future__ import annotations

from itertools import count
from typing import Any

from gigafibre.crm.models import Customer
from gigafibre.crm.tests.factories import a_customer
from gigafibre.messaging.actions import send_message
from gigafibre.messaging.models import Message

MOBILE = "+14505550142"
_keys = count(1)


def a_reachable(**given: Any) -> Customer:
    """Make a customer with a mobile number and an email."""
    return a_customer(**{"phone": MOBILE, "email": "sylvie@example.ca", **given})


def a_message(customer: Customer | None = None, text: str = "Votre routeur est prêt.", **given: Any) -> Message:
    """Queue a message (somebody must act)."""
    whom = customer or a_reachable()
    facts = {
        "template": "customer.note",
        "dedupe_key": f"test:{next(_keys)}",
        "variables": {"text": text, "subject": "Votre routeur"},
    }
    number = send_message(whom.number, **{**facts, **given})
    found: Message = Message.objects.get(pk=number)
    return found
