"""The lists of subscriptions and planned changes: rows, views, order, sums, words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel.listing import page
from gigafibre.subscriptions.listings import PLANNED_CHANGES, SUBSCRIPTIONS
from gigafibre.subscriptions.tests.factories import a_planned_change, a_subscription

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def village(clock: Any) -> None:
    sylvie, rejean = a_customer("Sylvie Tremblay", number="C-4217"), a_customer("Réjean Tremblay", number="C-42")
    yearly = a_subscription("240.00", customer=sylvie, number="SUB-7001", interval_months=12, item=an_item("300.00"))
    paused: dict[str, Any] = {"state": "paused", "suspended_on": date(2026, 11, 1), "paused_until": date(2027, 4, 1)}
    a_subscription(customer=rejean, number="SUB-7002", **paused)
    gone: dict[str, Any] = {"state": "cancelled", "cancelled_on": date(2026, 11, 3)}
    a_subscription(customer=rejean, number="SUB-7003", **gone)
    a_planned_change(yearly, "end", date(2027, 2, 1))
    a_planned_change(yearly, "price", date(2027, 1, 1), price="230.00", reason="Fidélité")
    a_planned_change(yearly, "price", date(2026, 10, 1), price="1.00", state="refused", refused_because="Trop peu.")


def numbers(**asked: str) -> list[str]:
    return [row["number"] for row in page(SUBSCRIPTIONS, asked).items]


def test_a_row_says_price_per_month_and_the_next_change() -> None:
    (row,) = page(SUBSCRIPTIONS, {"customer": "C-4217"}).items
    said = {name: row[name] for name in ("price", "monthly", "special", "price_reason", "planned_on", "planned_kind")}
    assert said == {
        "price": "240.00",
        "monthly": "20.00",
        "special": True,
        "price_reason": "Entente",
        "planned_on": "2027-01-01",
        "planned_kind": "price",
    }


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"view": "live"}, ["SUB-7002", "SUB-7001"]),
        ({"view": "paused"}, ["SUB-7002"]),
        ({"view": "cancelled"}, ["SUB-7003"]),
        ({"view": "planned"}, ["SUB-7001"]),
        ({"planned": "false", "sort": "customer_name"}, ["SUB-7002", "SUB-7003"]),
        ({"q": "sylvie"}, ["SUB-7001"]),
        ({"q": "sub-7003"}, ["SUB-7003"]),
        ({"special": "true"}, ["SUB-7001"]),
        ({"interval_months": "12"}, ["SUB-7001"]),
        ({"cancelled_on_from": "2026-11-03"}, ["SUB-7003"]),
    ],
)
def test_it_is_narrowed_and_ordered(asked: dict[str, str], found: list[str]) -> None:
    assert numbers(**asked) == found


def test_what_is_cancelled_counts_for_nothing_a_month() -> None:
    assert page(SUBSCRIPTIONS, {}).totals == {"monthly": "80.00"}


def test_changes_to_come_and_refused_with_their_reason() -> None:
    coming = [(row["on"], row["kind"], row["price"]) for row in page(PLANNED_CHANGES, {"view": "planned"}).items]
    assert coming == [("2027-01-01", "price", "230.0000"), ("2027-02-01", "end", None)]
    (refused,) = page(PLANNED_CHANGES, {"view": "refused"}).items
    assert (refused["subscription"], refused["refused_because"]) == ("SUB-7001", "Trop peu.")
