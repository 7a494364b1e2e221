"""Customers who owe, for tests of this app and of those above."""

from __future__ import annotations

from datetime import date
from typing import Any

from gigafibre.crm.tests.factories import a_customer
from gigafibre.ledger.tests.factories import a_debit

__all__ = ["a_customer", "an_invoice"]

A_DAY = date(2026, 11, 1)


def an_invoice(customer: Any, amount: str = "100.00", *, number: str, on: date = A_DAY, due: date | None = None) -> int:
    """Open what an invoice does in a customer's account; returns the open item's id."""
    return a_debit(customer.pk, amount, on=on, due=due or on, number=number)
