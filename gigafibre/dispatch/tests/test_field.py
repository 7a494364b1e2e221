"""What a technician's phone may call: his own jobs only, each write once, and nothing without permission."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gigafibre.dispatch import actions
from gigafibre.dispatch.field_verbs import VERBS
from gigafibre.dispatch.models import Job, Photo, TimeEntry
from gigafibre.dispatch.tests.factories import MONDAY, PNG, a_job, a_picture, a_technician
from gigafibre.identity.tests.factories import a_user, browser, send
from gigafibre.kernel.actor import SYSTEM, acting_as

pytestmark = pytest.mark.django_db
ROOT = "/api/field/jobs"


@pytest.fixture
def me(clock: Any) -> Any:
    """A technician's browser, with his number on it."""
    user = a_user("technician")
    client: Any = browser(user)
    client.number = a_technician(user=user.username)
    return client


def test_he_sees_his_published_jobs_and_no_other(me: Any) -> None:
    his = a_job("published", technician=me.number)
    a_job("scheduled", technician=me.number)
    a_job("published")
    helping = a_job()
    with acting_as(SYSTEM):
        actions.assign_job(helping, technician=a_technician(), assistants=(me.number,))
        actions.schedule_job(helping, date=MONDAY, starts="14:00")  # type: ignore[arg-type]
        actions.publish_job(helping)
    listed = me.get(ROOT).json()
    assert [(job["number"], job["helping"]) for job in listed] == [(his, False), (helping, True)]
    assert me.get(f"{ROOT}?first=2026-11-24").json() == []
    assert me.get(f"{ROOT}/{his}").json()["job"]["mine"] is True
    assert browser(a_user("technician")).get(ROOT).json() == []


def test_he_reads_who_he_is_and_where_his_clock_runs(me: Any, clock: Any) -> None:
    job = a_job("published", technician=me.number)
    about = me.get("/api/field/me").json()
    assert (about["number"], about["on_job"], about["since"]) == (me.number, "", None)
    send(me, "post", f"{ROOT}/{job}/start", {})
    about = me.get("/api/field/me").json()
    assert (about["on_job"], about["doing"], about["status"]) == (job, "work", "on_site")
    nobody = browser(a_user("dispatcher")).get("/api/field/me")
    assert (nobody.status_code, nobody.json()["code"]) == (403, "not_a_technician")


def test_what_a_planner_still_turns_over_is_not_his(me: Any) -> None:
    job = a_job("scheduled", technician=me.number)
    assert me.get(f"{ROOT}/{job}").json()["code"] == "not_your_job"
    assert send(me, "post", f"{ROOT}/{job}/material", {"description": "Vis"}).json()["code"] == "not_your_job"
    with acting_as(SYSTEM):
        actions.publish_job(job)
    assert me.get(f"{ROOT}/{job}").status_code == 200
    with acting_as(SYSTEM):
        actions.unassign_job(job, reason="Malade")
    assert me.get(f"{ROOT}/{job}").json()["code"] == "not_your_job"


def test_one_of_a_crew_sees_and_works_what_the_crew_has(me: Any) -> None:
    with acting_as(SYSTEM):
        actions.save_crew("sud", name="Équipe du sud")
        actions.edit_technician(me.number, crew="sud")
        job = a_job()
        actions.assign_job(job, crew="sud")
        actions.schedule_job(job, date=MONDAY, starts="09:00")  # type: ignore[arg-type]
        actions.publish_job(job)
    assert [each["number"] for each in me.get(ROOT).json()] == [job]
    assert send(me, "post", f"{ROOT}/{job}/start", {}).status_code == 200
    assert TimeEntry.objects.get(technician__number=me.number).job.number == job


def test_a_picture_sent_again_is_kept_once(me: Any) -> None:
    job = a_job("published", technician=me.number)
    headers = {"x-csrftoken": me.cookies["csrftoken"].value}
    came = [
        me.post(f"{ROOT}/{job}/photos", {"upload": SimpleUploadedFile(name, PNG)}, headers=headers).json()["file"]
        for name in ("a.png", "b.png")
    ]
    assert came[0] == came[1]
    once = {"headers": {"idempotency-key": "photo-0001"}}
    kept = [send(me, "post", f"{ROOT}/{job}/photos/keep", {"file": came[0]}, **once).json() for _ in range(3)]
    assert [each["replayed"] for each in kept] == [False, True, True]
    assert Photo.objects.count() == 1
    # The same key for something else is a phone's mistake, told as such.
    other = send(me, "post", f"{ROOT}/{job}/photos/keep", {"file": came[0], "caption": "Autre"}, **once)
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_mismatch")


