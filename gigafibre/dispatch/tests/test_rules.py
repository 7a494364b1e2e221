"""What the database refuses of dispatch, attacked behind the verbs' back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from gigafibre.dispatch import actions
from gigafibre.dispatch.models import (
    Absence,
    ChecklistItem,
    EquipmentItem,
    Job,
    JobChain,
    JobDependency,
    JobLine,
    JobTag,
    Photo,
    Signature,
    Tag,
    Technician,
    TechnicianTag,
    TimeEntry,
    WorkingHours,
)
from gigafibre.dispatch.models.jobs import STATUSES
from gigafibre.dispatch.tests.factories import a_chain, a_job, a_picture, a_technician, at, bring, fulfil
from gigafibre.kernel import clock as kernel_clock

pytestmark = pytest.mark.usefixtures("acting")

ALLOWED = {
    ("draft", "ready"), ("draft", "cancelled"), ("ready", "scheduled"), ("ready", "cancelled"), ("scheduled", "ready"),
    ("scheduled", "published"), ("scheduled", "cancelled"), ("published", "ready"), ("published", "scheduled"),
    ("published", "en_route"), ("published", "in_progress"), ("published", "cancelled"), ("published", "incomplete"),
    ("en_route", "in_progress"), ("en_route", "published"), ("en_route", "incomplete"), ("en_route", "cancelled"),
    ("in_progress", "completed"), ("in_progress", "incomplete"), ("completed", "ready"), ("incomplete", "ready"),
    ("incomplete", "cancelled"), ("cancelled", "ready"),
}  # fmt: skip


def refused(rule: str, act: Callable[[], Any]) -> None:
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        act()


def get(number: str) -> Job:
    return Job.objects.get(number=number)


def turn(number: str, status: str, **more: Any) -> None:
    Job.objects.filter(number=number).update(status=status, **more)


def in_state(status: str) -> str:
    number = a_job()
    way = ["scheduled", "published", "en_route", "in_progress"]
    if status in way or status in {"completed", "incomplete"}:
        Job.objects.filter(number=number).update(
            technician=Technician.objects.get(number=a_technician()), starts=time(9)
        )
        last = "in_progress" if status in {"completed", "incomplete"} else status
        for each in way[: way.index(last) + 1]:
            turn(number, each)
    if status == "completed":
        turn(number, status, completed_at=kernel_clock.now(), completed_on=kernel_clock.today())
    if status in {"incomplete", "cancelled"}:
        turn(number, status, reason="Essai")
    if status == "draft":
        Job.objects.filter(number=number).delete()
        number = a_copy(status="draft")
    assert get(number).status == status
    return number


def a_copy(**values: Any) -> str:
    found = get(a_job())
    found.pk, found.number = None, f"DJ-{90000 + Job.objects.count()}"
    for name, value in values.items():
        setattr(found, name, value)
    found.save(force_insert=True)
    return found.number


@pytest.mark.parametrize("was", STATUSES)
def test_a_state_becomes_what_it_may_and_nothing_else(was: str) -> None:
    number = in_state(was)
    job = get(number)
    Job.objects.filter(pk=job.pk).update(reason="Essai", starts=time(9))
    if job.technician is None:
        Job.objects.filter(pk=job.pk).update(technician=Technician.objects.get(number=a_technician()))
    over = {"completed_at": kernel_clock.now(), "completed_on": kernel_clock.today()}
    none = {"completed_at": None, "completed_on": None}
    for becomes in STATUSES:
        values = over if becomes == "completed" else none
        if becomes == was:
            continue
        if (was, becomes) in ALLOWED:
            sid = transaction.savepoint()
            turn(number, becomes, **values)
            transaction.savepoint_rollback(sid)
        else:
            refused("does not become", lambda becomes=becomes, values=values: turn(number, becomes, **values))  # type: ignore[misc]
    assert get(number).status == was


def test_no_job_is_without_a_date() -> None:
    number = a_job()
    refused("date", lambda: Job.objects.filter(number=number).update(date=None))
    refused("date", lambda: a_copy(date=None))


@pytest.mark.parametrize("status", ["scheduled", "published", "en_route", "in_progress", "completed", "cancelled"])
def test_a_job_begins_at_the_beginning(status: str) -> None:
    more: dict[str, Any] = {"starts": time(9), "reason": "x"}
    if status == "completed":
        more |= {"completed_at": kernel_clock.now(), "completed_on": kernel_clock.today()}
    technician = Technician.objects.get(number=a_technician())
    refused("begins as a draft", lambda: a_copy(status=status, technician=technician, **more))


def test_a_job_keeps_its_number_and_its_customer() -> None:
    one, other = get(a_job()), get(a_job())
    refused("keeps its number", lambda: Job.objects.filter(pk=one.pk).update(number="DJ-77777"))
    refused("keeps its number", lambda: Job.objects.filter(pk=one.pk).update(customer_id=other.customer_id))


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ("job_number_form", {"number": "J-1"}),
        ("job_status_known", {"status": "done"}),
        ("job_kind_known", {"kind": "party"}),
        ("job_priority_known", {"priority": "asap"}),
        ("job_titled", {"title_fr": ""}),
        ("job_titled", {"title_en": ""}),
        ("job_minutes", {"minutes": 4}),
        ("job_minutes", {"minutes": 6001}),
        ("job_window", {"window_starts": time(9)}),
        ("job_window", {"window_starts": time(9), "window_ends": time(9)}),
        ("job_planned_for_somebody", {"status": "scheduled"}),
        ("job_planned_for_somebody", {"status": "scheduled", "starts": time(9)}),
        ("job_completed_on_a_day", {"status": "completed"}),
        ("job_completed_on_a_day", {"completed_on": date(2026, 11, 21)}),
        ("job_left_with_a_reason", {"status": "cancelled"}),
    ],
)
def test_a_jobs_columns_say_what_they_may(rule: str, values: dict[str, Any]) -> None:
    number = a_job()
    refused(rule, lambda: Job.objects.filter(number=number).update(**values))


def test_a_job_starts_when_its_turn_has_come_unless_told() -> None:
    first, second = a_chain()[:2]
    bring(second, "published")
    refused("waits for another", lambda: turn(second, "in_progress"))
    Job.objects.filter(number=second).update(may_start_early=True)
    turn(second, "in_progress")
    assert get(first).status == "ready"


def test_a_job_lacking_something_is_not_completed() -> None:
    number = a_chain()[0]
    bring(number, "in_progress")
    over = {"completed_at": kernel_clock.now(), "completed_on": kernel_clock.today()}
    TimeEntry.objects.update(ended_at=kernel_clock.now())
    refused("lacks {drop,port,power-tap}", lambda: turn(number, "completed", **over))
    actions.answer_item(number, item="drop", answer=True)
    actions.answer_item(number, item="port", answer="B4")
    actions.answer_item(number, item="power-tap", answer="-27.1")
    refused("lacks {power-tap}", lambda: turn(number, "completed", **over))
    actions.answer_item(number, item="power-tap", answer="-27")
    turn(number, "completed", **over)


def test_an_unsigned_job_is_not_completed_nor_one_whose_clock_runs() -> None:
    number = a_job("in_progress", needs_signature=True)
    over = {"completed_at": kernel_clock.now(), "completed_on": kernel_clock.today()}
    refused("is not signed", lambda: turn(number, "completed", **over))
    actions.sign_job(number, name="Sylvie", file=a_picture(number))
    refused("a clock still runs", lambda: turn(number, "completed", **over))
    TimeEntry.objects.update(ended_at=kernel_clock.now())
    turn(number, "completed", **over)


def test_jobs_wait_for_jobs_of_their_own_chain_and_never_in_a_circle() -> None:
    numbers = a_chain()
    jobs = [get(number) for number in numbers]
    refused("wait for each other", lambda: JobDependency.objects.create(job=jobs[0], depends_on=jobs[3]))
    refused("job_waits_for_another", lambda: JobDependency.objects.create(job=jobs[0], depends_on=jobs[0]))
    refused("dependency_once", lambda: JobDependency.objects.create(job=jobs[1], depends_on=jobs[0]))
    refused("its own chain", lambda: JobDependency.objects.create(job=jobs[0], depends_on=get(a_job())))
    refused("its own chain", lambda: JobDependency.objects.create(job=get(a_job()), depends_on=get(a_job())))
    loop = JobDependency.objects.get(job=jobs[1])
    refused("wait for each other", lambda: JobDependency.objects.filter(pk=loop.pk).update(depends_on=jobs[3]))


def test_a_contract_has_one_chain_of_a_kind_and_a_completed_chain_stays_so() -> None:
    chain = get(a_chain("CTR-9")[0]).chain
    assert chain is not None
    twin = {"customer": chain.customer, "kind": "installation", "contract": "CTR-9"}
    refused("one_chain_per_contract", lambda: JobChain.objects.create(**twin))
    JobChain.objects.create(**{**twin, "kind": "removal"})
    JobChain.objects.filter(pk=chain.pk).update(completed_on=date(2026, 11, 21))
    for other in (None, date(2026, 11, 22)):
        refused("stays completed", lambda other=other: JobChain.objects.filter(pk=chain.pk).update(completed_on=other))  # type: ignore[misc]
    refused("one_job_per_step", lambda: a_copy(chain=chain, step="verify"))


def test_completed_work_is_closed() -> None:
    number = a_chain()[0]
    bring(number, "in_progress")
    fulfil(number)
    line = actions.add_material(number, description="Câble")
    actions.complete_job(number)
    job = get(number)
    technician = Technician.objects.get(number=a_technician())
    hours = {"technician": technician, "started_at": at(8), "ended_at": at(9)}
    file = a_picture(number)
    for act in (
        lambda: JobLine.objects.create(job=job, description="Vis"),
        lambda: JobLine.objects.filter(pk=line).update(quantity=2),
        lambda: JobLine.objects.filter(pk=line).update(job=get(a_job())),
        lambda: JobLine.objects.filter(pk=line).delete(),
        lambda: TimeEntry.objects.create(job=job, **hours),
        lambda: TimeEntry.objects.filter(job=job).update(note="x"),
        lambda: ChecklistItem.objects.filter(job=job).update(answer="x"),
        lambda: EquipmentItem.objects.create(job=job, act="installed", serial="S1"),
        lambda: Photo.objects.create(job=job, file_id=file),
        lambda: Signature.objects.create(job=job, name="Sylvie", file_id=file),
    ):
        refused("open it again first", act)


def test_what_was_told_stays_also_on_a_job_opened_again() -> None:
    number = a_job("in_progress")
    kept = actions.add_equipment(number, act="installed", serial="HWTC1")
    actions.complete_job(number)
    actions.reopen_job(number, reason="Signal retombé")
    refused("it was told", lambda: EquipmentItem.objects.filter(pk=kept).delete())
    refused("it was told", lambda: EquipmentItem.objects.filter(pk=kept).update(serial="HWTC2"))


def test_no_hour_is_worked_twice_and_one_clock_runs() -> None:
    one, other = get(a_job()), get(a_job())
    technician = Technician.objects.get(number=a_technician())
    his = {"technician": technician}
    TimeEntry.objects.create(job=one, started_at=at(8), ended_at=at(10), **his)
    TimeEntry.objects.create(job=other, started_at=at(10), ended_at=at(11), **his)
    refused(
        "no_hour_worked_twice",
        lambda: TimeEntry.objects.create(job=other, started_at=at(9, 59), ended_at=at(10, 1), **his),
    )
    refused("no_hour_worked_twice", lambda: TimeEntry.objects.create(job=other, started_at=at(7), **his))
    refused(
        "time_ends_after_start", lambda: TimeEntry.objects.create(job=one, started_at=at(14), ended_at=at(13), **his)
    )
    TimeEntry.objects.create(job=one, started_at=at(15), **his)
    refused(
        "one_running_clock|no_hour_worked_twice", lambda: TimeEntry.objects.create(job=one, started_at=at(16), **his)
    )


def test_only_old_hours_are_nobodys_or_without_a_length() -> None:
    job = get(a_job())
    his = {"job": job, "technician": Technician.objects.get(number=a_technician())}
    old = TimeEntry.objects.create(job=job, started_at=at(8), ended_at=at(8), length_known=False, legacy_id=2)
    for rule, act in {
        "time_is_somebodys": lambda: TimeEntry.objects.create(job=job, started_at=at(8), ended_at=at(9)),
        "time_without_length_is_old": lambda: TimeEntry.objects.create(
            **his, started_at=at(8), ended_at=at(8), length_known=False
        ),
    }.items():
        refused(rule, act)
    change = TimeEntry.objects.filter(pk=old.pk).update
    refused("time_without_length_is_old", lambda: change(ended_at=at(9)))
    refused("time_without_length_is_old", lambda: change(ended_at=None))


def test_the_rest_of_the_tables_say_what_they_may() -> None:
    number = a_technician()
    technician, tag = Technician.objects.get(number=number), Tag.objects.get(code="fibre")
    job = get(a_job())
    TechnicianTag.objects.create(technician=technician, tag=tag, level=5)
    JobTag.objects.create(job=job, tag=tag, level=1)
    Absence.objects.create(technician=technician, starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 5))
    change = Technician.objects.filter(pk=technician.pk).update
    for rule, act in {
        "tag_held_once": lambda: TechnicianTag.objects.create(technician=technician, tag=tag, level=1),
        "tag_held_level": lambda: TechnicianTag.objects.update(level=6),
        "tag_needed_level": lambda: JobTag.objects.update(level=0),
        "hours_weekday": lambda: WorkingHours.objects.create(
            technician=technician, weekday=7, starts=time(8), ends=time(9)
        ),
        "hours_end_after_start": lambda: WorkingHours.objects.update(ends=time(7)),
        "hours_once_a_weekday": lambda: WorkingHours.objects.create(
            technician=technician, weekday=0, starts=time(18), ends=time(19)
        ),
        "absence_dates": lambda: Absence.objects.update(ends_on=date(2026, 12, 1)),
        "no_day_absent_twice": lambda: Absence.objects.create(
            technician=technician, starts_on=date(2026, 12, 4), ends_on=date(2026, 12, 6)
        ),
        "technician_number_form": lambda: change(number="T1"),
        "technician_colour": lambda: change(colour="teal"),
        "technician_cost": lambda: change(cost_per_hour=-1),
        "technician_status_known": lambda: change(status="asleep"),
        "tag_kind_known": lambda: Tag.objects.filter(pk=tag.pk).update(kind="x"),
        "job_line_quantity": lambda: JobLine.objects.create(job=job, description="x", quantity=0),
        "job_line_charged_as_an_item": lambda: JobLine.objects.create(job=job, description="x", billable=True),
        "equipment_identified": lambda: EquipmentItem.objects.create(job=job, act="installed"),
        "equipment_replaces_something": lambda: EquipmentItem.objects.create(job=job, act="replaced", serial="S"),
        "checklist_kind_known": lambda: ChecklistItem.objects.create(job=job, code="x", position=0, kind="sing"),
        "checklist_not_its_own_condition": lambda: ChecklistItem.objects.create(
            job=job, code="x", position=0, kind="check", only_if="x"
        ),
    }.items():
        refused(rule, act)
    Absence.objects.create(
        technician=technician, starts_on=date(2026, 12, 5), ends_on=date(2026, 12, 5) + timedelta(days=1)
    )


def test_jobs_and_hours_are_never_emptied() -> None:
    a_job("completed")
    for table in ("dispatch_job", "dispatch_timeentry"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {table} CASCADE")
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone()[0] > 0
