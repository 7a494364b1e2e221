"""Customers who owe and pay, for tests of this app and of those above."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from django.apps import apps

from gigafibre.ledger.tests.factories import a_debit

_numbers = count(9_001)
A_DAY = date(2026, 11, 1)


def a_customer(**fields: Any) -> Any:
    """Make a customer."""
    number = next(_numbers)
    return apps.get_model("crm", "Customer").objects.create(
        **{"number": f"C-{number}", "display_name": f"Client {number}", "status": "active"} | fields
    )


def an_invoice(customer: Any, amount: str = "100.00", *, number: str, on: date = A_DAY, due: date | None = None) -> int:
    """Open what an invoice does in a customer's account; returns the open item's id."""
    return a_debit(customer.pk, amount, on=on, due=due or on, number=number)
