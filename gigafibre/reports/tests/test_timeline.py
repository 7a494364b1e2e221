"""What the customer's timeline says of money: notices of a price change, invoices given up and paid after all."""

from __future__ import annotations

from typing import Any

import pytest

from gigafibre.catalog.tests.factories import an_item
from gigafibre.identity.queries import person
from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.reports.timeline import timeline
from gigafibre.subscriptions.tests.factories import a_customer, a_subscription

pytestmark = pytest.mark.django_db


def test_a_price_notice_is_told_once_prepared_and_once_sent(clock: Any) -> None:
    clock.freeze("2026-11-21T13:00:00-05:00")
    item = an_item("54.95")
    customer = a_subscription(item=item).customer
    given = {"items": [item.sku], "new_price": "59.95", "effective_on": "2027-02-01"}
    number = perform("billing.confirm_price_change", given, actor=SYSTEM).result
    assert _told(customer) == [f"Avis de changement de prix {number}, dès le 1 févr. 2027 : préparé"]
    perform("billing.record_notices_sent", {"price_change": number}, actor=SYSTEM)
    assert _told(customer) == [f"Avis de changement de prix {number}, dès le 1 févr. 2027 : envoyé"]


def test_an_invoice_given_up_and_paid_after_all_is_told_with_why_and_by_whom(clock: Any) -> None:
    clock.freeze("2026-10-01T13:00:00-04:00")
    customer, item = a_customer(), an_item("100.00", kind="labour")
    draft = _do("billing.create_draft", customer=customer.number, lines=[{"item": item.sku}])["draft_id"]
    number = _do("billing.issue_invoice", invoice=f"DRAFT-{draft}")
    clock.freeze("2026-11-21T13:00:00-05:00")
    _do("billing.write_off_invoice", invoice=number, reason="Parti sans adresse")
    clock.freeze("2026-11-22T13:00:00-05:00")
    _do("billing.recover_debt", invoice=number, amount="40.00", reason="Chèque reçu")
    page = timeline(customer.number, customer.pk, SYSTEM, kind="money")["items"]
    assert [(row["text"], row["quote"], row["who"], row["number"]) for row in page][:2] == [
        (f"Créance radiée de la facture {number} recouvrée : 40,00\xa0$", "Chèque reçu", "system", number),
        (f"Facture {number} radiée : 114,98\xa0$", "Parti sans adresse", "system", number),
    ]


def test_a_payment_says_who_took_it() -> None:
    customer, clerk = a_customer(), person(a_user("billing").pk)
    assert clerk is not None
    given = {"customer": customer.number, "amount": "40.00", "mode": "cash"}
    perform("payments.record_payment", given, actor=clerk.actor)
    page = timeline(customer.number, customer.pk, SYSTEM, kind="money")["items"]
    assert [(row["what"], row["who"]) for row in page] == [("payment_received", clerk.actor.label)]


def _do(verb: str, **given: Any) -> Any:
    return perform(verb, given, actor=SYSTEM).result


def _told(customer: Any) -> list[str]:
    return [row["text"] for row in timeline(customer.number, customer.pk, SYSTEM, kind="money")["items"]]
