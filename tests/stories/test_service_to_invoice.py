"""What happens to a service, told to the cent on the customer's next invoice; the clock is moved by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gigafibre.billing import queries as billing
from gigafibre.billing import run
from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.perform import perform
from gigafibre.subscriptions import queries as subscriptions
from gigafibre.subscriptions.tests.factories import a_customer, a_location

pytestmark = pytest.mark.django_db
Lines = list[tuple[str, str, str, str]]


class Story:
    """One customer with one service, told day by day."""

    def __init__(self, clock: Any, *, price: str = "60.00", interval: int = 1) -> None:
        self.clock = clock
        self.customer = a_customer()
        self.item = an_item(price, sku="NET500", name_fr="Internet Fibre 500")
        self.on("2026-11-01")
        place = a_location(self.customer).number
        given = {"customer": self.customer.number, "location": place, "item": "NET500", "interval_months": interval}
        self.subscription: str = perform("subscriptions.create_subscription", given, actor=SYSTEM).result

    def on(self, day: str) -> None:
        self.clock.freeze(f"{day}T09:00:00")

    def does(self, verb: str, **given: Any) -> Any:
        done = perform(f"subscriptions.{verb}", {"subscription": self.subscription, **given}, actor=SYSTEM)
        deliver_all()
        return done.result

    def month(self, day: str) -> Lines:
        """Run the billing of a day and return the lines of the customer's document."""
        self.on(day)
        perform("billing.confirm_run", {"date": day}, actor=SYSTEM)
        row = next(r for r in billing.runs() if str(r.date) == day)
        run.issue(row.id)
        assert billing.proof_of_run(row.id).disagreements() == []
        return self.lines()

    def lines(self) -> Lines:
        """The lines of the customer's latest document: words, first day, day after the last, amount."""
        found = billing.latest_documents(self.customer.pk, limit=1)
        if not found:
            return []
        page = billing.invoice(found[0])
        return [
            (line.description, str(line.period_start), str(line.period_end), str(line.amount))
            for place in page.locations
            for line in place.lines
        ]

    def now(self) -> subscriptions.SubscriptionHead:
        return subscriptions.subscription(self.subscription, on=date(2026, 11, 1))


@pytest.fixture
def story(clock: Any) -> Story:
    return Story(clock)


@pytest.fixture
def november(story: Story) -> Story:
    """Active since the first, November billed."""
    story.does("activate_subscription", on="2026-11-01")
    assert story.lines() == [("Internet Fibre 500", "2026-11-01", "2026-12-01", "60.00")]
    return story


def test_a_new_customer_pays_for_the_rest_of_november_at_once(story: Story) -> None:
    story.on("2026-11-21")
    story.does("activate_subscription")
    assert story.lines() == [("Internet Fibre 500", "2026-11-21", "2026-12-01", "20.00")]
    assert story.month("2026-12-01") == [("Internet Fibre 500", "2026-12-01", "2027-01-01", "60.00")]


def test_a_plan_changed_in_the_month_credits_and_charges_the_rest_on_one_invoice(november: Story) -> None:
    an_item("90.00", sku="NET1000", name_fr="Internet Fibre 1000")
    november.on("2026-11-16")
    november.does("plan_change", kind="item", item="NET1000", on="2026-11-16", reason="Plus vite")
    assert november.month("2026-12-01") == [
        ("Crédit, Internet Fibre 500", "2026-11-16", "2026-12-01", "-30.00"),
        ("Internet Fibre 1000", "2026-11-16", "2026-12-01", "45.00"),
        ("Internet Fibre 1000", "2026-12-01", "2027-01-01", "90.00"),
    ]


def test_a_change_known_before_costs_the_same_as_one_made_on_the_day(story: Story, clock: Any) -> None:
    story.does("activate_subscription", on="2026-11-01")
    story.does("plan_change", kind="price", price="90.00", on="2026-12-16", reason="Entente")
    planned = story.month("2026-12-01")
    assert [(line[1], line[3]) for line in planned] == [("2026-12-01", "29.03"), ("2026-12-16", "46.45")]
    story.on("2026-12-16")
    perform("subscriptions.apply_due_changes", {}, actor=SYSTEM)
    deliver_all()
    # Already billed at the new price: the day itself changes nothing.
    assert story.month("2027-01-01") == [("Internet Fibre 500", "2027-01-01", "2027-02-01", "90.00")]


def test_two_changes_in_a_day_come_to_the_last_one(november: Story) -> None:
    november.on("2026-11-16")
    november.does("set_price_override", price="90.00", reason="Erreur")
    november.does("set_price_override", price="30.00", reason="Correction")
    assert november.month("2026-12-01") == [
        ("Crédit, Internet Fibre 500", "2026-11-16", "2026-12-01", "-30.00"),
        ("Internet Fibre 500", "2026-11-16", "2026-12-01", "15.00"),
        ("Internet Fibre 500", "2026-12-01", "2027-01-01", "30.00"),
    ]


def test_two_changes_in_a_month_both_count(november: Story) -> None:
    november.on("2026-11-11")
    november.does("set_price_override", price="90.00", reason="Hausse")
    november.on("2026-11-21")
    november.does("set_price_override", price="30.00", reason="Baisse")
    lines = november.month("2026-12-01")
    assert [(line[1], line[2], line[3]) for line in lines] == [
        ("2026-11-11", "2026-12-01", "-40.00"),
        ("2026-11-11", "2026-11-21", "30.00"),
        ("2026-11-21", "2026-12-01", "10.00"),
        ("2026-12-01", "2027-01-01", "30.00"),
    ]


