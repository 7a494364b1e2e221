"""What the pages of the staff read: quotations and contracts whole, papers, lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from gigafibre.identity.tests.factories import a_token
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.sales.actions import keep_template, send_contract
from gigafibre.sales.tests.factories import a_contract, a_quotation, read_and_sign

pytestmark = pytest.mark.django_db


def reader(*scopes: str) -> Client:
    return Client(HTTP_AUTHORIZATION=f"Bearer {a_token('reader', *scopes)}")


@pytest.fixture
def staff(clock: Any) -> Iterator[Client]:
    with acting_as(SYSTEM):
        yield reader("sales.read")


def test_a_quotation_and_its_paper(staff: Client) -> None:
    quotation = a_quotation(prospect="Marguerite Boyer", title="Chalet")
    page = staff.get(f"/api/v1/quotations/{quotation.number}").json()
    assert (page["customer_name"], page["monthly"]["total"], page["first"]["total"]) == (
        "Marguerite Boyer",
        "68.99",
        "132.22",
    )
    assert page["once"] == {
        "subtotal": "95.00",
        "taxes": [{"name": "TPS", "amount": "4.75"}, {"name": "TVQ", "amount": "9.48"}],
        "total": "109.23",
    }
    assert staff.get(f"/api/v1/quotations/{quotation.number}/pdf").content.startswith(b"%PDF")
    assert staff.get("/api/v1/quotations/QUO-999999").status_code == 404


def test_a_contract_its_early_end_and_its_papers(staff: Client) -> None:
    contract = a_contract(commitment_months=24, inducement="240.00")
    assert staff.get(f"/api/v1/contracts/{contract.number}/pdf").content.startswith(b"%PDF")
    link = send_contract(contract.number).link
    page = staff.get(f"/api/v1/contracts/{contract.number}").json()
    assert page["link"] == link
    assert [(end["after_months"], end["amount"]) for end in page["early_ends"]] == [
        (0, "230.00"),
        (6, "170.00"),
        (12, "110.00"),
        (18, "50.00"),
        (24, "0.00"),
    ]
    contract.refresh_from_db()
    read_and_sign(contract)
    assert staff.get(f"/api/v1/contracts/{contract.number}/pdf").content.startswith(b"%PDF")
    signed = staff.get(f"/api/v1/contracts/{contract.number}").json()
    assert signed["link"] == ""
    assert signed["signature"]["name"] == "Sylvie Tremblay"
    assert len(signed["signature"]["sealed_sha256"]) == 64


def test_lists_templates_texts_and_search(staff: Client) -> None:
    quotation, contract = a_quotation(), a_contract(sent=True)
    keep_template(quotation.number, name="Chalet")
    rows = staff.get("/api/v1/quotations").json()["items"]
    assert [row["number"] for row in rows] == [quotation.number]
    rows = staff.get("/api/v1/contracts").json()["items"]
    assert [(row["number"], row["status"]) for row in rows] == [(contract.number, "sent")]
    assert [one["name"] for one in staff.get("/api/v1/quotation-templates").json()] == ["Chalet"]
    texts = staff.get("/api/v1/legal-texts").json()["items"]
    assert {(one["code"], one["in_force"], one["uses"]) for one in texts} == {
        ("service", True, 1),
        ("cancellation", True, 1),
    }
    found = staff.get("/api/v1/search", {"q": contract.number}).json()
    assert contract.number in str(found)


def test_nothing_is_read_without_permission(clock: Any) -> None:
    with acting_as(SYSTEM):
        stranger = reader("crm.read")
    for path in (
        "quotations",
        "contracts",
        "quotations/QUO-1",
        "contracts/CTR-1",
        "legal-texts",
        "contracts/CTR-1/pdf",
    ):
        assert stranger.get(f"/api/v1/{path}").status_code == 403, path
