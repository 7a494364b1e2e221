"""Across apps: aging with names on any day, numbers without a gap, documents and receivables, the nightly check."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from gigafibre.crm.tests.factories import a_customer
from gigafibre.identity.queries import notices
from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import InvalidInput
from gigafibre.kernel.listing import page
from gigafibre.ledger.checks import run_all
from gigafibre.ledger.tasks import check_the_books
from gigafibre.payments.actions import record_payment
from gigafibre.payments.tests.factories import an_invoice
from gigafibre.reports.aging import AGING

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _acting(clock: Any) -> Iterator[None]:
    with acting_as(SYSTEM):
        yield


OF_REPORTS = {"billing.numbers_without_gap", "billing.documents_agree"}


def wrong() -> dict[str, str]:
    """What the checks of this app find; billing's own look at lines and postings, which the rows here have none of."""
    results = [result for result in run_all() if result.code in OF_REPORTS and result.wrong]
    return {result.code: " · ".join(text.en for text in result.wrong) for result in results}


def invoice_rows(*numbers: str, customer: Any) -> None:
    """Write issued invoices as the run does, with nothing else."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO billing_invoice (number, kind, state, customer_id, date, due_date, subtotal, tax_total, "
            "total, bill_name, bill_address, language, po_number, notes, message, issued_at, issued_xid) "
            "SELECT n, 'invoice', 'issued', %s, '2026-11-01', '2026-11-15', 50, 0, 50, 'x', '[]', 'fr', '', '', '', "
            "now(), pg_current_xact_id()::text::bigint FROM unnest(%s::text[]) n",
            [customer.pk, list(numbers)],
        )


def test_aging_has_names_totals_and_a_day() -> None:
    eva, zoe = a_customer("Éva Lefebvre", phone="+15145550123"), a_customer("Zoé Roy", email="zoe@exemple.ca")
    an_invoice(eva, "100.00", number="1", on=date(2026, 7, 1), due=date(2026, 7, 15))
    an_invoice(zoe, "40.00", number="2", on=date(2026, 11, 1), due=date(2026, 11, 15))
    record_payment(eva.number, amount=Decimal("90.00"), mode="cash", on=date(2026, 11, 20))
    today = page(AGING, {"sort": "customer_name"})
    assert [(r["customer_name"], r["over_90"], r["days_1_30"], r["balance"]) for r in today.items] == [
        ("Éva Lefebvre", "10.00", "0.00", "10.00"),
        ("Zoé Roy", "0.00", "40.00", "40.00"),
    ]
    assert [r["phone"] for r in today.items] == ["+15145550123", None]
    assert today.totals is not None
    assert (today.totals["owed"], today.totals["balance"]) == ("50.00", "50.00")
    of_a_month = page(AGING, {"days_1_30_min": "0.01"})
    assert [r["customer"] for r in of_a_month.items] == [zoe.number]
    before = page(AGING, {"on": "2026-11-19", "view": "late"})
    assert [(r["customer"], r["over_90"]) for r in before.items] == [(eva.number, "100.00")]
    with pytest.raises(InvalidInput):
        page(AGING, {"on": "yesterday"})


def test_a_gap_and_a_missing_receivable_are_said() -> None:
    customer = a_customer()
    an_invoice(customer, "50.00", number="SINV-2026-000001")
    an_invoice(customer, "50.00", number="SINV-2026-000002")
    invoice_rows("SINV-2026-000001", "SINV-2026-000002", customer=customer)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE kernel_series SET next = 3 WHERE code = 'invoice'")
    assert wrong() == {}
    invoice_rows("SINV-2026-000005", customer=customer)
    assert wrong() == {
        "billing.numbers_without_gap": "Series invoice: 1 to 5, 2 missing, 0 doubled, next 3",
        "billing.documents_agree": "SINV-2026-000005: 50.00 on the invoice, 0.00 in the customer’s account",
    }


def test_at_night_who_closes_months_is_told() -> None:
    clerk, technician = a_user("billing"), a_user("technician")
    assert check_the_books(0) == []
    invoice_rows("4711", customer=a_customer())
    found = check_the_books(0)
    assert "billing.documents_agree" in found
    assert set(found) - OF_REPORTS == {"billing.documents_posted", "billing.documents_add_up"}
    (notice,), unread = notices(clerk.pk)
    assert "Invoices = documents in accounts" in str(notice)
    assert unread == 1
    assert notices(technician.pk) == ([], 0)
