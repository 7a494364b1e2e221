"""Promises and rests of customers, for tests of the floors above."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from gigafibre.collections.models import PaymentArrangement, Suspension


def an_arrangement(customer: Any, due_on: date, note: str) -> PaymentArrangement:
    """Return an open promise of $50.00 made by telephone."""
    return PaymentArrangement.objects.create(
        customer=customer, amount=Decimal("50.00"), due_on=due_on, status="open", method="phone", note=note
    )


def a_suspension(customer: Any, starts_on: date, reason: str) -> Suspension:
    """Return a time without service from a day on."""
    return Suspension.objects.create(customer=customer, starts_on=starts_on, reason=reason)
