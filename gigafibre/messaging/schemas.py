"""What of messaging crosses HTTP."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from ninja import Schema


class MessageBrief(Schema):
    """A message in a few words; `direction` is `out` or `in`."""

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


class MessageStepOut(Schema):
    """What became of a message at a moment."""

    state: str
    detail: str
    by: str
    at: datetime


class MessageFileOut(Schema):
    """A file that went along."""

    id: UUID
    name: str
    sha256: str
    size: int


class MessageOut(Schema):
    """A message whole; `cost` in dollars, null when unknown."""

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
    files: list[MessageFileOut]
    steps: list[MessageStepOut]


class TemplateVariableOut(Schema):
    """A variable a template may name."""

    name: str
    label: str


class TemplateEditionOut(Schema):
    """A template's words in a channel and language; version 0 came with the platform."""

    channel: str
    language: str
    version: int
    subject: str
    body: str
    by: str
    at: datetime | None
    encoding: str
    segments: int


class TemplateOut(Schema):
    """A template with its variables and words; `example` is a record it can be shown on."""

    code: str
    label: str
    purpose: str
    about: str
    about_label: str
    example: str
    channels: list[str]
    variables: list[TemplateVariableOut]
    editions: list[TemplateEditionOut]
    earlier: list[TemplateEditionOut]
