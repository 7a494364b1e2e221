"""Services begun the same day come on one invoice, what is paid once with them too; each tax is computed on the sum."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.billing.actions import (
    add_charge,
    bill_charges,
    bill_customer,
    bill_first_period,
    confirm_run,
)
from gigafibre.billing.errors import OtherCustomersSubscription
from gigafibre.billing.models import Invoice, PendingCharge
from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.deliver import deliver_all
from gigafibre.subscriptions.actions import activate_subscription, cancel_subscription
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def acting(clock: Any) -> Iterator[None]:
    clock.freeze("2026-11-21T09:00:00")
    with acting_as(SYSTEM):
        yield


def pending(price: str, customer: Any = None) -> Any:
    return a_subscription(price, customer=customer, state="pending", started_on=None, charged_until=None)


def test_services_of_one_day_are_one_invoice_by_its_sum() -> None:
    first = pending("49.95")
    services = [first, pending("24.99", first.customer), pending("10.05", first.customer)]
    for each in services:
        activate_subscription(each.number)
    deliver_all()
    invoice = Invoice.objects.get()
    # 10 of 30 days: 16.65 + 8.33 + 3.35 = 28.33; 5 % 1.42; 9.975 % 2.83, which apart would be 1.66 + 0.83 + 0.33
    assert [line.amount for line in invoice.lines.order_by("position")] == [
        Decimal("16.65"),
        Decimal("8.33"),
        Decimal("3.35"),
    ]
    assert sorted(tax.amount for tax in invoice.taxes.all()) == [Decimal("1.42"), Decimal("2.83")]
    assert invoice.total == Decimal("32.58")
    assert bill_first_period(services[1].number) == ""


def test_what_is_paid_once_waits_for_the_service_and_comes_with_it(clock: Any) -> None:
    service = pending("60.00")
    customer = service.customer.number
    item = an_item("95.00", kind="labour")
    charge = add_charge(customer, item=item.sku, subscription=service.number, reason="CTR-1")
    assert bill_customer(customer) == ""
    clock.freeze("2026-12-01T09:00:00")
    confirm_run(date=date(2026, 12, 1))
    assert not Invoice.objects.exists(), "a run of a day before leaves it"
    clock.freeze("2026-12-03T09:00:00")
    activate_subscription(service.number)
    invoice = Invoice.objects.get(number=bill_first_period(service.number))
    assert {line.amount for line in invoice.lines.all()} == {Decimal("56.13"), Decimal("95.00")}  # 29 of 31 days
    assert PendingCharge.objects.get(pk=charge).line_id


def test_a_person_may_bill_it_before() -> None:
    service = pending("60.00")
    item = an_item("95.00", kind="labour")
    charge = add_charge(service.customer.number, item=item.sku, subscription=service.number, reason="CTR-1")
    assert bill_charges([charge])


def test_of_a_service_that_never_began_nothing_is_owed() -> None:
    service = pending("60.00")
    customer = service.customer.number
    item = an_item("95.00", kind="labour")
    charge = add_charge(customer, item=item.sku, subscription=service.number, reason="CTR-1")
    cancel_subscription(service.number, reason="Contrat annulé")
    deliver_all()
    kept = PendingCharge.objects.get(pk=charge)
    assert kept.withdrawn_at
    assert kept.reason == "CTR-1 · Contrat annulé"
    assert bill_customer(customer) == ""


def test_a_charge_goes_with_a_service_of_its_customer_only() -> None:
    mine, yours = pending("60.00"), pending("60.00")
    item = an_item("95.00", kind="labour")
    with pytest.raises(OtherCustomersSubscription):
        add_charge(mine.customer.number, item=item.sku, subscription=yours.number, reason="CTR-1")
    assert not PendingCharge.objects.exists()
