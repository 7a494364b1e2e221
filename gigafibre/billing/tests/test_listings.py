"""The list of invoices narrowed by dates and due dates: the bounds told to the database leave no row out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection

from gigafibre.billing.listings import INVOICES
from gigafibre.billing.models import Invoice
from gigafibre.billing.tests.factories import a_draft
from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel.listing import page

pytestmark = pytest.mark.django_db
TERMS = [(date(2026, 11, 1), 0), (date(2026, 11, 10), 40), (date(2026, 10, 1), 20), (date(2026, 11, 20), -3)]


@pytest.mark.parametrize("sort", ["date", "-date", "due_date", "-due_date"])
@pytest.mark.parametrize("day", ["2026-10-01", "2026-10-21", "2026-11-01", "2026-11-10", "2026-11-17", "2026-12-20"])
def test_a_range_of_days_keeps_every_invoice_of_any_term(day: str, sort: str) -> None:
    customer = a_customer()
    for on, days in TERMS:
        Invoice.objects.filter(pk=a_draft(customer, on).pk).update(due_date=on + timedelta(days=days))
    for name, column, sign in [
        ("date_from", "date", ">="),
        ("date_to", "date", "<="),
        ("due_date_from", "due_date", ">="),
        ("due_date_to", "due_date", "<="),
    ]:
        shown = [row["number"] for row in page(INVOICES, {name: day, "sort": sort}).items]
        with connection.cursor() as cursor:
            by, way = sort.removeprefix("-"), "DESC" if sort.startswith("-") else "ASC"
            cursor.execute(
                f"SELECT 'DRAFT-' || id FROM billing_invoice WHERE {column} {sign} %s ORDER BY {by} {way}, id {way}",
                [day],
            )
            assert shown == [number for (number,) in cursor.fetchall()], name
