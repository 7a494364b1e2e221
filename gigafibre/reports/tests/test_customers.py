"""The list of customers: views, figures, order, words, export, and its two queries."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.listing import page
from gigafibre.ledger.tests.factories import a_debit
from gigafibre.reports.customers import CUSTOMERS
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _village(db: None, clock: Any) -> Iterator[None]:
    sylvie = a_customer("Sylvie Tremblay", number="C-4217", city="Ste-Clotilde")
    rejean = a_customer("Réjean Tremblay", number="C-42", status="suspended", city="Howick")
    a_customer("Étienne Côté", number="C-871", status="terminated", ended_on=date(2026, 11, 3))
    a_customer(
        "Ferme Guérin inc.", number="C-9", kind="company", segment="commercial", status="prospect", language="en"
    )
    a_location(rejean, city="Saint-Rémi")
    a_subscription("74.95", customer=sylvie)
    a_subscription("240.00", customer=sylvie, interval_months=12)
    a_debit(rejean.pk, "100.00", on=date(2026, 9, 1), due=date(2026, 9, 11), number="F-1")
    a_debit(rejean.pk, "35.98", on=date(2026, 11, 1), due=date(2026, 12, 1), number="F-2")
    a_debit(sylvie.pk, "50.00", on=date(2026, 11, 1), due=date(2026, 11, 20), number="F-3")
    with acting_as(SYSTEM):
        yield


async def whole(file: Any) -> bytes:
    """Read an export as the server sends it."""
    return b"".join([chunk async for chunk in file.streaming_content])


def numbers(**asked: str) -> list[str]:
    return [row["number"] for row in page(CUSTOMERS, asked).items]


def test_a_row_says_what_he_has_and_owes() -> None:
    rows = {row["number"]: row for row in page(CUSTOMERS, {}).items}
    sylvie, rejean = rows["C-4217"], rows["C-42"]
    assert (sylvie["monthly"], sylvie["balance"], sylvie["overdue"], sylvie["overdue_days"]) == (
        "94.95",
        "50.00",
        "50.00",
        1,
    )
    assert (rejean["monthly"], rejean["balance"], rejean["overdue"], rejean["overdue_days"]) == (
        "0.00",
        "135.98",
        "100.00",
        71,
    )
    assert rows["C-871"]["overdue_days"] is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["C-871", "C-9", "C-42", "C-4217"]),
        ({"sort": "number"}, ["C-9", "C-42", "C-871", "C-4217"]),
        ({"sort": "-monthly", "limit": "1"}, ["C-4217"]),
        ({"view": "active"}, ["C-4217"]),
        ({"view": "suspended"}, ["C-42"]),
        ({"view": "overdue"}, ["C-42", "C-4217"]),
        ({"view": "terminated"}, ["C-871"]),
        ({"view": "prospect"}, ["C-9"]),
        ({"view": "arrangement"}, []),
        ({"overdue_min": "50.01"}, ["C-42"]),
        ({"overdue_days_max": "30", "overdue": "true"}, ["C-4217"]),
        ({"status": "active,suspended"}, ["C-42", "C-4217"]),
        ({"live": "true"}, ["C-4217"]),
        ({"segment": "commercial"}, ["C-9"]),
        ({"ended_on_from": "2026-11-01"}, ["C-871"]),
        ({"city": "ste"}, ["C-4217"]),
        ({"q": "tremblay"}, ["C-42", "C-4217"]),
        ({"q": "sainte-clotilde sylvie"}, ["C-4217"]),
        ({"q": "st-remi"}, ["C-42"]),
        ({"q": "C-42"}, ["C-42", "C-4217"]),
    ],
)
def test_views_filters_order_and_words(asked: dict[str, str], found: list[str]) -> None:
    assert numbers(**asked) == found


def test_totals_are_of_the_whole_view() -> None:
    found = page(CUSTOMERS, {"view": "overdue", "limit": "1"})
    assert (found.count, found.totals) == (2, {"balance": "185.98", "overdue": "150.00"})


@pytest.mark.parametrize("sort", [column.name for column in CUSTOMERS.columns if column.sort])
def test_every_order_walks_the_whole_list(sort: str) -> None:
    for way in ("", "-"):
        seen: list[str] = []
        cursor: str | None = ""
        while cursor is not None:
            found = page(CUSTOMERS, {"sort": way + sort, "limit": "1", "cursor": cursor})
            seen += [row["number"] for row in found.items]
            cursor = found.next_cursor
        assert sorted(seen) == ["C-42", "C-4217", "C-871", "C-9"]


def test_two_queries_and_over_http(clock: Any) -> None:
    with CaptureQueriesContext(connection) as queries:
        page(CUSTOMERS, {"view": "active"})
    assert len(queries) == 2
    client = browser(a_user("support"))
    answer = client.get("/api/v1/customers", {"view": "overdue", "limit": "1"}).json()
    assert (answer["count"], answer["items"][0]["number"]) == (2, "C-42")
    assert client.get("/api/v1/customers", {"colour": "red"}).status_code == 422
    assert client.get("/api/v1/customers", {"cursor": "x"}).json()["code"] == "bad_cursor"
    file = client.get(
        "/api/v1/customers/export", {"format": "csv", "columns": "number,name,overdue", "view": "overdue"}
    )
    assert file["Content-Type"].startswith("text/csv")
    assert async_to_sync(whole)(file).decode("utf-8-sig").splitlines()[1] == "C-42,Réjean Tremblay,100.00"
