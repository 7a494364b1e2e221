"""Days asked of a service: those before it began, and those too far ahead, are refused; nothing is written."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gigafibre.billing.errors import RunAhead, ServiceDays
from gigafibre.billing.models import ChargedPeriod, Invoice, PendingCharge
from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.subscriptions import queries as subscriptions
from gigafibre.subscriptions.errors import BeforeItBegan, TooFarAway
from gigafibre.subscriptions.tests.factories import a_subscription

TODAY = date(2026, 11, 21)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def the_day(clock: Any) -> None:
    clock.freeze("2026-11-21T09:00:00-05:00")


def nothing_is_written() -> bool:
    return not (PendingCharge.objects.exists() or ChargedPeriod.objects.exists() or Invoice.objects.exists())


@pytest.mark.parametrize("since", ["0253-12-06", "2025-12-31"])
@pytest.mark.parametrize(
    ("verb", "more"),
    [
        ("billing.charge_again", {}),
        ("billing.charge_served", {"until": "2026-11-01", "item": "NET60"}),
        ("billing.settle_service", {"item": "NET60", "unit_price": "60.00"}),
        ("billing.settle_service", {}),
    ],
)
def test_days_before_it_began_are_neither_charged_nor_given_back(verb: str, more: dict[str, Any], since: str) -> None:
    service = a_subscription(item=an_item("60.00", sku="NET60"), started_on=date(2026, 1, 1))
    with pytest.raises(BeforeItBegan) as refused:
        perform(verb, {"subscription": service.number, "since": since, "reason": "Essai", **more}, actor=SYSTEM)
    assert refused.value.values["began"] == date(2026, 1, 1)
    assert nothing_is_written()


@pytest.mark.parametrize(
    ("verb", "since", "more"),
    [
        ("billing.charge_again", "9999-01-01", {}),
        ("billing.settle_service", "9999-01-01", {}),
        ("billing.settle_service", "2026-11-01", {"until": "2026-11-01"}),
        ("billing.settle_service", "4196-03-11", {"until": "2474-02-07"}),
        ("billing.settle_service", "2026-11-02", {"until": "2026-11-01", "item": "NET60", "unit_price": "60.00"}),
    ],
)
def test_days_that_end_before_they_begin_are_refused(verb: str, since: str, more: dict[str, Any]) -> None:
    service = a_subscription(item=an_item("60.00", sku="NET60"), started_on=date(2026, 1, 1))
    with pytest.raises(ServiceDays):
        perform(verb, {"subscription": service.number, "since": since, "reason": "Essai", **more}, actor=SYSTEM)
    assert nothing_is_written()


def test_days_since_it_began_are_charged_again_up_to_where_it_is_charged() -> None:
    service = a_subscription("60.00", started_on=date(2026, 10, 10), charged_until=date(2026, 12, 1))
    given = {"subscription": service.number, "since": "2026-10-10", "reason": "Reprise"}
    settled = perform("billing.charge_again", given, actor=SYSTEM).result
    assert settled == {"charges": 2, "amount": "102.58"}  # 60 × 22 ÷ 31, then all of November
    assert perform("billing.charge_again", given, actor=SYSTEM).result["charges"] == 0


def test_a_first_period_is_billed_no_farther_ahead_than_a_run() -> None:
    service = a_subscription("60.00", charged_until=date(2026, 11, 21))
    with pytest.raises(RunAhead):
        perform("billing.bill_first_period", {"subscription": service.number, "from_day": "2026-12-07"}, actor=SYSTEM)
    assert nothing_is_written()
    given = {"subscription": service.number, "from_day": "2026-12-06"}
    assert perform("billing.bill_first_period", given, actor=SYSTEM).result


def test_no_service_begins_in_another_century() -> None:
    service = a_subscription("60.00", state="pending", started_on=None, charged_until=None)
    for gone in ("0253-12-06", "2016-11-20"):
        with pytest.raises(TooFarAway):
            perform("subscriptions.activate_subscription", {"subscription": service.number, "on": gone}, actor=SYSTEM)
    assert subscriptions.subscription(service.number, on=TODAY).state == "pending"
    given = {"subscription": service.number, "on": "2016-11-21"}
    perform("subscriptions.activate_subscription", given, actor=SYSTEM)
    assert subscriptions.subscription(service.number, on=TODAY).started_on == date(2016, 11, 21)
