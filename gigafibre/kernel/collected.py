"""What a transaction wrote since a mark: rows (from the audit trigger), facts and intents."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection


@dataclass(frozen=True)
class Mark:
    """Where the three trails stood."""

    audit: int
    event: int
    delivery: int
    intent: int


@dataclass(frozen=True)
class RowChange:
    """One changed row: `before`/`after` hold the whole row when made or deleted, else only what differs."""

    table: str
    row: str
    op: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    customer: int | None = None


@dataclass(frozen=True)
class StoredEvent:
    """A fact as stored."""

    type: str
    version: int
    subject: str
    payload: dict[str, Any]


@dataclass(frozen=True)
class StoredIntent:
    """An intent as stored."""

    kind: str
    subject: str
    payload: dict[str, Any]
    state: str


@dataclass(frozen=True)
class Collected:
    """Everything written since the mark."""

    rows: list[RowChange]
    events: list[StoredEvent]
    intents: list[StoredIntent]


def mark() -> Mark:
    """Remember where the trails stand, as this transaction sees them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce((SELECT max(id) FROM kernel_audit), 0), coalesce((SELECT max(id) FROM kernel_event), 0), "
            "coalesce((SELECT max(id) FROM kernel_delivery), 0), coalesce((SELECT max(id) FROM kernel_intent), 0)"
        )
        return Mark(*cursor.fetchone())


def collect(start: Mark) -> Collected:
    """Return what this transaction wrote since the mark, in order."""
    with connection.cursor() as cursor:
        # The top transaction's number: inside a savepoint xmin would be another.
        cursor.execute(
            'SELECT "table", row, op, before, after FROM kernel_audit '
            "WHERE id > %s AND xact = pg_current_xact_id()::text::bigint ORDER BY id",
            [start.audit],
        )
        rows = [RowChange(t, r, op, _data(b), _data(a)) for t, r, op, b, a in cursor.fetchall()]
        cursor.execute(
            "SELECT type, version, subject, payload FROM kernel_event "
            "WHERE id > %s AND xact = pg_current_xact_id()::text::bigint ORDER BY id",
            [start.event],
        )
        events = [StoredEvent(t, v, s, _data(p) or {}) for t, v, s, p in cursor.fetchall()]
        cursor.execute(
            "SELECT kind, subject, payload, state FROM kernel_intent "
            "WHERE id > %s AND xact = pg_current_xact_id()::text::bigint ORDER BY id",
            [start.intent],
        )
        intents = [StoredIntent(k, s, _data(p) or {}, st) for k, s, p, st in cursor.fetchall()]
    return Collected(rows, events, intents)


def net(rows: list[RowChange]) -> list[RowChange]:
    """Return one change for each row, where it first changed: from how it was to how it is at last.

    None for a row that ends as it was.
    """
    found: dict[tuple[str, str], RowChange | None] = {}
    for row in rows:
        key = (row.table, row.row)
        first = found.get(key)
        found[key] = row if first is None else _joined(first, row)
    return [row for row in found.values() if row is not None]


def _joined(first: RowChange, then: RowChange) -> RowChange | None:
    """Return two changes of a row as one."""
    if first.op == "I":
        return None if then.op == "D" else replace(first, after={**(first.after or {}), **(then.after or {})})
    before = {**(then.before or {}), **(first.before or {})}
    if then.op == "D":
        return replace(then, before=before)
    after = {**(first.after or {}), **(then.after or {})}
    was = {name: before.get(name) for name in after if after[name] != before.get(name)}
    return replace(first, op="U", before=was, after={name: after[name] for name in was}) if was else None


def _data(value: Any) -> dict[str, Any] | None:
    loaded = json.loads(value) if isinstance(value, str) else value
    return loaded if isinstance(loaded, dict) else None
