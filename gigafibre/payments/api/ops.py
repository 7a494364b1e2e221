"""What staff and integrations read of payments: the list, one payment, a customer's methods and open documents."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Router

from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import serve
from gigafibre.payments import queries
from gigafibre.payments.listings import PAYMENTS
from gigafibre.payments.schemas import CustomerAccountOut, PaymentMethodOut, PaymentOut

router = Router(tags=["payments"])
READ = Needs("payments.read")

serve(router, "/payments", PAYMENTS)


@router.get("/payments/{number}", auth=READ, response=PaymentOut, operation_id="read_payment")
def read_payment(request: HttpRequest, number: str) -> dict[str, Any]:
    """Return a payment with what it pays and what it no longer pays."""
    found = asdict(queries.payment(number))
    return found | {"allocations": [one | {"document": one["debit"]} for one in found["allocations"]]}


@router.get(
    "/customers/{number}/payment-methods",
    auth=READ,
    response=list[PaymentMethodOut],
    operation_id="list_payment_methods",
)
def list_payment_methods(request: HttpRequest, number: str) -> list[dict[str, Any]]:
    """List how a customer pays, masked; the automatic method first."""
    return [asdict(method) for method in queries.methods_of(queries.customer_id(number))]


@router.get("/customers/{number}/account", auth=READ, response=CustomerAccountOut, operation_id="read_customer_account")
def read_customer_account(request: HttpRequest, number: str) -> dict[str, Any]:
    """Return a customer's balance and open documents, oldest due first: what a payment can pay."""
    return asdict(queries.account(number))
