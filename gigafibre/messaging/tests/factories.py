"""Messages for tests, also of other apps."""

from __future__ import annotations

from itertools import count
from typing import Any

from gigafibre.crm.tests.factories import a_customer
from gigafibre.identity.actions import turn_switch_off, turn_switch_on
from gigafibre.kernel import clock
from gigafibre.kernel.tests.looking import intents
from gigafibre.messaging.actions import send_message
from gigafibre.messaging.deciding import SWITCH
from gigafibre.messaging.models import Message, Suppression

MOBILE = "+14505550142"
_keys = count(1)


def a_reachable(**given: Any) -> Any:
    """Make a customer with a mobile number and an email."""
    return a_customer(**{"phone": MOBILE, "email": "sylvie@example.ca", **given})


def turn(*, on: bool) -> None:
    """Let messages leave this machine, or no longer."""
    if on:
        turn_switch_on(SWITCH, confirmation=SWITCH, reason="Les fournisseurs sont prêts.")
    else:
        turn_switch_off(SWITCH, reason="On vérifie les gabarits.")


def the_intent() -> dict[str, Any]:
    """Return the only intent there is, as a row."""
    (found,) = intents()
    return found


def intent_of(made: Message) -> dict[str, Any]:
    """Return a message's intent, as a row."""
    (found,) = intents(key=made.intent)
    return found


def a_message(customer: Any = None, text: str = "Votre routeur est prêt.", **given: Any) -> Any:
    """Queue a message (somebody must act)."""
    whom = customer or a_reachable()
    facts = {
        "template": "customer.note",
        "dedupe_key": f"test:{next(_keys)}",
        "variables": {"text": text, "subject": "Votre routeur"},
    }
    number = send_message(whom.number, **{**facts, **given})
    return the_message(number)


def the_message(key: int) -> Any:
    """Return a message as its row stands."""
    return Message.objects.select_related("customer").get(pk=key)


def the_messages() -> list[Any]:
    """Return every message, the first first."""
    return list(Message.objects.select_related("customer").order_by("id"))


def a_listed_message(customer: Any, text: str) -> Message:
    """Write a failed message and a closed address straight into their tables, for lists of many."""
    now = clock.now()
    Suppression.objects.create(
        channel="email", address=f"{customer.number}@example.ca", covers="promotion", source=text
    )
    made: Message = Message.objects.create(
        dedupe_key=f"listed:{customer.number}",
        customer_id=customer.pk,
        template="customer.note",
        purpose="service",
        channel="email",
        language="fr",
        to=f"{customer.number}@example.ca".lower(),
        subject=text,
        body=text,
        state="failed",
        reason=text,
        not_before=now,
        counted_on=clock.today(),
        by="Julie",
    )
    return made
