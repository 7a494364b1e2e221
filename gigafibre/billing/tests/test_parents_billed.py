"""A parent account's one invoice: its children's lines, grouped, owed by the parent; nothing unaccounted for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.billing import queries, run
from gigafibre.billing.models import BillingRun, Invoice, InvoiceLine, RunSubscription
from gigafibre.billing.queries.preview import preview_run
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.ledger.queries import balance
from gigafibre.subscriptions.tests.factories import a_customer, a_subscription

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]
DAY = date(2026, 12, 1)


@pytest.fixture
def december(clock: Any) -> None:
    clock.freeze("2026-11-30T10:42:00-05:00")


def bill(day: str = "2026-12-01") -> BillingRun:
    perform("billing.confirm_run", {"date": day}, actor=SYSTEM)
    made = BillingRun.objects.get(date=day)
    run.issue(made.pk)
    assert queries.proof_of_run(made.pk).disagreements() == []
    return made


def a_family() -> tuple[Any, Any, Any]:
    parent = a_customer("Ferme Caron")
    first, second = a_customer("Luc Caron", parent=parent), a_customer("Maude Caron", parent=parent)
    return parent, first, second


def test_children_stand_on_the_parents_one_invoice_after_his_own_lines() -> None:
    parent, first, second = a_family()
    expected = [
        a_subscription(price, customer=who)
        for who, price in ((parent, "10.00"), (first, "20.00"), (first, "5.00"), (second, "30.00"))
    ]
    preview = preview_run(DAY)
    made = bill()
    invoice = Invoice.objects.get()
    lines = InvoiceLine.objects.filter(invoice=invoice).order_by("position")
    assert [line.subscription_id for line in lines] == [s.pk for s in expected]
    assert [line.child_id for line in lines] == [None, first.pk, first.pk, second.pk]
    assert (invoice.customer_id, invoice.subtotal, invoice.total) == (parent.pk, Decimal("65.00"), preview.total)
    assert (balance(parent.pk), balance(first.pk)) == (invoice.total, Decimal("0.00"))
    assert RunSubscription.objects.filter(run=made, outcome="billed").count() == 4


def test_a_parent_without_services_pays_for_his_children() -> None:
    parent, first, _ = a_family()
    a_subscription("20.00", customer=first)
    bill()
    assert Invoice.objects.get().customer_id == parent.pk


def test_what_waits_for_a_child_comes_on_the_parents_document_also_when_billed_now() -> None:
    parent, first, _ = a_family()
    subscription = a_subscription("20.00", customer=first, charged_until=date(2026, 11, 30))
    perform("billing.bill_first_period", {"subscription": subscription.number}, actor=SYSTEM)
    perform("billing.bill_customer", {"customer": first.number}, actor=SYSTEM)
    assert Invoice.objects.get().customer_id == parent.pk


def test_a_child_taxed_elsewhere_is_parked_and_stops_nobody() -> None:
    parent, first, second = a_family()
    a_subscription("10.00", customer=parent)
    apart = a_subscription("20.00", customer=first)
    a_subscription("30.00", customer=second)
    first.tax_category = "ON"
    first.save(update_fields=["tax_category"])
    bill()
    assert RunSubscription.objects.get(subscription=apart).cause == "payer_taxed_elsewhere"
    assert Invoice.objects.get().subtotal == Decimal("40.00")


def test_a_parent_set_between_confirmation_and_issuing_bills_nothing_twice() -> None:
    parent, child = a_customer("Ferme Caron"), a_customer()
    a_subscription("10.00", customer=parent)
    subscription = a_subscription("20.00", customer=child)
    perform("billing.confirm_run", {"date": "2026-12-01"}, actor=SYSTEM)
    given = {"customer": child.number, "parent": parent.number, "reason": "Même famille"}
    perform("crm.set_parent", given, actor=SYSTEM)
    made = BillingRun.objects.get()
    run.issue(made.pk)
    assert queries.proof_of_run(made.pk).disagreements() == []
    assert InvoiceLine.objects.get(subscription=subscription).invoice.customer_id == parent.pk
    assert Invoice.objects.count() == 1
