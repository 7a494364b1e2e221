"""Fanning facts out to endpoints, and trying each delivery until it arrives or is given up.

A fact is fanned out once its transaction is older than every one under way, so that none is overlooked whatever order
they commit in. Each delivery is claimed, sent outside any transaction under an id that never changes, and settled; one
whose worker died is sent again under the same id, by which the receiver knows it.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction

from gigafibre.identity.notices import notify
from gigafibre.identity.queries import who_may
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.encrypted import unseal
from gigafibre.webhooks import catalogue
from gigafibre.webhooks.models import Attempt, Delivery, Endpoint
from gigafibre.webhooks.sending import Answer, send
from gigafibre.webhooks.words import TURNED_OFF

#: Seconds before each next try, as Standard Webhooks advises: more than three days in all.
WAITS = (5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400)
JITTER = 0.2
#: A "sending" that old has lost its worker.
LOST_AFTER = timedelta(seconds=60)
#: An endpoint where nothing arrived for so long is turned off.
FAILING_FOR = timedelta(days=5)
PAGE = "/settings/webhooks"

_ANYTHING = "SELECT EXISTS (SELECT 1 FROM kernel_event e, webhooks_horizon h WHERE h.id = 1 AND e.xact >= h.xact)"
_FAN_OUT = """
WITH held AS (SELECT xact FROM webhooks_horizon WHERE id = 1 FOR UPDATE SKIP LOCKED),
     now_at AS (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS xact),
     made AS (
       INSERT INTO webhooks_delivery (endpoint_id, event_id, type, state, attempts, due, created_at)
       SELECT p.id, e.id, e.type, 'pending', 0, %(now)s, %(now)s
       FROM held JOIN now_at ON now_at.xact > held.xact
       JOIN kernel_event e ON e.xact >= held.xact AND e.xact < now_at.xact
       JOIN webhooks_endpoint p ON p.enabled AND e.id > p.after_event AND (p.events = '{}' OR e.type = ANY (p.events))
       ORDER BY e.id, p.id
       ON CONFLICT DO NOTHING RETURNING 1),
     moved AS (UPDATE webhooks_horizon h SET xact = now_at.xact FROM held, now_at
               WHERE h.id = 1 AND now_at.xact > held.xact)
SELECT count(*) FROM made
"""
_CLAIM = """
UPDATE webhooks_delivery d SET state = 'sending', due = %(now)s
FROM webhooks_endpoint p
WHERE p.id = d.endpoint_id AND d.id = (
  SELECT w.id FROM webhooks_delivery w JOIN webhooks_endpoint o ON o.id = w.endpoint_id
  WHERE o.enabled AND ((w.state = 'pending' AND w.due <= %(now)s) OR (w.state = 'sending' AND w.due <= %(lost)s))
  ORDER BY w.due, w.id LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
RETURNING d.id, d.attempts, d.event_id, d.type, d.created_at, p.id, p.url, p.secret, p.former_secret, p.former_until
"""


@dataclass(frozen=True)
class Claimed:
    """A delivery in hand: what is sent where, signed with which secrets."""

    id: int
    attempts: int
    endpoint: int
    url: str
    message: str
    body: dict[str, Any]
    secrets: list[str]


def message_id(delivery: int, event: int | None) -> str:
    """Return the id a receiver sees: the fact's own, sortable as text; a test has one of its own."""
    return f"evt_{event:016d}" if event is not None else f"test_{delivery:016d}"


def fan_out() -> int:
    """Write a delivery for each new fact and each endpoint that wants it; returns how many."""
    if not behind():  # reading only: a turn without news writes nothing
        return 0
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_FAN_OUT, {"now": clock.now()})
        made = int(cursor.fetchone()[0])
        if made:
            cursor.execute("SELECT pg_notify('gigafibre_live', 'webhooks_delivery:*')")
    return made


def behind() -> bool:
    """Return whether a fact waits to be fanned out: until each transaction begun before its own has ended."""
    with connection.cursor() as cursor:
        cursor.execute(_ANYTHING)
        return bool(cursor.fetchone()[0])


