"""What stands against a plan: overlap, a skill too low, hours, absences. Said in previews, never forbidden."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from django.db.models import Q

from gigafibre.dispatch.models import Job, Technician
from gigafibre.kernel.context import previewing, rule
from gigafibre.kernel.text import Text

SOURCE = "field practice"


def say_conflicts(job: Job) -> None:
    """Check a job's plan against its technician's skills, hours, absences and other jobs of the day, in a preview."""
    if previewing():
        for code, words, holds in _looked_at(job):
            rule(code, SOURCE, words, holds)


def say_conflicts_among(jobs: Sequence[Job]) -> None:
    """Say what stands against the plans of many jobs, each named; or that nothing does."""
    if not previewing():
        return
    against = [(job.number, code, words) for job in jobs for code, words, holds in _looked_at(job) if not holds]
    for number, code, words in against:
        rule(code, SOURCE, Text("{job} : {words}", "{job}: {words}").with_(job=number, words=words), False)
    if not against:
        words = Text("rien ne s’oppose à ce qui est planifié", "nothing stands against what is planned")
        rule("dispatch.nothing_against", SOURCE, words, True)


def _looked_at(job: Job) -> Iterator[tuple[str, Text, bool]]:
    """Give each rule that a plan is held to: its code, in words, and whether it holds."""
    technician = job.technician
    if technician is None:
        return
    held = dict(technician.tags.values_list("tag_id", "level"))
    for need in job.tags.select_related("tag"):
        words = Text("{n} au niveau {v}", "{n} at level {v}")
        name = Text(need.tag.name_fr, need.tag.name_en)
        yield "dispatch.skill", words.with_(n=name, v=need.level), held.get(need.tag_id, 0) >= need.level
    absent = technician.absences.filter(starts_on__lte=job.date, ends_on__gt=job.date).exists()
    yield "dispatch.present", Text("présent ce jour-là", "present on that day"), not absent
    if job.starts is None:
        return
    begins, ends = _minutes(job.starts), _minutes(job.starts) + job.minutes
    words = Text("dans ses heures de travail", "within his working hours")
    yield "dispatch.working_hours", words, _works(technician, job.date, begins, ends)
    words = Text("aucune autre intervention à cette heure", "no other job at that hour")
    yield "dispatch.no_overlap", words, not _overlaps(job, technician, begins, ends)
    if job.window_starts is not None and job.window_ends is not None:
        words = Text("dans la plage promise au client", "within what was promised to the customer")
        yield "dispatch.window", words, job.window_starts <= job.starts <= job.window_ends


def _works(technician: Technician, day: datetime.date, begins: int, ends: int) -> bool:
    hours = technician.hours.filter(weekday=day.weekday()).first()
    if hours is None:
        return not technician.hours.exists()  # nobody said when he works
    return _minutes(hours.starts) <= begins and ends <= _minutes(hours.ends)


def _overlaps(job: Job, technician: Technician, begins: int, ends: int) -> bool:
    same_day = Job.objects.filter(date=job.date, starts__isnull=False).exclude(pk=job.pk)
    his = same_day.filter(Q(technician=technician) | Q(assistants__technician=technician))
    for starts, minutes in his.exclude(status__in=["cancelled", "incomplete"]).values_list("starts", "minutes"):
        if starts is not None and _minutes(starts) < ends and begins < _minutes(starts) + minutes:
            return True
    return False


def _minutes(at: datetime.time) -> int:
    return at.hour * 60 + at.minute
