"""The dashboard's figures, to the cent, against a small company."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gigafibre.crm.tests.factories import a_customer
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.ledger.tests.factories import a_debit
from gigafibre.reports.dashboard import dashboard
from gigafibre.reports.dashboard_schemas import DashboardOut
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db

PAID = (
    "INSERT INTO payments_payment (number, customer_id, date, amount, mode, reference, memo, posted_at, legacy_type) "
    "VALUES (%s, %s, %s, %s, %s, '', '', now(), '')"
)


def paid(*rows: tuple[Any, ...]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(PAID, rows)


def test_an_empty_company_has_a_dashboard(clock: Any) -> None:
    found = DashboardOut.model_validate(dashboard())
    assert (found.recurring.amount, found.next_run, found.last_run, found.todo) == ("0.00", None, None, [])
    assert [point.month for point in found.recurring.series][::12] == [date(2025, 11, 1), date(2026, 11, 1)]


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
    found = dashboard()
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
    found = dashboard()
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
    found = dashboard()["recurring"]
    by_month = {point["month"].isoformat()[:7]: point["amount"] for point in found["series"]}
    assert (by_month["2025-11"], by_month["2026-01"], by_month["2026-08"]) == ("20.00", "100.00", "100.00")
    assert (by_month["2026-09"], by_month["2026-10"], by_month["2026-11"]) == ("160.00", "160.00", "80.00")
    assert (found["amount"], found["difference"], found["subscriptions"]) == ("80.00", "-80.00", 2)


def test_who_came_and_who_left(clock: Any) -> None:
    a_customer(customer_since=date(2026, 11, 2))
    a_customer(customer_since=date(2026, 10, 2))
    a_customer(customer_since=date(2020, 1, 1), status="terminated", ended_on=date(2026, 11, 5))
    found = dashboard()
    assert found["customers"] == {"active": 2, "suspended": 0, "prospects": 0, "arrived": 1, "departed": 1}
    assert [(m["arrived"], m["departed"]) for m in found["movement"]][-2:] == [(1, 0), (1, 1)]


def test_the_next_run(clock: Any) -> None:
    customer = a_customer()
    a_subscription("60.00", customer=customer)
    a_subscription("14.95", customer=customer)
    a_subscription("99.00", charged_until=date(2026, 12, 15))
    assert dashboard()["next_run"] == {"date": date(2026, 12, 1), "customers": 1, "amount": "74.95"}


def test_three_queries_and_only_for_those_who_read_reports(clock: Any) -> None:
    with CaptureQueriesContext(connection) as queries:
        dashboard()
    assert len(queries) == 3
    assert browser(a_user("manager")).get("/api/v1/dashboard").json()["today"] == "2026-11-21"
    assert browser(a_user()).get("/api/v1/dashboard").status_code == 403
