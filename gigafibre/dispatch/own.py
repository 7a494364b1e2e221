"""What is one's own: the jobs of whoever acts, as a technician's phone may see them."""

from __future__ import annotations

import datetime

from gigafibre.dispatch import queries
from gigafibre.dispatch.errors import NoSuchJob, NotYourJob
from gigafibre.dispatch.locking import oneself
from gigafibre.dispatch.models import Job
from gigafibre.dispatch.queries import DayJob

#: What a planner still turns over is nobody's yet.
UNSEEN = frozenset({"draft", "ready", "scheduled"})


def own_jobs(first: datetime.date, last: datetime.date) -> list[DayJob]:
    """Return the published jobs of whoever acts, and those under way or over; none for who isn't a technician."""
    me = oneself()
    if me is None:
        return []
    return [job for job in queries.jobs_of(me.pk, first, last) if job.status not in UNSEEN]


def own_number(number: str) -> str:
    """Return a job's number when it is one's own, or refuse."""
    if not Job.objects.filter(number=number).exists():
        raise NoSuchJob(job=number)
    if not queries.is_ones_own(number):
        raise NotYourJob(job=number)
    return number
