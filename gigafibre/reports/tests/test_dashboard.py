"""The dashboard's figures, to the cent, against a small company."""

import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gigafibre.collections.tests.factories import an_arrangement
from gigafibre.crm.tests.factories import a_customer
from gigafibre.dispatch.tests.factories import a_job
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel import clock as kernel_clock
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.listing import all_listings, page
from gigafibre.ledger.tests.factories import a_debit
from gigafibre.reports.dashboard import MOVES, dashboard
from gigafibre.reports.dashboard_schemas import DashboardOut
from gigafibre.reports.moves import MOVES as RECURRING_MOVES
from gigafibre.subscriptions.tests.factories import a_subscription
from gigafibre.support.tests.factories import an_issue

pytestmark = pytest.mark.django_db

SEES_ALL = Actor("staff", 0, "Josée", frozenset({"*"}))
PAID = (
    "INSERT INTO payments_payment (number, customer_id, date, amount, mode, reference, memo, posted_at, legacy_type) "
    "VALUES (%s, %s, %s, %s, %s, '', '', now(), '')"
)


def paid(*rows: tuple[Any, ...]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(PAID, rows)


def test_an_empty_company_has_a_dashboard(clock: Any) -> None:
    found = dashboard(SEES_ALL)
    assert DashboardOut.model_validate(found).model_dump(exclude_unset=True).keys() == found.keys()
    assert (found["recurring"]["amount"], found["next_run"], found["last_run"]) == ("0.00", None, None)
    assert found["todo"] == []
    assert [point["month"] for point in found["recurring"]["series"]][::12] == [date(2025, 11, 1), date(2026, 11, 1)]


def test_money_in_counts_cash_only(clock: Any) -> None:
    luc = a_customer().pk
    paid(
        ("PAY-1", luc, "2026-11-21", "100.00", "pad"),
        ("PAY-2", luc, "2026-11-21", "20.50", "cheque"),
        ("PAY-3", luc, "2026-11-21", "999.00", "credit"),
        ("PAY-4", luc, "2026-11-02", "40.00", "card"),
        ("PAY-5", luc, "2026-11-03", "-40.00", "reversal"),
        ("PAY-6", luc, "2026-10-31", "7.00", "cash"),
    )
    found = dashboard(SEES_ALL)
    assert found["received"] == {
        "amount": "120.50",
        "count": 2,
        "automatic": 1,
        "month_amount": "160.50",
        "month_count": 3,
        "returned": "40.00",
    }
    assert [month["received"] for month in found["money"]][-2:] == ["7.00", "120.50"]


def test_what_is_owed_falls_into_its_bucket(clock: Any) -> None:
    luc, zoe = a_customer().pk, a_customer().pk
    for number, customer, amount, due in (
        ("F-1", luc, "10.00", date(2026, 11, 21)),
        ("F-2", luc, "20.00", date(2026, 11, 20)),
        ("F-3", luc, "30.00", date(2026, 10, 21)),
        ("F-4", zoe, "40.00", date(2026, 9, 21)),
        ("F-5", zoe, "50.00", date(2026, 8, 22)),
    ):
        a_debit(customer, amount, on=date(2026, 8, 1), due=due, number=number)
    found = dashboard(SEES_ALL)
    assert {row["bucket"]: row["amount"] for row in found["receivable"]["buckets"]} == {
        "current": "10.00",
        "days_1_30": "20.00",
        "days_31_60": "30.00",
        "days_61_90": "40.00",
        "over_90": "50.00",
    }
    assert (found["receivable"]["amount"], found["overdue"]) == ("150.00", {"amount": "140.00", "customers": 2})
    assert [(todo["kind"], todo["text"], todo["url"]) for todo in found["todo"]] == [
        ("overdue", "2 clients en retard", "/customers?view=overdue")
    ]


def test_recurring_revenue_of_each_month(clock: Any) -> None:
    a_subscription("60.00", started_on=date(2026, 9, 30))
    a_subscription("240.00", interval_months=12, started_on=date(2020, 1, 1), charged_until=date(2027, 1, 1))
    a_subscription("50.00", started_on=date(2026, 1, 1), state="cancelled", cancelled_on=date(2026, 11, 1))
    a_subscription("30.00", started_on=date(2026, 1, 1), state="suspended", suspended_on=date(2026, 11, 10))
    a_subscription("10.00", started_on=None, state="pending", charged_until=None)
    found = dashboard(SEES_ALL)["recurring"]
    by_month = {point["month"].isoformat()[:7]: point["amount"] for point in found["series"]}
    assert (by_month["2025-11"], by_month["2026-01"], by_month["2026-08"]) == ("20.00", "100.00", "100.00")
    assert (by_month["2026-09"], by_month["2026-10"], by_month["2026-11"]) == ("160.00", "160.00", "80.00")
    assert (found["amount"], found["difference"], found["subscriptions"]) == ("80.00", "-80.00", 2)


def test_who_came_and_who_left(clock: Any) -> None:
    a_customer(customer_since=date(2026, 11, 2))
    a_customer(customer_since=date(2026, 10, 2))
    a_customer(customer_since=date(2020, 1, 1), status="terminated", ended_on=date(2026, 11, 5))
    found = dashboard(SEES_ALL)
    assert found["customers"] == {"active": 2, "suspended": 0, "prospects": 0, "arrived": 1, "departed": 1}
    assert [(m["arrived"], m["departed"]) for m in found["movement"]][-2:] == [(1, 0), (1, 1)]


def test_the_next_run(clock: Any) -> None:
    customer = a_customer()
    a_subscription("60.00", customer=customer)
    a_subscription("14.95", customer=customer)
    a_subscription("99.00", charged_until=date(2026, 12, 15))
    assert dashboard(SEES_ALL)["next_run"] == {"date": date(2026, 12, 1), "customers": 1, "amount": "74.95"}


def test_the_work_of_the_day(clock: Any) -> None:
    a_job(date=date(2026, 11, 23))
    kernel_clock.move(to=datetime(2026, 11, 24, 15, tzinfo=UTC))
    for status in ("completed", "in_progress", "published"):
        a_job(status, date=date(2026, 11, 24))
    a_job(date=date(2026, 11, 25))
    an_issue(priority="urgent")
    an_issue(status="resolved")
    found = dashboard(SEES_ALL)
    assert found["jobs"] == {"today": 3, "done": 1, "under_way": 1, "late": 1, "unassigned": 2}
    assert found["issues"] == {"open": 1, "mine": 0, "urgent": 1, "unassigned": 1}


def test_six_queries_and_to_each_what_his_rights_allow(clock: Any) -> None:
    with CaptureQueriesContext(connection) as queries:
        dashboard(SEES_ALL)
    assert len(queries) == 6
    with CaptureQueriesContext(connection) as queries:
        dashboard(Actor("staff", 0, "Luc", frozenset({"dispatch.read"})))
    assert len(queries) == 1
    parts = {role: set(browser(a_user(role)).get("/api/v1/dashboard").json()) for role in ("technician", "support")}
    assert parts == {
        "technician": {"today", "todo", "jobs", "issues"},
        "support": {"today", "todo", "jobs", "issues", "overdue"},
    }
    assert browser(a_user("manager")).get("/api/v1/dashboard").json().keys() == DashboardOut.model_fields.keys()


def test_each_move_of_recurring_revenue_is_told_apart(clock: Any) -> None:
    stays, grows, shrinks, leaves, returns, comes = (a_customer() for _ in range(6))
    for one in (stays, grows, shrinks, leaves):
        a_subscription("60.00", customer=one, started_on=date(2026, 1, 1))
    a_subscription("10.00", customer=grows, started_on=date(2026, 11, 3))
    over: dict[str, Any] = {"started_on": date(2026, 1, 1), "state": "cancelled", "cancelled_on": date(2026, 11, 4)}
    a_subscription("15.00", customer=shrinks, **over)
    cut: dict[str, Any] = {"started_on": date(2026, 1, 1), "state": "suspended", "suspended_on": date(2026, 10, 9)}
    a_subscription("20.00", customer=leaves, **cut)
    was: dict[str, Any] = {"started_on": date(2024, 1, 1), "state": "cancelled", "cancelled_on": date(2025, 2, 1)}
    a_subscription("40.00", customer=returns, **was)
    a_subscription("45.00", customer=returns, started_on=date(2026, 11, 5))
    a_subscription("50.00", customer=comes, started_on=date(2026, 11, 6))
    october, november = dashboard(SEES_ALL)["moves"][-2:]
    assert october["down"] == {"amount": "-20.00", "customers": 1, "services": -1}
    assert october["revenue_churn"] == "7.27"
    assert {kind: november[kind] for kind in MOVES} == {
        "new": {"amount": "50.00", "customers": 1, "services": 1},
        "returned": {"amount": "45.00", "customers": 1, "services": 1},
        "up": {"amount": "10.00", "customers": 1, "services": 1},
        "down": {"amount": "-15.00", "customers": 1, "services": -1},
        "churned": {"amount": "0.00", "customers": 0, "services": 0},
    }
    assert (november["customer_churn"], november["revenue_churn"]) == ("0.00", "5.88")


def test_who_left_is_counted_of_who_was_there(clock: Any) -> None:
    for _ in range(3):
        a_subscription("60.00", customer=a_customer(), started_on=date(2026, 1, 1))
    gone: dict[str, Any] = {"started_on": date(2026, 1, 1), "state": "cancelled", "cancelled_on": date(2026, 11, 10)}
    a_subscription("20.00", customer=a_customer(), **gone)
    november = dashboard(SEES_ALL)["moves"][-1]
    assert november["churned"] == {"amount": "-20.00", "customers": 1, "services": -1}
    assert (november["customer_churn"], november["revenue_churn"]) == ("25.00", "10.00")


@pytest.mark.parametrize("seed", range(3))
def test_moves_add_up_to_the_difference_of_each_month(clock: Any, seed: int) -> None:
    chance = random.Random(seed)
    customers = [a_customer() for _ in range(8)]
    for _ in range(60):
        start = date(2025, 6, 1) + timedelta(days=chance.randrange(530))
        end = start + timedelta(days=chance.randrange(1, 300))
        over = end <= date(2026, 11, 21) and chance.random() < 0.6
        more: dict[str, Any] = {"state": "cancelled", "cancelled_on": end} if over else {}
        price, months = f"{chance.randrange(1, 9000) / 100:.2f}", chance.choice([1, 3, 6, 12])
        a_subscription(price, customer=chance.choice(customers), started_on=start, interval_months=months, **more)
    found = dashboard(SEES_ALL)
    series = [Decimal(point["amount"]) for point in found["recurring"]["series"]]
    moved = [sum(Decimal(month[kind]["amount"]) for kind in MOVES) for month in found["moves"]]
    assert moved == [after - before for before, after in pairwise(series)]
    assert all(amount != 0 for amount in moved[-6:])
    for month in found["moves"]:
        day = month["month"].isoformat()
        for kind in MOVES:
            behind = page(RECURRING_MOVES, {"month_from": day, "month_to": day, "kind": kind})
            assert behind.totals is not None
            assert (behind.count, Decimal(behind.totals["by"])) == (
                month[kind]["customers"],
                Decimal(month[kind]["amount"]),
            )


def test_what_is_to_be_done_opens_the_list_of_just_that(clock: Any) -> None:
    on_time, late = a_customer(), a_customer()
    with acting_as(SYSTEM):
        an_arrangement(on_time, date(2026, 12, 1), "Le mois prochain")
        an_arrangement(late, date(2026, 11, 2), "Début novembre")
        methods = apps.get_model("payments", "PaymentMethod")._default_manager
        methods.create(
            customer=late,
            kind="stripe",
            holder="Zoé",
            last4="9137",
            brand="visa",
            state="invalid",
            invalid_because="Refusée",
        )
        methods.create(customer=on_time, kind="stripe", holder="Luc", last4="1111", brand="visa")
    found = {todo["kind"]: urlsplit(todo["url"]) for todo in dashboard(SEES_ALL)["todo"]}
    assert {kind: url.path for kind, url in found.items()} == {"arrangements": "/arrangements", "methods": "/customers"}
    for kind, listing in (("arrangements", "arrangements"), ("methods", "customers")):
        with acting_as(SEES_ALL):
            rows = page(all_listings()[listing], dict(parse_qsl(found[kind].query))).items
        assert [row.get("customer", row.get("number")) for row in rows] == [late.number]
