"""Shadow billing over HTTP: who may look, the days, the board, one difference, and the board as CSV."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gigafibre.catalog.tests.factories import an_item
from gigafibre.identity.tests.factories import a_user, browser, send
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.legacy import shadow
from gigafibre.legacy.models import ShadowDifference
from gigafibre.legacy.tests.factories import an_imported_invoice
from gigafibre.subscriptions.tests.factories import a_customer, a_subscription

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
FIRST = date(2026, 12, 1)


@pytest.fixture
def board() -> Any:
    """A compared day: a dearer service, one that ours can't bill; a customer equal to the cent."""
    dearer, equal = (a_subscription("60.00", customer=a_customer(name)) for name in ("Ève", "Luc"))
    parked = a_subscription(customer=a_customer("Zoé"), item=an_item(None))
    with acting_as(SYSTEM):
        shadow.compute(FIRST)
    an_imported_invoice(dearer.customer, FIRST, (dearer, "Internet", "65.00"), gst="3.25", qst="6.48")
    an_imported_invoice(equal.customer, FIRST, (equal, "Internet", "60.00"), gst="3.00", qst="5.99")
    an_imported_invoice(parked.customer, FIRST, (parked, "Internet", "25.00"), gst="1.25", qst="2.49")
    with acting_as(SYSTEM):
        shadow.compare(FIRST)
    return dearer


PATHS = ("shadow-cycles", "shadow-cycles/2026-12-01", "shadow-differences", "shadow-owners", "shadow-next-day")


@pytest.mark.parametrize(
    ("role", "status"),
    [("administrator", 200), ("manager", 200), ("billing", 200), ("support", 403), ("read-only", 403)],
)
def test_who_may_look(board: Any, role: str, status: int) -> None:
    client = browser(a_user(role))
    one = f"shadow-differences/{ShadowDifference.objects.all()[0].pk}"
    for path in (*PATHS, one, "shadow-differences/export?format=csv"):
        assert client.get(f"/api/v1/{path}").status_code == status, path


def test_a_day_tells_its_share_and_its_differences_by_kind(board: Any) -> None:
    client = browser(a_user("billing"))
    [row] = client.get("/api/v1/shadow-cycles").json()["items"]
    assert {name: row[name] for name in ("day", "state", "share", "equal", "customers", "open", "difference")} == {
        "day": "2026-12-01",
        "state": "compared",
        "share": "33.33",
        "equal": 1,
        "customers": 3,
        "open": 2,
        "difference": "-34.48",
    }
    told = client.get("/api/v1/shadow-cycles/2026-12-01").json()
    assert (told["share"], told["parked"], told["following"], told["imported"]) == ("33.33", 1, "-0.74", True)
    assert told["figures"] == [
        {"kind": "only_theirs", "count": 1, "customers": 1, "amount": "-28.74"},
        {"kind": "price", "count": 1, "customers": 1, "amount": "-5.00"},
    ]
    assert client.get("/api/v1/shadow-cycles/2026-12-02").json()["code"] == "no_shadow_cycle"


def test_the_board_is_filtered_and_one_difference_is_told_line_by_line(board: Any) -> None:
    maude = a_user("billing", username="maude", first_name="Maude", last_name="Roy", language="en")
    client = browser(maude, language="en")
    listed = client.get("/api/v1/shadow-differences").json()
    assert [(row["kind"], row["amount"], row["state"], row["age"]) for row in listed["items"]] == [
        ("only_theirs", "-28.74", "open", 0),
        ("price", "-5.00", "open", 0),
    ]
    assert listed["totals"] == {"amount": "-33.74"}
    number = listed["items"][1]["difference"]
    given = {"differences": [number], "owner": "maude"}
    assert send(client, "post", "/api/v1/actions/legacy.assign_differences", given).status_code == 200
    for query, count in (
        ("view=mine", 1),
        ("view=nobody", 1),
        ("kind=price,tax", 1),
        ("day=2026-12-02", 0),
        ("q=ève", 1),
    ):
        assert client.get(f"/api/v1/shadow-differences?{query}").json()["count"] == count, query
    one = client.get(f"/api/v1/shadow-differences/{number}").json()
    assert (one["subscription"], one["ours"], one["theirs"], one["owner_name"]) == (
        *(board.number, "60.00", "65.00", "Maude Roy"),
    )
    assert [(line["amount"], line["first_day"]) for line in one["our_lines"]] == [("60.00", "2026-12-01")]
    assert [(line["amount"], line["invoice"]) for line in one["their_lines"]] == [("65.00", one["invoices"][0])]
    theirs = client.get(f"/api/v1/shadow-differences/{listed['items'][0]['difference']}").json()
    assert [each["cause"] for each in theirs["parked"]] == ["No price for this item on that day"]
    assert client.get("/api/v1/shadow-differences/999999").status_code == 404
    assert {"value": "maude", "label": "Maude Roy"} in client.get("/api/v1/shadow-owners").json()
    assert client.get("/api/v1/shadow-next-day").json() == {"day": "2026-11-22"}


def test_the_board_is_exported_and_asks_few_queries(board: Any) -> None:
    client = browser(a_user("billing"))
    client.get("/api/v1/shadow-differences")
    with CaptureQueriesContext(connection) as seen:
        client.get("/api/v1/shadow-differences")
    assert len(seen) <= 8
    raw = {"format": "csv", "columns": "customer,kind,amount,state"}
    file = client.get("/api/v1/shadow-differences/export", raw)
    assert file["Content-Type"].startswith("text/csv")
