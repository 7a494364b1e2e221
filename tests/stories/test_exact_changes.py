"""Changes that are easily charged twice or not at all, to the cent; 60.00 is 2.00 a day in November."""

from __future__ import annotations

from typing import Any

import pytest

from gigafibre.billing import queries, run
from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from tests.stories.test_days_left_uncharged import NET, night
from tests.stories.test_service_to_invoice import Story

pytestmark = pytest.mark.django_db
FAST, SLOW = "Internet Fibre 1000", "Internet Fibre 100"


@pytest.fixture
def november(clock: Any) -> Story:
    """Active since the first at 60.00, November billed; there is a plan at 90.00 and one at 30.00."""
    an_item("90.00", sku="NET1000", name_fr=FAST)
    an_item("30.00", sku="NET100", name_fr=SLOW)
    found = Story(clock)
    found.does("activate_subscription", on="2026-11-01")
    return found


def test_changed_on_the_day_it_starts_all_of_it_costs_what_it_became(november: Story) -> None:
    november.does("change_item", item="NET1000", on="2026-11-01", reason="Dès le début")
    assert november.month("2026-12-01") == [
        (f"Crédit, {NET}", "2026-11-01", "2026-12-01", "-60.00"),
        (FAST, "2026-11-01", "2026-12-01", "90.00"),
        (FAST, "2026-12-01", "2027-01-01", "90.00"),
    ]


def test_changed_on_the_day_it_starts_within_a_month(clock: Any) -> None:
    story = Story(clock)
    story.on("2026-11-21")
    story.does("activate_subscription", on="2026-11-21")
    assert story.lines() == [(NET, "2026-11-21", "2026-12-01", "20.00")]
    story.does("set_price_override", price="90.00", on="2026-11-21", reason="Entente")
    assert story.month("2026-12-01") == [
        (f"Crédit, {NET}", "2026-11-21", "2026-12-01", "-20.00"),
        (NET, "2026-11-21", "2026-12-01", "30.00"),
        (NET, "2026-12-01", "2027-01-01", "90.00"),
    ]


@pytest.mark.parametrize("billed_between", [False, True])
def test_a_plan_changed_twice_a_day_comes_to_the_last_one(november: Story, billed_between: bool) -> None:
    november.on("2026-11-16")
    november.does("change_item", item="NET1000", reason="Plus vite")
    if billed_between:
        perform("billing.bill_customer", {"customer": november.customer.number}, actor=SYSTEM)
        assert november.lines() == [
            (f"Crédit, {NET}", "2026-11-16", "2026-12-01", "-30.00"),
            (FAST, "2026-11-16", "2026-12-01", "45.00"),
        ]
    november.does("change_item", item="NET100", reason="Finalement non")
    credited = (f"Crédit, {FAST}", "-45.00") if billed_between else (f"Crédit, {NET}", "-30.00")
    assert november.month("2026-12-01") == [
        (credited[0], "2026-11-16", "2026-12-01", credited[1]),
        (SLOW, "2026-11-16", "2026-12-01", "15.00"),
        (SLOW, "2026-12-01", "2027-01-01", "30.00"),
    ]


def test_a_plan_to_change_twice_on_one_day_is_billed_as_the_last_one(november: Story) -> None:
    for item in ("NET1000", "NET100"):
        november.does("plan_change", kind="item", item=item, on="2026-12-16", reason="Choix")
    assert november.month("2026-12-01") == [
        (NET, "2026-12-01", "2026-12-16", "29.03"),  # 60 × 15 ÷ 31
        (SLOW, "2026-12-16", "2027-01-01", "15.48"),  # 30 × 16 ÷ 31
    ]
    night(november, "2026-12-16")
    assert november.month("2027-01-01") == [
        (f"Crédit, {SLOW}", "2026-12-16", "2027-01-01", "-15.48"),  # the first of them came and went: 0.00 together
        (SLOW, "2026-12-16", "2027-01-01", "15.48"),
        (SLOW, "2027-01-01", "2027-02-01", "30.00"),
    ]


def test_two_dated_changes_in_a_cycle_cost_the_same_known_before_or_told_after(november: Story) -> None:
    november.does("plan_change", kind="price", price="45.00", on="2026-12-11", reason="Entente")
    november.does("plan_change", kind="item", item="NET1000", on="2026-12-21", reason="Plus vite")
    known = november.month("2026-12-01")
    assert known == [
        (NET, "2026-12-01", "2026-12-11", "19.35"),  # 60 × 10 ÷ 31
        (NET, "2026-12-11", "2026-12-21", "14.52"),  # 45 × 10 ÷ 31
        (FAST, "2026-12-21", "2027-01-01", "31.94"),  # 90 × 11 ÷ 31
    ]
    night(november, "2026-12-11")
    night(november, "2026-12-21")
    assert november.month("2027-01-01") == [(FAST, "2027-01-01", "2027-02-01", "90.00")]


