"""One document written down: numbered, posted, opened in the customer's account, frozen."""

from __future__ import annotations

import datetime
from collections import defaultdict
from decimal import Decimal

from django.db import connection

from gigafibre.billing import deferring, letterhead
from gigafibre.billing.models import Invoice
from gigafibre.kernel import clock, numbers
from gigafibre.ledger.actions import Line as Posting
from gigafibre.ledger.actions import add_open_item, post_entry
from gigafibre.ledger.queries import account_of

ZERO = Decimal("0.00")


def issue(draft: Invoice, tax_accounts: dict[int, str]) -> int | None:
    """Issue a draft whose lines, taxes and totals are written: number, posting, receivable, freeze.

    Returns its open item's id (none when it comes to nothing). The number is taken last, and the row freezes with it.
    """
    amounts: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for account, amount in draft.lines.values_list("revenue_account", "amount"):
        amounts[account] += amount
    for tax, amount in draft.taxes.values_list("tax_id", "amount"):
        amounts[tax_accounts[tax]] += amount
    sign = -1 if draft.kind == Invoice.Kind.CREDIT_NOTE else 1
    with connection.cursor() as cursor:
        deferred = deferring.plan_document(cursor, draft.pk, draft.date)
        if deferred:
            cursor.execute("SELECT revenue, sum(amount) FROM bill_deferred GROUP BY 1")
            for account, amount in cursor.fetchall():
                amounts[account] -= sign * amount
                amounts[account_of("deferred_revenue")] += sign * amount
    receivable = account_of("receivable")
    draft.letterhead_id = letterhead.keep()
    draft.number = numbers.take_one(draft.kind, on=draft.date)
    draft.state, draft.issued_at = Invoice.State.ISSUED, clock.now()
    draft.issued_xid = _transaction()
    draft.save()
    postings = [_side(account, -sign * amount) for account, amount in sorted(amounts.items())]
    postings.append(_side(receivable, sign * draft.total, draft.customer_id))
    if any(line.debit or line.credit for line in postings):
        post_entry(draft.date, draft.kind, draft.number, postings)
    if deferred:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE bill_deferred SET document = %s WHERE document IS NULL", [draft.number])
            deferring.keep(cursor, draft.date)
    if not draft.total:
        return None
    return add_open_item(
        draft.customer_id,
        side="credit" if sign < 0 else "debit",
        kind=draft.kind,
        number=draft.number,
        on=draft.date,
        amount=draft.total,
        due_date=_due(draft),
    )


def _due(draft: Invoice) -> datetime.date | None:
    return draft.due_date if draft.kind == Invoice.Kind.INVOICE else None


def _side(account: str, amount: Decimal, customer: int | None = None) -> Posting:
    """An amount on its side: more than nothing is a debit."""
    return Posting(account, debit=max(amount, ZERO), credit=max(-amount, ZERO), customer_id=customer)


def _transaction() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        return int(cursor.fetchone()[0])
