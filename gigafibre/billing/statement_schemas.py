"""What a statement of account looks like over HTTP."""

from __future__ import annotations

import datetime
from typing import Literal

from ninja import Schema

from gigafibre.kernel.money import Amount

KindOut = Literal[
    "invoice", "credit_note", "payment", "returned", "refund", "write_off", "recovery", "fee", "interest", "adjustment"
]


class StatementLineOut(Schema):
    """A document in the account and the balance after it."""

    date: datetime.date
    kind: KindOut
    number: str
    due_date: datetime.date | None
    about: str
    debit: Amount
    credit: Amount
    balance: Amount


class AgesOut(Schema):
    """What was owed on the last day by days past due, credits that pay nothing apart."""

    current: Amount
    days_1_30: Amount
    days_31_60: Amount
    days_61_90: Amount
    over_90: Amount
    owed: Amount
    credits: Amount
    balance: Amount


class StatementOut(Schema):
    """A customer's account from the first day to the last, both included."""

    customer: str
    name: str
    language: Literal["fr", "en"]
    first: datetime.date
    last: datetime.date
    opening: Amount
    lines: list[StatementLineOut]
    closing: Amount
    ages: AgesOut