def step() -> bool:
    """Fan out what happened, and send one delivery that is due; returns whether there was anything to do."""
    made = fan_out()
    return deliver_next() or made > 0


def deliver_next() -> bool:
    """Send one delivery that is due and write down what came of it; never inside a transaction."""
    if connection.in_atomic_block:
        raise RuntimeError("no network inside a transaction")
    claimed = claim()
    if claimed is None:
        return False
    settle(claimed, send(claimed.url, claimed.message, claimed.body, claimed.secrets))
    return True


def claim() -> Claimed | None:
    """Mark one delivery that is due as being sent; one whose worker died is taken up again."""
    now = clock.now()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_CLAIM, {"now": now, "lost": now - LOST_AFTER})
        row = cursor.fetchone()
        if row is None:
            return None
        key, attempts, event, type_, created, endpoint, url, secret, former, until = row
        secrets = [unseal(secret)] + ([unseal(former)] if former and until and until > now else [])
        body = body_of(event, type_, created)
    return Claimed(key, attempts, endpoint, url, message_id(key, event), body, secrets)


def body_of(event: int | None, stored: str, created: datetime) -> dict[str, Any]:
    """Return what is posted: `type`, `timestamp`, `version`, `subject` and `data`."""
    name = catalogue.public_name(stored)
    if event is None:
        kind = catalogue.named(name)
        data = {"test": True, "example": kind.example if kind else {}}
        return {"type": catalogue.TEST, "timestamp": created.isoformat(), "version": 1, "subject": name, "data": data}
    with connection.cursor() as cursor:
        cursor.execute("SELECT version, subject, payload, at FROM kernel_event WHERE id = %s", [event])
        version, subject, payload, at = cursor.fetchone()
    told = json.loads(payload) if isinstance(payload, str) else payload
    return {"type": name, "timestamp": at.isoformat(), "version": version, "subject": subject, "data": told}


def settle(claimed: Claimed, answer: Answer) -> None:
    """Write down a try, and when the next one is; turn off an endpoint that is gone or failed for days."""
    now = clock.now()
    with acting_as(SYSTEM), transaction.atomic():
        endpoint = Endpoint.objects.select_for_update().get(pk=claimed.endpoint)
        delivery = Delivery.objects.select_for_update().get(pk=claimed.id)
        Attempt.objects.create(
            delivery=delivery, at=now, status=answer.status, ms=answer.ms, response=answer.response, error=answer.error
        )
        delivery.attempts = claimed.attempts + 1
        if answer.arrived:
            delivery.state, delivery.done_at, endpoint.failing_since = Delivery.State.DONE, now, None
        else:
            wait = wait_after(delivery.attempts, answer.retry_after)
            delivery.state = Delivery.State.FAILED if wait is None else Delivery.State.PENDING
            delivery.due = now + (wait or timedelta())
            endpoint.failing_since = endpoint.failing_since or now
        delivery.save(update_fields=["state", "attempts", "due", "done_at"])
        why = "gone" if answer.status == 410 else "failing" if _too_long(endpoint, now) else ""
        if why and endpoint.enabled:
            endpoint.enabled, endpoint.off_reason = False, why
            notify(who_may("webhooks.edit"), TURNED_OFF[why].with_(name=endpoint.name), kind="webhooks", url=PAGE)
        endpoint.save(update_fields=["failing_since", "enabled", "off_reason"])
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify('gigafibre_live', %s)", [f"webhooks_delivery:{delivery.pk}"])


def wait_after(attempts: int, retry_after: int | None) -> timedelta | None:
    """Return how long to wait after so many tries, spread a little; None when it is given up."""
    if attempts > len(WAITS):
        return None
    wait = WAITS[attempts - 1] * (1 + random.uniform(0, JITTER))  # noqa: S311  spread, not a secret
    return timedelta(seconds=max(wait, min(retry_after or 0, WAITS[-1])))


def _too_long(endpoint: Endpoint, now: datetime) -> bool:
    return endpoint.failing_since is not None and now - endpoint.failing_since >= FAILING_FOR
