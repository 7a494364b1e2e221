"""What of webhooks crosses HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Schema


class WebhookEndpointOut(Schema):
    """One endpoint; no `events`: it is told of all."""

    id: int
    name: str
    url: str
    events: list[str]
    enabled: bool
    off_reason: str
    failing_since: datetime | None
    former_until: datetime | None
    created_at: datetime
    created_by: str
    waiting: int
    failed: int
    last_received_at: datetime | None


class WebhookTryOut(Schema):
    """One try."""

    at: datetime
    status: int | None
    ms: int
    response: str
    error: str


class WebhookDeliveryOut(Schema):
    """One delivery whole."""

    id: int
    endpoint: int
    endpoint_name: str
    event: str
    state: str
    attempts: int
    due: datetime
    created_at: datetime
    done_at: datetime | None
    message: str
    body: dict[str, Any]
    tries: list[WebhookTryOut]


class WebhookEventOut(Schema):
    """One kind of fact with an example of its data."""

    name: str
    version: int
    about: str
    example: dict[str, Any]
