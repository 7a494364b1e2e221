"""Notes and files hang only on records that are there and that one may read: every kind of record, by every role."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gigafibre.catalog.tests.factories import a_plan, an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.dispatch.tests.factories import a_job, a_technician
from gigafibre.identity.roles import SHIPPED
from gigafibre.identity.tests.factories import a_token, a_user, browser, send
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.perform import perform
from gigafibre.kernel.subjects import subject_kinds
from gigafibre.network.tests.factories import a_device, a_drop
from gigafibre.privacy.tests.factories import a_request, an_export, an_incident
from gigafibre.sales.tests.factories import a_contract, a_quotation
from gigafibre.subscriptions.tests.factories import a_subscription
from gigafibre.support.tests.factories import an_issue

pytestmark = pytest.mark.django_db
TEXT = b"Le fil passe sous le perron.\n"
NOTES, FILES = "/api/v1/actions/kernel.add_note", "/api/v1/files"


@pytest.fixture
def records(clock: Any) -> dict[str, str]:
    """One record of each kind that notes and files may hang on, by kind, as `kind:number`."""
    with acting_as(SYSTEM):
        customer, item = a_customer("Zénobie Larose"), an_item("100.00", kind="labour")
        lines = [{"item": item.sku, "quantity": "1"}]
        draft = perform("billing.create_draft", {"customer": customer.number, "lines": lines}, actor=SYSTEM).result
        paid = {"customer": customer.number, "amount": "10.00", "mode": "cheque", "on": str(clock.now().date())}
        numbers = {
            "customer": customer.number,
            "location": a_location(customer).number,
            "subscription": a_subscription(customer=customer).number,
            "invoice": perform("billing.issue_invoice", {"invoice": f"DRAFT-{draft['draft_id']}"}, actor=SYSTEM).result,
            "payment": perform("payments.record_payment", paid, actor=SYSTEM).result,
            "quotation": a_quotation(customer=customer).number,
            "contract": a_contract(customer=customer).number,
            "job": a_job(owner=customer),
            "technician": a_technician(),
            "issue": an_issue(owner=customer),
            "request": a_request(owner=customer),
            "incident": an_incident(),
            "personexport": an_export(customer),
            "drop": a_drop().number,
            "equipment": a_device().number,
            "item": item.sku,
            "plan": a_plan(item).code,
        }
    return {kind: f"{kind}:{number}" for kind, number in numbers.items()}


def told(answer: Any) -> tuple[int, str]:
    body = answer.json()
    return answer.status_code, body.get("code", "") if isinstance(body, dict) else ""


def note(client: Client, subject: str) -> tuple[int, str]:
    return told(send(client, "post", NOTES, {"subject": subject, "text": "Rappeler lundi."}))


def upload(client: Client, subject: str, name: str = "perron.txt", content: bytes = TEXT) -> Any:
    given = {"subject": subject, "upload": SimpleUploadedFile(name, content)}
    return client.post(FILES, given, headers={"x-csrftoken": client.cookies["csrftoken"].value})


def test_every_kind_of_record_is_walked_here(records: dict[str, str]) -> None:
    assert set(records) == set(subject_kinds())
    tables = [table.name for table in subject_kinds().values()]
    assert len(tables) == len(set(tables))


@pytest.mark.parametrize("role", SHIPPED)
def test_a_role_writes_where_it_may_read_and_nowhere_else(role: str, records: dict[str, str]) -> None:
    actor, client = Actor("staff", 1, role, SHIPPED[role].permissions), browser(a_user(role))
    office = browser(a_user("administrator"))
    done = (200, "")
    for kind, table in subject_kinds().items():
        subject, mine = records[kind], actor.may(table.reads)
        refused = (403, "forbidden")
        assert note(client, subject) == (done if mine and actor.may("kernel.note") else refused), kind
        missing = (404, "not_found") if mine and actor.may("kernel.note") else refused
        assert note(client, f"{kind}:AUCUN-0") == missing, kind
        assert told(upload(client, subject)) == (done if mine and actor.may("kernel.attach") else refused), kind
        missing = (404, "not_found") if mine and actor.may("kernel.attach") else refused
        assert told(upload(client, f"{kind}:AUCUN-0")) == missing, kind

        kept = upload(office, subject, "bureau.txt").json()["id"]
        opens = mine and actor.may("kernel.read_files")
        listed = client.get(FILES, {"subject": subject})
        assert told(listed) == (done if mine else refused), kind
        assert kept in [file["id"] for file in listed.json()] if opens else not mine or listed.json() == [], kind
        answer = client.get(f"{FILES}/{kept}")
        assert answer.status_code == (200 if opens else 403), kind
        assert answer.content == TEXT if opens else told(answer) == refused, kind


def test_a_note_hangs_on_an_article_whose_code_has_a_space(clock: Any) -> None:
    with acting_as(SYSTEM):
        an_item("10.00", sku="PORT NUM")
    client = browser(a_user("manager"))
    assert note(client, "item:PORT NUM") == (200, "")
    assert [note(client, subject)[0] for subject in ("item: PORT NUM", "item:PORT\nNUM")] == [422] * 2


def test_nothing_is_kept_of_what_is_refused(records: dict[str, str]) -> None:
    client = browser(a_user("technician"))
    for subject in (
        records["payment"],
        "customer:C-0",
        "box:1",
        "customer:",
        "customer",
        "identity_user:1",
        "user:amelie",
    ):
        assert note(client, subject)[0] >= 400, subject
        assert upload(client, subject).status_code >= 400, subject
    kept = [apps.get_model("kernel", name)._default_manager.count() for name in ("Note", "File", "Attachment")]
    assert kept == [0, 0, 0]


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "ne nomme pas une fiche. Écrivez son genre et son numéro"), ("en", "names no record. Write its kind")],
)
def test_an_unknown_kind_is_refused_by_a_code_of_its_own(language: str, said: str, records: dict[str, str]) -> None:
    client = browser(a_user("administrator", language=language), language=language)
    for subject in ("box:1", "user:amelie", "customer:", "identity_user:1", "note:1"):
        answer = upload(client, subject)
        assert told(answer) == (422, "unknown_subject"), subject
        assert said in answer.json()["message"]
        assert told(client.get(FILES, {"subject": subject})) == (422, "unknown_subject"), subject
    assert note(client, "box:1") == (422, "unknown_subject")
    assert "customer, drop, equipment" in answer.json()["message"]


def test_a_file_is_listed_on_its_own_record_only(records: dict[str, str]) -> None:
    client, neighbour = browser(a_user("billing")), a_customer("Réjean Gagnon")
    kept = upload(client, records["customer"]).json()["id"]
    assert client.get(FILES, {"subject": f"customer:{neighbour.number}"}).json() == []
    assert [file["id"] for file in client.get(FILES, {"subject": records["customer"]}).json()] == [kept]
    page = client.get(f"/api/v1/customers/{neighbour.number}").json()
    assert page["files"] == []
    page = client.get(f"/api/v1/customers/{records['customer'].partition(':')[2]}").json()
    assert [file["id"] for file in page["files"]] == [kept]


def test_a_program_that_reads_files_opens_none_of_a_record_it_may_not_read(records: dict[str, str]) -> None:
    kept = upload(browser(a_user("administrator")), records["invoice"]).json()["id"]
    secret = a_token("robot", "kernel.read_files", "crm.read")
    robot = Client(headers={"authorization": f"Bearer {secret}", "accept-language": "en"})
    answer = robot.get(f"{FILES}/{kept}")
    assert told(answer) == (403, "forbidden")
    assert "billing.read" in answer.json()["message"]
    assert robot.get(f"{FILES}/00000000-0000-4000-8000-000000000000").status_code == 404


def did(client: Client, action: str, **given: Any) -> tuple[int, str]:
    return told(send(client, "post", f"/api/v1/actions/{action}", given))


def test_a_note_is_corrected_and_removed_by_its_author_and_pinned_by_all_who_read_it(records: dict[str, str]) -> None:
    mine, other, office = (browser(a_user(role, last_name=role)) for role in ("support", "sales", "administrator"))
    subject = records["issue"]
    key = send(mine, "post", NOTES, {"subject": subject, "text": "Rapeler"}).json()["result"]
    assert did(other, "kernel.update_note", note=key, text="Non") == (403, "note_of_another")
    assert did(other, "kernel.remove_note", note=key) == (403, "note_of_another")
    assert did(other, "kernel.pin_note", note=key, pinned=True) == (200, "")
    assert did(mine, "kernel.update_note", note=key, text="Rappeler") == (200, "")
    second = send(mine, "post", NOTES, {"subject": subject, "text": "Plus tard"}).json()["result"]
    seen = [
        (n["id"], n["text"], n["pinned"], n["mine"]) for n in other.get("/api/v1/notes", {"subject": subject}).json()
    ]
    assert seen == [(key, "Rappeler", True, False), (second, "Plus tard", False, False)]
    assert [n["mine"] for n in mine.get("/api/v1/notes", {"subject": subject}).json()] == [True, True]
    assert did(mine, "kernel.remove_note", note=second) == (200, "")
    assert did(office, "kernel.remove_note", note=key) == (200, "")
    assert did(mine, "kernel.remove_note", note=key) == (404, "not_found")
    assert mine.get("/api/v1/notes", {"subject": subject}).json() == []
    assert told(mine.get("/api/v1/notes", {"subject": "issue:AUCUN-0"})) == (404, "not_found")


def test_a_note_of_what_one_may_not_read_is_not_touched(records: dict[str, str]) -> None:
    key = send(browser(a_user("administrator")), "post", NOTES, {"subject": records["payment"], "text": "x"}).json()
    technician = browser(a_user("technician"))
    assert did(technician, "kernel.pin_note", note=key["result"]) == (403, "forbidden")
    assert told(technician.get("/api/v1/notes", {"subject": records["payment"]})) == (403, "forbidden")


def test_a_file_is_taken_off_by_who_put_it_there_and_a_proof_by_nobody(records: dict[str, str]) -> None:
    mine, other, office = (browser(a_user(role, last_name=role)) for role in ("support", "sales", "administrator"))
    subject = records["customer"]
    key = upload(mine, subject).json()["id"]
    assert [f["mine"] for f in other.get(FILES, {"subject": subject}).json()] == [False]
    assert did(other, "kernel.remove_file", file=key, subject=subject) == (403, "file_of_another")
    assert did(mine, "kernel.remove_file", file=key, subject=records["issue"]) == (404, "not_found")
    proof = upload(mine, subject, "certificat.pdf", b"%PDF-1.4\n").json()["id"]
    given: dict[str, Any] = {
        "customer": subject.partition(":")[2],
        "kind": "band",
        "certificate": "0710012345",
        "band": "Kahnawà:ke",
    }
    given |= {"taxes": ["GST"], "since": "2026-11-01", "document": proof}
    assert did(office, "billing.grant_exemption", **given) == (200, "")
    assert did(mine, "kernel.remove_file", file=proof, subject=subject) == (409, "file_needed")
    assert did(mine, "kernel.remove_file", file=key, subject=subject) == (200, "")
    assert [f["id"] for f in office.get(FILES, {"subject": subject}).json()] == [proof]
    assert did(mine, "kernel.remove_file", file=key, subject=subject) == (404, "not_found")


def test_people_meet_on_a_draft_but_nothing_hangs_on_its_passing_name(clock: Any) -> None:
    with acting_as(SYSTEM):
        lines = [{"item": an_item("100.00", kind="labour").sku, "quantity": "1"}]
        given = {"customer": a_customer("Zénobie Larose").number, "lines": lines}
        written = perform("billing.create_draft", given, actor=SYSTEM).result
    draft = f"DRAFT-{written['draft_id']}"
    clerk = browser(a_user("billing"))

    def stand_on(subject: str) -> int:
        said = {"subject": subject, "page": "page-draft", "state": "editing"}
        return int(send(clerk, "post", "/api/v1/presence", said).status_code)

    assert stand_on(f"invoice:{draft}") == 200
    assert [stand_on(f"invoice:{name}") for name in ("DRAFT-0", f"DRAFT-{9**30}", "DRAFT-x", draft[6:])] == [404] * 4
    assert stand_on("customer:DRAFT-1") == 404
    refused = send(clerk, "post", NOTES, {"subject": f"invoice:{draft}", "text": "À revoir"})
    assert (refused.status_code, apps.get_model("kernel.Note").objects.count()) == (404, 0)
