"""Outside effects: written with the change as intents, performed after commit, looked up when the outcome is unknown.

@performs("payments.charge", group="money", says=lambda p: Text(...), switch="payments.autopay", lookup=find_charge)
def charge(key: UUID, payload: dict) -> dict: ...
"""

from __future__ import annotations

import json
import traceback
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db import connection, transaction

from gigafibre.kernel import clock
from gigafibre.kernel.context import running
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text

log = structlog.get_logger(__name__)

TRIES = 8
WAITS = (2, 10, 30, 120, 600, 1800, 3600)
#: Seconds after which a "sending" whose worker is gone counts as an unknown outcome.
LOST_AFTER = 300
CHANNEL = "gigafibre_intents"

Perform = Callable[[uuid.UUID, dict[str, Any]], dict[str, Any]]
Lookup = Callable[[uuid.UUID, dict[str, Any]], dict[str, Any] | None]


class TransportError(Exception):
    """The outside system did not do it. `permanent`: trying again is useless; a person is asked."""

    def __init__(self, message: str, *, permanent: bool = False) -> None:
        self.permanent = permanent
        super().__init__(message)


class NotYet(Exception):
    """Nothing was done: it waits until a moment, which counts as no try (quiet hours, a call's window)."""

    def __init__(self, until: datetime) -> None:
        self.until = until
        super().__init__(until.isoformat())


class OutcomeUnknown(Exception):
    """We can't know whether it happened (a timeout after sending): looked up before any retry."""


@dataclass(frozen=True)
class Kind:
    """A kind of outside effect. `group` is where previews list it: messages, network or money."""

    name: str
    group: str
    says: Callable[[dict[str, Any]], Text]
    perform: Perform
    lookup: Lookup | None
    switch: str | None


_kinds: dict[str, Kind] = {}
_gate: Callable[[str], bool] = lambda switch: False  # noqa: E731  identity replaces it at start


def set_gate(gate: Callable[[str], bool]) -> None:
    """Tell who says whether a switch is on; until then everything behind a switch is held."""
    global _gate
    _gate = gate


def is_on(switch: str) -> bool:
    """Say whether a switch is on."""
    return _gate(switch)


def performs(
    kind: str,
    *,
    group: str,
    says: Callable[[dict[str, Any]], Text],
    switch: str | None = None,
    lookup: Lookup | None = None,
) -> Callable[[Perform], Perform]:
    """Register who performs a kind of intent.

    `lookup` finds what an unknown outcome came to (None: it did not happen); `switch` holds it while off.
    """
    if group not in {"messages", "network", "money"}:
        raise ValueError(group)

    def register(perform: Perform) -> Perform:
        _kinds[kind] = Kind(kind, group, says, perform, lookup, switch)
        return perform

    return register


def all_kinds() -> set[str]:
    """Return the names of every kind that is registered."""
    return set(_kinds)


def kind_of(name: str) -> Kind:
    """Return a kind by name."""
    return _kinds[name]


def forget_kind(name: str) -> None:
    """Unregister a kind (tests that make their own)."""
    _kinds.pop(name, None)


def intend(kind: str, subject: str, payload: dict[str, Any], *, due: datetime | None = None) -> uuid.UUID:
    """Write an intent in the caller's transaction, performed from `due` on (default: at once).

    Held for good when its switch is off at that moment.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("intend inside a transaction: an intent is stored with its change")
    known = _kinds[kind]
    now = running()
    held = known.switch is not None and not _gate(known.switch)
    key = uuid.uuid4()
    with connection.cursor() as cursor:
        cursor.execute(
            Prepared(
                "INSERT INTO kernel_intent "
                "(key, kind, subject, payload, state, attempts, due, created_at, error, run, skip_reason) "
                "VALUES (%s, %s, %s, %s, %s, 0, %s, %s, '', %s, '')"
            ),
            [
                key,
                kind,
                subject,
                json.dumps(payload),
                "held" if held else "pending",
                due or clock.now(),
                clock.now(),
                now.run if now else None,
            ],
        )
        cursor.execute(Prepared("SELECT pg_notify(%s, '')"), [CHANNEL])
    return key


def perform_next() -> bool:
    """Perform one intent that is due; returns whether there was one. Never inside a transaction."""
    if connection.in_atomic_block:
        raise RuntimeError("no network inside a transaction")
    claimed = _claim()
    if claimed is None:
        return False
    key, kind_name, payload, attempts, uncertain = claimed
    kind = _kinds.get(kind_name)
    if kind is None:
        _settle(key, "parked", attempts, error=f"nobody performs {kind_name}")
        return True
    try:
        answer = None
        if uncertain:
            if kind.lookup is None:
                _settle(key, "parked", attempts, error="outcome unknown and no way to look it up")
                return True
            answer = kind.lookup(key, payload)
        if answer is None:
            answer = kind.perform(key, payload)
        _settle(key, "done", attempts + 1, answer=answer)
    except NotYet as waits:
        _postpone(key, waits.until)
    except OutcomeUnknown as error:
        _settle(key, "unknown", attempts + 1, error=str(error))
    except Exception as error:
        permanent = isinstance(error, TransportError) and error.permanent
        gone = permanent or attempts + 1 >= TRIES
        told = "".join(traceback.format_exception_only(error)).strip()[:2000]
        _settle(key, "parked" if gone else "pending", attempts + 1, error=told)
    return True


def _claim() -> tuple[uuid.UUID, str, dict[str, Any], int, bool] | None:
    """Mark one due intent as being sent; one found already "sending" lost its worker: its outcome is unknown."""
    lost = clock.now() - timedelta(seconds=LOST_AFTER)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT key, kind, payload, attempts, state FROM kernel_intent "
            "WHERE (state IN ('pending', 'unknown') AND due <= %s) OR (state = 'sending' AND due <= %s) "
            "ORDER BY due LIMIT 1 FOR UPDATE SKIP LOCKED",
            [clock.now(), lost],
        )
        row = cursor.fetchone()
        if row is None:
            return None
        # While sending, `due` says since when.
        cursor.execute("UPDATE kernel_intent SET state = 'sending', due = %s WHERE key = %s", [clock.now(), row[0]])
    payload = row[2] if isinstance(row[2], dict) else json.loads(row[2])
    return row[0], row[1], payload, row[3], row[4] != "pending"


def _postpone(key: uuid.UUID, until: datetime) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE kernel_intent SET state = 'pending', due = %s WHERE key = %s", [until, key])


def _settle(
    key: uuid.UUID, state: str, attempts: int, *, answer: dict[str, Any] | None = None, error: str = ""
) -> None:
    wait = timedelta(seconds=WAITS[min(max(attempts, 1), len(WAITS)) - 1])
    if error:
        (log.error if state == "parked" else log.info)(f"intent.{state}", intent=str(key), attempts=attempts)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE kernel_intent SET state = %s, attempts = %s, answer = %s, error = %s, due = %s WHERE key = %s",
            [state, attempts, json.dumps(answer) if answer is not None else None, error, clock.now() + wait, key],
        )
