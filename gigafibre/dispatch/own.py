"""What is one's own: the jobs of whoever acts, as a technician's phone may see them."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from uuid import UUID

from gigafibre.dispatch import queries
from gigafibre.dispatch.errors import NoSuchJob, NotATechnician, NotYourJob
from gigafibre.dispatch.locking import UNSEEN, oneself
from gigafibre.dispatch.models import Job, TimeEntry
from gigafibre.dispatch.queries import DayJob
from gigafibre.kernel import files
from gigafibre.kernel.errors import NotFound

READ = "dispatch.read"


@dataclass(frozen=True)
class Myself:
    """A technician to himself; `on_job` is where his clock runs, since when, doing what; empty and none otherwise."""

    number: str
    name: str
    colour: str
    crew: str | None
    status: str
    on_job: str
    doing: str
    since: datetime.datetime | None


def myself() -> Myself:
    """Return who acts as a technician, or refuse."""
    me = oneself()
    if me is None:
        raise NotATechnician
    runs = TimeEntry.objects.filter(technician=me, ended_at=None).select_related("job").first()
    return Myself(
        number=me.number,
        name=me.name,
        colour=me.colour,
        crew=me.crew.name if me.crew else None,
        status=me.status,
        on_job=runs.job.number if runs else "",
        doing=runs.kind if runs else "",
        since=runs.started_at if runs else None,
    )


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


def kept_picture(number: str, content: bytes, name: str) -> UUID:
    """Store a picture on a job and return its key; the same bytes sent again are the picture already there."""
    subject, digest = f"job:{number}", hashlib.sha256(content).hexdigest()
    same = next((found for found in files.listed(subject) if found.file.sha256 == digest), None)
    if same is None:
        same = files.attach(files.store(content, name), subject, READ)
    key: UUID = same.file.pk
    return key


def own_picture(number: str, key: UUID) -> files.Stored:
    """Return a picture hung on one of one's own jobs, or refuse."""
    subject = f"job:{own_number(number)}"
    found = next((each for each in files.attachments_of(key) if each.subject == subject), None)
    if found is None or not found.file.content_type.startswith("image/"):
        raise NotFound(what=str(key))
    return files.read(found.file)
