"""From a contract or a quotation to pending subscriptions: once, at the prices that were agreed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps

from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.deliver import deliver_all
from gigafibre.sales.actions import (
    accept_quotation,
    contract_quotation,
    create_quotation,
    send_contract,
    send_quotation,
    subscribe_contract,
    subscribe_quotation,
)
from gigafibre.sales.errors import NotInTheCatalogue, WrongStatus
from gigafibre.sales.models import Contract
from gigafibre.sales.offers import LineGiven
from gigafibre.sales.tests.factories import a_contract, a_quotation, an_installation, legal_texts, read_and_sign
from gigafibre.subscriptions.actions import activate_subscription

Invoice: Any = apps.get_model("billing", "Invoice")
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
    charge = PendingCharge.objects.get()
    assert (charge.amount, charge.subscription_id) == (Decimal("95.00"), first.pk)


def _offered(dice: random.Random) -> list[LineGiven]:
    """Return one to four services and up to two things paid once, some with a promotion, some telephones."""
    lines = []
    for _ in range(dice.randint(1, 4)):
        price = Decimal(dice.randint(499, 9999)) / 100
        item = an_item(str(price), service_kind=dice.choice(["internet", "internet", "telephone", "tv"]))
        off: dict[str, Any] = dice.choice([{}, {}, {"off_amount": "7.77"}, {"off_percent": "33.33"}])
        lines.append(LineGiven(cycle="monthly", item=item.sku, quantity=dice.choice(["1", "1", "2"]), **off,
                               **({"off_cycles": 6} if off else {})))  # fmt: skip
    for _ in range(dice.randint(0, 2)):
        item = an_installation(str(Decimal(dice.randint(1000, 19999)) / 100))
        lines.append(LineGiven(cycle="once", item=item.sku, quantity=dice.choice(["1", "3"])))
    return lines


@pytest.mark.parametrize("seed", range(12))
def test_what_was_quoted_is_what_is_billed_when_all_begins_together(clock: Any, seed: int) -> None:
    dice = random.Random(seed)
    settings.put("billing.municipal_tax_911", {"2026": "0.54"})
    starts = date(2026, 11, 21) + timedelta(days=dice.randint(0, 39))
    customer = a_customer(billing_day=dice.choice([1, 1, 15, 31]), email=f"offre{seed}@example.org")
    place = a_location(customer)
    lines = _offered(dice)
    quoted = create_quotation(customer=customer.number, location=place.number, lines=lines, starts_on=starts)
    send_quotation(quoted.number)
    made = contract_quotation(quoted.number)
    legal_texts()
    send_contract(made.number)
    contract = Contract.objects.get(number=made.number)
    read_and_sign(contract)
    subscriptions = subscribe_contract(made.number).subscriptions
    clock.freeze(clock.start_of(starts))
    for number in subscriptions:
        activate_subscription(number, on=starts)
    deliver_all()
    assert Invoice.objects.get().total == quoted.first_total == made.first_total
    assert not PendingCharge.objects.filter(line=None).exists()


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
