"""The face for reading: a message with its history, a customer's messages, templates with their editions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from gigafibre.kernel.text import current_language
from gigafibre.messaging import segments, texts
from gigafibre.messaging.catalogue import LANGUAGES, Channel, Language, Template, declared, record
from gigafibre.messaging.errors import NoSuchMessage
from gigafibre.messaging.labels import reason_of
from gigafibre.messaging.models import InboundMessage, Message, TemplateText

#: Messages of a customer shown on his page; the rest is behind the list.
SHOWN = 8


@dataclass(frozen=True)
class Brief:
    """A message in a few words; `direction` is out or in."""

    id: int
    direction: str
    at: datetime
    channel: str
    to: str
    subject: str
    body: str
    state: str
    reason: str
    template: str
    related: str


@dataclass(frozen=True)
class Step:
    """What became of a message at a moment."""

    state: str
    detail: str
    by: str
    at: datetime


@dataclass(frozen=True)
class MessagePage:
    """A message whole; `customer` is empty when it is for somebody who is none, `customer_name` is his then."""

    id: int
    customer: str
    customer_name: str
    template: str
    label: str
    version: int
    purpose: str
    basis: str
    channel: str
    language: str
    to: str
    subject: str
    body: str
    related_kind: str
    related: str
    urgent: bool
    state: str
    reason: str
    not_before: datetime
    carrier: str
    provider_id: str
    attempts: int
    encoding: str
    segments: int
    cost: Decimal | None
    by: str
    created_at: datetime
    sent_at: datetime | None
    delivered_at: datetime | None
    files: list[dict[str, Any]]
    steps: list[Step]


@dataclass(frozen=True)
class Variable:
    """What a template may name: `{name}`, in words."""

    name: str
    label: str


@dataclass(frozen=True)
class EditionOf:
    """A template's words in a channel and language, now or once."""

    channel: str
    language: str
    version: int
    subject: str
    body: str
    by: str
    at: datetime | None
    encoding: str
    segments: int


@dataclass(frozen=True)
class TemplatePage:
    """A template with its variables, its words of today in every channel and language, and earlier editions.

    `example` is the number of a record it can be shown on, empty when there is none.
    """

    code: str
    label: str
    purpose: str
    about: str
    about_label: str
    example: str
    channels: list[str]
    variables: list[Variable]
    editions: list[EditionOf]
    earlier: list[EditionOf]


def message(number: int) -> MessagePage:
    """Return a message with what became of it, or refuse."""
    found = Message.objects.select_related("customer").filter(pk=number).first()
    if found is None:
        raise NoSuchMessage(message=number)
    of = declared(found.template)
    language = current_language()
    enclosed = [one.file for one in found.files.select_related("file").order_by("id")]
    return MessagePage(
        **{name: getattr(found, name) for name in _SAME},
        customer=found.customer.number if found.customer else "",
        customer_name=found.customer.display_name if found.customer else found.name,
        label=of.label.in_(language) if of else found.template,
        reason=reason_of(found.reason).in_(language),
        encoding=segments.count(found.body).encoding if found.channel == "sms" else "",
        files=[{"id": one.pk, "name": one.name, "sha256": one.sha256, "size": one.size} for one in enclosed],
        steps=[
            Step(step.state, reason_of(step.detail).in_(language), step.by, step.at)
            for step in found.steps.order_by("id")
        ],
    )


_SAME = (
    "id", "template", "version", "purpose", "basis", "channel", "language", "to", "subject", "body", "related_kind",
    "related", "urgent", "state", "not_before", "carrier", "provider_id", "attempts", "segments", "cost", "by",
    "created_at", "sent_at", "delivered_at",
)  # fmt: skip


def messages_of(customer: str, limit: int = SHOWN) -> list[Brief]:
    """Return a customer's newest messages, ours and his, newest first: two queries (the 360's block)."""
    language = current_language()
    ours = [_brief(one, language) for one in Message.objects.filter(customer__number=customer).order_by("-id")[:limit]]
    his = InboundMessage.objects.filter(customer__number=customer).order_by("-id")[:limit]
    answers = [Brief(one.pk, "in", one.at, "sms", one.sender, "", one.body, "", one.keyword, "", "") for one in his]
    return sorted([*ours, *answers], key=lambda one: one.at, reverse=True)[:limit]


def why_kept_back(number: int) -> str:
    """Return why a message does not leave, as a code of `labels.REASONS`; nothing when it does or did."""
    found = Message.objects.filter(pk=number, state=Message.State.SUPPRESSED).first()
    return found.reason if found else ""


def newest(limit: int = 50) -> list[Brief]:
    """Return what the local outbox holds, newest first."""
    found = Message.objects.filter(carrier="outbox").order_by("-sent_at", "-id")[:limit]
    return [_brief(one, current_language()) for one in found]


def template(code: str) -> TemplatePage:
    """Return a template with its words, or refuse."""
    of = texts.template(code)
    language = current_language()
    about = record(of.about)
    earlier = TemplateText.objects.filter(template=code).order_by("-at", "-id")[:50]
    return TemplatePage(
        code=of.code,
        label=of.label.in_(language),
        purpose=of.purpose,
        about=of.about,
        about_label=about.label.in_(language) if about else of.about,
        example=about.newest() if about and about.newest else "",
        channels=list(of.channels),
        variables=[Variable(name, label.in_(language)) for name, label in of.known().items()],
        editions=[_now(of, channel, spoken) for channel in of.channels for spoken in LANGUAGES],
        earlier=[_edition(one.channel, one.language, one.version, one.subject, one.body, one) for one in earlier],
    )


def _now(of: Template, channel: Channel, language: Language) -> EditionOf:
    words = texts.edition(of, channel, language)
    return _edition(channel, language, words.version, words.subject, words.body)


def _edition(
    channel: str, language: str, version: int, subject: str, body: str, row: TemplateText | None = None
) -> EditionOf:
    counted = segments.count(body)
    return EditionOf(
        channel, language, version, subject, body, row.by if row else "", row.at if row else None, counted.encoding,
        counted.segments if channel == "sms" else 0,
    )  # fmt: skip


def _brief(one: Message, language: str) -> Brief:
    return Brief(
        one.pk,
        "out",
        one.sent_at or one.created_at,
        one.channel,
        one.to,
        one.subject,
        one.body,
        one.state,
        reason_of(one.reason).in_(language),
        one.template,
        f"{one.related_kind}:{one.related}" if one.related else "",
    )


def was_written(dedupe_key: str) -> bool:
    """Say whether a message with this key exists, whatever became of it."""
    return Message.objects.filter(dedupe_key=dedupe_key).exists()
