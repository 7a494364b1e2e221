"""Whatever had an id in the former system is found by it, in the one box and in its list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gigafibre.billing.models import Invoice
from gigafibre.billing.tests.factories import a_draft
from gigafibre.crm.models import Customer
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.dispatch.models import Job
from gigafibre.dispatch.tests.factories import a_job
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.models import Note
from gigafibre.kernel.search import Found, Question, search
from gigafibre.network.tests.factories import a_device, a_drop
from gigafibre.payments.models import Payment
from gigafibre.sales.tests.factories import a_quotation
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db
#: Of one row in each table: no number here holds these digits.
FORMER = 8642


@pytest.fixture
def numbers(clock: Any) -> Iterator[dict[str, str]]:
    """Kind → number of a row that had the id; its neighbour of each kind had none."""
    with acting_as(SYSTEM):
        yield _numbers()


def _numbers() -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE gigafibre_importer")
    customer = a_customer("Sylvie Tremblay", number="C-1", legacy_id=FORMER)
    location = a_location(a_customer("Réjean Roy", number="C-2"), number="LOC-00001", legacy_id=FORMER)
    payment = Payment.objects.create(
        number="PAY-L1", legacy_id=FORMER, customer=customer, date=date(2020, 1, 2), amount=Decimal(10), mode="cheque"
    )
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    draft = a_draft(customer, date(2026, 11, 1))
    Invoice.objects.filter(pk=draft.pk).update(legacy_id=FORMER)
    job = a_job()
    Job.objects.filter(number=job).update(legacy_id=FORMER)
    Note.objects.create(subject="customer:C-2", text="Rappeler mardi", author="Maude", legacy_id=FORMER)
    return {
        "customer": "C-1",
        "location": location.number,
        "note": "C-2",
        "subscription": a_subscription(legacy_id=FORMER).number,
        "invoice": f"DRAFT-{draft.pk}",
        "payment": payment.number,
        "equipment": a_device(legacy_id=FORMER).number,
        "drop": a_drop(legacy_id=FORMER).number,
        "quotation": _quotation(),
        "job": job,
    }


def _quotation() -> str:
    made = a_quotation()
    type(made).objects.filter(pk=made.pk).update(legacy_id=FORMER)
    return str(made.number)


def found(typed: str, actor: Actor = SYSTEM) -> dict[str, Found]:
    return {one.kind: one for one in search(typed, actor)}


def test_the_box_finds_each_kind_by_its_former_id_and_says_so(numbers: dict[str, str]) -> None:
    answer = found(str(FORMER))
    assert {kind: one.number for kind, one in answer.items()} == numbers
    for kind, one in answer.items():
        assert one.matched is not None
        assert (one.matched.field, one.matched.text) == ("former", str(FORMER)), kind
    assert answer["invoice"].facts["url"] == f"/invoices/{numbers['invoice']}"
    assert answer["note"].facts["url"] == "/customers/C-2"


def test_another_id_a_piece_of_it_or_another_s_right_finds_nothing(numbers: dict[str, str]) -> None:
    for typed in ("864", "86420", "8643", "PAY-8642", "C-8642"):
        assert found(typed) == {}, typed
    assert set(found(str(FORMER), Actor("staff", 2, "X", frozenset({"payments.read"})))) == {"payment"}


def test_the_number_itself_stands_before_a_former_id(numbers: dict[str, str]) -> None:
    a_customer("Marcelle Roy", number=f"C-{FORMER}")
    first, *others = [one.number for one in search(str(FORMER), SYSTEM)]
    assert first == f"C-{FORMER}"
    assert "C-1" in others


def test_it_is_still_one_statement(numbers: dict[str, str]) -> None:
    with CaptureQueriesContext(connection) as queries:
        search(str(FORMER), Actor("staff", 1, "Maude", frozenset({"crm.read", "payments.read", "network.read"})))
    asked = [query["sql"] for query in queries if "crm_searchtext" in query["sql"]]
    assert len(asked) == 1
    assert "network_drop" in asked[0]


def test_only_bare_digits_are_a_former_id() -> None:
    typed = ("8642", " 42 ", "0042", "8642x", "4505551234", "12 45", "C-42", "²")
    assert [Question(one).former_id for one in typed] == [8642, 42, 42, None, None, None, None, None]


@pytest.mark.parametrize(
    ("listing", "kind"),
    [
        ("customers", "customer"),
        ("subscriptions", "subscription"),
        ("invoices", "invoice"),
        ("payments", "payment"),
        ("equipment", "equipment"),
        ("drops", "drop"),
        ("quotations", "quotation"),
        ("jobs", "job"),
    ],
)
def test_each_list_is_narrowed_to_a_former_id(numbers: dict[str, str], listing: str, kind: str) -> None:
    client = browser(a_user("administrator"))
    answer = client.get(f"/api/v1/{listing}", {"legacy_id": FORMER})
    assert answer.status_code == 200, answer.content
    assert [row["number"] for row in answer.json()["items"]] == [numbers[kind]]
    assert Customer.objects.count() > 1
    assert client.get(f"/api/v1/{listing}", {"legacy_id": FORMER + 1}).json()["items"] == []
    assert client.get(f"/api/v1/{listing}", {"legacy_id": "x"}).status_code == 422
