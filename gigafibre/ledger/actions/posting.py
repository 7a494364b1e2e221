"""Postings: balanced entries for documents, and their opposites; called by billing and payments in their own verbs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import connection

from gigafibre.kernel import clock
from gigafibre.kernel.money import total
from gigafibre.kernel.rows import one
from gigafibre.ledger.chart_errors import AccountClosed
from gigafibre.ledger.errors import AlreadyReversed, MonthClosed, Unbalanced, UnknownAccount
from gigafibre.ledger.models import Account, ClosedMonth, JournalEntry

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Line:
    """One side of an entry, by account number; a line on the receivable account names its customer."""

    account: str
    debit: Decimal = NOTHING
    credit: Decimal = NOTHING
    customer_id: int | None = None


_POST_ONE = """
WITH entry AS (
  INSERT INTO ledger_journalentry (date, kind, document, description, reverses_id, posted_at)
  VALUES (%(date)s, %(kind)s, %(document)s, %(description)s, %(reverses)s, %(now)s) RETURNING id, date
), line AS (
  INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date, customer_id)
  SELECT entry.id, l.account, l.debit, l.credit, entry.date, l.customer
  FROM entry, unnest(%(accounts)s::bigint[], %(debits)s::numeric[], %(credits)s::numeric[], %(customers)s::bigint[])
    WITH ORDINALITY AS l (account, debit, credit, customer, position)
  ORDER BY l.position
)
SELECT id FROM entry
"""


def post_entry(
    on: date, kind: str, document: str, lines: Iterable[Line], *, description: str = "", reverses: int | None = None
) -> int:
    """Post a balanced entry for a document; returns its id. Raises Unbalanced, UnknownAccount, AccountClosed,
    MonthClosed.
    """
    in_transaction()
    lines = [line for line in lines if line.debit or line.credit]
    debit, credit = total(line.debit for line in lines), total(line.credit for line in lines)
    if debit != credit or not lines:
        raise Unbalanced(debit=debit, credit=credit)
    refuse_closed_month(on)
    found = Account.objects.filter(number__in={line.account for line in lines})
    ids = {number: (key, closed) for number, key, closed in found.values_list("number", "id", "closed_on")}
    for line in lines:
        if line.account not in ids:
            raise UnknownAccount(number=line.account)
        _, closed = ids[line.account]
        if closed is not None and on >= closed:
            raise AccountClosed(number=line.account, since=closed)
    with connection.cursor() as cursor:
        cursor.execute(
            _POST_ONE,
            {
                "date": on,
                "kind": kind,
                "document": document,
                "description": description,
                "reverses": reverses,
                "now": clock.now(),
                "accounts": [ids[line.account][0] for line in lines],
                "debits": [line.debit for line in lines],
                "credits": [line.credit for line in lines],
                "customers": [line.customer_id for line in lines],
            },
        )
        return int(cursor.fetchone()[0])


def reverse_entry(entry_id: int, *, on: date, document: str, description: str = "") -> int:
    """Post the opposite of an entry, once; returns the new entry's id. Raises AlreadyReversed, MonthClosed."""
    entry = JournalEntry.objects.get(pk=entry_id)
    if JournalEntry.objects.filter(reverses=entry).exists():
        raise AlreadyReversed
    lines = [
        Line(line.account.number, debit=line.credit, credit=line.debit, customer_id=line.customer_id)
        for line in entry.lines.select_related("account").order_by("id")
    ]
    return post_entry(on, "reversal", document, lines, description=description, reverses=entry_id)


def refuse_closed_month(day: date) -> None:
    """Refuse, kindly, a day in a closed month (the database refuses it anyway)."""
    month = day.replace(day=1)
    if one(ClosedMonth, month=month) is not None:
        raise MonthClosed(month=f"{month:%Y-%m}")


def in_transaction() -> None:
    """Refuse to write by halves."""
    if not connection.in_atomic_block:
        raise RuntimeError("the ledger is written inside a transaction")
