"""Billing's rows, for tests of the floors above that need one without its whole story."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from gigafibre.billing.models import BillingRun, Invoice


def a_draft(customer: Any, on: date) -> Invoice:
    """Return an empty draft of a day."""
    return Invoice.objects.create(
        customer=customer,
        date=on,
        due_date=on + timedelta(days=20),
        subtotal=0,
        tax_total=0,
        total=0,
        bill_name="x",
        language="fr",
    )


def a_run(on: date, state: str) -> BillingRun:
    """Return a run of a day that stands where it is said to."""
    return BillingRun.objects.create(date=on, state=state, confirmed_by="Ève")
