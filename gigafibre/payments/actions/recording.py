"""Money comes in, and sometimes goes back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from gigafibre.kernel import clock, numbers
from gigafibre.kernel.context import rule
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.events import publish
from gigafibre.kernel.money import Amount, total
from gigafibre.kernel.refs import CustomerRef, InvoiceRef, Line, LongText, PaymentRef, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.ledger import actions as ledger
from gigafibre.ledger import queries as accounts
from gigafibre.payments import queries
from gigafibre.payments.errors import (
    AllocatesTooMuch,
    AlreadyRecorded,
    AlreadyReversed,
    NotReversible,
    PaymentInFuture,
    ReversedBeforePaid,
)
from gigafibre.payments.events import PaymentReceived, PaymentReversed
from gigafibre.payments.models import Payment

Mode = Literal["card", "pad", "cheque", "cash", "transfer", "credit", "adjustment"]
Positive = Annotated[Amount, Field(gt=0)]

#: Which account receives, by mode; what is not money is what we gave up.
ROLES = {
    "card": "clearing.card",
    "pad": "clearing.pad",
    "cheque": "clearing.cheque",
    "cash": "clearing.cash",
    "transfer": "clearing.transfer",
    "credit": "credits_granted",
    "adjustment": "rounding",
}


class ChosenAllocation(BaseModel):
    """A part of a payment for one invoice."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    invoice: InvoiceRef
    amount: Positive


@action(
    permission="payments.record",
    label=Text("Enregistrer un paiement", "Record a payment"),
    undo="payments.reverse_payment",
    fields={
        "customer": Text("Client", "Customer"),
        "amount": Text("Montant", "Amount"),
        "mode": Text("Mode", "Mode"),
        "on": Text("Date", "Date"),
        "reference": Text("Référence", "Reference"),
        "memo": Text("Note", "Memo"),
        "allocations": Text("Imputations", "Allocations"),
    },
)
def record_payment(
    customer: CustomerRef,
    *,
    amount: Positive,
    mode: Mode,
    on: date | None = None,
    reference: Annotated[Line, Field(max_length=128)] = "",
    memo: LongText = "",
    allocations: list[ChosenAllocation] | None = None,
) -> str:
    """Record and post a payment; returns its number. It pays the oldest due first, or what `allocations` choose (an
    empty list: nothing); the rest stays as the customer's credit.
    """
    payer = queries.customer_id(customer)
    day = on or clock.today()
    timely = day <= clock.today()
    words = Text("daté au plus tard d’aujourd’hui", "dated today at the latest")
    if not rule("payments.not_in_future", "field practice", words, timely):
        raise PaymentInFuture(on=day)
    chosen = total(one.amount for one in allocations or [])
    if chosen > amount:
        raise AllocatesTooMuch(allocated=chosen, amount=amount)
    ledger.lock_account(payer)
    _refuse_twice(payer, amount, mode, reference)
    number = numbers.take_one("payment")
    payment = Payment.objects.create(
        number=number,
        customer_id=payer,
        date=day,
        amount=amount,
        mode=mode,
        reference=reference,
        memo=memo,
        posted_at=clock.now(),
    )
    credit = _post(payment)
    unapplied = amount - _apply(credit, payer, day, amount, allocations)
    publish(PaymentReceived(payment=number, customer=customer, amount=amount, unapplied=unapplied, mode=mode, on=day))
    return number


