"""The customer's page: whole, true to the cent, and always the same number of queries."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.perform import perform
from gigafibre.payments.tests.factories import a_customer, an_invoice
from gigafibre.reports.customer_360 import customer_360
from gigafibre.reports.queries import customer_timeline
from gigafibre.reports.schemas import CustomerPage
from gigafibre.subscriptions.tests.factories import a_location, a_subscription

pytestmark = pytest.mark.django_db
#: Seven of the page itself, and one per block: offers, issues, jobs, network.
QUERIES = 11


def a_full_customer(invoices: int) -> Any:
    customer = a_customer(display_name="Sylvie Tremblay")
    for n in range(invoices):
        an_invoice(customer, "100.00", number=f"F-{n}", on=date(2026, 9, 1), due=date(2026, 10, 1))
    with acting_as(SYSTEM):
        perform("kernel.add_note", {"subject": f"customer:{customer.number}", "text": "Rappeler lundi."}, actor=SYSTEM)
    return customer


def test_the_page_says_what_is_owed_and_since_when(clock: Any) -> None:
    customer = a_full_customer(2)
    page = customer_360(customer.number, SYSTEM)
    CustomerPage.model_validate(page)
    head = page["header"]
    assert (head["balance"], head["overdue"], head["overdue_days"], head["open_invoices"]) == (
        "200.00",
        "200.00",
        51,
        2,
    )
    assert [item["quote"] for item in page["timeline"]["items"] if item["kind"] == "notes"] == ["Rappeler lundi."]


def test_the_page_sums_live_subscriptions(clock: Any) -> None:
    subscription = a_subscription()
    page = customer_360(subscription.customer.number, SYSTEM)
    price = page["locations"][0]["subscriptions"][0]["price"]
    assert page["header"]["monthly"] == price
    assert page["header"]["next_amount"] == price
    assert page["locations"][0]["subscriptions"][0]["number"] == subscription.number


def test_the_number_of_queries_does_not_depend_on_what_a_customer_has(clock: Any) -> None:
    for invoices in (0, 1, 9):
        connection.queries_log.clear()
        customer = a_customer(display_name=f"Client {invoices}", number=f"C-90{invoices}")
        for n in range(invoices):
            a_location(customer)
            an_invoice(customer, "10.00", number=f"F-{invoices}-{n}", on=date(2026, 9, 1))
        with CaptureQueriesContext(connection) as seen:
            page = customer_360(customer.number, SYSTEM)
        assert len(seen) == QUERIES
        assert len(page["locations"]) == invoices


def test_an_unknown_customer_is_not_found(clock: Any) -> None:
    with pytest.raises(NotFound):
        customer_360("C-999999", SYSTEM)
    with pytest.raises(NotFound):
        customer_timeline("C-999999", "", None, SYSTEM)


def test_the_timeline_goes_on_below_its_cursor_without_gap_or_repeat(clock: Any) -> None:
    customer = a_customer(display_name="Réjean Tremblay")
    for n in range(45):
        clock.move(minutes=7)
        text = f"note {n}"
        perform("kernel.add_note", {"subject": f"customer:{customer.number}", "text": text}, actor=SYSTEM)
    seen: list[str] = []
    cursor = None
    while True:
        page = customer_timeline(customer.number, "notes", datetime.fromisoformat(cursor) if cursor else None, SYSTEM)
        seen += [item["quote"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == [f"note {n}" for n in reversed(range(45))]
