"""Exemptions as records, and what is read of promotions and exemptions; the database's own rules attacked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from gigafibre.billing import queries
from gigafibre.billing.models import TaxExemption
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.subscriptions.tests.factories import a_customer, a_location, a_promotion, a_subscription

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november")]


@pytest.fixture
def november(clock: Any) -> None:
    clock.freeze("2026-11-21T10:00:00-05:00")


def exempt(customer: Any, **given: Any) -> int:
    facts = {"kind": "band", "certificate": "B-17", "taxes": ["QST", "GST"], "since": "2026-01-01"}
    return int(perform("billing.grant_exemption", {"customer": customer.number, **facts, **given}, actor=SYSTEM).result)


def test_a_certificate_is_read_as_it_was_recorded_and_ends_on_its_day() -> None:
    customer = a_customer()
    place = a_location(customer)
    made = exempt(customer, kind="status_indian", location=place.number, until="2028-01-01")
    (row,) = queries.exemptions_of(customer.number)
    assert (row.id, row.kind, row.treatment, row.certificate) == (made, "status_indian", "relieved", "B-17")
    assert (row.location, row.taxes, row.since, row.until) == (
        place.number,
        ["GST", "QST"],
        date(2026, 1, 1),
        date(2028, 1, 1),
    )
    assert row.state == "active"
    perform("billing.end_exemption", {"exemption": made, "reason": "Carte expirée"}, actor=SYSTEM)
    (row,) = queries.exemptions_of(customer.number)
    assert (row.until, row.ended_because, row.state) == (date(2026, 11, 21), "Carte expirée", "ended")
    with pytest.raises(Refusal, match="exemption_ended"):
        perform("billing.end_exemption", {"exemption": made, "reason": "Encore"}, actor=SYSTEM)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"kind": "status_indian"}, "exemption_needs_location"),
        ({"taxes": ["VAT"]}, "no_such_tax"),
        ({"until": "2026-01-01"}, "exemption_days"),
        ({"document": "5c0f6f0e-5a39-4d5b-8a5e-6a7f0a3f7f11"}, "others_document"),
    ],
)
def test_half_a_certificate_is_refused(given: dict[str, Any], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        exempt(a_customer(), **given)
    assert not TaxExemption.objects.exists()


def test_anothers_location_is_refused() -> None:
    with pytest.raises(Refusal, match="others_location"):
        exempt(a_customer(), location=a_location().number)


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [({"certificate": ""}, "exemption_has_a_certificate"), ({"kind": "status_indian"}, "status_indian_at_a_location")],
)
def test_the_database_refuses_an_exemption_without_its_proof(wrong: dict[str, Any], constraint: str) -> None:
    exempt(a_customer())
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        TaxExemption.objects.update(**wrong)


def test_promotions_are_read_with_what_they_have_left() -> None:
    subscription = a_subscription()
    a_promotion(subscription)
    a_promotion(subscription, percent=20, since=date(2027, 1, 1), until=date(2027, 7, 1))
    rows = queries.promotions_of(subscription.customer.number)
    assert [(r.state, r.used, r.left, r.cycles) for r in rows] == [("planned", 0, None, None), ("active", 0, 3, 3)]


def test_the_copy_of_a_certificate_is_uploaded_granted_and_opened_by_who_may() -> None:
    customer, other = a_customer(), a_customer("Réjean Gagnon")
    clerk = browser(a_user("billing"))

    def uploaded(content: bytes, name: str, on: Any = customer) -> str:
        given = {"subject": f"customer:{on.number}", "upload": SimpleUploadedFile(name, content)}
        token = clerk.cookies["csrftoken"].value
        return str(clerk.post("/api/v1/files", given, headers={"X-CSRFToken": token}).json()["id"])

    pdf = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"
    copy, note = uploaded(pdf, "carte.pdf"), uploaded(b"rien", "note.txt")
    for document, code in ((note, "certificate_not_readable"), (uploaded(pdf, "x.pdf", other), "others_document")):
        with pytest.raises(Refusal, match=code):
            exempt(customer, document=document)
    exempt(customer, document=copy)
    page = f"/api/v1/customers/{customer.number}/exemptions"
    assert [row["document"] for row in clerk.get(page).json()] == [copy]
    answer = clerk.get(f"/api/v1/files/{copy}")
    assert (answer.content, answer["Content-Type"]) == (pdf, "application/pdf")
    assert browser(a_user("technician")).get(f"/api/v1/files/{copy}").json()["code"] == "forbidden"
