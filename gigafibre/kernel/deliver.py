"""Delivering events: one delivery is claimed, handled and marked done in one transaction, in order per subject."""

from __future__ import annotations

import json
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog
from django.db import connection, transaction

from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.context import RuleChecked, Running, enter, previewing
from gigafibre.kernel.events import Handler, handler_name, handler_of, read_event
from gigafibre.kernel.statements import Prepared

log = structlog.get_logger(__name__)

TRIES = 8
#: Seconds before each next try: about ten minutes in all before a person is asked.
WAITS = (1, 2, 5, 15, 30, 120, 300)

# Claimable is only the oldest undone delivery of its (handler, subject): nothing overtakes one that waits or is parked.
CLAIM = Prepared("""
SELECT d.id, d.handler, d.attempts, d.depth, e.type, e.version, e.payload, e.actor, e.run
FROM kernel_delivery d JOIN kernel_event e ON e.id = d.event_id
WHERE d.state = 'pending' AND d.due <= %(now)s
  AND NOT EXISTS (
    SELECT 1 FROM kernel_delivery o
    WHERE o.handler = d.handler AND o.subject = d.subject AND o.state IN ('pending', 'parked') AND o.id < d.id)
ORDER BY d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED
""")

_DONE = Prepared(
    "UPDATE kernel_delivery SET state = 'done', done_at = %s, attempts = attempts + 1, error = '' WHERE id = %s"
)


@dataclass(frozen=True)
class Claimed:
    """A delivery in hand."""

    id: int
    handler: str
    attempts: int
    depth: int
    type: str
    version: int
    payload: dict[str, Any]
    actor: str
    run: Any


class HandlerGone(RuntimeError):
    """The handler a delivery is for no longer exists in the code."""


class NotYet(RuntimeError):
    """What a handler builds on is not done yet: it is tried again later."""


def come_after(*handlers: Handler, subjects: Sequence[str]) -> None:
    """Let the handler that runs wait while one of others still has something to do about some subjects.

    Deliveries keep their order within one handler only. A preview hands all of them over in the order of the facts.
    """
    if previewing():
        return
    names = [handler_name(handler) for handler in handlers]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(DISTINCT handler, ', ') FROM kernel_delivery "
            "WHERE subject = ANY (%s) AND handler = ANY (%s) AND state IN ('pending', 'parked')",
            [list(subjects), names],
        )
        if waits_for := cursor.fetchone()[0]:
            raise NotYet(waits_for)


def deliver_next() -> bool:
    """Handle one delivery; returns whether there was one. A failure is recorded and tried again later, then parked."""
    claimed: Claimed | None = None
    try:
        with transaction.atomic():
            claimed = _claim()
            if claimed is None:
                return False
            hand_over(claimed)
            with connection.cursor() as cursor:
                cursor.execute(_DONE, [clock.now(), claimed.id])
    except Exception as error:
        if claimed is None:
            raise
        _failed(claimed, error)
    return True


def deliver_all(limit: int = 10_000) -> int:
    """Handle whatever is due now, and what that leads to; returns how many."""
    done = 0
    while done < limit and deliver_next():
        done += 1
    return done


def hand_over(claimed: Claimed, *, rules: list[RuleChecked] | None = None) -> None:
    """Run the handler, as the system for the event's actor; in a preview the rules it checks go to `rules`."""
    handler = handler_of(claimed.type, claimed.handler)
    if handler is None:
        raise HandlerGone(claimed.handler)
    event = read_event(claimed.type, claimed.version, claimed.payload)
    actor = SYSTEM.for_(claimed.actor)
    what = Running(
        claimed.handler,
        actor,
        claimed.run,
        claimed.depth,
        preview=rules is not None,
        rules=[] if rules is None else rules,
    )
    with acting_as(actor), enter(what):
        handler(event)


def _claim() -> Claimed | None:
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, {"now": clock.now()})
        row = cursor.fetchone()
    if row is None:
        return None
    return claimed_from(row)


def claimed_from(row: tuple[Any, ...]) -> Claimed:
    """Return a delivery from its columns (id, handler, attempts, depth, then the event's type to run)."""
    payload = row[6] if isinstance(row[6], dict) else json.loads(row[6])
    return Claimed(row[0], row[1], row[2], row[3], row[4], row[5], payload, row[7], row[8])


def _failed(claimed: Claimed, error: Exception) -> None:
    """Record a failure in a transaction of its own: wait and try again, or park after the last try."""
    told = "".join(traceback.format_exception_only(error)).strip()[:2000]
    attempts = claimed.attempts + 1
    parked = attempts >= TRIES or isinstance(error, HandlerGone)
    (log.error if parked else log.info)(
        "delivery.parked" if parked else "delivery.again",
        delivery=claimed.id,
        handler=claimed.handler,
        attempts=attempts,
        why=type(error).__name__,
    )
    wait = timedelta(seconds=WAITS[min(attempts, len(WAITS)) - 1])
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE kernel_delivery SET attempts = %s, error = %s, state = %s, due = %s "
            "WHERE id = %s AND state = 'pending'",
            [attempts, told, "parked" if parked else "pending", clock.now() + wait, claimed.id],
        )
