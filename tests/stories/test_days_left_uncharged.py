"""Days served before a change and not charged yet, and planned changes that a run knew and that never came."""

from __future__ import annotations

from typing import Any

import pytest

from gigafibre.billing import queries, run
from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.perform import perform
from gigafibre.subscriptions import queries as subscriptions
from gigafibre.subscriptions.errors import WrongState
from tests.stories.test_service_to_invoice import Story

pytestmark = pytest.mark.django_db
NET = "Internet Fibre 500"


@pytest.fixture
def november(clock: Any) -> Story:
    """Active since the first at 60.00, November billed."""
    found = Story(clock)
    found.does("activate_subscription", on="2026-11-01")
    return found


def night(story: Story, day: str) -> None:
    """Settle what was planned for a day."""
    story.on(day)
    perform("subscriptions.apply_due_changes", {}, actor=SYSTEM)
    deliver_all()


def withdraw(story: Story, day: str) -> None:
    """Take back the one planned change."""
    story.on(day)
    perform(
        "subscriptions.withdraw_change",
        {"change": subscriptions.changes_of(story.subscription)[0].id, "reason": "Non"},
        actor=SYSTEM,
    )
    deliver_all()


def test_days_between_a_pause_and_a_plan_changed_are_charged_at_the_old_price(clock: Any) -> None:
    story = Story(clock, price="31.00")
    an_item("62.00", sku="NET1000", name_fr="Internet Fibre 1000")
    story.on("2026-08-20")
    story.does("activate_subscription", on="2026-08-20")
    story.on("2026-08-21")
    story.does("pause_subscription", on="2026-08-21", until="2026-09-11")
    assert story.month("2026-09-01") == [(f"Crédit, {NET}", "2026-08-21", "2026-09-01", "11.00")]
    night(story, "2026-09-11")
    story.on("2026-09-15")
    story.does("change_item", item="NET1000", on="2026-09-15", reason="Plus vite")
    assert story.month("2026-10-01") == [
        (NET, "2026-09-11", "2026-09-15", "4.13"),
        ("Internet Fibre 1000", "2026-09-15", "2026-10-01", "33.07"),
        ("Internet Fibre 1000", "2026-10-01", "2026-11-01", "62.00"),
    ]


def test_a_price_of_the_day_of_a_late_run_leaves_the_days_before_at_theirs(november: Story) -> None:
    november.on("2026-12-05")
    november.does("set_price_override", price="90.00", on="2026-12-04", reason="Entente")
    assert november.month("2026-12-05") == [
        (NET, "2026-12-01", "2026-12-04", "5.81"),
        (NET, "2026-12-04", "2027-01-01", "81.29"),
    ]


@pytest.mark.parametrize("verb", ["cancel_subscription", "suspend_subscription", "pause_subscription"])
def test_days_used_before_a_stop_are_charged_by_a_late_run(november: Story, verb: str) -> None:
    november.on("2026-12-08")
    november.does(verb, on="2026-12-06", reason="Départ")
    assert november.month("2026-12-09") == [(NET, "2026-12-01", "2026-12-06", "9.68")]
    if verb != "cancel_subscription":
        november.on("2026-12-20")
        november.does("reactivate_subscription", on="2026-12-20")
        assert november.month("2027-01-01") == [
            (NET, "2026-12-20", "2027-01-01", "23.22"),
            (NET, "2027-01-01", "2027-02-01", "60.00"),
        ]


def test_a_run_of_an_earlier_day_that_comes_late_takes_them_too(november: Story) -> None:
    november.on("2026-12-03")
    november.does("cancel_subscription", on="2026-12-02", reason="Départ")
    perform("billing.confirm_run", {"date": "2026-12-01"}, actor=SYSTEM)
    run.issue(queries.runs()[0].id)
    assert november.lines() == [(NET, "2026-12-01", "2026-12-02", "1.94")]


def test_a_service_at_rest_has_no_charge_to_keep(november: Story) -> None:
    november.on("2026-11-10")
    november.does("pause_subscription", on="2026-11-10")
    with pytest.raises(WrongState):
        november.does("suspend_subscription", on="2026-11-10", reason="Impayé", keep_charging=True)


