"""Jobs from made to completed: what each verb does, refuses and tells."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.dispatch import actions, errors, queries
from gigafibre.dispatch.models import Job, Technician, TimeEntry
from gigafibre.dispatch.tests.factories import (
    MONDAY,
    a_chain,
    a_job,
    a_person_in_the_field,
    a_picture,
    a_technician,
    at,
    bring,
    fulfil,
    told,
)
from gigafibre.dispatch.work_order import work_order
from gigafibre.kernel import files
from gigafibre.kernel.actor import SYSTEM, acting_as

pytestmark = pytest.mark.usefixtures("acting")


def test_a_job_goes_from_ready_to_completed_and_its_hours_are_counted(clock: Any) -> None:
    technician = a_technician()
    job = a_job("published", technician=technician)
    actions.start_travel(job)
    assert Technician.objects.get(number=technician).status == "en_route"
    clock.move(minutes=25)
    actions.start_job(job)
    clock.move(minutes=40)
    actions.pause_job(job)
    assert Technician.objects.get(number=technician).status == "break"
    clock.move(minutes=30)
    actions.start_job(job)
    clock.move(minutes=20)
    actions.complete_job(job, code="configured", note="Réglé", first_time_fix=True)
    seen = queries.job(job)
    assert [(t.kind, t.minutes) for t in seen.time] == [("travel", 25), ("work", 40), ("work", 20)]
    assert (seen.status, seen.completed_on, seen.completion_code) == ("completed", date(2026, 11, 21), "configured")
    assert Technician.objects.get(number=technician).status == "available"
    (done,) = told("JobCompleted")
    assert {name: done[name] for name in ("job", "code", "first_time_fix", "chain_id", "completed_on")} == {
        "job": job,
        "code": "configured",
        "first_time_fix": True,
        "chain_id": 0,
        "completed_on": "2026-11-21",
    }
    with pytest.raises(errors.WorkIsClosed):
        actions.add_material(job, description="Vis")


def test_a_chain_has_a_date_for_every_job_and_is_made_once() -> None:
    place = a_location(a_customer())
    asked: dict[str, Any] = {"customer": place.customer.number, "location": place.number}
    made = actions.make_chain(
        "CTR-1", appointment=date(2026, 12, 4), window_starts=time(8), window_ends=time(12), **asked
    )
    jobs = list(Job.objects.filter(number__in=made.jobs).order_by("position"))
    assert [(job.step, job.date, job.status) for job in jobs] == [
        ("verify", date(2026, 11, 29), "ready"),
        ("prepare", date(2026, 12, 2), "ready"),
        ("install", date(2026, 12, 4), "ready"),
        ("confirm", date(2026, 12, 4), "ready"),
    ]
    assert [job.window_starts for job in jobs] == [None, None, time(8), time(8)]
    again = actions.make_chain("CTR-1", appointment=date(2027, 1, 4), **asked)
    assert (again.created, again.why, again.jobs) == (False, "already_made", made.jobs)
    assert len(told("ChainMade")) == 1
    assert told("ChainMade")[0]["first_on"] == "2026-11-29"


def test_without_an_appointment_or_with_one_gone_by_no_job_is_dated_before_today() -> None:
    for contract, appointment in (("CTR-2", None), ("CTR-3", date(2026, 11, 2))):
        jobs = Job.objects.filter(number__in=a_chain(contract, appointment=appointment))
        assert {job.date for job in jobs} == {date(2026, 11, 21)}


def test_a_chain_is_told_when_its_last_job_is_done_and_only_once() -> None:
    numbers = a_chain("CTR-4")
    for number in numbers:
        assert told("ChainCompleted") == []
        bring(number, "in_progress")
        with pytest.raises(errors.ChecklistUnfulfilled):
            actions.complete_job(number)
        fulfil(number)
        actions.complete_job(number)
    (done,) = told("ChainCompleted")
    assert (done["contract"], done["kind"], done["completed_on"]) == ("CTR-4", "installation", "2026-11-21")
    actions.reopen_job(numbers[3], reason="Le téléphone ne sonne pas")
    bring(numbers[3], "in_progress")
    fulfil(numbers[3])
    actions.complete_job(numbers[3])
    assert len(told("ChainCompleted")) == 1
    assert len(told("JobCompleted", job=numbers[3])) == 2


def test_cancelling_the_last_job_completes_no_chain() -> None:
    numbers = a_chain("CTR-5")
    for number in numbers[:3]:
        bring(number, "in_progress")
        fulfil(number)
        actions.complete_job(number)
    actions.cancel_job(numbers[3], reason="Le client ne veut plus")
    assert told("ChainCompleted") == []


def test_a_job_waits_its_turn_and_says_for_whom() -> None:
    first, second = a_chain()[:2]
    bring(second, "published")
    with pytest.raises(errors.WaitsForAnother, match=first):
        actions.start_travel(second)
    with pytest.raises(errors.WaitsForAnother):
        actions.start_job(second)
    assert queries.job(second).status == "published"
    actions.cancel_job(first, reason="Déjà vérifié au bureau")
    actions.start_travel(second)
    assert queries.job(second).status == "en_route"


def test_a_condition_asks_for_more() -> None:
    install = a_chain()[2]
    bring_early(install)
    fulfil(install)
    actions.answer_item(install, item="path", answer="buried")
    actions.answer_item(install, item="depth", answer=None)
    asked = {item.code: (item.asked, item.missing) for item in queries.job(install).checklist}
    assert asked["depth"] == (True, True)
    with pytest.raises(errors.ChecklistUnfulfilled) as refused:
        actions.complete_job(install)
    assert refused.value.said.en.endswith("still lacks: Depth.")
    actions.answer_item(install, item="depth", answer=Decimal(45))
    actions.complete_job(install)


def bring_early(number: str) -> None:
    actions.allow_early_start(number)
    bring(number, "in_progress")


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        ("drop", "oui"),
        ("drop", "3"),
        ("port", True),
        ("power-tap", "beaucoup"),
        ("power-tap", True),
        ("power-tap", "NaN"),
    ],
)
def test_an_answer_is_of_its_items_kind(item: str, answer: Any) -> None:
    number = a_chain()[0]
    with pytest.raises(errors.BadAnswer):
        actions.answer_item(number, item=item, answer=answer)
    assert queries.job(number).checklist[0].answer is None


def test_answers_kept_without_network_are_taken_together_or_not_at_all(clock: Any) -> None:
    job = a_chain()[0]
    given, when = actions.GivenAnswer, at(9, 12)
    clock.freeze(at(10))
    for refused, error in (
        (given(item="port", answer=True), errors.BadAnswer),
        (given(item="nothing", answer="A12"), errors.NoSuchItem),
        (given(item="port", answer="A12", at=at(10, 30)), errors.InTheFuture),
    ):
        with pytest.raises(error):
            actions.answer_items(job, answers=(given(item="drop", answer=True), refused))
        assert [item.answer for item in queries.job(job).checklist] == [None] * 3
    kept = (
        given(item="port", answer="B1", at=at(9)),
        given(item="drop", answer=True),
        given(item="port", answer="A12", at=when),
    )
    actions.answer_items(job, answers=kept)
    seen = {item.code: (item.answer, item.answered_at) for item in queries.job(job).checklist}
    assert seen == {"drop": (True, at(10)), "port": ("A12", when), "power-tap": (None, None)}
    actions.answer_items(job, answers=(given(item="drop"),))
    assert [item.answer for item in queries.job(job).checklist if item.code == "drop"] == [None]


def test_a_measure_beyond_its_limits_is_kept_and_blocks() -> None:
    number = a_chain()[0]
    actions.answer_item(number, item="power-tap", answer="-31.25")
    item = queries.job(number).checklist[2]
    assert (item.answer, item.missing) == (-31.25, True)


def test_what_is_charged_and_installed_is_told_once_when_completed() -> None:
    an_item("25.00", sku="INSTPRISE")
    job = a_job("in_progress")
    actions.add_material(job, item="INSTPRISE", billable=True, quantity=Decimal(2))
    actions.add_material(job, description="Câble", quantity=Decimal("12.5"))
    spare = actions.add_equipment(job, act="installed", serial="hwtc 9999 0000")
    actions.remove_equipment(job, line=spare)
    actions.add_equipment(job, act="replaced", serial="hwtc1234abcd", mac="a42b.b011.2233", replaces="HWTC0000AAAA")
    assert told("WorkCharged") == told("EquipmentMoved") == []
    actions.complete_job(job)
    (charged,) = told("WorkCharged")
    assert [(line["item"], line["quantity"], line["unit_price"]) for line in charged["lines"]] == [
        ("INSTPRISE", "2", None)
    ]
    (moved,) = told("EquipmentMoved")
    names = ("act", "serial", "mac", "replaces")
    assert [moved[name] for name in names] == ["replaced", "HWTC1234ABCD", "A4:2B:B0:11:22:33", "HWTC0000AAAA"]
    actions.reopen_job(job, reason="Encore en panne")
    bring(job, "in_progress")
    actions.add_equipment(job, act="removed", serial="ROUTER1")
    with pytest.raises(errors.AlreadyTold):
        actions.remove_material(job, line=queries.job(job).lines[0].id)
    actions.complete_job(job)
    assert len(told("WorkCharged")) == 1
    assert [each["serial"] for each in told("EquipmentMoved")] == ["HWTC1234ABCD", "ROUTER1"]


def test_what_is_charged_is_an_item_and_a_mac_has_twelve_digits() -> None:
    job = a_job("published")
    with pytest.raises(errors.ChargedWithoutItem):
        actions.add_material(job, description="Vis", billable=True)
    for mac in ("a4:2b", "a4:2b:b0:11:22:zz"):
        with pytest.raises(errors.BadAnswer):
            actions.add_equipment(job, act="installed", mac=mac)
    with pytest.raises(errors.BadAnswer):
        actions.add_equipment(job, act="replaced", serial="S1")
    assert queries.job(job).lines == queries.job(job).equipment == []


def test_a_technicians_hours_are_his_once() -> None:
    technician = a_technician()
    one, other = a_job("published", technician=technician), a_job("published", technician=technician)
    actions.add_time(one, started_at=at(8), ended_at=at(10))
    with pytest.raises(errors.HoursTwice, match=one):
        actions.add_time(other, started_at=at(9), ended_at=at(11))
    with pytest.raises(errors.InTheFuture):
        actions.add_time(other, started_at=at(8), ended_at=at(23, 0, date(2026, 11, 21)))
    actions.start_job(one)
    with pytest.raises(errors.ClockRuns, match=one):
        actions.start_job(other)
    assert TimeEntry.objects.count() == 2


def test_photos_are_pictures_hung_on_the_job_and_limited() -> None:
    job, other = a_job("published"), a_job("published")
    with acting_as(SYSTEM):
        text = files.store(b"bonjour", "note.txt")
        files.attach(text, f"job:{job}", "dispatch.read")
    with pytest.raises(errors.NotAPicture):
        actions.add_photo(job, file=text.pk)
    with pytest.raises(Exception, match="not_found"):
        actions.add_photo(job, file=a_picture(other))
    kept = actions.add_photo(job, file=a_picture(job), caption="Boîtier")
    assert [photo.caption for photo in queries.job(job).photos] == ["Boîtier"]
    actions.remove_photo(job, photo=kept)
    assert queries.job(job).photos == []


def test_only_ones_own_jobs_are_worked_on() -> None:
    me, number = a_person_in_the_field()
    stranger, _ = a_person_in_the_field(name="Mélanie Dubuc")
    job = a_job("published", technician=number)
    with acting_as(stranger), pytest.raises(errors.NotYourJob):
        actions.start_job(job)
    with acting_as(me):
        actions.start_job(job)
    actions_before = TimeEntry.objects.count()
    with acting_as(stranger), pytest.raises(errors.NotYourJob):
        actions.complete_job(job)
    assert (TimeEntry.objects.count(), queries.job(job).status) == (actions_before, "in_progress")


def test_an_assistant_has_hours_of_his_own() -> None:
    me, number = a_person_in_the_field()
    helper, his = a_person_in_the_field(name="Mélanie Dubuc")
    job = a_job()
    actions.assign_job(job, technician=number, assistants=(his,))
    actions.schedule_job(job, date=MONDAY, starts=time(9))
    actions.publish_job(job)
    for who in (me, helper):
        with acting_as(who):
            actions.start_job(job)
    running = TimeEntry.objects.filter(ended_at=None).values_list("technician__number", flat=True)
    assert set(running) == {number, his}
    with acting_as(me):
        actions.complete_job(job)
    assert not TimeEntry.objects.filter(ended_at=None).exists()
    with pytest.raises(errors.HelpsHimself):
        actions.assign_job(a_job(), technician=number, assistants=(number,))


@pytest.mark.parametrize(("language", "words"), [("fr", "Bon de travail"), ("en", "Work order")])
def test_a_completed_job_has_a_work_order_and_no_other(language: str, words: str) -> None:
    owner = a_customer(language=language)
    job = a_job("in_progress", owner=owner, needs_signature=True)
    with pytest.raises(errors.WrongJobState):
        work_order(job)
    actions.add_material(job, description="Câble Cat6", quantity=Decimal("12.5"))
    actions.add_equipment(job, act="installed", serial="HWTC1234ABCD")
    actions.sign_job(job, name="Sylvie Tremblay", file=a_picture(job))
    actions.complete_job(job, note="Tout fonctionne : −18 dBm.")
    content, name = work_order(job)
    assert content.startswith(b"%PDF")
    assert name == f"{'bon-de-travail' if language == 'fr' else 'work-order'}-{job}.pdf"
    assert work_order(job)[0] == content
    import pypdf

    written = "".join(page.extract_text() for page in pypdf.PdfReader(__import__("io").BytesIO(content)).pages)
    for said in (words if language == "en" else "Bon de travail du", "Câble Cat6", "HWTC1234ABCD", "Sylvie Tremblay"):
        assert said in written
