"""Background jobs as a page shows them: queues, what fails, what comes again and when, who works."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from procrastinate.contrib.django import app as jobs

from gigafibre.kernel import clock
from gigafibre.kernel.errors import JobWaits, NoFailedJob, NotSafeAgain

#: Failed jobs shown at most, the newest first.
SHOWN = 50


@dataclass(frozen=True)
class QueueRow:
    """One queue of jobs: how many wait, are being done, have failed."""

    name: str
    waiting: int
    doing: int
    failed: int


@dataclass(frozen=True)
class JobRow:
    """A job that failed or is being done; `again`: doing it once more is safe, and nothing of it waits."""

    id: int
    task: str
    queue: str
    status: str
    attempts: int
    at: datetime | None
    again: bool


@dataclass(frozen=True)
class PeriodicRow:
    """A task that comes again by a schedule: the next time, the last that it was put into its queue, how that ended."""

    task: str
    cron: str
    next_at: datetime
    last_at: datetime | None
    last_status: str


@dataclass(frozen=True)
class WorkerRow:
    """A work process: since when it runs, when it was last seen, whether that is within a minute."""

    name: str
    started_at: datetime
    seen_at: datetime
    living: bool


_QUEUES = """
SELECT queue_name, count(*) FILTER (WHERE status = 'todo'), count(*) FILTER (WHERE status = 'doing'),
       count(*) FILTER (WHERE status = 'failed')
FROM procrastinate_jobs WHERE status IN ('todo', 'doing', 'failed') GROUP BY 1 ORDER BY 1
"""
_JOBS = """
SELECT j.id, j.task_name, j.queue_name, j.status::text, j.attempts, e.at,
       j.queueing_lock IS NOT NULL AND NOT EXISTS (
         SELECT FROM procrastinate_jobs w WHERE w.queueing_lock = j.queueing_lock AND w.status = 'todo')
FROM procrastinate_jobs j
LEFT JOIN LATERAL (SELECT max(at) AS at FROM procrastinate_events WHERE job_id = j.id) e ON true
WHERE j.status IN ('failed', 'doing') ORDER BY j.status = 'doing' DESC, j.id DESC LIMIT %s
"""
_LAST = """
SELECT DISTINCT ON (d.task_name) d.task_name, d.defer_timestamp, coalesce(j.status::text, '')
FROM procrastinate_periodic_defers d LEFT JOIN procrastinate_jobs j ON j.id = d.job_id
ORDER BY d.task_name, d.defer_timestamp DESC
"""
_WORKERS = """
SELECT id, started_at, seen_at, seen_at > now() - interval '1 minute' FROM kernel_worker ORDER BY seen_at DESC, id
"""
_FAILED = """
SELECT task_name, queueing_lock, args FROM procrastinate_jobs WHERE id = %s AND status = 'failed' FOR UPDATE
"""
_WAITS = "SELECT EXISTS (SELECT FROM procrastinate_jobs WHERE queueing_lock = %s AND status = 'todo')"


def queues() -> list[QueueRow]:
    """Return the queues that have something in them, by name."""
    return [QueueRow(*row) for row in _rows(_QUEUES)]


def unsettled() -> list[JobRow]:
    """Return what is being done, then what failed, the newest first."""
    return [JobRow(*row) for row in _rows(_JOBS, [SHOWN])]


def periodic() -> list[PeriodicRow]:
    """Return what comes again, the soonest first."""
    last = {task: (at, status) for task, at, status in _rows(_LAST)}
    now = clock.now().astimezone(UTC)
    found = []
    for one in jobs.periodic_registry.periodic_tasks.values():
        at, status = last.get(one.task.name, (None, ""))
        following = one.croniter.get_next(datetime, start_time=now)
        found.append(PeriodicRow(one.task.name, one.cron, following, at and datetime.fromtimestamp(at, UTC), status))
    return sorted(found, key=lambda row: (row.next_at, row.task))


def workers() -> list[WorkerRow]:
    """Return the work processes seen within a day, the latest first."""
    return [WorkerRow(*row) for row in _rows(_WORKERS)]


def again(job: int) -> None:
    """Put a failed job's work into its queue once more.

    Only what is locked to once at a time: doing that again picks up where it was. Refuses NoFailedJob, NotSafeAgain,
    JobWaits.
    """
    found = _rows(_FAILED, [job])
    if not found:
        raise NoFailedJob(job=job)
    task, lock, args = found[0]
    if lock is None or task not in jobs.tasks:
        raise NotSafeAgain(task=task)
    if _rows(_WAITS, [lock])[0][0]:
        raise JobWaits(task=task)
    given = json.loads(args) if isinstance(args, str) else args
    jobs.tasks[task].defer(**given)


def _rows(sql: str, values: list[Any] | None = None) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