def test_told_twice_they_are_charged_once(november: Story) -> None:
    november.on("2026-12-08")
    november.does("cancel_subscription", on="2026-12-06", reason="Départ")
    given = {"since": "2026-12-01", "until": "2026-12-06", "item": "NET500", "reason": "Encore"}
    again = perform("billing.charge_served", {"subscription": november.subscription, **given}, actor=SYSTEM).result
    assert again["charges"] == 0
    assert november.month("2026-12-09") == [(NET, "2026-12-01", "2026-12-06", "9.68")]


def test_what_waited_longer_than_a_run_catches_up_is_left_to_a_person(november: Story) -> None:
    november.on("2028-01-15")
    november.does("cancel_subscription", on="2028-01-15", reason="Départ")
    assert november.month("2028-01-16") == november.lines()
    assert november.lines() == [(NET, "2026-11-01", "2026-12-01", "60.00")]


@pytest.mark.parametrize(
    ("kind", "more"), [("pause", {}), ("pause", {"until": "2026-12-21"}), ("suspend", {}), ("end", {})]
)
def test_a_stop_withdrawn_after_the_run_that_knew_it_gives_its_days_back_to_the_calendar(
    november: Story, kind: str, more: dict[str, str]
) -> None:
    november.does("plan_change", kind=kind, on="2026-12-11", reason="Peut-être", **more)
    known = november.month("2026-12-01")
    assert known[0] == (NET, "2026-12-01", "2026-12-11", "19.35")
    withdraw(november, "2026-12-05")
    billed = november.month("2027-01-01")
    assert billed[-1] == (NET, "2027-01-01", "2027-02-01", "60.00")
    paid = [*known, *billed[:-1]]
    assert sum(float(amount) for *_, amount in paid) == pytest.approx(60.00)
    days = sorted((start, end) for _, start, end, _ in paid)
    assert days[0][0] == "2026-12-01"
    assert days[-1][1] == "2027-01-01"
    assert all(days[at][1] == days[at + 1][0] for at in range(len(days) - 1))


def test_a_price_withdrawn_after_the_run_that_knew_it_goes_back_to_the_old_one(november: Story) -> None:
    november.does("plan_change", kind="price", on="2026-12-16", price="90.00", reason="Hausse")
    assert november.month("2026-12-01") == [
        (NET, "2026-12-01", "2026-12-16", "29.03"),
        (NET, "2026-12-16", "2027-01-01", "46.45"),
    ]
    withdraw(november, "2026-12-05")
    assert sorted(november.month("2027-01-01")) == sorted(
        [
            (f"Crédit, {NET}", "2026-12-16", "2027-01-01", "-46.45"),
            (NET, "2026-12-16", "2027-01-01", "30.97"),
            (NET, "2027-01-01", "2027-02-01", "60.00"),
        ]
    )


def test_a_withdrawn_change_that_no_run_knew_charges_nothing(november: Story) -> None:
    november.does("plan_change", kind="price", on="2026-12-16", price="90.00", reason="Hausse")
    withdraw(november, "2026-11-20")
    assert november.month("2026-12-01") == [(NET, "2026-12-01", "2027-01-01", "60.00")]


def test_a_pause_within_a_charge_that_waits_leaves_the_days_around_it(november: Story) -> None:
    november.month("2026-12-01")
    november.on("2026-12-10")
    november.does("set_price_override", price="90.00", on="2026-12-10", reason="Entente")
    november.on("2026-12-15")
    november.does("pause_subscription", on="2026-12-15", until="2026-12-20")
    night(november, "2026-12-20")
    assert sorted(november.month("2027-01-01")) == sorted(
        [
            (f"Crédit, {NET}", "2026-12-10", "2027-01-01", "-42.58"),
            (NET, "2026-12-10", "2026-12-15", "14.52"),
            (NET, "2026-12-20", "2027-01-01", "34.83"),
            (NET, "2027-01-01", "2027-02-01", "90.00"),
        ]
    )


def test_a_price_changed_in_a_pause_charges_none_of_its_days(november: Story) -> None:
    november.on("2026-11-10")
    november.does("pause_subscription", on="2026-11-10", until="2026-11-20")
    november.on("2026-11-12")
    november.does("set_price_override", price="90.00", on="2026-11-12", reason="Entente")
    night(november, "2026-11-20")
    assert november.month("2026-12-01") == [
        (f"Crédit, {NET}", "2026-11-10", "2026-11-20", "-20.00"),
        (f"Crédit, {NET}", "2026-11-20", "2026-12-01", "-22.00"),
        (NET, "2026-11-20", "2026-12-01", "33.00"),
        (NET, "2026-12-01", "2027-01-01", "90.00"),
    ]
