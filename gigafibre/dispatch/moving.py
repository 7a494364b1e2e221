"""What befalls a job, for the verbs and for each other: facts that name it, states, clocks."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import connection

from gigafibre.dispatch.errors import ClockRuns, HoursTwice
from gigafibre.dispatch.events import ChainCompleted, JobScheduled
from gigafibre.dispatch.models import Job, Technician, TimeEntry
from gigafibre.kernel.events import publish
from gigafibre.kernel.rows import add, change, some, write
from gigafibre.kernel.statements import Prepared

_HOURS_AFTER = Prepared("""
SELECT e.id, e.job_id, e.kind, e.started_at, e.ended_at IS NULL, e.legacy_id IS NULL, j.number
FROM dispatch_timeentry e JOIN dispatch_job j ON j.id = e.job_id
WHERE e.technician_id = %s AND (e.ended_at IS NULL OR e.ended_at > %s) ORDER BY e.id
""")
_CHAIN_DONE = Prepared("""
UPDATE dispatch_jobchain c SET completed_on = %s
WHERE c.id = %s AND c.completed_on IS NULL AND NOT EXISTS (
  SELECT FROM dispatch_job j WHERE j.chain_id = c.id AND j.status NOT IN ('completed', 'cancelled'))
RETURNING c.contract, c.kind
""")


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
    with connection.cursor() as cursor:
        cursor.execute(_HOURS_AFTER, [technician.pk, at])
        his = cursor.fetchall()
    running = [entry for entry in his if entry[4]]
    if running:
        key, job_id, its_kind, began, _, _, number = running[-1]
        if job_id != job.pk:
            raise ClockRuns(technician=technician.number, job=number)
        if its_kind == kind:
            return
        _stop(key, began, at)
    if others := [entry[-1] for entry in his if not entry[4] and entry[5]]:
        raise HoursTwice(technician=technician.number, job=others[0])
    add(TimeEntry(job=job, technician=technician, kind=kind, started_at=at))


def free(technician: Technician, start: datetime, end: datetime) -> None:
    """Refuse hours that a technician already has."""
    others = TimeEntry.objects.filter(technician=technician, legacy_id=None).exclude(ended_at__lte=start)
    if (other := others.filter(started_at__lt=end).select_related("job").first()) is not None:
        raise HoursTwice(technician=technician.number, job=other.job.number)


def _stop(entry: int, began: datetime, at: datetime) -> None:
    """Stop a clock by its key, never before it started."""
    change(TimeEntry, entry, ended_at=max(at, began))


def stop_clocks(job: Job, at: datetime, *, of: Technician | None = None) -> int:
    """Stop the clocks that run on a job, everybody's or one technician's; returns how many ran."""
    running = some(TimeEntry, job_id=job.pk, ended_at=None)
    entries = [entry for entry in running if of is None or entry.technician_id == of.pk]
    for entry in entries:
        _stop(entry.pk, entry.started_at, at)
        change(Technician, entry.technician_id, status="available")
    return len(entries)


def complete_chain(job: Job, on: date) -> None:
    """Tell, once, that a chain is done when this was its last job; the chain is locked."""
    if job.chain_id is None:
        return
    with connection.cursor() as cursor:
        cursor.execute(_CHAIN_DONE, [on, job.chain_id])
        chain = cursor.fetchone()
    if chain is None:
        return
    contract, kind = chain
    publish(
        ChainCompleted(
            customer=job.customer.number,
            chain_id=job.chain_id,
            contract=contract,
            kind=kind,
            location=job.location.number if job.location else "",
            completed_on=on,
        )
    )
