"""A rectification with its proof: which changes were made for it, and the letter that attests them or refuses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pikepdf
import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from gigafibre.crm.tests.factories import a_customer, the_customer
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.kernel.preview_words import in_words
from gigafibre.privacy import actions, letters, queries
from gigafibre.privacy.documents.answer import answer_printable
from gigafibre.privacy.models import Correction, Request, RequestLetter
from gigafibre.privacy.tests.factories import a_rectified_request, a_request

pytestmark = pytest.mark.usefixtures("acting")


def corrected(number: str) -> list[tuple[str, str | None, str | None]]:
    """Return the corrections of a request: field, before, after."""
    return [
        (field["label"], field["before"], field["after"])
        for entry, chosen in queries.changes(number)
        if chosen
        for field in entry.change["fields"]
    ]


def document(number: str) -> Any:
    return letters.document_of(Request.objects.select_related("customer").get(number=number))


def test_the_changes_made_for_a_request_are_named_by_the_trail(clock: Any) -> None:
    made = perform("crm.create_customer", {"first_name": "Sylvie", "last_name": "Tremblai"}, actor=SYSTEM)
    owner = the_customer(str(made.result))
    clock.move(days=2)
    number, changes = a_rectified_request(owner)
    perform("crm.update_customer", {"customer": a_customer("Réjean Gagnon").number, "vip": True}, actor=SYSTEM)
    shown = queries.changes(number)
    assert [entry.id for entry, _ in shown] == changes, "nothing of before it came, of others, or without words"
    actions.name_corrections(number, changes=changes)
    assert corrected(number) == [
        ("Nom", "Tremblai", "Tremblay"),
        ("Nom affiché", "Sylvie Tremblai", "Sylvie Tremblay"),
    ]
    clock.move(hours=1)
    actions.answer_request(number, answer="Votre nom est corrigé partout.")
    perform("crm.update_customer", {"customer": owner.number, "vip": True}, actor=SYSTEM)
    assert [entry.id for entry, _ in queries.changes(number)] == changes, "settled: what was answered, nothing later"
    steps = Request.objects.get(number=number).steps.order_by("pk")
    assert [step.what for step in steps] == ["received", "checked", "rectified", "answered"]


def test_said_again_it_replaces_and_nothing_strange_is_named() -> None:
    number, changes = a_rectified_request()
    elsewhere, others = a_rectified_request(a_customer("Réjean Gagnon"))
    actions.name_corrections(number, changes=changes)
    for asked, given, code in (
        (number, others, "not_his_correction"),
        (a_request(), changes, "no_rectification"),
        (a_request("rectification", person="Un passant"), changes, "no_rectification"),
    ):
        with transaction.atomic(), pytest.raises(Refusal, match=code):
            actions.name_corrections(asked, changes=given)
    assert corrected(elsewhere) == []
    actions.name_corrections(number, changes=[])
    assert corrected(number) == []


def test_the_database_keeps_what_was_answered() -> None:
    number, changes = a_rectified_request()
    actions.name_corrections(number, changes=changes)
    row = Correction.objects.get()
    other = Request.objects.get(number=a_request())
    with pytest.raises(IntegrityError, match="correction_named_once"), transaction.atomic():
        Correction.objects.create(request_id=row.request_id, change=row.change, by="x")
    with pytest.raises(IntegrityError, match="asks for no rectification"), transaction.atomic():
        Correction.objects.create(request=other, change=1, by="x")
    with pytest.raises(IntegrityError, match="stays what it is"), transaction.atomic():
        Correction.objects.update(by="x")
    with pytest.raises(IntegrityError, match="a letter answers"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO privacy_requestletter (request_id, file_id, at) VALUES (%s, null, now())", [other.pk]
        )
    actions.answer_request(number, answer="Corrigé.")
    with pytest.raises(IntegrityError, match="is settled"), transaction.atomic():
        Correction.objects.all().delete()
    letters.letter_of(number)
    with pytest.raises(IntegrityError), transaction.atomic():
        RequestLetter.objects.update(at=None)


def test_the_letter_attests_what_was_corrected() -> None:
    number, changes = a_rectified_request()
    with pytest.raises(Refusal, match="no_letter_yet"):
        letters.letter_of(number)
    said = in_words(preview("privacy.answer_request", {"request": number, "answer": "Fait."}, actor=SYSTEM), "fr")
    assert [(rule["code"], rule["passed"]) for rule in said["rules"]] == [("corrected", False)]
    actions.name_corrections(number, changes=changes)
    actions.answer_request(number, answer="Votre nom est corrigé.", on=date(2026, 11, 21))
    found = document(number)
    assert (found.manner, found.language, found.person[0]) == ("rectified", "fr", "Sylvie Tremblay")
    assert [(one.field, one.before, one.after) for one in found.corrected][:1] == [("Nom", "Tremblai", "Tremblay")]
    paper = letters.letter_of(number)
    assert paper.content.startswith(b"%PDF")
    assert letters.letter_of(number).content == paper.content
    assert RequestLetter.objects.count() == 1
    apps.get_model("crm", "Customer").objects.update(language="en")
    assert letters.letter_of(number).content == paper.content, "what was given stays what was given"


def test_a_refusal_says_its_ground_and_the_recourse(tmp_path: Any) -> None:
    owner = a_customer("Sylvie Tremblay")
    apps.get_model("crm", "Customer").objects.filter(pk=owner.pk).update(language="en")
    number = a_request("rectification", checked=True, owner=owner)
    actions.refuse_request(
        number, ground="accurate", answer="The reading of 3 March was checked.", on=date(2026, 11, 20)
    )
    printed = answer_printable(document(number)).content
    assert printed["heading"] == "Refusal of your request"
    assert "The information is accurate (s. 28)" in printed["ground"]
    assert "*December 20, 2026*" in printed["recourse"][0].replace("\u00a0", " ")
    assert printed["copy"] == ""
    stranger = a_request(person="Un passant", contact="passant@exemple.ca")
    actions.refuse_request(stranger, ground="identity", answer="Rien ne prouve que c’est vous.")
    assert document(stranger).person == ("Un passant", "passant@exemple.ca")
    (tmp_path / "letter.pdf").write_bytes(letters.letter_of(stranger).content)
    with pikepdf.open(tmp_path / "letter.pdf") as paper:
        assert len(paper.pages) == 1


def test_who_reads_the_corrections_and_the_letter() -> None:
    number, changes = a_rectified_request()
    actions.name_corrections(number, changes=changes)
    actions.answer_request(number, answer="Corrigé.")
    path = f"/api/v1/privacy/requests/{number}"
    officer = browser(a_user("privacy-officer"))
    assert [one["chosen"] for one in officer.get(f"{path}/changes").json()] == [True]
    answer = officer.get(f"{path}/letter")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    stranger = browser(a_user("technician"))
    assert [stranger.get(f"{path}/{what}").status_code for what in ("changes", "letter")] == [403, 403]
