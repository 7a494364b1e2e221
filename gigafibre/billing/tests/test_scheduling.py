"""Automatic billing: only when switched on, only since then, a missed night is caught up, nothing twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gigafibre.billing import run, tasks
from gigafibre.billing.actions import confirm_run
from gigafibre.billing.models import BillingRun, Invoice
from gigafibre.billing.scheduling import is_billing_day, next_billing_days
from gigafibre.billing.switches import what_the_next_run_would_bill
from gigafibre.identity.tests.factories import a_switch
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.subscriptions.tests.factories import a_customer, a_subscription

pytestmark = pytest.mark.django_db


def night(clock: Any, day: str) -> list[date]:
    clock.freeze(f"{day}T01:35:00")
    tasks.run_by_itself(0)
    return list(BillingRun.objects.order_by("date").values_list("date", flat=True))


def test_nothing_happens_while_it_is_off(clock: Any) -> None:
    a_subscription()
    a_switch("billing.run", on=False)
    assert night(clock, "2026-12-01") == []


def test_each_billing_day_is_launched_once_by_itself(clock: Any) -> None:
    a_subscription()
    a_subscription(customer=a_customer(billing_day=15), charged_until=date(2026, 12, 15), anchor=date(2026, 1, 15))
    clock.freeze("2026-11-20T12:00:00")
    a_switch("billing.run", on=True)
    assert night(clock, "2026-11-30") == []
    assert night(clock, "2026-12-01") == [date(2026, 12, 1)]
    assert night(clock, "2026-12-01") == [date(2026, 12, 1)]
    run.issue(BillingRun.objects.get().pk)
    assert night(clock, "2026-12-14") == [date(2026, 12, 1)]
    assert night(clock, "2026-12-15") == [date(2026, 12, 1), date(2026, 12, 15)]
    assert Invoice.objects.count() == 1


def test_a_missed_night_is_caught_up_but_nothing_before_the_switch(clock: Any) -> None:
    a_subscription()
    clock.freeze("2026-11-20T12:00:00")
    a_switch("billing.run", on=True)
    assert night(clock, "2026-12-04") == [date(2026, 12, 1)]


def test_nothing_before_the_switch_is_caught_up(clock: Any) -> None:
    a_subscription()
    clock.freeze("2026-12-02T12:00:00")
    a_switch("billing.run", on=True)
    assert night(clock, "2026-12-04") == []


def test_the_31st_is_the_last_day_of_a_shorter_month(clock: Any) -> None:
    assert is_billing_day(date(2027, 2, 28), {31})
    assert not is_billing_day(date(2027, 3, 30), {31})
    clock.freeze("2026-11-21T09:00:00")
    assert next_billing_days() == []
    a_subscription(customer=a_customer(billing_day=31))
    assert next_billing_days(3) == [date(2026, 11, 30), date(2026, 12, 31), date(2027, 1, 31)]


def test_the_switch_says_what_it_would_do(clock: Any) -> None:
    clock.freeze("2026-11-21T09:00:00")
    assert what_the_next_run_would_bill()[0].en == "No live subscription: nothing to bill."
    a_subscription("60.00")
    assert "will issue 1 invoices for $68.99; 0" in what_the_next_run_would_bill()[0].en


def test_a_run_whose_worker_died_is_gone_on_with(clock: Any) -> None:
    clock.freeze("2026-12-01T09:00:00")
    a_subscription()
    with acting_as(SYSTEM):
        confirm_run(date=date(2026, 12, 1))
    assert tasks.go_on(0) == 1
    assert tasks.go_on(0) == 0
    assert BillingRun.objects.get().state == "done"
