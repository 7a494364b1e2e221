"""Jobs under lock: a whole chain at once, by key, so that two who work on one chain follow each other."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, NoReturn

from django.db import connection

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
from gigafibre.dispatch.models import ChecklistItem, Job, JobAssistant, Technician
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.rows import one
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text

PLAN = "dispatch.edit"
#: What a planner still turns over is nobody's yet.
UNSEEN = frozenset({"draft", "ready", "scheduled"})
#: What `dispatch_take` tells of whom a job points at; the rest of them is read when it is asked for.
_NAMED = {
    "customer": ("number", "language"),
    "location": ("number",),
    "technician": ("number", "name", "crew_id", "status", "active"),
    "crew": ("code", "name"),
}
_OWN = [field.attname for field in Job._meta.concrete_fields if field.attname != "past_amounts"]
_TAKE = Prepared(f"""
SELECT (t.job).number, {", ".join(f"(t.job).{name}" for name in _OWN)}, customer_number, customer_language,
  location_number, technician_number, technician_name, technician_crew, technician_status, technician_active,
  crew_code, crew_name
FROM dispatch_take(%s) t
""")  # noqa: S608  names of columns
_WAITS_FOR = Prepared("""
SELECT o.number FROM dispatch_jobdependency d JOIN dispatch_job o ON o.id = d.depends_on_id
WHERE d.job_id = %s AND o.status NOT IN ('completed', 'cancelled') ORDER BY o.id
""")
#: How far a phone’s clock may go before ours.
AHEAD = timedelta(minutes=5)


def locked(number: str) -> Job:
    """Return a job, it and every job of its chain locked in the order of their keys; or refuse."""
    return locked_together(number)[0]


def locked_together(*numbers: str) -> list[Job]:
    """Return jobs in the order they are named, they and their whole chains locked in the order of their keys."""
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [list(numbers)])
        found = {number: _job(values) for number, *values in cursor.fetchall()}
    for number in numbers:
        if number not in found:
            raise NoSuchJob(job=number)
    return [found[number] for number in numbers]


def _job(values: list[Any]) -> Job:
    """Return a job with whom it points at, from the columns of `_TAKE`."""
    at = len(_OWN)
    job = Job.from_db("default", _OWN, values[:at])
    for name, names in _NAMED.items():
        field: Any = Job._meta.get_field(name)
        key, theirs = getattr(job, field.attname), values[at : at + len(names)]
        field.set_cached_value(job, key and field.related_model.from_db("default", ["id", *names], [key, *theirs]))
        at += len(names)
    return job


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
    return one(JobAssistant, job_id=job.pk, technician_id=technician.pk) is not None


def oneself() -> Technician | None:
    """Return the technician who acts, if it is one."""
    actor = current_actor()
    if actor.kind != "staff" or actor.id is None:
        return None
    return one(Technician, user_id=actor.id, active=True)


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
    with connection.cursor() as cursor:
        cursor.execute(_WAITS_FOR, [job.pk])
        others = [number for (number,) in cursor.fetchall()]
    if others:
        raise WaitsForAnother(job=job.number, others=", ".join(others))


def missing(job: Job) -> list[ChecklistItem]:
    """Return the mandatory items of a job's checklist that are asked and not fulfilled."""
    with connection.cursor() as cursor:
        cursor.execute(Prepared("SELECT dispatch_missing(%s)"), [job.pk])
        codes = cursor.fetchone()[0]
    return list(job.checklist.filter(code__in=codes).order_by("position")) if codes else []


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
