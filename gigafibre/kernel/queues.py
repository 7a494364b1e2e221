"""How much waits and for how long: deliveries of events, outside effects, background jobs."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from gigafibre.kernel import clock
from gigafibre.kernel.statements import Prepared


@dataclass(frozen=True)
class Queue:
    """One queue: how many wait in it, and how long (s) the oldest that is due has waited."""

    name: str
    waiting: int
    oldest_s: float


_QUEUES = Prepared("""
SELECT 'events', count(*), min(due) FILTER (WHERE due <= %(now)s) FROM kernel_delivery WHERE state = 'pending'
UNION ALL
SELECT 'effects', count(*), min(due) FILTER (WHERE due <= %(now)s) FROM kernel_intent
WHERE state IN ('pending', 'unknown')
UNION ALL
SELECT 'jobs', count(*), min(coalesce(j.scheduled_at, deferred.at))
         FILTER (WHERE coalesce(j.scheduled_at, deferred.at) <= %(now)s)
FROM procrastinate_jobs j
LEFT JOIN LATERAL (
  SELECT min(e.at) AS at FROM procrastinate_events e WHERE e.job_id = j.id AND e.type = 'deferred') deferred ON true
WHERE j.status = 'todo'
ORDER BY 1
""")
_STATES = "SELECT status::text, count(*) FROM procrastinate_jobs GROUP BY status ORDER BY 1"


def queues() -> list[Queue]:
    """Return the three queues: `effects`, `events`, `jobs`."""
    now = clock.now()
    with connection.cursor() as cursor:
        cursor.execute(_QUEUES, {"now": now})
        rows = cursor.fetchall()
    return [Queue(name, waiting, (now - oldest).total_seconds() if oldest else 0.0) for name, waiting, oldest in rows]


def jobs_by_state() -> dict[str, int]:
    """Count the background jobs by state (`todo`, `doing`, `succeeded`, `failed` …)."""
    with connection.cursor() as cursor:
        cursor.execute(_STATES)
        return dict(cursor.fetchall())
