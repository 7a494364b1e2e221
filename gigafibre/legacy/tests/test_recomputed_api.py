"""History recomputed over HTTP: who may look, who may start it, what is listed; and done by the worker."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from gigafibre.catalog.tests.factories import an_item
from gigafibre.identity.tests.factories import a_user, browser, send
from gigafibre.legacy import recomputing
from gigafibre.legacy.models import Recomputation
from gigafibre.legacy.tests.history import Billed, imported
from gigafibre.legacy.tests.working import do_long_work
from gigafibre.subscriptions.tests.factories import a_customer, a_subscription

ACTION = "/api/v1/actions/legacy.recompute"


@pytest.fixture
def service(db: None) -> Any:
    """A service whose price rose in 2025, an invoice before and one after, and one with a strange tax."""
    service = a_subscription(item=an_item("60.00", sku="NET1"), started_on=date(2020, 1, 1))
    imported(service.customer, date(2024, 3, 1), [Billed("54.95", service)], "2.75", "5.48")
    imported(service.customer, date(2025, 3, 1), [Billed("60.00", service)], "3.00", "5.99")
    imported(a_customer("Réjean Tremblay"), date(2025, 4, 1), [Billed("100.00")], "5.00", "1.23")
    recomputing.execute(recomputing.prepare("Ève"))
    return service


@pytest.mark.parametrize(
    ("role", "status"),
    [("administrator", 200), ("manager", 200), ("billing", 200), ("support", 403), ("technician", 403)],
)
def test_who_may_look(db: None, role: str, status: int) -> None:
    client = browser(a_user(role))
    for path in ("/api/v1/recomputation", "/api/v1/recomputed", "/api/v1/recomputed/export?format=csv"):
        assert client.get(path).status_code == status, path


def test_nothing_was_recomputed_yet(db: None) -> None:
    assert browser(a_user("billing")).get("/api/v1/recomputation").json() == {"done": None, "unfinished": None}


def test_the_latest_with_its_shares_causes_and_years(service: Any) -> None:
    shown = browser(a_user("billing")).get("/api/v1/recomputation").json()
    done = shown["done"]
    assert (shown["unfinished"], done["state"], done["done"], done["total"]) == (None, "done", 3, 3)
    assert (done["equal"], done["equal_share"]) == (1, "33.33")
    assert (done["equal_at_prices"], done["equal_at_prices_share"]) == (2, "66.66")
    assert (done["taxes_equal"], done["taxes_equal_share"]) == (2, "66.66")
    assert done["causes"] == [
        {"cause": "unknown", "documents": 1, "difference": "8.75"},
        {"cause": "price", "documents": 1, "difference": "5.81"},
        {"cause": "equal", "documents": 1, "difference": "0.00"},
    ]
    years = [(row["year"], row["documents"], row["equal"], row["causes"]) for row in done["years"]]
    assert years == [(2025, 2, 1, {"unknown": 1}), (2024, 1, 0, {"price": 1})]


def test_each_amount_is_listed_narrowed_and_taken_away(service: Any) -> None:
    client = browser(a_user("billing"))
    page = client.get("/api/v1/recomputed").json()
    assert (page["count"], page["totals"]) == (2, {"difference": "13.80"})
    tax, price = page["items"]
    assert (tax["what"], tax["cause"], tax["billed"], tax["ours"]) == ("QST", "unknown", "1.23", "9.98")
    assert (price["detail"], price["difference"]) == ("NET1 54.95 → 60.00", "5.05")
    for query, numbers in (
        ("cause=price", [price["number"]]),
        ("year=2025", [tax["number"]]),
        ("year=2023", []),
        (f"customer={service.customer.number}", [price["number"]]),
        ("q=rejean", [tax["number"]]),
        (f"q={price['number']}", [price["number"]]),
        ("view=but_prices", [tax["number"]]),
        ("view=largest", [tax["number"], price["number"]]),
    ):
        rows = client.get(f"/api/v1/recomputed?{query}").json()["items"]
        assert [row["number"] for row in rows] == numbers, query


def test_only_who_may_import_starts_it_and_not_backwards(db: None) -> None:
    assert send(browser(a_user("billing")), "post", ACTION, {}).status_code == 403
    manager = browser(a_user("manager"))
    wrong = send(manager, "post", ACTION, {"since": "2025-03-01", "until": "2025-02-28"})
    assert (wrong.status_code, wrong.json()["details"][0]["field"]) == (422, "until")
    assert not Recomputation.objects.exists()


def test_started_over_http_it_is_done_by_the_worker(committed_db: Any) -> None:
    service = a_subscription(item=an_item("60.00", sku="NET1"), started_on=date(2020, 1, 1))
    with transaction.atomic():
        imported(service.customer, date(2024, 3, 1), [Billed("54.95", service)], "2.75", "5.48")
    client = browser(a_user("manager"))
    started = send(client, "post", ACTION, {"until": "2025-12-31"})
    assert started.status_code == 200, started.content
    assert client.get("/api/v1/recomputation").json()["unfinished"]["state"] == "waiting"
    again = send(client, "post", ACTION, {})
    assert again.status_code == 200, "one that nobody took up yet is given up for the next"
    do_long_work()
    assert list(Recomputation.objects.order_by("pk").values_list("state", "total")) == [("failed", 0), ("done", 1)]
    shown = client.get("/api/v1/recomputation").json()
    assert (shown["done"]["equal_at_prices_share"], shown["unfinished"]) == ("100.00", None)
    notices = client.get("/api/v1/notices").json()["items"]
    assert [(row["text"], row["url"]) for row in notices] == [("L’historique est recalculé.", "/imports")]
    file = client.get("/api/v1/recomputed/export?format=csv&cause=price")
    lines = b"".join(asyncio.run(_whole(file))).decode().splitlines()
    assert len(lines) == 2
    assert "NET1 54.95 → 60.00" in lines[1]


async def _whole(file: Any) -> list[bytes]:
    return [chunk async for chunk in file.streaming_content]


@pytest.mark.django_db
@pytest.mark.parametrize("year", ["-29350", "1899", "2201", "99999999999999999999"])
def test_a_year_of_no_calendar_is_refused_before_an_export_begins(year: str) -> None:
    manager = browser(a_user("administrator"))
    for path in ("/api/v1/recomputed", "/api/v1/recomputed/export"):
        answer = manager.get(path, {"year": year})
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")
    assert b"".join(manager.get("/api/v1/recomputed/export", {"year": "2200"})).startswith(b"\xef\xbb\xbf")
