"""Parked work: deliveries and intents that wait for a person, with what waits behind each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection


@dataclass(frozen=True)
class ParkedWork:
    """One thing that waits: `kind` is delivery or intent; `behind` counts what it holds up."""

    kind: str
    id: int
    what: str
    subject: str
    fact: str
    payload: dict[str, Any]
    attempts: int
    error: str
    since: datetime
    behind: int


PARKED = """
SELECT 'delivery' AS kind, d.id, d.handler AS what, d.subject, e.type AS fact, e.payload, d.attempts, d.error,
       e.at AS since,
       (SELECT count(*) FROM kernel_delivery b WHERE b.handler = d.handler AND b.subject = d.subject
          AND b.state = 'pending' AND b.id > d.id) AS behind
FROM kernel_delivery d JOIN kernel_event e ON e.id = d.event_id WHERE d.state = 'parked'
UNION ALL
SELECT 'intent', i.id, i.kind, i.subject, i.state, i.payload, i.attempts, i.error, i.created_at, 0
FROM kernel_intent i WHERE i.state IN ('parked', 'unknown')
ORDER BY since, id
"""


def parked_work(limit: int = 500) -> list[ParkedWork]:
    """Return what is parked, oldest first."""
    import json

    with connection.cursor() as cursor:
        cursor.execute(PARKED + " LIMIT %s", [limit])
        rows = cursor.fetchall()
    return [
        ParkedWork(
            kind=kind,
            id=number,
            what=what,
            subject=subject,
            fact=fact,
            payload=payload if isinstance(payload, dict) else json.loads(payload),
            attempts=attempts,
            error=error,
            since=since,
            behind=behind,
        )
        for kind, number, what, subject, fact, payload, attempts, error, since, behind in rows
    ]


def parked_count() -> int:
    """Return how much waits for a person."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM kernel_delivery WHERE state = 'parked') + "
            "(SELECT count(*) FROM kernel_intent WHERE state IN ('parked', 'unknown'))"
        )
        return int(cursor.fetchone()[0])
