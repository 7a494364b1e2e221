"""What of webhooks crosses HTTP beside what the queries return."""

from __future__ import annotations

from typing import Any

from ninja import Schema


class WebhookEventOut(Schema):
    """One kind of fact with an example of its data."""

    name: str
    label: str
    version: int
    about: str
    example: dict[str, Any]
