"""Jobs planned and published, what stands against it, and what waits for what."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest

from gigafibre.crm.tests.factories import a_customer
from gigafibre.dispatch import actions, errors, queries
from gigafibre.dispatch.models import ChecklistTemplate
from gigafibre.dispatch.tests.factories import (
    MONDAY,
    a_job,
    a_technician,
    told,
)
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import InvalidInput
from gigafibre.kernel.preview import preview

pytestmark = pytest.mark.usefixtures("acting")


def test_assigning_says_what_stands_against_it() -> None:
    technician = a_technician()
    actions.set_skill(technician, tag="fibre", level=2)
    actions.add_absence(technician, starts_on=MONDAY, ends_on=MONDAY + timedelta(days=1))
    job = a_job(needs=[{"tag": "fibre", "level": 3}], starts=time(18))
    seen = preview("dispatch.assign_job", {"job": job, "technician": technician}, actor=SYSTEM)
    assert {rule.code: rule.passed for rule in seen.rules} == {
        "dispatch.skill": False,
        "dispatch.present": False,
        "dispatch.working_hours": False,
        "dispatch.no_overlap": True,
    }
    assert queries.job(job).status == "ready"
    actions.assign_job(job, technician=technician)
    assert queries.job(job).status == "scheduled"


def test_a_published_job_planned_anew_is_to_be_published_anew() -> None:
    job = a_job("published")
    actions.schedule_job(job, date=MONDAY + timedelta(days=2), starts=time(14))
    assert queries.job(job).status == "scheduled"
    with pytest.raises(errors.PlannedInThePast):
        actions.schedule_job(job, date=date(2026, 11, 20), starts=time(14))
    actions.unassign_job(job, reason="Malade")
    with pytest.raises(errors.NothingToPlan):
        actions.publish_job(job)


def test_a_job_is_planned_for_somebody_in_one_go_and_keeps_who_was_named() -> None:
    technician, helper = a_technician(), a_technician("Mélanie Dubuc")
    job = a_job()
    actions.schedule_job(job, date=MONDAY, starts=time(9), technician=technician)
    seen = queries.job(job)
    assert (seen.status, seen.technician and seen.technician.number, seen.starts) == ("scheduled", technician, time(9))
    actions.schedule_job(job, date=MONDAY, starts=time(10))
    seen = queries.job(job)
    assert (seen.technician and seen.technician.number, seen.starts) == (technician, time(10))
    assert [each["starts"] for each in told("JobScheduled", job=job)] == ["09:00:00", "10:00:00"]
    actions.assign_job(job, technician=technician, assistants=(helper,))
    with pytest.raises(errors.HelpsHimself):
        actions.schedule_job(job, date=MONDAY, starts=time(11), technician=helper)
    actions.edit_technician(technician, active=False)
    with pytest.raises(errors.TechnicianInactive):
        actions.schedule_job(a_job(), date=MONDAY, starts=time(11), technician=technician)


def test_a_day_is_published_whole_or_not_at_all() -> None:
    jobs = [a_job("scheduled") for _ in range(3)]
    unplanned = a_job()
    with pytest.raises(errors.NothingToPlan):
        actions.publish_jobs((*jobs, unplanned))
    assert {queries.job(job).status for job in jobs} == {"scheduled"}
    assert told("JobPublished") == []
    seen = preview("dispatch.publish_jobs", {"jobs": jobs}, actor=SYSTEM)
    assert [(rule.fact.in_("en"), rule.passed) for rule in seen.rules] == [
        ("nothing stands against what is planned", True)
    ]
    technician = queries.job(jobs[1]).technician
    assert technician is not None
    actions.add_absence(technician.number, starts_on=MONDAY, ends_on=MONDAY + timedelta(days=1))
    seen = preview("dispatch.publish_jobs", {"jobs": jobs}, actor=SYSTEM)
    assert [(rule.fact.in_("en"), rule.passed) for rule in seen.rules] == [(f"{jobs[1]}: present on that day", False)]
    actions.publish_jobs((*jobs, jobs[0]))
    assert {queries.job(job).status for job in jobs} == {"published"}
    assert [each["job"] for each in told("JobPublished")] == jobs


def test_two_jobs_of_a_customer_wait_for_each_other_in_one_direction() -> None:
    owner = a_customer()
    one, other, third = (a_job(owner=owner) for _ in range(3))
    actions.add_dependency(one, other=other)
    actions.add_dependency(third, other=one)
    with pytest.raises(errors.WaitsInACircle):
        actions.add_dependency(other, other=third)
    with pytest.raises(errors.WaitsInACircle):
        actions.add_dependency(one, other=one)
    with pytest.raises(errors.OtherChain):
        actions.add_dependency(one, other=a_job())
    assert [head.number for head in queries.job(third).chain] == [one, other, third]
    actions.remove_dependency(one, other=other)
    actions.add_dependency(other, other=one)


def test_a_template_waits_only_for_steps_above() -> None:
    step = {"kind": "repair", "fr": "Voir", "en": "Look"}
    steps = [{"code": "a", "after": ["b"], **step}, {"code": "b", **step}]
    with pytest.raises(InvalidInput):
        actions.save_chain_template("loop", name_fr="B", name_en="B", kind="repair", steps=steps)  # type: ignore[arg-type]
    needy = [{"code": "a", "needs": [{"tag": "nobody", "level": 1}], **step}]
    with pytest.raises(errors.NoSuchTag):
        actions.save_chain_template("needy", name_fr="B", name_en="B", kind="repair", steps=needy)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("above", "answer"),
    [
        ({"kind": "check"}, "oui"),
        ({"kind": "choice", "choices": [{"code": "a", "fr": "A", "en": "A"}]}, "b"),
        ({"kind": "choice", "choices": [{"code": "a", "fr": "A", "en": "A"}]}, True),
        ({"kind": "number"}, "5"),
        ({"kind": "photo"}, True),
    ],
)
def test_a_condition_is_an_answer_that_can_be_given(above: dict[str, Any], answer: Any) -> None:
    items = [
        {"code": "first", "fr": "D’abord", "en": "First", **above},
        {"code": "then", "fr": "Puis", "en": "Then", "only_if": "first", "only_if_is": answer},
    ]
    with pytest.raises(InvalidInput):
        actions.save_checklist("odd", name_fr="Drôle", name_en="Odd", items=items)  # type: ignore[arg-type]
    assert not ChecklistTemplate.objects.filter(code="odd").exists()
