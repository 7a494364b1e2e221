"""One payment with what it pays, and a customer's account with what is open."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from gigafibre.kernel.errors import NotFound
from gigafibre.ledger import queries as ledger
from gigafibre.payments.queries.customers import customer_id


@dataclass(frozen=True)
class PaymentSeen:
    """A payment: `unapplied` is what of it is still credit; `allocations` also those taken back."""

    number: str
    customer: str
    customer_name: str
    date: datetime.date
    amount: Decimal
    mode: str
    reference: str
    memo: str
    posted_at: datetime.datetime
    reverses: str | None
    reversed_by: str | None
    unapplied: Decimal
    allocations: list[ledger.Applied]


@dataclass(frozen=True)
class AccountItem:
    """An open document of a customer."""

    side: str
    kind: str
    number: str
    date: datetime.date
    due_date: datetime.date | None
    amount: Decimal
    open: Decimal


@dataclass(frozen=True)
class CustomerAccount:
    """What a customer owes (negative: we owe him), and by which documents, oldest due first."""

    balance: Decimal
    items: list[AccountItem]


_PAYMENT = """
SELECT p.number, c.number, c.display_name, p.date, p.amount, p.mode, p.reference, p.memo, p.posted_at,
       o.number, r.number
FROM payments_payment p JOIN crm_customer c ON c.id = p.customer_id
LEFT JOIN payments_payment o ON o.id = p.reverses_id LEFT JOIN payments_payment r ON r.reverses_id = p.id
WHERE p.number = %s
"""


def payment(number: str) -> PaymentSeen:
    """Return a payment by number; raises NotFound."""
    with connection.cursor() as cursor:
        cursor.execute(_PAYMENT, [number])
        row = cursor.fetchone()
    if row is None:
        raise NotFound(what=number)
    item = ledger.item("payment", number)
    unapplied = item.open if item else Decimal("0.00")
    allocations = ledger.allocations_of(item.id, undone=True) if item else []
    return PaymentSeen(*(*row, unapplied, allocations))


def account(customer: str) -> CustomerAccount:
    """Return a customer's open documents and balance; raises NotFound."""
    key = customer_id(customer)
    items = [
        AccountItem(i.side, i.kind, i.number, i.date, i.due_date, i.amount, i.open)
        for i in ledger.items_of(key, only_open=True)
    ]
    return CustomerAccount(ledger.balance(key), items)
