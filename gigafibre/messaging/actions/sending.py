"""Queueing a message: its words filled, whether and when it may leave decided, its row and intent written together."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Annotated, Literal

from django.db import IntegrityError, transaction
from pydantic import Field

from gigafibre.crm.queries import Reach
from gigafibre.kernel import clock, files, settings
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.intents import intend
from gigafibre.kernel.refs import CustomerRef, Line, LongText, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import add, follow, one, write
from gigafibre.kernel.text import Text
from gigafibre.messaging import segments, texts
from gigafibre.messaging.actions.addresses import Address, read_address
from gigafibre.messaging.catalogue import Channel, Language, Template
from gigafibre.messaging.deciding import Decision, Whom, customer_by, decide, stranger
from gigafibre.messaging.errors import (
    FileNotThere,
    FilesTooLarge,
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
TemplateCode = Annotated[str, Field(max_length=60)]
DedupeKey = Annotated[str, Field(min_length=3, max_length=160)]
Enclosures = Annotated[list[uuid.UUID] | None, Field(max_length=10)]
_CHANNEL = Text("Par", "By")
_CUSTOMER = {"customer": Text("Client", "Customer")}
_URGENT = {"urgent": Text("Urgent : à toute heure, hors limite", "Urgent: at any hour, beyond the cap")}
_MADE_OF = {
    "template": Text("Gabarit", "Template"),
    "variables": Text("Variables", "Variables"),
    "related": Text("Dossier lié", "Related record"),
    "dedupe_key": Text("Clé contre les doublons", "Key against duplicates"),
    "files": Text("Fichiers", "Files"),
}
_MESSAGE = {"message": Text("Message", "Message"), "reason": Text("Raison", "Reason")}


@action(
    permission="messaging.send",
    label=Text("Envoyer un message", "Send a message"),
    fields=_CUSTOMER | _MADE_OF | _URGENT | {"channel": _CHANNEL},
)
def send_message(
    customer: CustomerRef,
    *,
    template: TemplateCode,
    dedupe_key: DedupeKey,
    variables: dict[str, texts.Value] | None = None,
    related: Related = "",
    channel: Policy = "sms_or_email",
    urgent: bool = False,
    files: Enclosures = None,
) -> int:
    """Queue a message to a customer in his language; returns its id. Nothing leaves in this transaction.

    The same dedupe key gives the same message, sent once. What may not be sent (no address, no consent, the day's cap)
    is kept all the same, suppressed with its reason.
    """
    purpose = texts.template(template).purpose
    return _send(
        customer_by(customer, purpose), template, dedupe_key, variables, related, ORDER[channel], urgent, files
    )


@action(
    permission="messaging.send",
    label=Text("Écrire à une adresse", "Write to an address"),
    fields=_MADE_OF
    | _URGENT
    | {
        "to": Text("Numéro ou courriel", "Number or email"),
        "channel": _CHANNEL,
        "name": Text("Nom", "Name"),
        "language": Text("Langue", "Language"),
        "agreed": Text("A demandé nos offres", "Asked for our offers"),
    },
)
def send_to_address(
    to: Address,
    *,
    channel: Channel,
    template: TemplateCode,
    dedupe_key: DedupeKey,
    name: Annotated[str, Field(max_length=160)] = "",
    language: Language = "fr",
    agreed: bool = False,
    variables: dict[str, texts.Value] | None = None,
    related: Related = "",
    urgent: bool = False,
    files: Enclosures = None,
) -> int:
    """Queue a message to somebody who is no customer (a prospect, who waits for an address); returns its id.

    As `send_message`: once per dedupe key, kept back with its reason where it may not be sent. An offer takes `agreed`.
    """
    whom = stranger(name, channel, read_address(channel, to), language, agreed=agreed)
    return _send(lambda _: whom, template, dedupe_key, variables, related, (channel,), urgent, files)


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
    of = texts.template(found.template)
    decided = decide(
        _again(found, channel, of), of.purpose, [channel], urgent=urgent, counted=False, billing=of.billing
    )
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


def _send(
    whom: Whom,
    template: str,
    dedupe_key: str,
    variables: dict[str, texts.Value] | None,
    related: str,
    ways: Sequence[Channel],
    urgent: bool,
    files: Sequence[uuid.UUID] | None,
) -> int:
    if earlier := one(Message, dedupe_key=dedupe_key):
        return int(earlier.pk)
    of = texts.template(template)
    possible = [way for way in ways if way in of.channels]
    if not possible:
        raise NotThisChannel(template=template)
    found = decide(whom, of.purpose, possible, urgent=urgent, counted=True, billing=of.billing)
    try:
        with transaction.atomic():
            made = _written(whom(found.channel), of, found, dedupe_key, variables or {}, related, urgent=urgent)
    except IntegrityError:
        # Somebody wrote the very same message at the same moment: his stands.
        if earlier := Message.objects.filter(dedupe_key=dedupe_key).first():
            return int(earlier.pk)
        raise
    _enclose(made, files or [])
    _queue(made)
    return int(made.pk)


def _again(found: Message, channel: Channel, of: Template) -> Whom:
    """Say who a message is for, today."""
    if found.customer is not None:
        return customer_by(found.customer.number, of.purpose)
    language: Language = "en" if found.language == "en" else "fr"
    whom = stranger(found.name, channel, found.to, language, agreed=found.basis == "express")
    return lambda _: whom


def _written(
    whom: Reach,
    of: Template,
    found: Decision,
    dedupe_key: str,
    given: dict[str, texts.Value],
    related: str,
    *,
    urgent: bool,
) -> Message:
    language: Language = "en" if whom.language == "en" else "fr"
    values = texts.values_for(of, whom, language, related=related, given=given)
    words = texts.write(of, texts.edition(of, found.channel, language), found.channel, language, values)
    body = words.body
    if of.purpose == "promotion" and found.channel == "email" and not found.reason:
        body = texts.with_foot(body, language, found.to)
    kind, _, ref = related.partition(":")
    return add(
        Message(
            dedupe_key=dedupe_key,
            customer_id=whom.id or None,
            name="" if whom.id else whom.name,
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
    )


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
        whose = follow(made, "customer").customer
        about = f"customer:{whose.number}" if whose else f"message:{made.pk}"
        write(made, intent=intend("messaging.send", about, payload, due=made.not_before))
    _step(made, why or made.reason)


def _step(made: Message, detail: str) -> None:
    by = current_actor().label
    add(MessageStep(message=made, state=made.state, detail=detail[:300], by=by, at=clock.now()))


def _enclose(made: Message, wanted: Sequence[uuid.UUID]) -> None:
    """Put files into an email, each once; a text message carries none."""
    if made.channel == "sms":
        return
    keys = list(dict.fromkeys(wanted))
    sizes = [files.size_of(key) for key in keys]
    if None in sizes:
        raise FileNotThere(file=keys[sizes.index(None)])
    size, limit = sum(filter(None, sizes)), settings.get("messaging.files_mb")
    if size > limit * 1_000_000:
        raise FilesTooLarge(size=f"{size / 1e6:.1f}", limit=limit)
    MessageFile.objects.bulk_create(MessageFile(message=made, file_id=key) for key in keys)


def _locked(message: int) -> Message:
    found = Message.objects.select_for_update(of=("self",)).select_related("customer").filter(pk=message).first()
    if found is None:
        raise NoSuchMessage(message=message)
    return found
