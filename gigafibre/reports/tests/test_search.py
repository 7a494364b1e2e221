"""What the search box adds to what other apps found."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.search import search
from gigafibre.payments.tests.factories import a_customer, an_invoice
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db


def test_a_customer_is_found_with_what_he_owes(clock: Any) -> None:
    customer = a_customer(display_name="Réjean Tremblay", number="C-3318")
    an_invoice(customer, "100.00", number="F-1", on=date(2026, 9, 1), due=date(2026, 9, 11))
    an_invoice(customer, "35.98", number="F-2", on=date(2026, 11, 1), due=date(2026, 12, 1))
    a_customer(display_name="Sylvie Tremblay", number="C-4217")
    first, second = search("tremblay", SYSTEM)
    facts = {one.number: [one.facts[name] for name in ("amount", "overdue", "overdue_days")] for one in (first, second)}
    assert facts == {"C-3318": ["135.98", "100.00", 71], "C-4217": ["0.00", "0.00", 0]}


def test_a_subscription_leads_to_its_page_and_says_whose_it_is(clock: Any) -> None:
    subscription = a_subscription(number="SUB-18342")
    (found,) = search("sub-18342", SYSTEM)
    assert (found.kind, found.facts["url"]) == ("subscription", "/subscriptions/SUB-18342")
    assert found.facts["customer"] == subscription.customer.number
    assert found.facts["subtitle"].endswith(subscription.customer.display_name)


def test_an_invoice_is_found_by_its_number_also_the_former_systems(clock: Any) -> None:
    customer = a_customer(display_name="Réjean Tremblay", number="C-3318")
    with connection.cursor() as cursor:
        for number in ("SINV-2026-700010", "12345"):
            cursor.execute(
                "INSERT INTO billing_invoice (number, kind, state, customer_id, date, due_date, subtotal, tax_total, "
                "total, bill_name, bill_address, language, po_number, notes, message, issued_at, issued_xid) "
                "VALUES (%s, 'invoice', 'issued', %s, '2026-11-01', '2026-11-21', 100, 0, 100, 'Réjean Tremblay', "
                "'[]', 'fr', '', '', '', now(), pg_current_xact_id()::text::bigint)",
                [number, customer.pk],
            )
    for typed in ("SINV-2026-700010", "sinv 2026 700010", "sinv-2026-70001"):
        assert [one.number for one in search(typed, SYSTEM)] == ["SINV-2026-700010"]
    (found,) = search("12345", SYSTEM)
    assert (found.kind, found.facts["customer"], found.facts["status"]) == ("invoice", "C-3318", "paid")
    assert found.matched is not None
    assert (found.matched.field, found.matched.text) == ("number", "12345")


def test_statements_do_not_grow_with_what_is_found(clock: Any) -> None:
    counts = []
    for n in (1, 12):
        for _ in range(n):
            an_invoice(a_customer(display_name="Luc Tremblay"), number=f"F-{n}-{_}", on=date(2026, 9, 1))
        with CaptureQueriesContext(connection) as queries:
            assert search("tremblay", SYSTEM)
        counts.append(len(queries))
    assert counts == [2, 2]
