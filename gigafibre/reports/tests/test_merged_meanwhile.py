"""Two customers become one while money comes in: two connections, either way round."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps

from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.ledger.queries import balance
from gigafibre.reports.tests.test_moved_meanwhile import first_and_meanwhile
from gigafibre.subscriptions.tests.factories import a_subscription


def pair() -> tuple[Any, Any]:
    return a_customer("Sylvie Tremblay"), a_customer("S. Tremblay")


@pytest.mark.usefixtures("committed_db")
def test_a_payment_and_a_merge_at_the_same_moment_lose_no_cent(clock: Any) -> None:
    kept, gone = pair()

    def merge() -> None:
        given = {"survivor": kept.number, "duplicate": gone.number, "reason": "Inscrite deux fois"}
        perform("crm.merge_customers", given, actor=SYSTEM)

    def pay() -> None:
        given = {"customer": gone.number, "amount": "25.00", "mode": "cheque", "on": "2026-11-20"}
        perform("payments.record_payment", given, actor=SYSTEM)

    assert first_and_meanwhile(pay, merge) == ["done"]
    assert (balance(kept.pk), balance(gone.pk)) == (Decimal("-25.00"), Decimal("0.00"))
    assert first_and_meanwhile(lambda: None, pay, waits=False) == ["record_succeeded"]
    kept, gone = pair()
    assert first_and_meanwhile(merge, pay) == ["record_succeeded"]
    assert (balance(kept.pk), balance(gone.pk)) == (Decimal("0.00"), Decimal("0.00"))


@pytest.mark.usefixtures("committed_db")
def test_an_invoice_issued_while_its_customer_is_merged_is_the_survivors(clock: Any) -> None:
    kept, gone = pair()
    service = a_subscription("60.00", customer=gone)
    item = an_item("25.00", kind="labour").sku
    given = {"customer": gone.number, "item": item, "reason": "Visite", "subscription": service.number}
    charge = perform("billing.add_charge", given, actor=SYSTEM).result

    def issue() -> None:
        perform("billing.bill_charges", {"charges": [charge]}, actor=SYSTEM)

    def merge() -> None:
        wanted = {"survivor": kept.number, "duplicate": gone.number, "reason": "Inscrite deux fois"}
        perform("crm.merge_customers", wanted, actor=SYSTEM)

    assert first_and_meanwhile(issue, merge) in (["done"], ["kept_apart"])
    invoice: Any = apps.get_model("billing", "Invoice")._default_manager.get()
    assert invoice.total == Decimal("28.74")
    assert balance(kept.pk) + balance(gone.pk) == Decimal("28.74")
    assert balance(invoice.customer_id) == Decimal("28.74")
