"""A plan costs what the place says: the wizard's call, the quotation made of it and the contract agree to the cent."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gigafibre.catalog.offers import offer_plan
from gigafibre.catalog.tests.factories import a_plan, an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.identity.tests.factories import a_user, browser, send
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.network.tests.factories import a_drop
from gigafibre.sales.actions import create_contract, create_quotation
from gigafibre.sales.models import Contract
from gigafibre.sales.offers import LineGiven
from gigafibre.sales.tests.factories import a_provider

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sold(clock: Any) -> None:
    """A plan of two items, cheaper in Howick, and another one that is sold in Mercier only."""
    a_provider()
    internet, router = an_item("60.00", sku="NET"), an_item("10.00", sku="RTR")
    a_plan(internet, router, code="DUO", commitment_months=24)
    a_plan(internet, code="SOLO")
    with acting_as(SYSTEM):
        offer_plan("DUO")
        offer_plan("DUO", zone="Howick", price=Decimal("64.95"))
        offer_plan("SOLO", zone="Mercier")
    a_drop("12", "rang Double", city="Howick", zone="Howick", number="DROP-1")
    a_drop("14", "rang Double", city="Howick", zone="Howick", number="DROP-2", state="planned")
    a_drop("27", "rue de l'Église", city="Mercier", zone="Mercier", number="DROP-3")


def asked(typed: str, role: str = "sales") -> dict[str, Any]:
    found: dict[str, Any] = browser(a_user(role)).get("/api/v1/eligibility", {"q": typed}).json()
    return found


def test_the_wizards_call_and_the_public_one_say_the_same() -> None:
    for typed in ("12 rang double", "14 rang double", "27 eglise mercier", "99 rang double", "rang"):
        public = browser(a_user("sales")).get("/api/public/eligibility", {"q": typed}).json()
        staff = asked(typed)
        for plan in staff["plans"]:
            plan.pop("parts")
        assert (staff["state"], staff["plans"]) == (public["state"], public["plans"]), typed
        assert [one["drop"] for one in staff["items"]] == [one["drop"] for one in public["items"]], typed


def test_the_parts_of_a_plan_come_to_its_price_there() -> None:
    (plan,) = asked("12 rang double")["plans"]
    assert (plan["code"], plan["price"]) == ("DUO", "64.95")
    assert [(part["item"], part["quantity"], part["unit_price"]) for part in plan["parts"]] == [
        ("NET", "1", "54.95"),
        ("RTR", "1", "10"),
    ]
    assert [(one["code"], one["price"]) for one in asked("27 eglise mercier")["plans"]] == [
        ("SOLO", "60.00"),
        ("DUO", "70.00"),
    ]
    assert asked("14 rang double")["plans"] == []


def test_quotation_and_contract_cost_what_the_place_says() -> None:
    customer = a_customer()
    place = a_location(customer, line1="12, rang Double", city="Howick")
    (plan,) = asked("12 rang double")["plans"]
    lines = [
        LineGiven(cycle="monthly", item=part["item"], quantity=part["quantity"], unit_price=part["unit_price"])
        for part in plan["parts"]
    ]
    with acting_as(SYSTEM):
        offered = create_quotation(customer=customer.number, location=place.number, lines=lines)
        agreed = create_contract(customer.number, location=place.number, plan="DUO")
    assert (offered.monthly_total, agreed.monthly_total) == (Decimal("74.68"), Decimal("74.68"))
    contract = Contract.objects.get(number=agreed.number)
    assert [str(line.amount) for line in contract.lines.order_by("position")] == ["54.95", "10.00"]
    assert contract.commitment_months == 24


def test_a_plan_that_is_not_sold_there_is_told_and_costs_its_usual_price() -> None:
    customer = a_customer()
    place = a_location(customer, line1="12, rang Double", city="Howick")
    body = {"customer": customer.number, "location": place.number, "plan": "SOLO"}
    shown = send(browser(a_user("sales")), "post", "/api/v1/actions/sales.create_contract/preview", body).json()
    assert [rule["passed"] for rule in shown["rules"] if rule["code"] == "sales.plan_sold_here"] == [False]
    assert shown["result"]["monthly_total"] == "68.99"


def test_a_place_the_fibre_does_not_pass_has_the_usual_price() -> None:
    customer = a_customer()
    place = a_location(customer, line1="5, rue Lointaine", city="Ormstown")
    with acting_as(SYSTEM):
        agreed = create_contract(customer.number, location=place.number, plan="DUO")
    assert agreed.monthly_total == Decimal("80.48")
