"""From rows to paper: what a real invoice prints, with the provider's settings filled."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.billing import queries
from gigafibre.billing.api import shapes
from gigafibre.billing.document import paper
from gigafibre.billing.models import Invoice, Letterhead
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


@pytest.mark.parametrize("language", ["fr", "en"])
def test_paper_says_who_sent_it_on_its_day_whatever_the_settings_say_later(language: str, clock: Any) -> None:
    customer = a_customer("Sarah MacLeod", language=language)
    a_subscription(item=an_item("60.00"), customer=customer, charged_until=date(2026, 11, 1))
    number = act("bill_customer", customer=customer.number)
    clock.freeze("2026-12-15T09:00:00-05:00")
    settings.put("company.legal_name", "Autre nom inc.")
    settings.put("company.address", "1, rue Ailleurs, Laval (Québec) H7A 1A1")
    settings.put("company.registrations", {"GST": "100000009 RT0001", "QST": QST_NUMBER})
    note = act("credit_invoice", invoice=number, reason="Erreur")["number"]
    before, after = printed(number), printed(note)
    for mine, yours in zip(
        ("TARGO Internet inc.", "1500, rue Notre-Dame", GST_NUMBER),
        ("Autre nom inc.", "1, rue Ailleurs", "100000009 RT0001"),
        strict=True,
    ):
        assert mine in before
        assert mine not in after
        assert yours in after
        assert yours not in before
    assert [tax["registration"] for tax in shapes.invoice(queries.invoice(number))["taxes"]] == [GST_NUMBER, QST_NUMBER]
    assert Letterhead.objects.count() == 2


def test_documents_of_the_same_settings_share_one_letterhead_and_nobody_changes_it() -> None:
    for _ in range(3):
        subscription = a_subscription(item=an_item("60.00"), charged_until=date(2026, 11, 1))
        act("bill_customer", customer=subscription.customer.number)
    assert Letterhead.objects.count() == 1
    assert Invoice.objects.exclude(letterhead=Letterhead.objects.get()).count() == 0
    for attack in ("UPDATE billing_letterhead SET content = '{}'", "DELETE FROM billing_letterhead"):
        with (
            pytest.raises(IntegrityError, match="its rows never change"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(attack)


def test_an_invoice_names_a_letterhead_that_exists() -> None:
    draft = Invoice.objects.create(
        customer=a_customer(),
        date=date(2026, 11, 21),
        due_date=date(2026, 12, 11),
        subtotal=0,
        tax_total=0,
        total=0,
        language="fr",
    )
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE billing_invoice SET letterhead_id = 999999 WHERE id = %s", [draft.pk])
