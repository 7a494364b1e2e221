"""Jobs under lock: a whole chain at once, by key, so that two who work on one chain follow each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NoReturn

from django.db import connection, transaction

from gigafibre.dispatch.errors import (
    ChecklistUnfulfilled,
    InTheFuture,
    NoSuchJob,
    NotYourJob,
    WaitsForAnother,
    WorkIsClosed,
    WrongJobState,
)
from gigafibre.dispatch.labels import STATUSES
from gigafibre.dispatch.models import ChecklistItem, Job, JobDependency, Technician
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.text import Text

PLAN = "dispatch.edit"
#: What a planner still turns over is nobody's yet.
UNSEEN = frozenset({"draft", "ready", "scheduled"})
# Only keys are read of the others: a chain's jobs are locked at every tap of a technician.
_LOCK = """
SELECT number, chain_id FROM dispatch_job WHERE number = ANY (%(numbers)s) OR chain_id = ANY (%(chains)s)
ORDER BY id FOR UPDATE
"""
#: How far a phone’s clock may go before ours.
AHEAD = timedelta(minutes=5)


def locked(number: str) -> Job:
    """Return a job, it and every job of its chain locked in the order of their keys; or refuse."""
    return locked_together(number)[0]


def locked_together(*numbers: str) -> list[Job]:
    """Return jobs in the order they are named, they and their whole chains locked in the order of their keys."""
    while True:
        before = dict(Job.objects.filter(number__in=numbers).values_list("number", "chain_id"))
        for number in numbers:
            if number not in before:
                raise NoSuchJob(job=number)
        try:
            with transaction.atomic():  # what is locked in vain is let go before anything else is locked
                return _held(before, numbers)
        except _ElsewhereNow:
            continue


class _ElsewhereNow(Exception):
    """A job joined a chain while we waited for it."""


def _held(before: Mapping[str, int | None], numbers: Sequence[str]) -> list[Job]:
    chains = [chain for chain in before.values() if chain is not None]
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, {"numbers": list(numbers), "chains": chains})
        held = dict(cursor.fetchall())
    if any(held.get(number, 0) != before[number] for number in numbers):
        raise _ElsewhereNow
    rows = Job.objects.select_related("customer", "location", "technician", "crew").filter(number__in=numbers)
    found = {job.number: job for job in rows}
    return [found[number] for number in numbers]


def at_work_on(number: str) -> Job:
    """Return a job locked for one who works on it: his own, or any for who plans; or refuse."""
    found = locked(number)
    if not is_ones_own(found):
        raise NotYourJob(job=number)
    return found


def open_to_work(number: str) -> Job:
    """Return a job one works on, locked, whose work can still be written down."""
    found = at_work_on(number)
    if found.status == "completed":
        raise WorkIsClosed(job=number)
    if found.status == "cancelled":
        wrong_state(found, "published", "in_progress")
    return found


def is_ones_own(job: Job) -> bool:
    """Say whether whoever acts plans the work, or is among those who go on this job, once it is published."""
    if current_actor().may(PLAN):
        return True
    if job.status in UNSEEN:
        return False
    me = oneself()
    if me is None:
        return False
    return me.pk == job.technician_id or (job.crew_id is not None and me.crew_id == job.crew_id) or helps(me, job)


def helps(technician: Technician, job: Job) -> bool:
    """Say whether a technician assists on a job."""
    return job.assistants.filter(technician=technician).exists()


def oneself() -> Technician | None:
    """Return the technician who acts, if it is one."""
    actor = current_actor()
    if actor.kind != "staff" or actor.id is None:
        return None
    return Technician.objects.filter(user_id=actor.id, active=True).first()


def wrong_state(job: Job, *wanted: str) -> NoReturn:
    """Refuse what a job's state doesn't allow, saying which would."""
    words = [STATUSES[each] for each in wanted]
    either = Text(" ou ".join(word.fr for word in words), " or ".join(word.en for word in words))
    raise WrongJobState(job=job.number, state=STATUSES[job.status], wanted=either)


def must_be(job: Job, *wanted: str) -> None:
    """Refuse unless a job is in one of these states."""
    if job.status not in wanted:
        wrong_state(job, *wanted)


def turn_has_come(job: Job) -> None:
    """Refuse when a job waits for others that are not done, unless told that it may begin early."""
    if job.may_start_early:
        return
    waits = JobDependency.objects.filter(job=job).exclude(depends_on__status__in=["completed", "cancelled"])
    others = list(waits.order_by("depends_on_id").values_list("depends_on__number", flat=True))
    if others:
        raise WaitsForAnother(job=job.number, others=", ".join(others))


def missing(job: Job) -> list[ChecklistItem]:
    """Return the mandatory items of a job's checklist that are asked and not fulfilled."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT dispatch_missing(%s)", [job.pk])
        codes = cursor.fetchone()[0]
    return list(job.checklist.filter(code__in=codes).order_by("position"))


def fulfilled(job: Job) -> None:
    """Refuse when something mandatory is missing on a job's checklist."""
    if lacking := missing(job):
        items = Text(", ".join(item.label_fr for item in lacking), ", ".join(item.label_en for item in lacking))
        raise ChecklistUnfulfilled(job=job.number, items=items)


def come(at: datetime | None) -> datetime:
    """Return when something happened, now unless said; refuses what is yet to come.

    A phone's clock may be some minutes ahead of ours: what it says of the next minutes is now.
    """
    now = clock.now()
    if at is not None and at > now + AHEAD:
        raise InTheFuture(at=at.astimezone(clock.zone()).strftime("%Y-%m-%d %H:%M"))
    return min(at, now) if at is not None else now
