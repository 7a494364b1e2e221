"""Jobs drafted, described better, turned back from; hours taken back; the clock of a phone."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

import pytest

from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.dispatch import actions, errors, queries
from gigafibre.dispatch.models import TimeEntry
from gigafibre.dispatch.tests.factories import (
    MONDAY,
    a_job,
    a_person_in_the_field,
    a_picture,
    a_technician,
    at,
)
from gigafibre.kernel import clock as kernel_clock
from gigafibre.kernel.actor import acting_as
from gigafibre.kernel.errors import InvalidInput, NotFound
from gigafibre.subscriptions.errors import OtherCustomersLocation

pytestmark = pytest.mark.usefixtures("acting")


def test_a_draft_is_nobodys_until_it_is_finished() -> None:
    draft = a_job(draft=True)
    assert queries.job(draft).status == "draft"
    assert [job.number for job in queries.day(MONDAY).pool] == []
    owner = a_customer().number
    with pytest.raises(errors.DraftForNobody):
        actions.create_job(owner, kind="repair", title="Voir", date=MONDAY, technician=a_technician(), draft=True)
    with pytest.raises(errors.WrongJobState):
        actions.publish_job(draft)
    actions.ready_job(draft)
    assert [(job.number, job.status) for job in queries.day(MONDAY).pool] == [(draft, "ready")]
    with pytest.raises(errors.WrongJobState):
        actions.ready_job(draft)


def test_a_job_is_described_better_and_only_at_a_place_of_its_customer() -> None:
    job = a_job("published", needs=[{"tag": "tv", "level": 1}])
    before = queries.job(job)
    actions.edit_job(job, title="Signal faible", priority="urgent", needs=[{"tag": "fibre", "level": 3}])  # type: ignore[arg-type]
    seen = queries.job(job)
    assert (seen.title, seen.priority, seen.kind, seen.status) == ("Signal faible", "urgent", "repair", "published")
    assert [(need.tag, need.level) for need in seen.needs] == [("fibre", 3)]
    assert (seen.instructions, seen.location) == (before.instructions, before.location)
    with pytest.raises(OtherCustomersLocation):
        actions.edit_job(job, location=a_location(a_customer()).number)
    actions.edit_job(job, instructions="Sonner")
    assert (queries.job(job).instructions, len(queries.job(job).needs)) == ("Sonner", 1)
    with pytest.raises(errors.WrongJobState):
        actions.edit_job(a_job("completed"), title="Autre chose")


def test_turning_back_keeps_what_was_driven_and_forgets_a_slip(clock: Any) -> None:
    job = a_job("published")
    actions.start_travel(job)
    actions.turn_back(job)
    assert (queries.job(job).status, queries.job(job).time) == ("published", [])
    actions.start_travel(job)
    clock.move(minutes=12)
    actions.turn_back(job)
    assert [(entry.kind, entry.minutes) for entry in queries.job(job).time] == [("travel", 12)]
    with pytest.raises(errors.WrongJobState):
        actions.turn_back(job)


def test_hours_are_taken_back_by_whose_they_are() -> None:
    me, number = a_person_in_the_field()
    mate, his = a_person_in_the_field(name="Mélanie Dubuc")
    job = a_job()
    actions.assign_job(job, technician=number, assistants=(his,))
    actions.schedule_job(job, date=MONDAY, starts=time(9))
    actions.publish_job(job)
    with acting_as(mate):
        kept = actions.add_time(job, started_at=at(8), ended_at=at(9))
    with acting_as(me):
        slip = actions.add_time(job, started_at=at(8), ended_at=at(10))
        with pytest.raises(errors.NotYourJob):
            actions.remove_time(job, entry=kept)
        actions.remove_time(job, entry=slip)
        actions.start_job(job)
        with pytest.raises(NotFound):
            actions.remove_time(job, entry=TimeEntry.objects.get(ended_at=None).pk)  # a clock that runs is paused
    assert [entry.pk for entry in TimeEntry.objects.filter(ended_at__isnull=False)] == [kept]


def test_a_phones_clock_may_be_a_little_ahead_and_says_its_zone(clock: Any) -> None:
    job = a_job("published")
    actions.start_travel(job, at=kernel_clock.now() + timedelta(minutes=4))
    assert TimeEntry.objects.get().started_at == kernel_clock.now()
    with pytest.raises(errors.InTheFuture):
        actions.start_job(job, at=kernel_clock.now() + timedelta(minutes=6))
    with pytest.raises(InvalidInput):
        actions.start_job(job, at=datetime(2026, 11, 21, 8))  # noqa: DTZ001
    actions.sign_job(job, name="Sylvie", file=a_picture(job), at=at(8))
    signed = queries.job(job).signature
    assert signed is not None
    assert signed.signed_at == at(8)
