"""What befalls a job, for the verbs and for each other: facts that name it, states, clocks."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from gigafibre.dispatch.errors import ClockRuns, HoursTwice
from gigafibre.dispatch.events import ChainCompleted, JobScheduled
from gigafibre.dispatch.models import Job, JobChain, Technician, TimeEntry
from gigafibre.kernel.events import publish


def about(job: Job) -> dict[str, Any]:
    """Return what every fact says of its job: numbers only."""
    return {
        "customer": job.customer.number,
        "location": job.location.number if job.location else "",
        "job": job.number,
        "contract": job.contract,
        "issue": job.issue,
    }


def write(job: Job, **values: Any) -> None:
    """Change columns of a job."""
    for name, value in values.items():
        setattr(job, name, value)
    job.save(update_fields=list(values))


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
    running = TimeEntry.objects.filter(technician=technician, ended_at=None).select_related("job").first()
    if running is not None and running.job_id != job.pk:
        raise ClockRuns(technician=technician.number, job=running.job.number)
    if running is not None:
        if running.kind == kind:
            return
        stop(running, at)
    free(technician, at, None)
    TimeEntry.objects.create(job=job, technician=technician, kind=kind, started_at=at)


def free(technician: Technician, start: datetime, end: datetime | None) -> None:
    """Refuse hours that a technician already has."""
    others = TimeEntry.objects.filter(technician=technician, legacy_id=None).exclude(ended_at__lte=start)
    if end is not None:
        others = others.filter(started_at__lt=end)
    if (other := others.select_related("job").first()) is not None:
        raise HoursTwice(technician=technician.number, job=other.job.number)


def stop(entry: TimeEntry, at: datetime) -> None:
    """Stop a clock, never before it started."""
    entry.ended_at = max(at, entry.started_at)
    entry.save(update_fields=["ended_at"])


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
    chain = JobChain.objects.filter(jobs=job, completed_on=None).first()
    if chain is None or chain.jobs.exclude(status__in=["completed", "cancelled"]).exists():
        return
    chain.completed_on = on
    chain.save(update_fields=["completed_on"])
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
