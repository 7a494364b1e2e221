"""What befalls a job, for the verbs and for each other: facts that name it, states, clocks."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef

from gigafibre.dispatch.errors import ClockRuns, HoursTwice
from gigafibre.dispatch.events import ChainCompleted, JobScheduled
from gigafibre.dispatch.models import Job, JobChain, Technician, TimeEntry
from gigafibre.kernel.events import publish
from gigafibre.kernel.rows import write


def about(job: Job) -> dict[str, Any]:
    """Return what every fact says of its job: numbers only."""
    return {
        "customer": job.customer.number,
        "location": job.location.number if job.location else "",
        "job": job.number,
        "contract": job.contract,
        "issue": job.issue,
    }


def settle_plan(job: Job, **planned: Any) -> None:
    """Write what is planned of a job, call it scheduled once it has an hour and somebody, and tell that it is."""
    for name, value in planned.items():
        setattr(job, name, value)
    settled = job.starts is not None and (job.technician_id is not None or job.crew_id is not None)
    if settled and job.status != "scheduled":
        planned |= {"status": "scheduled", "published_at": None}
    elif job.status == "draft":
        planned |= {"status": "ready"}
    write(job, **planned)
    if not settled:
        return
    publish(
        JobScheduled(
            **about(job),
            date=job.date,
            starts=job.starts,
            minutes=job.minutes,
            technician=job.technician.number if job.technician else "",
        )
    )


def start_clock(job: Job, technician: Technician, kind: str, at: datetime) -> None:
    """Let a technician's time run on a job; refuses while it runs on another, or over hours already there."""
    his = TimeEntry.objects.filter(technician=technician).exclude(ended_at__lte=at).select_related("job")
    running, others = None, []
    for entry in his.order_by("pk"):
        if entry.ended_at is None:
            running = entry
        elif entry.legacy_id is None:
            others.append(entry)
    if running is not None and running.job_id != job.pk:
        raise ClockRuns(technician=technician.number, job=running.job.number)
    if running is not None:
        if running.kind == kind:
            return
        stop(running, at)
    if others:
        raise HoursTwice(technician=technician.number, job=others[0].job.number)
    TimeEntry.objects.create(job=job, technician=technician, kind=kind, started_at=at)


def free(technician: Technician, start: datetime, end: datetime) -> None:
    """Refuse hours that a technician already has."""
    others = TimeEntry.objects.filter(technician=technician, legacy_id=None).exclude(ended_at__lte=start)
    if (other := others.filter(started_at__lt=end).select_related("job").first()) is not None:
        raise HoursTwice(technician=technician.number, job=other.job.number)


def stop(entry: TimeEntry, at: datetime) -> None:
    """Stop a clock, never before it started."""
    write(entry, ended_at=max(at, entry.started_at))


def stop_clocks(job: Job, at: datetime, *, of: Technician | None = None) -> int:
    """Stop the clocks that run on a job, everybody's or one technician's; returns how many ran."""
    running = job.time.filter(ended_at=None).order_by("pk")
    entries = list(running.filter(technician=of) if of else running)
    for entry in entries:
        stop(entry, at)
        Technician.objects.filter(pk=entry.technician_id).update(status="available")
    return len(entries)


def complete_chain(job: Job, on: date) -> None:
    """Tell, once, that a chain is done when this was its last job; the chain is locked."""
    if job.chain_id is None:
        return
    open_jobs = Job.objects.filter(chain=OuterRef("pk")).exclude(status__in=["completed", "cancelled"])
    chain = JobChain.objects.filter(~Exists(open_jobs), pk=job.chain_id, completed_on=None).first()
    if chain is None:
        return
    write(chain, completed_on=on)
    publish(
        ChainCompleted(
            customer=job.customer.number,
            chain_id=chain.pk,
            contract=chain.contract,
            kind=chain.kind,
            location=job.location.number if job.location else "",
            completed_on=on,
        )
    )
