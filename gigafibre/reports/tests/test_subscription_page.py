"""A subscription's page: whole, true to the cent, always the same number of queries."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gigafibre.catalog.tests.factories import an_item
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM, Actor
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.perform import perform
from gigafibre.kernel.text import speak
from gigafibre.reports.subscription_page import subscription_page
from gigafibre.reports.subscription_schemas import SubscriptionPageOut
from gigafibre.subscriptions.errors import NoSuchSubscription
from gigafibre.subscriptions.tests.factories import a_planned_change, a_subscription

pytestmark = pytest.mark.django_db
QUERIES = 7


@pytest.fixture(autouse=True)
def the_day(clock: Any) -> None:
    clock.freeze("2026-11-21T09:00:00-05:00")


def does(verb: str, **given: Any) -> None:
    perform(f"subscriptions.{verb}", given, actor=Actor("staff", a_user("billing").pk, "Maude", frozenset({"*"})))
    deliver_all()


def test_the_price_says_why_and_from_what() -> None:
    number = a_subscription("49.95", quantity=2, item=an_item("60.00")).number
    head = subscription_page(number, SYSTEM)["header"]
    SubscriptionPageOut.model_validate(subscription_page(number, SYSTEM))
    said = [head[name] for name in ("price", "own_price", "list_price", "price_reason", "monthly", "quantity")]
    assert said == ["99.90", "49.95", "60.00", "Entente", "99.90", "2"]


def test_a_pause_shows_what_is_charged_what_waits_and_what_comes() -> None:
    pending = a_subscription("60.00", state="pending", started_on=None, charged_until=None)
    does("activate_subscription", subscription=pending.number, on="2026-11-01")
    does("pause_subscription", subscription=pending.number, on="2026-11-21", until="2027-04-01")
    page = subscription_page(pending.number, SYSTEM)
    assert page["header"]["state"] == "paused"
    (charged,) = page["periods"]["items"]
    assert (charged["start"], charged["until"], charged["amount"]) == (date(2026, 11, 1), date(2026, 11, 21), "40.00")
    (waiting,) = page["waiting"]
    assert (waiting["start"], waiting["until"], waiting["amount"]) == (date(2026, 11, 21), date(2026, 12, 1), "-20.00")
    (billed,) = page["lines"]["items"]
    assert (billed["amount"], billed["start"], billed["until"]) == ("60.00", date(2026, 11, 1), date(2026, 12, 1))
    (change,) = page["changes"]
    assert (change["kind"], change["on"], change["state"], change["by"]) == (
        "resume", date(2027, 4, 1), "planned", "Maude",
    )  # fmt: skip
    assert {row["kind"] for row in page["timeline"]["items"]} == {"money", "changes"}


def test_a_refused_change_says_why_in_both_languages() -> None:
    subscription = a_subscription("60.00")
    a_planned_change(subscription, "resume", date(2026, 11, 21))
    perform("subscriptions.apply_due_changes", {}, actor=SYSTEM)
    (change,) = subscription_page(subscription.number, SYSTEM)["changes"]
    said = f"{subscription.number} est actif : cette action demande un abonnement suspendu ou en pause."
    assert (change["state"], change["refused_because"]) == ("refused", said)
    speak("en")
    (change,) = subscription_page(subscription.number, SYSTEM)["changes"]
    speak("fr")
    assert change["refused_because"].endswith("this takes a subscription that is suspended or paused.")


def test_the_number_of_queries_does_not_depend_on_what_there_is() -> None:
    for planned in (0, 1, 9):
        subscription = a_subscription()
        for n in range(planned):
            a_planned_change(subscription, "price", date(2027, 1, 1 + n), price="5.00")
        with CaptureQueriesContext(connection) as seen:
            subscription_page(subscription.number, SYSTEM)
        assert len(seen) == QUERIES


def test_over_the_api_one_reads_it_and_its_customers_list() -> None:
    subscription = a_subscription()
    client = browser(a_user("support"))
    assert client.get(f"/api/v1/subscriptions/{subscription.number}").json()["header"]["number"] == subscription.number
    timeline = client.get(f"/api/v1/subscriptions/{subscription.number}/timeline?kind=changes").json()
    assert [row["what"] for row in timeline["items"]] == ["made"]
    a_subscription()
    listed = client.get(f"/api/v1/customers/{subscription.customer.number}/subscriptions").json()
    assert [row["number"] for row in listed["items"]] == [subscription.number]
    assert client.get("/api/v1/customers/C-999999/subscriptions").status_code == 404
    assert client.get("/api/v1/subscriptions/SUB-1/timeline?cursor=x").status_code == 422


def test_an_unknown_one_is_not_found() -> None:
    with pytest.raises(NoSuchSubscription):
        subscription_page("SUB-1", SYSTEM)
