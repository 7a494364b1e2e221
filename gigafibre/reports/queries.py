"""The face of reports for the API."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.errors import NotFound
from gigafibre.reports.reading import rows
from gigafibre.reports.timeline import KINDS, timeline
from gigafibre.subscriptions.queries import subscription


def customer_timeline(number: str, kind: str, before: datetime | None, actor: Actor) -> dict[str, Any]:
    """Return a page of a customer's timeline; NotFound without such a customer or kind."""
    if kind and kind not in KINDS:
        raise NotFound(what=kind)
    found = rows("customer_key", {"number": number})
    if not found:
        raise NotFound(what=number)
    return timeline(number, found[0]["id"], actor, kind=kind, before=before)


def subscription_timeline(number: str, kind: str, before: datetime | None, actor: Actor) -> dict[str, Any]:
    """Return a page of a subscription's timeline; NotFound without such a subscription or kind."""
    if kind and kind not in KINDS:
        raise NotFound(what=kind)
    key = subscription(number, on=clock.today()).id
    return timeline(number, key, actor, of="subscription", kind=kind, before=before)
