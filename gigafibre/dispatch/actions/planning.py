"""Jobs planned: given an hour and somebody, published, taken back, cancelled, opened again; waiting for others."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field

from gigafibre.dispatch.conflicts import say_conflicts, say_conflicts_among
from gigafibre.dispatch.errors import (
    HelpsHimself,
    NobodyAssigned,
    NothingToPlan,
    OtherChain,
    PlannedInThePast,
    TechnicianInactive,
    WaitsInACircle,
)
from gigafibre.dispatch.events import JobCancelled, JobPublished, JobReopened, JobUnassigned
from gigafibre.dispatch.locking import helps, locked, locked_together, must_be
from gigafibre.dispatch.models import Job, JobAssistant, JobChain, JobDependency, Technician
from gigafibre.dispatch.moving import about, settle_plan, stop_clocks
from gigafibre.dispatch.refs import (
    Clock,
    CrewRef,
    JobRef,
    Minutes,
    TechnicianRef,
    crew_named,
    technician_named,
)
from gigafibre.kernel import clock
from gigafibre.kernel.context import rule, taken_back_by
from gigafibre.kernel.events import publish
from gigafibre.kernel.refs import Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import write
from gigafibre.kernel.text import Text

JOB = {"job": Text("Intervention", "Job")}
WHEN = {
    "date": Text("Date", "Date"),
    "starts": Text("Début", "Start"),
    "minutes": Text("Durée (minutes)", "Duration (minutes)"),
    "window_starts": Text("Promis dès", "Promised from"),
    "window_ends": Text("Promis jusqu’à", "Promised until"),
}
WHO = {
    "technician": Text("Technicien", "Technician"),
    "crew": Text("Équipe", "Crew"),
    "assistants": Text("Aides", "Assistants"),
}
REASON = {"reason": Text("Motif", "Reason")}
OTHER = {"other": Text("Attend la fin de", "Waits for")}
Assistants = Annotated[tuple[TechnicianRef, ...], Field(max_length=8)]


@action(
    permission="dispatch.edit",
    label=Text("Planifier une intervention", "Schedule a job"),
    fields=JOB | WHEN | {"technician": WHO["technician"]},
)
def schedule_job(
    job: JobRef,
    *,
    date: datetime.date,
    starts: Clock,
    technician: TechnicianRef | None = None,
    minutes: Minutes | None = None,
    window_starts: Clock | None = None,
    window_ends: Clock | None = None,
) -> None:
    """Give a job a day and an hour, a technician if he is named, and what is promised to the customer.

    A published one is to be published anew.
    """
    found = locked(job)
    must_be(found, "draft", "ready", "scheduled", "published")
    to_come(date)
    goes = found.technician if technician is None else _active(technician)
    if goes is not None and technician is not None and helps(goes, found):
        raise HelpsHimself(technician=technician)
    if found.starts is not None and found.date >= clock.today():
        before = {"date": found.date, "starts": found.starts, "minutes": found.minutes}
        promised = {"window_starts": found.window_starts, "window_ends": found.window_ends}
        his = found.technician.number if found.technician else None
        taken_back_by("dispatch.schedule_job", job=job, **before, **promised, technician=his)
    settle_plan(
        found,
        technician=goes,
        date=date,
        starts=starts,
        minutes=minutes or found.minutes,
        window_starts=window_starts,
        window_ends=window_ends,
    )
    say_conflicts(found)


@action(
    permission="dispatch.edit",
    label=Text("Assigner une intervention", "Assign a job"),
    undo="dispatch.unassign_job",
    fields=JOB | WHO,
)
def assign_job(
    job: JobRef,
    *,
    technician: TechnicianRef | None = None,
    crew: CrewRef | None = None,
    assistants: Assistants = (),
) -> None:
    """Say who goes: a technician, a crew, or both, with assistants. What conflicts is said, not forbidden."""
    found = locked(job)
    must_be(found, "draft", "ready", "scheduled", "published")
    _given_back(found)
    settle_plan(found, **who_goes(found, technician, crew, assistants))
    say_conflicts(found)


@action(
    permission="dispatch.edit",
    label=Text("Retirer une intervention à son technicien", "Unassign a job"),
    harmful=True,
    undo="dispatch.assign_job",
    fields=JOB | REASON,
)
def unassign_job(job: JobRef, *, reason: Reason) -> None:
    """Take a job back from whom it was given to; it waits to be planned anew on its day."""
    found = locked(job)
    must_be(found, "scheduled", "published", "ready")
    _given_back(found)
    found.assistants.all().delete()
    write(found, status="ready", technician=None, crew=None, published_at=None)
    publish(JobUnassigned(**about(found), date=found.date, reason=reason))


@action(permission="dispatch.edit", label=Text("Publier une intervention", "Publish a job"), fields=JOB)
def publish_job(job: JobRef) -> None:
    """Let a scheduled job stand on its technician's list; what follows (messages) follows from the fact."""
    found = locked(job)
    _publish(found)
    say_conflicts(found)