def test_two_changes_told_after_the_month_was_billed(november: Story) -> None:
    november.month("2026-12-01")
    november.on("2026-12-23")
    november.does("set_price_override", price="45.00", on="2026-12-11", reason="Entente")
    november.does("change_item", item="NET1000", on="2026-12-21", reason="Plus vite")
    billed = november.month("2027-01-01")
    assert sorted(billed) == sorted(
        [
            (f"Crédit, {NET}", "2026-12-11", "2027-01-01", "-40.65"),  # 60 × 21 ÷ 31
            (NET, "2026-12-11", "2026-12-21", "14.52"),
            (FAST, "2026-12-21", "2027-01-01", "31.94"),
            (FAST, "2027-01-01", "2027-02-01", "90.00"),
        ]
    )


def test_credited_and_run_again_nothing_new_is_charged(november: Story) -> None:
    november.month("2026-12-01")
    (number,) = queries.latest_documents(november.customer.pk, limit=1)
    perform("billing.credit_invoice", {"invoice": number, "reason": "Geste"}, actor=SYSTEM)
    documents = queries.latest_documents(november.customer.pk, limit=9)
    perform("billing.confirm_run", {"date": "2026-12-01"}, actor=SYSTEM)
    run.issue(queries.runs()[0].id)
    assert perform("billing.bill_customer", {"customer": november.customer.number}, actor=SYSTEM).result == ""
    november.month("2026-12-02")
    assert queries.latest_documents(november.customer.pk, limit=9) == documents
    assert november.month("2027-01-01") == [(NET, "2027-01-01", "2027-02-01", "60.00")]


def test_an_end_on_the_day_it_began_gives_all_of_it_back(november: Story) -> None:
    november.on("2026-11-05")
    november.does("cancel_subscription", on="2026-11-01", reason="Jamais branché")
    assert november.month("2026-12-01") == [(f"Crédit, {NET}", "2026-11-01", "2026-12-01", "60.00")]
    assert queries.invoice(queries.latest_documents(november.customer.pk, limit=1)[0]).kind == "credit_note"


def test_a_pause_of_a_whole_cycle_charges_none_of_it(november: Story) -> None:
    november.does("plan_change", kind="pause", on="2026-12-01", until="2027-01-01", reason="Hiver")
    first = november.lines()
    assert november.month("2026-12-01") == first  # no other document
    night(november, "2026-12-01")
    assert november.month("2026-12-02") == first
    night(november, "2027-01-01")
    assert november.month("2027-01-01") == [(NET, "2027-01-01", "2027-02-01", "60.00")]


def test_a_pause_of_a_whole_cycle_told_after_it_was_billed_gives_it_back(november: Story) -> None:
    november.month("2026-12-01")
    november.does("pause_subscription", on="2026-12-01", until="2027-01-01")
    night(november, "2027-01-01")
    assert november.month("2027-01-01") == [
        (f"Crédit, {NET}", "2026-12-01", "2027-01-01", "-60.00"),
        (NET, "2027-01-01", "2027-02-01", "60.00"),
    ]


def test_a_price_dated_back_into_a_pause_that_is_over_charges_none_of_its_days(november: Story) -> None:
    november.on("2026-11-10")
    november.does("pause_subscription", on="2026-11-10", until="2026-11-20")
    night(november, "2026-11-20")
    november.on("2026-11-25")
    november.does("set_price_override", price="90.00", on="2026-11-12", reason="Entente")
    assert november.month("2026-12-01") == [
        (f"Crédit, {NET}", "2026-11-10", "2026-11-20", "-20.00"),
        (f"Crédit, {NET}", "2026-11-20", "2026-12-01", "-22.00"),
        (NET, "2026-11-20", "2026-12-01", "33.00"),
        (NET, "2026-12-01", "2027-01-01", "90.00"),
    ]


def test_a_price_dated_back_into_a_pause_that_became_a_suspension_charges_none_of_its_days(november: Story) -> None:
    november.on("2026-11-10")
    november.does("pause_subscription", on="2026-11-10", until="2026-11-20")
    november.on("2026-11-15")
    november.does("suspend_subscription", on="2026-11-15", reason="Impayé")
    november.on("2026-11-18")
    november.does("set_price_override", price="90.00", on="2026-11-12", reason="Entente")
    november.on("2026-11-25")
    november.does("reactivate_subscription", on="2026-11-25")
    november.does("set_price_override", price="30.00", on="2026-11-08", reason="Entente")
    # Less than nothing: a credit note, its signs turned.
    assert november.month("2026-12-01") == [
        (f"Crédit, {NET}", "2026-11-08", "2026-11-10", "4.00"),
        (NET, "2026-11-08", "2026-11-10", "-2.00"),
        (f"Crédit, {NET}", "2026-11-10", "2026-11-20", "20.00"),
        (f"Crédit, {NET}", "2026-11-20", "2026-12-01", "22.00"),
        (NET, "2026-11-25", "2026-12-01", "-6.00"),
        (NET, "2026-12-01", "2027-01-01", "-30.00"),
    ]
