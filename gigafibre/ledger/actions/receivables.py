"""Receivables: what customers owe and have paid, and which pays which; called by billing and payments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import connection
from django.db.models import DateField, F, QuerySet, Value
from django.db.models.functions import Greatest

from gigafibre.kernel import clock
from gigafibre.kernel.money import cents
from gigafibre.ledger import queries
from gigafibre.ledger.actions.posting import NOTHING, in_transaction
from gigafibre.ledger.errors import AllocationUndone, NoSuchOpenItem, OtherCustomer, OverAllocated
from gigafibre.ledger.models import Allocation, OpenItem


def add_open_item(
    customer_id: int, *, side: str, kind: str, number: str, on: date, amount: Decimal, due_date: date | None = None
) -> int:
    """Open a document in a customer's account for its whole amount; returns its id. Its posting, of the same day and
    amount on the receivable account, belongs to the same transaction.
    """
    in_transaction()
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
    in_transaction()
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


def lock_account(customer_id: int) -> None:
    """Lock a customer's open items, in key order: call it before taking a number or opening another item."""
    in_transaction()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM ledger_openitem WHERE customer_id = %s AND open > 0 ORDER BY id FOR NO KEY UPDATE",
            [customer_id],
        )


def unallocate(allocation_id: int, *, because: str, on: date | None = None) -> None:
    """Take an allocation back: both items are open again by its amount. Raises AllocationUndone."""
    in_transaction()
    found = Allocation.objects.filter(pk=allocation_id).values_list("credit_id", "debit_id").first()
    if found is None:
        raise NoSuchOpenItem(number=allocation_id)
    _locked(*found)
    if not _undo(Allocation.objects.filter(pk=allocation_id), because, on):
        raise AllocationUndone


def unallocate_all(credit_id: int, *, because: str, on: date | None = None) -> int:
    """Take back everything a credit pays, at once; returns how many allocations."""
    in_transaction()
    _locked(credit_id, *Allocation.objects.filter(credit=credit_id, undone_on=None).values_list("debit_id", flat=True))
    return _undo(Allocation.objects.filter(credit=credit_id), because, on)


def _undo(allocations: QuerySet[Allocation], because: str, on: date | None) -> int:
    day = Value(on or clock.today(), output_field=DateField())
    return allocations.filter(undone_on=None).update(
        undone_on=Greatest(day, F("date")), undone_at=clock.now(), undone_because=because
    )


def _locked(*ids: int) -> dict[int, OpenItem]:
    """Lock items in key order and return them."""
    in_transaction()
    items = {
        item.pk: item for item in OpenItem.objects.filter(pk__in=ids).order_by("pk").select_for_update(no_key=True)
    }
    for wanted in ids:
        if wanted not in items:
            raise NoSuchOpenItem(number=wanted)
    return items