@action(
    permission="payments.record",
    label=Text("Renverser un paiement", "Reverse a payment"),
    harmful=True,
    fields={
        "payment": Text("Paiement", "Payment"),
        "reason": Text("Raison", "Reason"),
        "on": Text("Date", "Date"),
    },
)
def reverse_payment(payment: PaymentRef, *, reason: Reason, on: date | None = None) -> str:
    """Take a payment back (NSF, chargeback, mistake); returns the reversal's number. What it had paid is open again,
    due when it was due.
    """
    found = Payment.objects.select_for_update().filter(number=payment).first()
    if found is None:
        raise NotFound(what=payment)
    if found.amount < 0 or found.mode == Payment.Mode.REVERSAL:
        raise NotReversible(payment=payment)
    if earlier := Payment.objects.filter(reverses=found).first():
        raise AlreadyReversed(payment=payment, by=earlier.number)
    day = on or clock.today()
    if day < found.date:
        raise ReversedBeforePaid(on=day)
    if day > clock.today():
        raise PaymentInFuture(on=day)
    credit = accounts.item("payment", payment)
    if credit is None:
        raise NotFound(what=payment)
    ledger.unallocate_all(credit.id, because=reason[:200], on=day)
    number = numbers.take_one("payment")
    Payment.objects.create(
        number=number,
        customer_id=found.customer_id,
        date=day,
        amount=-found.amount,
        mode=Payment.Mode.REVERSAL,
        reference=found.reference,
        memo=reason,
        reverses=found,
        posted_at=clock.now(),
    )
    _post_opposite(found, number, day, reason)
    returned = ledger.add_open_item(
        found.customer_id, side="debit", kind="reversal", number=number, on=day, amount=found.amount
    )
    ledger.allocate(credit.id, returned, found.amount, on=day)
    publish(
        PaymentReversed(
            payment=payment,
            reversal=number,
            customer=queries.customer_number(found.customer_id),
            amount=found.amount,
            reason=reason,
            on=day,
        )
    )
    return number


def _refuse_twice(payer: int, amount: Decimal, mode: str, reference: str) -> None:
    """Refuse the same cheque or confirmation a second time; the customer's account is locked by now."""
    if not reference:
        return
    earlier = Payment.objects.filter(
        customer_id=payer, amount=amount, mode=mode, reference=reference, reversed_by__isnull=True
    ).first()
    words = Text("cette référence n’a pas encore servi", "this reference was not used yet")
    if not rule("payments.reference_once", "field practice", words, earlier is None) and earlier is not None:
        raise AlreadyRecorded(payment=earlier.number, reference=reference)


def _post(payment: Payment) -> int:
    """Post a payment and open its credit; returns the open item's id."""
    roles = accounts.accounts_by_role()
    lines = [
        ledger.Line(roles[ROLES[payment.mode]], debit=payment.amount),
        ledger.Line(roles["receivable"], credit=payment.amount, customer_id=payment.customer_id),
    ]
    ledger.post_entry(payment.date, "payment", payment.number, lines, description=payment.reference)
    return ledger.add_open_item(
        payment.customer_id,
        side="credit",
        kind="payment",
        number=payment.number,
        on=payment.date,
        amount=payment.amount,
    )


def _post_opposite(payment: Payment, number: str, day: date, reason: str) -> None:
    """Post what takes a payment back; imported history has no entry of its own to reverse."""
    posted = accounts.entry_id("payment", payment.number)
    if posted is not None:
        ledger.reverse_entry(posted, on=day, document=number, description=reason[:255])
        return
    roles = accounts.accounts_by_role()
    lines = [
        ledger.Line(roles["receivable"], debit=payment.amount, customer_id=payment.customer_id),
        ledger.Line(roles[ROLES[payment.mode]], credit=payment.amount),
    ]
    ledger.post_entry(day, "reversal", number, lines, description=reason[:255])


def _apply(credit: int, payer: int, day: date, amount: Decimal, allocations: list[ChosenAllocation] | None) -> Decimal:
    """Let a payment pay what was chosen, else the oldest due first; returns how much was used."""
    if allocations is None:
        return ledger.allocate_oldest_first(credit, on=day, upto=amount)
    for one in allocations:
        debit = accounts.item_numbered(one.invoice, "debit")
        if debit is None or debit.customer_id != payer:
            raise NotFound(what=one.invoice)
        ledger.allocate(credit, debit.id, one.amount, on=day)
    return total(one.amount for one in allocations)
