"""From rows to paper: what a real invoice prints, with the provider's settings filled."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from gigafibre.billing.document import paper
from gigafibre.billing.tests.paper import GST_NUMBER, QST_NUMBER
from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.kernel.tests.paper import text_of
from gigafibre.subscriptions.tests.factories import a_customer, a_subscription

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def provider(clock: Any) -> None:
    clock.freeze("2026-11-21T09:00:00-05:00")
    settings.put("company.name", "Gigafibre")
    settings.put("company.legal_name", "TARGO Internet inc.")
    settings.put("company.address", "1500, rue Notre-Dame, Saint-Rémi (Québec) J0L 2L0")
    settings.put("company.registrations", {"GST": GST_NUMBER, "QST": QST_NUMBER})
    settings.put("company.pay_url", "https://gigafibre.exemple")


def act(verb: str, **given: Any) -> Any:
    return perform(f"billing.{verb}", given, actor=SYSTEM).result


def printed(number: str) -> str:
    return re.sub(r"\s+", " ", text_of(paper(number).content))


def test_taxes_are_printed_apart_at_their_own_rates_with_their_numbers() -> None:
    item = an_item("60.00", name_fr="Fibre 500", name_en="Fibre 500")
    subscription = a_subscription(item=item, charged_until=date(2026, 11, 1))
    number = act("bill_customer", customer=subscription.customer.number)
    text = printed(number)
    for said in (
        "TARGO Internet inc.",
        "Fibre 500 (1er novembre au 30 novembre) 60,00 $",
        "TPS 5 % no 814732019 RT0001 3,00 $",
        "TVQ 9,975 % no 1218840736 TQ0001 5,99 $",
        "Total de cette facture 68,99 $",
    ):
        assert said in text, said
    assert not re.search(r"14[.,]97", text)


def test_in_english_too_and_on_a_credit_note() -> None:
    customer = a_customer("Sarah MacLeod", language="en")
    a_subscription(item=an_item("60.00", name_en="Fibre 500"), customer=customer, charged_until=date(2026, 11, 1))
    number = act("bill_customer", customer=customer.number)
    assert "GST 5% no. 814732019 RT0001 $3.00" in printed(number)
    act("credit_invoice", invoice=number, reason="Billed by mistake")
    text = printed("CN-2026-000001")
    assert "QST 9.975% no. 1218840736 TQ0001 $5.99" in text
    assert f"Corrects invoice {number} of Nov. 21, 2026" in text
    assert "Applied to your account, nothing for you to do." in text
