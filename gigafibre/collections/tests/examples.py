"""Examples of the actions of collections: each builds its state and returns valid input."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from gigafibre.collections.actions import add_arrangement, record_suspension
from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel.tests.examples import example
from gigafibre.payments.tests.factories import an_invoice


@example("collections.add_arrangement")
def _add() -> dict[str, Any]:
    customer = a_customer()
    an_invoice(customer, "114.98", number=f"SINV-{customer.number}")
    return {
        "customer": customer.number,
        "amount": "114.98",
        "due_on": "2026-11-27",
        "cutoff_on": "2026-11-30",
        "method": "phone",
        "note": "Paie le jour de sa paie.",
    }


@example("collections.cancel_arrangement")
def _cancel() -> dict[str, Any]:
    made = add_arrangement(a_customer().number, amount=Decimal("50.00"), due_on=date(2026, 11, 27))
    return {"arrangement": made, "reason": "Le client a tout payé"}


@example("collections.record_suspension")
def _suspend() -> dict[str, Any]:
    return {"customer": a_customer().number, "reason": "Deux mois en retard"}


@example("collections.end_suspension")
def _end() -> dict[str, Any]:
    customer = a_customer()
    record_suspension(customer.number, reason="Deux mois en retard", starts_on=date(2026, 11, 1))
    return {"customer": customer.number}