@action(
    permission="dispatch.edit",
    label=Text("Publier des interventions", "Publish jobs"),
    fields={"jobs": Text("Interventions", "Jobs")},
)
def publish_jobs(jobs: Annotated[tuple[JobRef, ...], Field(min_length=1, max_length=400)]) -> None:
    """Let scheduled jobs stand on their technicians' lists, a chain or a day of them: all of them, or none."""
    found = locked_together(*dict.fromkeys(jobs))
    for each in found:
        _publish(each)
    say_conflicts_among(found)


@action(
    permission="dispatch.edit",
    label=Text("Annuler une intervention", "Cancel a job"),
    harmful=True,
    undo="dispatch.reopen_job",
    fields=JOB | REASON,
)
def cancel_job(job: JobRef, *, reason: Reason) -> None:
    """Give a job up, saying why; what waits for it no longer does. A cancelled job never completes its chain."""
    found = locked(job)
    must_be(found, "draft", "ready", "scheduled", "published", "en_route", "incomplete")
    stop_clocks(found, clock.now())
    write(found, status="cancelled", reason=reason)
    publish(JobCancelled(**about(found), reason=reason))


@action(
    permission="dispatch.edit",
    label=Text("Rouvrir une intervention", "Open a job again"),
    fields=JOB | REASON | {"date": Text("Date", "Date")},
)
def reopen_job(job: JobRef, *, reason: Reason, date: datetime.date | None = None) -> None:
    """Let a job that was over wait to be planned again, on a day (today); it is signed anew.

    What its completion told (equipment, charges, a chain done) stays told, once.
    """
    found = locked(job)
    must_be(found, "completed", "incomplete", "cancelled")
    day = date or clock.today()
    to_come(day)
    write(
        found,
        status="ready",
        date=day,
        starts=None,
        technician=None,
        crew=None,
        reason=reason,
        completed_at=None,
        completed_on=None,
        completion_code="",
        published_at=None,
    )
    found.assistants.all().delete()
    if hasattr(found, "signature"):
        found.signature.delete()
    publish(JobReopened(**about(found), date=day, reason=reason))


@action(
    permission="dispatch.edit",
    label=Text("Faire attendre une intervention", "Let a job wait for another"),
    undo="dispatch.remove_dependency",
    fields=JOB | OTHER,
)
def add_dependency(job: JobRef, *, other: JobRef) -> None:
    """Let a job begin only when another of the same customer is done; the two then stand in one chain."""
    if job == other:
        raise WaitsInACircle(job=job, other=other)
    waiting, awaited = locked_together(job, other)
    if waiting.customer_id != awaited.customer_id:
        raise OtherChain(job=job, other=other)
    _join(waiting, awaited)
    if _leads_to(awaited.pk, waiting.pk):
        raise WaitsInACircle(job=job, other=other)
    JobDependency.objects.get_or_create(job=waiting, depends_on=awaited)


