"""Background jobs as a page shows them above their list: queues, what comes again and when, who works."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from procrastinate.contrib.django import app as jobs

from gigafibre.kernel import clock
from gigafibre.kernel.errors import JobWaits, NoFailedJob, NotSafeAgain


@dataclass(frozen=True)
class QueueRow:
    """One queue of jobs: how many wait, are being done, have failed."""

    name: str
    waiting: int
    doing: int
    failed: int


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
