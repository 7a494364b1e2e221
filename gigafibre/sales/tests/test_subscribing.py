"""From a contract or a quotation to pending subscriptions: once, at the prices that were agreed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps

from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.sales.actions import accept_quotation, subscribe_contract, subscribe_quotation
from gigafibre.sales.errors import NotInTheCatalogue, WrongStatus
from gigafibre.sales.offers import LineGiven
from gigafibre.sales.tests.factories import a_contract, a_quotation, an_installation, read_and_sign

PendingCharge: Any = apps.get_model("billing", "PendingCharge")
Promotion: Any = apps.get_model("subscriptions", "Promotion")
Subscription: Any = apps.get_model("subscriptions", "Subscription")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def acting(clock: Any) -> Iterator[None]:
    with acting_as(SYSTEM):
        yield


def test_a_signed_contract_becomes_what_it_says_once() -> None:
    lines = [
        LineGiven(cycle="monthly", item=an_item("74.95").sku, off_amount="15.00", off_cycles=12, off_words="Bienvenue"),
        LineGiven(cycle="monthly", item=an_item("20.00").sku, unit_price="12.50", quantity="2"),
        LineGiven(cycle="once", item=an_installation("95.00").sku),
    ]
    contract = a_contract(sent=True, lines=lines)
    with pytest.raises(WrongStatus):
        subscribe_contract(contract.number)
    read_and_sign(contract)
    made = subscribe_contract(contract.number)
    assert (len(made.subscriptions), made.charges, made.made) == (2, 1, True)
    again = subscribe_contract(contract.number)
    assert (again.subscriptions, again.charges, again.made) == ([], 0, False)
    first, second = Subscription.objects.order_by("pk")
    assert (first.state, first.contract, first.price_override) == ("pending", contract.number, None)
    assert (second.price_override, second.quantity, second.price_reason) == (
        Decimal("12.5000"),
        Decimal("2.000"),
        contract.number,
    )
    promotion = Promotion.objects.get()
    assert (promotion.subscription_id, promotion.amount, promotion.cycles) == (first.pk, Decimal("15.00"), 12)
    assert PendingCharge.objects.get().amount == Decimal("95.00")


def test_an_accepted_quotation_may_do_without_a_contract() -> None:
    quotation = a_quotation(sent=True)
    with pytest.raises(WrongStatus):
        subscribe_quotation(quotation.number)
    accept_quotation(quotation.number, name="Sylvie Tremblay")
    assert subscribe_quotation(quotation.number).made
    assert not subscribe_quotation(quotation.number).made
    assert Subscription.objects.get().contract == quotation.number


def test_what_is_no_item_is_not_subscribed() -> None:
    quotation = a_quotation(sent=True, lines=[LineGiven(cycle="monthly", description="Sur mesure", unit_price="10.00")])
    accept_quotation(quotation.number, name="Sylvie Tremblay")
    with pytest.raises(NotInTheCatalogue):
        subscribe_quotation(quotation.number)
    assert not Subscription.objects.exists()