def test_a_cancellation_credits_what_was_paid_beyond_it(november: Story) -> None:
    november.on("2026-11-21")
    november.does("cancel_subscription", reason="Déménagement")
    assert november.month("2026-12-01") == [("Crédit, Internet Fibre 500", "2026-11-21", "2026-12-01", "20.00")]
    assert november.now().state == "cancelled"
    assert billing.latest_documents(november.customer.pk, limit=1) == ["CN-2026-000001"]


def test_an_end_to_come_is_planned_and_billed_up_to_its_day(november: Story) -> None:
    november.does("cancel_subscription", on="2026-12-11", reason="Déménagement")
    assert november.month("2026-12-01") == [("Internet Fibre 500", "2026-12-01", "2026-12-11", "19.35")]
    november.on("2026-12-11")
    perform("subscriptions.apply_due_changes", {}, actor=SYSTEM)
    deliver_all()
    assert november.now().state == "cancelled"
    november.month("2027-01-01")
    assert len(billing.latest_documents(november.customer.pk, limit=9)) == 2


def test_a_suspension_credits_the_rest_and_days_off_are_never_charged(november: Story) -> None:
    november.on("2026-11-11")
    november.does("suspend_subscription", reason="Non-paiement")
    november.on("2026-11-21")
    november.does("reactivate_subscription")
    lines = november.month("2026-12-01")
    assert [(line[1], line[2], line[3]) for line in lines] == [
        ("2026-11-11", "2026-12-01", "-40.00"),
        ("2026-11-21", "2026-12-01", "20.00"),
        ("2026-12-01", "2027-01-01", "60.00"),
    ]


def test_a_suspension_that_keeps_charging_changes_nothing(november: Story) -> None:
    november.on("2026-11-11")
    november.does("suspend_subscription", reason="Non-paiement", keep_charging=True)
    assert november.month("2026-12-01") == [("Internet Fibre 500", "2026-12-01", "2027-01-01", "60.00")]


def test_a_seasonal_pause_charges_active_days_only_and_ends_by_itself(november: Story) -> None:
    november.on("2026-11-11")
    november.does("pause_subscription", until="2026-11-21")
    november.on("2026-11-21")
    perform("subscriptions.apply_due_changes", {}, actor=SYSTEM)
    deliver_all()
    assert november.now().state == "active"
    lines = november.month("2026-12-01")
    assert [(line[1], line[2], line[3]) for line in lines] == [
        ("2026-11-11", "2026-11-21", "-20.00"),
        ("2026-12-01", "2027-01-01", "60.00"),
    ]


def test_back_from_a_pause_before_its_day_is_charged_again(november: Story) -> None:
    november.on("2026-11-11")
    november.does("pause_subscription", until="2026-11-26")
    november.on("2026-11-21")
    november.does("reactivate_subscription")
    lines = november.month("2026-12-01")
    assert [(line[1], line[2], line[3]) for line in lines] == [
        ("2026-11-11", "2026-11-26", "-30.00"),
        ("2026-11-21", "2026-11-26", "10.00"),
        ("2026-12-01", "2027-01-01", "60.00"),
    ]


def test_a_yearly_service_starts_with_the_days_to_the_billing_day(clock: Any) -> None:
    story = Story(clock, price="365.00", interval=12)
    story.on("2026-11-21")
    story.does("activate_subscription")
    assert story.lines() == [("Internet Fibre 500", "2026-11-21", "2026-12-01", "10.00")]
    assert story.month("2026-12-01") == [("Internet Fibre 500", "2026-12-01", "2027-12-01", "365.00")]
    story.on("2027-01-01")


def test_a_service_without_a_price_is_served_and_its_invoice_waits(clock: Any) -> None:
    story = Story(clock)
    story.item.prices.all().delete()
    story.does("activate_subscription", on="2026-11-01")
    assert story.now().state == "active"
    assert story.lines() == []


def _with_television(story: Story) -> None:
    an_item("15.00", sku="TV", name_fr="Télé de base")
    place = a_location(story.customer).number
    given = {"customer": story.customer.number, "location": place, "item": "TV"}
    second = perform("subscriptions.create_subscription", given, actor=SYSTEM).result
    story.on("2026-11-21")
    for number in (story.subscription, second):
        perform("subscriptions.activate_subscription", {"subscription": number}, actor=SYSTEM)


def test_services_that_begin_together_are_on_one_invoice(clock: Any) -> None:
    story = Story(clock)
    _with_television(story)
    deliver_all()
    assert story.lines() == [
        ("Internet Fibre 500", "2026-11-21", "2026-12-01", "20.00"),
        ("Télé de base", "2026-11-21", "2026-12-01", "5.00"),
    ]
    assert len(billing.latest_documents(story.customer.pk, limit=9)) == 1


def test_a_service_that_cant_be_billed_leaves_the_other_its_invoice(clock: Any) -> None:
    story = Story(clock)
    _with_television(story)
    story.item.prices.all().delete()
    deliver_all()
    assert story.lines() == [("Télé de base", "2026-11-21", "2026-12-01", "5.00")]
