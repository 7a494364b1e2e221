"""Which credit pays which document, decided by a person."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.kernel.context import taken_back_by
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.money import Amount
from gigafibre.kernel.refs import InvoiceRef, PaymentRef, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.ledger import actions as ledger
from gigafibre.ledger import queries as accounts
from gigafibre.payments.errors import NotAllocated

_FIELDS = {"credit": Text("Paiement ou crédit", "Payment or credit"), "document": Text("Facture", "Invoice")}


@action(
    permission="payments.record",
    label=Text("Imputer un crédit", "Apply a credit"),
    undo="payments.unallocate",
    fields=_FIELDS | {"amount": Text("Montant", "Amount")},
)
def allocate(
    credit: PaymentRef, *, document: InvoiceRef, amount: Annotated[Amount, Field(gt=0)] | None = None
) -> Amount:
    """Let a payment or credit note pay an invoice of its customer, all it can unless `amount` says less; returns how
    much it paid.
    """
    giving = accounts.item_numbered(credit, "credit")
    paid = accounts.item_numbered(document, "debit")
    if giving is None or paid is None:
        raise NotFound(what=document if giving else credit)
    used = amount if amount is not None else min(giving.open, paid.open)
    ledger.allocate(giving.id, paid.id, used)
    return used


@action(
    permission="payments.record",
    label=Text("Défaire une imputation", "Undo an allocation"),
    harmful=True,
    undo="payments.allocate",
    fields=_FIELDS | {"reason": Text("Raison", "Reason")},
)
def unallocate(credit: PaymentRef, *, document: InvoiceRef, reason: Reason) -> Amount:
    """Take back what a payment or credit note paid of an invoice; both are open again by it. Returns how much."""
    giving = accounts.item_numbered(credit, "credit")
    if giving is None:
        raise NotFound(what=credit)
    taken = [one for one in accounts.allocations_of(giving.id) if one.debit == document]
    if not taken:
        raise NotAllocated(credit=credit, document=document)
    for one in taken:
        ledger.unallocate(one.id, because=reason[:200])
    freed = sum((one.amount for one in taken), start=taken[0].amount * 0)
    taken_back_by("payments.allocate", credit=credit, document=document, amount=freed)
    return freed
