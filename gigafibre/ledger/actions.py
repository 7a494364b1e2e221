"""The face for writing: billing and payments call these inside their own actions, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from gigafibre.kernel import clock
from gigafibre.kernel.money import cents, total
from gigafibre.ledger import queries
from gigafibre.ledger.errors import (
    AllocationUndone,
    AlreadyReversed,
    MonthClosed,
    NoSuchOpenItem,
    OtherCustomer,
    OverAllocated,
    Unbalanced,
    UnknownAccount,
)
from gigafibre.ledger.models import Account, Allocation, ClosedMonth, JournalEntry, OpenItem

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
    """Post a balanced entry for a document; returns its id. Raises Unbalanced, UnknownAccount, MonthClosed."""
    _in_transaction()
    lines = [line for line in lines if line.debit or line.credit]
    debit, credit = total(line.debit for line in lines), total(line.credit for line in lines)
    if debit != credit or not lines:
        raise Unbalanced(debit=debit, credit=credit)
    refuse_closed_month(on)
    ids = dict(Account.objects.filter(number__in={line.account for line in lines}).values_list("number", "id"))
    for line in lines:
        if line.account not in ids:
            raise UnknownAccount(number=line.account)
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
                "accounts": [ids[line.account] for line in lines],
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


def add_open_item(
    customer_id: int, *, side: str, kind: str, number: str, on: date, amount: Decimal, due_date: date | None = None
) -> int:
    """Open a document in a customer's account for its whole amount; returns its id. Its posting, of the same day and
    amount on the receivable account, belongs to the same transaction.
    """
    _in_transaction()
    item = OpenItem.objects.create(
        customer_id=customer_id,
        side=side,
        kind=kind,
        number=number,
        date=on,
        due_date=due_date,
        amount=amount,
        open=amount,
    )
    return int(item.pk)


def allocate(credit_id: int, debit_id: int, amount: Decimal, *, on: date | None = None) -> int:
    """Let a part of a credit pay a debit of the same customer; returns the allocation's id.

    The day is `on` (today), or the later of the items' days. Raises OverAllocated, OtherCustomer, NoSuchOpenItem.
    """
    items = _locked(credit_id, debit_id)
    credit, debit = items[credit_id], items[debit_id]
    if credit.customer_id != debit.customer_id or (credit.side, debit.side) != ("credit", "debit"):
        raise OtherCustomer(credit=credit.number, debit=debit.number)
    if not 0 < amount <= min(credit.open, debit.open):
        raise OverAllocated(
            amount=amount, credit=credit.number, debit=debit.number, available=credit.open, outstanding=debit.open
        )
    day = max(on or clock.today(), credit.date, debit.date)
    made = Allocation.objects.create(credit_id=credit_id, debit_id=debit_id, amount=amount, date=day)
    return int(made.pk)


def allocate_oldest_first(credit_id: int, *, on: date | None = None, upto: Decimal | None = None) -> Decimal:
    """Let a credit pay its customer's open debits, oldest due first; returns how much was used."""
    _in_transaction()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i.id FROM ledger_openitem i "
            "WHERE i.customer_id = (SELECT customer_id FROM ledger_openitem WHERE id = %(id)s) "
            "AND (i.id = %(id)s OR (i.side = 'debit' AND i.open > 0)) ORDER BY i.id FOR NO KEY UPDATE",
            {"id": credit_id},
        )
    credit = OpenItem.objects.get(pk=credit_id)
    left = credit.open if upto is None else min(upto, credit.open)
    used = NOTHING
    for debit in queries.items_of(credit.customer_id, only_open=True):
        if debit.side != "debit" or left == used:
            continue
        amount = min(debit.open, left - used)
        allocate(credit_id, debit.id, amount, on=on)
        used += amount
    return cents(used)


def unallocate(allocation_id: int, *, because: str, on: date | None = None) -> None:
    """Take an allocation back: both items are open again by its amount. Raises AllocationUndone."""
    _in_transaction()
    found = Allocation.objects.filter(pk=allocation_id).values_list("credit_id", "debit_id").first()
    if found is None:
        raise NoSuchOpenItem(number=allocation_id)
    _locked(*found)
    allocation = Allocation.objects.get(pk=allocation_id)
    if allocation.undone_on is not None:
        raise AllocationUndone
    Allocation.objects.filter(pk=allocation_id).update(
        undone_on=max(on or clock.today(), allocation.date), undone_at=clock.now(), undone_because=because
    )


def refuse_closed_month(day: date) -> None:
    """Refuse, kindly, a day in a closed month (the database refuses it anyway)."""
    month = day.replace(day=1)
    if ClosedMonth.objects.filter(month=month).exists():
        raise MonthClosed(month=f"{month:%Y-%m}")


def _locked(*ids: int) -> dict[int, Any]:
    """Lock items in key order and return them."""
    _in_transaction()
    items = {
        item.pk: item for item in OpenItem.objects.filter(pk__in=ids).order_by("pk").select_for_update(no_key=True)
    }
    for wanted in ids:
        if wanted not in items:
            raise NoSuchOpenItem(number=wanted)
    return items


def _in_transaction() -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("the ledger is written inside a transaction")