@action(
    permission="dispatch.edit",
    label=Text("Ne plus faire attendre", "Let a job no longer wait"),
    undo="dispatch.add_dependency",
    fields=JOB | OTHER,
)
def remove_dependency(job: JobRef, *, other: JobRef) -> None:
    """Let a job begin without the other being done."""
    found = locked(job)
    found.waits_for.filter(depends_on__number=other).delete()


@action(
    permission="dispatch.edit",
    label=Text("Permettre de commencer avant", "Allow an early start"),
    fields=JOB | {"allowed": Text("Permis", "Allowed")},
)
def allow_early_start(job: JobRef, *, allowed: bool = True) -> None:
    """Say that a job may begin though what it waits for isn't done, or that it may not."""
    found = locked(job)
    must_be(found, "draft", "ready", "scheduled", "published", "en_route")
    write(found, may_start_early=allowed)


def to_come(day: datetime.date) -> None:
    """Refuse a day gone by."""
    words = Text("un jour à venir", "a day to come")
    if not rule("dispatch.day_to_come", "field practice", words, day >= clock.today()):
        raise PlannedInThePast(on=day)


def who_goes(job: Job, technician: str | None, crew: str | None, assistants: Sequence[str]) -> dict[str, Any]:
    """Return who a job is given to, as its columns; its assistants are written."""
    if not technician and not crew:
        raise NobodyAssigned
    goes = _active(technician) if technician else None
    if technician and technician in assistants:
        raise HelpsHimself(technician=technician)
    job.assistants.all().delete()
    helpers = [_active(number) for number in dict.fromkeys(assistants)]
    JobAssistant.objects.bulk_create(JobAssistant(job=job, technician=helper) for helper in helpers)
    return {"technician": goes, "crew": crew_named(crew) if crew else None}


def _given_back(job: Job) -> None:
    """Say how a job goes back to whom it was given: to nobody, where nobody had it."""
    helpers = list(job.assistants.values_list("technician__number", flat=True))
    if job.technician is None and job.crew is None:
        taken_back_by("dispatch.unassign_job", job=job.number)
        return
    his = job.technician.number if job.technician else None
    crew = job.crew.code if job.crew else None
    taken_back_by("dispatch.assign_job", job=job.number, technician=his, crew=crew, assistants=helpers)


def _publish(job: Job) -> None:
    if job.status == "ready":
        raise NothingToPlan(job=job.number)
    must_be(job, "scheduled")
    write(job, status="published", published_at=clock.now())
    if job.starts is None:
        raise NothingToPlan(job=job.number)
    publish(
        JobPublished(
            **about(job),
            date=job.date,
            starts=job.starts,
            window_starts=job.window_starts,
            window_ends=job.window_ends,
            technician=job.technician.number if job.technician else "",
        )
    )


def _active(number: str) -> Technician:
    found = technician_named(number)
    if not found.active:
        raise TechnicianInactive(technician=number)
    return found


def _join(waiting: Job, awaited: Job) -> None:
    """Bring two jobs into one chain."""
    if waiting.chain_id and awaited.chain_id and waiting.chain_id != awaited.chain_id:
        raise OtherChain(job=waiting.number, other=awaited.number)
    chain = waiting.chain or awaited.chain
    if chain is None:
        chain = JobChain.objects.create(customer_id=waiting.customer_id, kind="manual", created_at=clock.now())
    for each in (waiting, awaited):
        if each.chain_id != chain.pk:
            write(each, chain=chain)


def _leads_to(start: int, goal: int) -> bool:
    """Say whether a job waits, directly or not, for another."""
    seen: set[int] = set()
    ahead = {start}
    while ahead:
        if goal in ahead:
            return True
        seen |= ahead
        found = JobDependency.objects.filter(job_id__in=ahead).values_list("depends_on_id", flat=True)
        ahead = set(found) - seen
    return False
