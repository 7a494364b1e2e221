"""What payments show over HTTP: amounts as strings, no secret ever."""

from __future__ import annotations

import datetime

from ninja import Schema

from gigafibre.kernel.money import Amount


class AppliedOut(Schema):
    """An allocation of a payment: which document it pays, and since when no longer."""

    id: int
    document: str
    amount: Amount
    date: datetime.date
    undone_on: datetime.date | None
    undone_because: str


class PaymentOut(Schema):
    """A payment with what it pays; `unapplied` is what of it is still the customer's credit."""

    number: str
    customer: str
    customer_name: str
    date: datetime.date
    amount: Amount
    mode: str
    reference: str
    memo: str
    posted_at: datetime.datetime
    reverses: str | None
    reversed_by: str | None
    unapplied: Amount
    allocations: list[AppliedOut]


class PaymentMethodOut(Schema):
    """A payment method, masked."""

    id: int
    kind: str
    state: str
    invalid_because: str
    autopay: bool
    holder: str
    institution: str
    brand: str
    last4: str
    expires: datetime.date | None
    ceiling: Amount | None
    buffer: Amount
    fixed_amount: Amount | None
    mandate_on: datetime.date | None
    mandate_how: str
    created_at: datetime.datetime


class AccountItemOut(Schema):
    """An open document in a customer's account; `side` is debit (he owes us) or credit."""

    side: str
    kind: str
    number: str
    date: datetime.date
    due_date: datetime.date | None
    amount: Amount
    open: Amount


class CustomerAccountOut(Schema):
    """What a customer owes (negative: we owe him) and by which documents, oldest due first."""

    balance: Amount
    items: list[AccountItemOut]
