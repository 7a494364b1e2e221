"""Background jobs over HTTP: read here, done again by `kernel.retry_job`."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from gigafibre.kernel import jobs, labels
from gigafibre.kernel.http import Needs
from gigafibre.kernel.job_listing import JOBS
from gigafibre.kernel.listing import serve
from gigafibre.kernel.parked import parked_count
from gigafibre.kernel.queues import queues
from gigafibre.kernel.text import Text

router = Router(tags=["kernel"])

serve(router, "/background-jobs", JOBS)


class WorkQueueOut(Schema):
    """What waits of one kind (`effects`, `events`, `jobs`), and how long (s) the oldest that is due has waited."""

    name: str
    waiting: int
    oldest_s: float


class JobQueueOut(Schema):
    """One queue of jobs: how many wait, are being done, have failed."""

    name: str
    waiting: int
    doing: int
    failed: int


class PeriodicOut(Schema):
    """A task that comes again: its schedule (cron, UTC), the next time, the last and how that ended."""

    task: str
    label: str
    cron: str
    next_at: datetime
    last_at: datetime | None
    last_status: str


class WorkProcessOut(Schema):
    """A work process, and whether it was seen within a minute."""

    name: str
    started_at: datetime
    seen_at: datetime
    living: bool


class BackgroundOut(Schema):
    """The background as it stands: work of all kinds, queues of jobs, what comes again, who works."""

    work: list[WorkQueueOut]
    parked: int
    queues: list[JobQueueOut]
    periodic: list[PeriodicOut]
    workers: list[WorkProcessOut]


@router.get("/background", auth=Needs("kernel.parked"), response=BackgroundOut, operation_id="read_background")
def read_background(request: HttpRequest) -> dict[str, Any]:
    """Return how the work in the background stands, now."""
    return {
        "work": [asdict(one) for one in queues()],
        "parked": parked_count(),
        "queues": [asdict(one) for one in jobs.queues()],
        "periodic": [asdict(one) | {"label": _label(one.task)} for one in jobs.periodic()],
        "workers": [asdict(one) for one in jobs.workers()],
    }


def _label(task: str) -> str:
    return labels.TASKS.get(task, Text(task, task)).in_()
