"""What others paid for (`docs/field-lessons.md`) and no other test tells."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.billing import queries, run
from gigafibre.billing.models import BillingRun, ChargedPeriod, Invoice, RunItem, RunSubscription
from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.subscriptions.tests.factories import a_customer, a_subscription

pytestmark = pytest.mark.django_db


def bill(clock: Any, day: str) -> BillingRun:
    clock.freeze(f"{day}T09:00:00-05:00")
    perform("billing.confirm_run", {"date": day}, actor=SYSTEM)
    made = BillingRun.objects.get(date=day)
    run.issue(made.pk)
    assert queries.proof_of_run(made.pk).disagreements() == []
    return made


def test_a_run_that_bills_nobody_says_of_everybody_why(clock: Any) -> None:
    for _ in range(3):
        a_subscription(item=an_item(None))
    a_subscription(charged_until=date(2027, 1, 1))
    made = bill(clock, "2026-12-01")
    sheet = queries.proof_of_run(made.pk)
    assert (sheet.live, sheet.documents, sheet.issued, sheet.parked) == (4, 0, Decimal("0.00"), 3)
    assert [(o.outcome, o.cause, o.count) for o in sheet.outcomes] == [
        ("not_due", "charged", 1),
        ("parked", "no_price", 3),
    ]
    assert set(RunItem.objects.values_list("state", "error")) == {("parked", "no_price")}


def test_of_a_customer_whose_data_is_wrong_no_part_is_billed(clock: Any) -> None:
    """A quantity typed into the price: the amount is larger than any the books take."""
    customer, other = a_customer(), a_customer()
    fine = a_subscription("24.95", customer=customer)
    wrong = a_subscription("99999999.0000", customer=customer, quantity=Decimal("9999999"))
    a_subscription("60.00", customer=other)
    bill(clock, "2026-12-01")
    assert [invoice.customer_id for invoice in Invoice.objects.all()] == [other.pk]
    assert not ChargedPeriod.objects.filter(subscription__in=[fine, wrong]).exists()
    fine.refresh_from_db()
    assert fine.charged_until == date(2026, 12, 1)
    rows = RunSubscription.objects.filter(subscription__in=[fine, wrong]).values_list("outcome", "cause")
    assert list(rows) == [("parked", "error")] * 2
    assert "numeric field overflow" in RunItem.objects.get(customer_id=customer.pk).error


def test_the_next_period_begins_on_its_day_however_late_the_last_run_came(clock: Any) -> None:
    subscription = a_subscription("30.00", anchor=date(2026, 1, 31), charged_until=date(2026, 11, 30))
    bill(clock, "2026-12-09")
    bill(clock, "2026-12-31")
    bill(clock, "2027-02-04")
    days = ChargedPeriod.objects.filter(subscription=subscription, line__isnull=False).order_by("period")
    assert [(row.period.lower, row.period.upper, row.amount) for row in days] == [
        (date(2026, 11, 30), date(2026, 12, 31), Decimal("30.00")),
        (date(2026, 12, 31), date(2027, 1, 31), Decimal("30.00")),
        (date(2027, 1, 31), date(2027, 2, 28), Decimal("30.00")),
    ]
