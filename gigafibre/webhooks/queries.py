"""The face for reading: one delivery with its tries.

What is returned here is also what crosses HTTP.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gigafibre.kernel.errors import NotFound
from gigafibre.webhooks.delivering import body_of, message_id
from gigafibre.webhooks.models import Delivery
from gigafibre.webhooks.names import NAMES
from gigafibre.webhooks.words import ERRORS


@dataclass(frozen=True)
class WebhookTry:
    """One try of a delivery; `ms` is how long it took, `response` the beginning of the answer."""

    at: datetime
    status: int | None
    ms: int
    response: str
    error: str


@dataclass(frozen=True)
class WebhookDeliveryPage:
    """One delivery whole: what is posted, under which id, and each try, newest first."""

    id: int
    endpoint: int
    endpoint_name: str
    event: str
    event_label: str
    state: str
    attempts: int
    due: datetime
    created_at: datetime
    done_at: datetime | None
    message: str
    body: dict[str, Any]
    tries: list[WebhookTry]


def delivery(number: int) -> WebhookDeliveryPage:
    """Return one delivery; NotFound when there is none."""
    found = Delivery.objects.select_related("endpoint").filter(pk=number).first()
    if found is None:
        raise NotFound(what=f"webhook_delivery:{number}")
    tries = [
        WebhookTry(
            one.at, one.status, one.ms, one.response, ERRORS[one.error].in_() if one.error in ERRORS else one.error
        )
        for one in found.tries.order_by("-id")[:50]
    ]
    body = body_of(found.event_id, found.type, found.created_at)
    return WebhookDeliveryPage(
        id=found.pk,
        endpoint=found.endpoint_id,
        endpoint_name=found.endpoint.name,
        event=str(body["type"]),
        event_label=NAMES[body["type"]].in_(),
        state=found.state,
        attempts=found.attempts,
        due=found.due,
        created_at=found.created_at,
        done_at=found.done_at,
        message=message_id(found.pk, found.event_id),
        body=body,
        tries=tries,
    )
