"""A customer's account over some days: every document in it with the balance after it, and what is open by age."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection

from gigafibre.billing.errors import StatementDays
from gigafibre.billing.queries.customers import BillTo, bill_to
from gigafibre.ledger.queries import AgingTotals, aging_of

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class AccountLine:
    """A document in the account; `about` is the invoice that a credit note or a write-off is about."""

    date: datetime.date
    kind: str
    number: str
    due_date: datetime.date | None
    about: str
    debit: Decimal
    credit: Decimal
    balance: Decimal


@dataclass(frozen=True)
class Statement:
    """An account from the first day to the last, both included; opening, documents and closing add up."""

    customer: BillTo
    first: datetime.date
    last: datetime.date
    opening: Decimal
    lines: list[AccountLine]
    closing: Decimal
    ages: AgingTotals


_OPENING = """
SELECT coalesce(sum(CASE side WHEN 'debit' THEN amount ELSE -amount END), 0.00)
FROM ledger_openitem WHERE customer_id = %(customer)s AND date < %(first)s
"""
_DOCUMENTS = """
SELECT i.date, i.kind, i.number, CASE i.kind WHEN 'invoice' THEN i.due_date END, coalesce(o.number, w.number, ''),
       CASE i.side WHEN 'debit' THEN i.amount ELSE 0.00 END, CASE i.side WHEN 'credit' THEN i.amount ELSE 0.00 END
FROM ledger_openitem i
LEFT JOIN billing_invoice n ON i.kind = 'credit_note' AND n.number = i.number
LEFT JOIN billing_invoice o ON o.id = n.corrects_id
LEFT JOIN billing_baddebt b ON i.kind IN ('write_off', 'recovery') AND b.number = i.number
LEFT JOIN billing_invoice w ON w.id = b.invoice_id
WHERE i.customer_id = %(customer)s AND i.date BETWEEN %(first)s AND %(last)s
ORDER BY i.date, i.id
"""


def statement(number: str, first: datetime.date, last: datetime.date) -> Statement:
    """Return a customer's account over some days; refuses days that end before they begin."""
    owner = bill_to(number)
    if last < first:
        raise StatementDays(first=first, last=last)
    given: dict[str, Any] = {"customer": owner.id, "first": first, "last": last}
    with connection.cursor() as cursor:
        cursor.execute(_OPENING, given)
        opening: Decimal = cursor.fetchone()[0]
        cursor.execute(_DOCUMENTS, given)
        documents = cursor.fetchall()
    balance, lines = opening, []
    for row in documents:
        debit, credit = row[-2:]
        balance += debit - credit
        lines.append(AccountLine(*(*row, balance)))
    return Statement(owner, first, last, opening, lines, balance, aging_of(owner.id, last))
