"""The visit itself: on the way, begun, paused, completed or left incomplete. A technician's own jobs only."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from django.db.models import F

from gigafibre.dispatch.actions.planning import JOB, REASON
from gigafibre.dispatch.errors import NoClockRuns, NotSigned
from gigafibre.dispatch.events import (
    ChargedLine,
    EquipmentMoved,
    JobCompleted,
    JobLeftIncomplete,
    JobStarted,
    TravelStarted,
    WorkCharged,
)
from gigafibre.dispatch.locking import at_work_on, come, fulfilled, helps, must_be, oneself, turn_has_come
from gigafibre.dispatch.models import EquipmentItem, Job, JobLine, Signature, Technician
from gigafibre.dispatch.moving import about, complete_chain, start_clock, stop_clocks
from gigafibre.dispatch.refs import Instant, JobRef
from gigafibre.kernel import clock
from gigafibre.kernel.context import taken_back_by
from gigafibre.kernel.events import publish
from gigafibre.kernel.refs import LongText, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import change, one, some, write
from gigafibre.kernel.text import Text

AT = {"at": Text("À", "At")}
Outcome = Literal["done", "replaced", "configured", "no_fault", "temporary"]


@action(
    permission="dispatch.work",
    label=Text("Se mettre en route", "Start travelling"),
    undo="dispatch.turn_back",
    fields=JOB | AT,
)
def start_travel(job: JobRef, *, at: Instant | None = None) -> None:
    """Set out for a published job; travel time runs from now, or from when it happened."""
    found, moment = at_work_on(job), come(at)
    must_be(found, "published", "en_route")
    turn_has_come(found)
    if (who := _worker(found)) is not None:
        start_clock(found, who, "travel", moment)
        _is(who, "en_route")
    if found.status == "published":
        write(found, status="en_route")
        publish(TravelStarted(**about(found), technician=who.number if who else ""))


@action(
    permission="dispatch.work",
    label=Text("Faire demi-tour", "Turn back"),
    undo="dispatch.start_travel",
    fields=JOB | AT,
)
def turn_back(job: JobRef, *, at: Instant | None = None) -> None:
    """Not go after all, or not yet: the job stands published again; what was driven (a minute or more) stays."""
    found, moment = at_work_on(job), come(at)
    must_be(found, "en_route")
    stop_clocks(found, moment)
    found.time.filter(kind="travel", ended_at__lt=F("started_at") + timedelta(minutes=1)).delete()
    write(found, status="published")


@action(permission="dispatch.work", label=Text("Commencer le travail", "Start work"), fields=JOB | AT)
def start_job(job: JobRef, *, at: Instant | None = None) -> None:
    """Begin work on a published job, go on after a pause, or join as an assistant; work time runs."""
    found, moment = at_work_on(job), come(at)
    must_be(found, "published", "en_route", "in_progress")
    turn_has_come(found)
    if (who := _worker(found)) is not None:
        start_clock(found, who, "work", moment)
        _is(who, "on_site")
    if found.status == "in_progress":
        taken_back_by("dispatch.pause_job", job=job)
    else:
        write(found, status="in_progress", started_at=found.started_at or moment)
        publish(JobStarted(**about(found), technician=who.number if who else ""))


@action(
    permission="dispatch.work",
    label=Text("Faire une pause", "Pause"),
    undo="dispatch.start_job",
    fields=JOB | AT,
)
def pause_job(job: JobRef, *, at: Instant | None = None) -> None:
    """Stop one's clock on a job in progress; it goes on with `start_job`."""
    found, moment = at_work_on(job), come(at)
    must_be(found, "in_progress")
    who = _worker(found)
    if not stop_clocks(found, moment, of=who):
        raise NoClockRuns(job=job)
    if who is not None:
        _is(who, "break")


@action(
    permission="dispatch.work",
    label=Text("Terminer l’intervention", "Complete the job"),
    undo="dispatch.reopen_job",
    fields=JOB
    | AT
    | {
        "code": Text("Résultat", "Outcome"),
        "note": Text("Note", "Note"),
        "first_time_fix": Text("Réglé du premier coup", "Fixed the first time"),
    },
)
def complete_job(
    job: JobRef,
    *,
    code: Outcome = "done",
    note: LongText = "",
    first_time_fix: bool | None = None,
    at: Instant | None = None,
) -> None:
    """Finish a job in progress: its checklist is fulfilled, it is signed where it must be, every clock stops.

    Tells what was installed, what is to be charged, and that the chain is done when this was its last job.
    """
    found, moment = at_work_on(job), come(at)
    must_be(found, "in_progress")
    fulfilled(found)
    if found.needs_signature and one(Signature, job_id=found.pk) is None:
        raise NotSigned(job=job)
    stop_clocks(found, moment)
    day = clock.day_of(moment)
    _tell_equipment(found)
    _tell_charges(found)
    write(
        found,
        status="completed",
        completed_at=moment,
        completed_on=day,
        completion_code=code,
        completion_note=note,
        first_time_fix=first_time_fix,
        reason="",
    )
    publish(
        JobCompleted(
            **about(found),
            kind=found.kind,
            chain_id=found.chain_id or 0,
            step=found.step,
            completed_on=day,
            code=code,
            first_time_fix=first_time_fix,
        )
    )
    complete_chain(found, day)


@action(
    permission="dispatch.work",
    label=Text("Laisser incomplète", "Leave incomplete"),
    harmful=True,
    undo="dispatch.reopen_job",
    fields=JOB | REASON | AT,
)
def leave_incomplete(job: JobRef, *, reason: Reason, at: Instant | None = None) -> None:
    """Go away without having finished, saying why; what was written down stays, the job can be opened again."""
    found, moment = at_work_on(job), come(at)
    must_be(found, "published", "en_route", "in_progress")
    stop_clocks(found, moment)
    write(found, status="incomplete", reason=reason)
    publish(JobLeftIncomplete(**about(found), reason=reason))


def _worker(job: Job) -> Technician | None:
    """Return whose time runs: whoever acts when he goes on this job, else the technician named."""
    me = oneself()
    mine = me is not None and (me.pk == job.technician_id or me.crew_id == job.crew_id is not None or helps(me, job))
    return me if mine else job.technician


def _is(technician: Technician, status: str) -> None:
    change(Technician, technician.pk, status=status)


def _tell_equipment(job: Job) -> None:
    now = clock.now()
    items = some(EquipmentItem, job_id=job.pk, told_at=None)
    for item in items:
        publish(
            EquipmentMoved(
                **about(job),
                act=item.act,
                serial=item.serial,
                mac=item.mac,
                replaces=item.replaces,
                model=item.model,
                on=clock.day_of(now),
            )
        )
        write(item, told_at=now)


def _tell_charges(job: Job) -> None:
    lines = [
        ChargedLine(
            line=line.pk,
            item=line.item.sku,
            description=line.description,
            quantity=f"{line.quantity.normalize():f}",
            unit_price=line.unit_price,
        )
        for line in some(JobLine, job_id=job.pk, billable=True, told_at=None)
        if line.item is not None
    ]
    if lines:
        publish(WorkCharged(**about(job), lines=lines, on=clock.today()))
        job.lines.filter(pk__in=[line.line for line in lines]).update(told_at=clock.now())
