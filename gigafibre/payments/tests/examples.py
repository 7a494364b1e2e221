"""Examples of the actions of payments: each builds its state and returns valid input."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import SecretStr

from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel.tests.examples import example
from gigafibre.payments.actions import add_payment_method, record_payment
from gigafibre.payments.tests.factories import an_invoice


def _paid() -> tuple[str, str]:
    customer = a_customer()
    an_invoice(customer, "114.98", number=f"SINV-{customer.number}")
    payment = record_payment(customer.number, amount=Decimal("100.00"), mode="cheque", reference="881")
    return payment, f"SINV-{customer.number}"


def _bank_account() -> int:
    return add_payment_method(
        a_customer().number,
        holder="Ève Tremblay",
        institution="815",
        transit=SecretStr("30456"),
        account=SecretStr("1234567"),
        mandate_on=date(2026, 10, 1),
        mandate_how="paper",
    )


@example("payments.record_payment")
def _record() -> dict[str, Any]:
    customer = a_customer()
    an_invoice(customer, "57.43", number=f"SINV-{customer.number}")
    return {"customer": customer.number, "amount": "60.00", "mode": "transfer", "reference": "Interac 4411"}


@example("payments.reverse_payment")
def _reverse() -> dict[str, Any]:
    payment, _ = _paid()
    return {"payment": payment, "reason": "Chèque sans provision"}


@example("payments.allocate")
def _allocate() -> dict[str, Any]:
    customer = a_customer()
    payment = record_payment(customer.number, amount=Decimal("80.00"), mode="cash")
    an_invoice(customer, "57.43", number=f"SINV-{customer.number}")
    return {"credit": payment, "document": f"SINV-{customer.number}"}


@example("payments.unallocate")
def _unallocate() -> dict[str, Any]:
    payment, invoice = _paid()
    return {"credit": payment, "document": invoice, "reason": "Payait une autre facture"}


@example("payments.add_payment_method")
def _add() -> dict[str, Any]:
    return {
        "customer": a_customer().number,
        "holder": "Ève Tremblay",
        "institution": "815",
        "transit": "30456",
        "account": "123-456-7",
        "mandate_on": "2026-11-20",
        "mandate_how": "phone",
    }


@example("payments.set_autopay")
def _autopay() -> dict[str, Any]:
    return {"method": _bank_account(), "on": True, "ceiling": "250.00"}


@example("payments.deactivate_payment_method")
def _deactivate() -> dict[str, Any]:
    return {"method": _bank_account(), "reason": "Le client a changé de banque"}


@example("payments.reveal_bank_details")
def _reveal() -> dict[str, Any]:
    return {"method": _bank_account(), "reason": "Recherche d’un paiement"}