def test_anothers_job_is_refused_by_every_route_and_nothing_changes(me: Any) -> None:
    other = a_job("published")
    before = Job.objects.filter(number=other).values().get()
    refusals = {
        ("GET", ""): me.get(f"{ROOT}/{other}"),
        ("GET", "picture"): me.get(f"{ROOT}/{other}/pictures/{a_picture(other)}"),
    }
    given = {
        "leave-incomplete": {"reason": "Personne à la maison"},
        "answer": {"item": "drop", "answer": True},
        "answers": {"answers": [{"item": "drop", "answer": True}]},
        "time": {"started_at": "2026-11-20T09:00:00-05:00", "ended_at": "2026-11-20T10:00:00-05:00"},
        "time/remove": {"entry": 1},
        "material": {"description": "Vis"},
        "material/remove": {"line": 1},
        "equipment": {"act": "installed", "serial": "S1"},
        "equipment/remove": {"line": 1},
        "photos/keep": {"file": "6d3a7d9e-0000-4000-8000-000000000000"},
        "photos/remove": {"photo": 1},
        "sign": {"name": "Sylvie", "file": "6d3a7d9e-0000-4000-8000-000000000000"},
    }
    for address in VERBS:
        refusals["POST", address] = send(me, "post", f"{ROOT}/{other}/{address}", given.get(address, {}))
    headers = {"x-csrftoken": me.cookies["csrftoken"].value}
    refusals["POST", "photos"] = me.post(
        f"{ROOT}/{other}/photos", {"upload": SimpleUploadedFile("a.png", PNG)}, headers=headers
    )
    assert {key: (answer.status_code, answer.json()["code"]) for key, answer in refusals.items()} == dict.fromkeys(
        refusals, (403, "not_your_job")
    )
    assert Job.objects.filter(number=other).values().get() == before
    assert TimeEntry.objects.count() == Photo.objects.count() == 0


def test_a_visit_from_the_phone(me: Any, clock: Any) -> None:
    job = a_job("published", technician=me.number, needs_signature=True)

    def post(address: str, body: dict[str, Any], **more: Any) -> Any:
        return send(me, "post", f"{ROOT}/{job}/{address}", body, **more)

    assert post("start-travel", {}).status_code == 200
    clock.move(minutes=10)
    assert post("start", {}).status_code == 200
    once = {"headers": {"idempotency-key": "phone-1-0001"}}
    first, again = (post("material", {"description": "Câble", "quantity": "3"}, **once) for _ in range(2))
    assert (first.json()["replayed"], again.json()["replayed"]) == (False, True)
    assert first.json()["result"] == again.json()["result"]
    assert post("complete", {}).json()["code"] == "job_not_signed"
    headers = {"x-csrftoken": me.cookies["csrftoken"].value}
    upload = {"upload": SimpleUploadedFile("signature.png", PNG)}
    file = me.post(f"{ROOT}/{job}/photos", upload, headers=headers).json()["file"]
    assert post("sign", {"name": "Sylvie Tremblay", "file": file}).status_code == 200
    clock.move(minutes=35)
    assert post("complete", {"code": "done", "first_time_fix": True}).status_code == 200
    seen = me.get(f"{ROOT}/{job}").json()["job"]
    assert [(entry["kind"], entry["minutes"]) for entry in seen["time"]] == [("travel", 10), ("work", 35)]
    assert (seen["status"], seen["signature"]["name"], len(seen["lines"])) == ("completed", "Sylvie Tremblay", 1)
    assert me.get(f"{ROOT}/{job}/pictures/{file}").content == PNG
    text = {"upload": SimpleUploadedFile("note.txt", b"bonjour")}
    assert me.post(f"{ROOT}/{job}/photos", text, headers=headers).status_code == 415


def test_what_the_office_reads(clock: Any) -> None:
    technician = a_technician()
    job, waiting = a_job("completed", technician=technician), a_job()
    client = browser(a_user("dispatcher"))
    assert client.get(f"/api/v1/jobs/{job}").json()["status"] == "completed"
    paper = client.get(f"/api/v1/jobs/{job}/work-order")
    assert (paper.status_code, paper["Content-Type"], paper.content[:4]) == (200, "application/pdf", b"%PDF")
    assert client.get(f"/api/v1/jobs/{waiting}/work-order").json()["code"] == "wrong_job_state"
    day = client.get("/api/v1/dispatch-day?date=2026-11-23").json()
    assert [(column["number"], [j["number"] for j in column["jobs"]]) for column in day["columns"]] == [
        (technician, [job])
    ]
    assert [each["number"] for each in day["pool"]] == [waiting]
    assert client.get(f"/api/v1/technicians/{technician}").json()["hours"][0]["starts"] == "08:00:00"
    assert [row["number"] for row in client.get("/api/v1/jobs?unassigned=true").json()["items"]] == [waiting]
    assert {t["code"] for t in client.get("/api/v1/job-templates").json()["items"]} == {
        "fibre-install",
        "repair",
        "removal",
    }
    (first, *_) = client.get("/api/v1/checklists").json()["items"]
    whole = client.get(f"/api/v1/checklists/{first['code']}").json()
    assert [item["fr"] for item in whole["items"]] == first["item_names"]
    assert (len(whole["items"]), whole["name_fr"]) == (first["items"], first["name"])
    assert client.get("/api/v1/checklists/none").json()["code"] == "no_such_job_template"
    for path in ("tags", "crews", "technicians", "technician-hours"):
        assert client.get(f"/api/v1/{path}").status_code == 200
    with acting_as(SYSTEM):
        actions.add_time(
            waiting,
            technician=technician,
            started_at="2026-11-20T09:00:00-05:00",  # type: ignore[arg-type]
            ended_at="2026-11-20T10:30:00-05:00",  # type: ignore[arg-type]
        )
    customer = Job.objects.get(number=waiting).customer.number
    hours = client.get(f"/api/v1/technician-hours?technician={technician}&customer={customer}").json()
    assert [(row["date"], row["minutes"], row["job"]) for row in hours["items"]] == [("2026-11-20", 90, waiting)]
