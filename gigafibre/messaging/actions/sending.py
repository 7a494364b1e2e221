"""Queueing a message: its words filled, whether and when it may leave decided, its row and intent written together."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Annotated, Literal

from django.db import IntegrityError, transaction
from pydantic import Field

from gigafibre.crm.queries import reach_of
from gigafibre.kernel import clock, files
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.intents import intend
from gigafibre.kernel.refs import CustomerRef, Line, LongText, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.messaging import segments, texts
from gigafibre.messaging.catalogue import Channel, Language, Template
from gigafibre.messaging.deciding import Decision, decide
from gigafibre.messaging.errors import (
    FileNotThere,
    MessageOnItsWay,
    NoSuchMessage,
    NotThisChannel,
    NotWaiting,
    OfferKeptBack,
)
from gigafibre.messaging.labels import state_of
from gigafibre.messaging.models import Message, MessageFile, MessageStep

#: Which way to take: one channel, or the first of two by which the customer may be reached.
Policy = Literal["sms_or_email", "email_or_sms", "sms", "email"]
Related = Annotated[str, Field(pattern=r"^([a-z_]+:[A-Za-z0-9-]+)?$", max_length=72)]
MessageRef = Annotated[int, Field(ge=1, json_schema_extra={"format": "ref:message"})]
ORDER: dict[Policy, tuple[Channel, ...]] = {
    "sms_or_email": ("sms", "email"),
    "email_or_sms": ("email", "sms"),
    "sms": ("sms",),
    "email": ("email",),
}
_CHANNEL = Text("Par", "By")
_CUSTOMER = {"customer": Text("Client", "Customer")}
_URGENT = {"urgent": Text("Urgent : à toute heure, hors limite", "Urgent: at any hour, beyond the cap")}
_MESSAGE = {"message": Text("Message", "Message"), "reason": Text("Raison", "Reason")}


@action(
    permission="messaging.send",
    label=Text("Envoyer un message", "Send a message"),
    fields=_CUSTOMER
    | _URGENT
    | {
        "template": Text("Gabarit", "Template"),
        "variables": Text("Variables", "Variables"),
        "related": Text("Dossier lié", "Related record"),
        "dedupe_key": Text("Clé contre les doublons", "Key against duplicates"),
        "channel": _CHANNEL,
        "files": Text("Fichiers", "Files"),
    },
)
def send_message(
    customer: CustomerRef,
    *,
    template: Annotated[str, Field(max_length=60)],
    dedupe_key: Annotated[str, Field(min_length=3, max_length=160)],
    variables: dict[str, texts.Value] | None = None,
    related: Related = "",
    channel: Policy = "sms_or_email",
    urgent: bool = False,
    files: Annotated[list[uuid.UUID], Field(max_length=10)] | None = None,
) -> int:
    """Queue a message to a customer in his language; returns its id. Nothing leaves in this transaction.

    The same dedupe key gives the same message, sent once. What may not be sent (no address, no consent, the day's cap)
    is kept all the same, suppressed with its reason.
    """
    if earlier := Message.objects.filter(dedupe_key=dedupe_key).first():
        return int(earlier.pk)
    of = texts.template(template)
    ways = [way for way in ORDER[channel] if way in of.channels]
    if not ways:
        raise NotThisChannel(template=template)
    found = decide(customer, of.purpose, ways, urgent=urgent, counted=True)
    try:
        with transaction.atomic():
            made = _written(customer, of, found, dedupe_key, variables or {}, related, urgent=urgent)
    except IntegrityError:
        # Somebody wrote the very same message at the same moment: his stands.
        if earlier := Message.objects.filter(dedupe_key=dedupe_key).first():
            return int(earlier.pk)
        raise
    _enclose(made, files or [])
    _queue(made)
    return int(made.pk)


@action(
    permission="messaging.send",
    label=Text("Écrire au client", "Write to the customer"),
    fields=_CUSTOMER
    | _URGENT
    | {"text": Text("Texte", "Text"), "subject": Text("Objet (courriel)", "Subject (email)"), "channel": _CHANNEL},
)
def write_to_customer(
    customer: CustomerRef,
    *,
    text: Annotated[LongText, Field(min_length=2)],
    channel: Policy = "sms_or_email",
    subject: Line = "",
    urgent: bool = False,
) -> int:
    """Write a message of one's own to a customer, about his service; returns its id."""
    return send_message(
        customer,
        template="customer.note",
        dedupe_key=f"note:{uuid.uuid4()}",
        variables={"text": text, "subject": subject or text.splitlines()[0][:80]},
        channel=channel,
        urgent=urgent,
    )


@action(
    permission="messaging.send",
    label=Text("Envoyer de nouveau", "Send again"),
    fields=_MESSAGE | _URGENT,
)
def send_again(message: MessageRef, *, reason: Reason, urgent: bool = False) -> None:
    """Queue a failed or suppressed message once more, with today's addresses and rules; the day's cap doesn't count.

    An offer kept back is not: its text names the way to unsubscribe of then.
    """
    found = _locked(message)
    if found.state not in {Message.State.FAILED, Message.State.SUPPRESSED}:
        raise MessageOnItsWay(state=state_of(found.state))
    if found.state == Message.State.SUPPRESSED and found.purpose == "promotion":
        raise OfferKeptBack
    channel: Channel = "sms" if found.channel == "sms" else "email"
    purpose = texts.template(found.template).purpose
    decided = decide(found.customer.number, purpose, [channel], urgent=urgent, counted=False)
    if found.state == Message.State.SUPPRESSED:
        found.to = decided.to
    found.state = Message.State.SUPPRESSED if decided.reason else Message.State.QUEUED
    found.reason, found.basis, found.not_before = decided.reason, decided.basis, decided.not_before
    found.counted_on, found.urgent = decided.counted_on, urgent
    found.save()
    _queue(found, reason)


@action(
    permission="messaging.send",
    label=Text("Annuler un message", "Cancel a message"),
    harmful=True,
    fields=_MESSAGE,
)
def cancel_message(message: MessageRef, *, reason: Reason) -> None:
    """Keep a message that still waits from leaving."""
    found = _locked(message)
    if found.state != Message.State.QUEUED:
        raise NotWaiting(state=state_of(found.state))
    found.state, found.reason = Message.State.SUPPRESSED, "cancelled"
    found.save(update_fields=["state", "reason"])
    _step(found, reason)


def _written(
    customer: str,
    of: Template,
    found: Decision,
    dedupe_key: str,
    given: dict[str, texts.Value],
    related: str,
    *,
    urgent: bool,
) -> Message:
    whom = reach_of(customer, found.channel, "service")
    language: Language = "en" if whom.language == "en" else "fr"
    values = texts.values_for(of, whom, language, related=related, given=given)
    words = texts.write(of, texts.edition(of, found.channel, language), found.channel, language, values)
    body = words.body
    if of.purpose == "promotion" and found.channel == "email" and not found.reason:
        body = texts.with_foot(body, language, found.to)
    kind, _, ref = related.partition(":")
    made: Message = Message.objects.create(
        dedupe_key=dedupe_key,
        customer_id=whom.id,
        template=of.code,
        version=words.version,
        purpose=of.purpose,
        basis=found.basis,
        channel=found.channel,
        language=language,
        to=found.to,
        subject=words.subject if found.channel == "email" else "",
        body=body,
        variables=words.values,
        related_kind=kind,
        related=ref,
        urgent=urgent,
        state=Message.State.SUPPRESSED if found.reason else Message.State.QUEUED,
        reason=found.reason,
        not_before=found.not_before,
        counted_on=found.counted_on,
        segments=segments.count(body).segments if found.channel == "sms" else 0,
        by=current_actor().label,
        created_at=clock.now(),
    )
    return made


def _queue(made: Message, why: str = "") -> None:
    """Write the intent of a message that may leave, and its first step."""
    if made.state == Message.State.QUEUED:
        payload = {
            "message": str(made.key),
            "channel": made.channel,
            "to": made.to,
            "subject": made.subject,
            "text": made.body,
        }
        made.intent = intend("messaging.send", f"customer:{made.customer.number}", payload, due=made.not_before)
        made.save(update_fields=["intent"])
    _step(made, why or made.reason)


def _step(made: Message, detail: str) -> None:
    MessageStep.objects.create(
        message=made, state=made.state, detail=detail[:300], by=current_actor().label, at=clock.now()
    )


def _enclose(made: Message, wanted: Sequence[uuid.UUID]) -> None:
    for key in dict.fromkeys(wanted):
        if not files.known(key):
            raise FileNotThere(file=key)
        MessageFile.objects.create(message=made, file_id=key)


def _locked(message: int) -> Message:
    found = Message.objects.select_for_update(of=("self",)).select_related("customer").filter(pk=message).first()
    if found is None:
        raise NoSuchMessage(message=message)
    return found
