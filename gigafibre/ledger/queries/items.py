"""Accounts by role, customers' documents, what of them is open, what paid them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from gigafibre.kernel.money import cents
from gigafibre.kernel.statements import Prepared


@dataclass(frozen=True)
class Item:
    """A document in a customer's account, with what of it is open."""

    id: int
    customer_id: int
    side: str
    kind: str
    number: str
    date: datetime.date
    due_date: datetime.date | None
    amount: Decimal
    open: Decimal


@dataclass(frozen=True)
class Applied:
    """An allocation as seen from one of its documents: the other document, and whether it still holds."""

    id: int
    credit: str
    debit: str
    amount: Decimal
    date: datetime.date
    undone_on: datetime.date | None
    undone_because: str


_ITEM = "SELECT id, customer_id, side, kind, number, date, due_date, amount, open FROM ledger_openitem "


def accounts_by_role() -> dict[str, str]:
    """Return the account number of every role (`receivable`, `gst`, `clearing.cheque`…)."""
    with connection.cursor() as cursor:
        cursor.execute(Prepared("SELECT role, number FROM ledger_account WHERE role IS NOT NULL"))
        return dict(cursor.fetchall())


def account_of(role: str) -> str:
    """Return the number of the account that has a role; a missing one is a mistake in the chart."""
    return accounts_by_role()[role]


def account_label(account_id: int, language: str) -> str:
    """Return an account by id as people read it: `1200 Comptes clients`."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number, name_fr, name_en FROM ledger_account WHERE id = %s", [account_id])
        row = cursor.fetchone()
    return f"{row[0]} {row[2] if language.startswith('en') else row[1]}" if row else "—"


def balance(customer_id: int) -> Decimal:
    """Return what a customer owes today: open debits less open credits (negative: we owe him)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(sum(CASE side WHEN 'debit' THEN open ELSE -open END), 0) "
            "FROM ledger_openitem WHERE customer_id = %s AND open > 0",
            [customer_id],
        )
        return cents(cursor.fetchone()[0])


def item(kind: str, number: str) -> Item | None:
    """Return the open item of a document, or None."""
    with connection.cursor() as cursor:
        cursor.execute(Prepared(_ITEM + "WHERE kind = %s AND number = %s"), [kind, number])
        row = cursor.fetchone()
    return Item(*row) if row else None


def item_numbered(number: str, side: str) -> Item | None:
    """Return the document a person names by its number alone, on one side of an account, or None."""
    with connection.cursor() as cursor:
        cursor.execute(_ITEM + "WHERE number = %s AND side = %s ORDER BY id LIMIT 1", [number, side])
        row = cursor.fetchone()
    return Item(*row) if row else None


def items_of(customer_id: int, *, only_open: bool = False) -> list[Item]:
    """Return a customer's documents, oldest due first."""
    with connection.cursor() as cursor:
        cursor.execute(
            _ITEM + "WHERE customer_id = %s AND (open > 0 OR NOT %s) ORDER BY coalesce(due_date, date), date, id",
            [customer_id, only_open],
        )
        return [Item(*row) for row in cursor.fetchall()]


def allocations_of(item_id: int, *, undone: bool = False) -> list[Applied]:
    """Return what a document pays or is paid by, oldest first; with `undone` also what was taken back."""
    with connection.cursor() as cursor:
        cursor.execute(
            Prepared(
                "SELECT a.id, c.number, d.number, a.amount, a.date, a.undone_on, a.undone_because "
                "FROM ledger_allocation a "
                "JOIN ledger_openitem c ON c.id = a.credit_id JOIN ledger_openitem d ON d.id = a.debit_id "
                "WHERE a.id IN (SELECT id FROM ledger_allocation WHERE credit_id = %(id)s "
                "UNION SELECT id FROM ledger_allocation WHERE debit_id = %(id)s) "
                "AND (a.undone_on IS NULL OR %(undone)s) ORDER BY a.date, a.id"
            ),
            {"id": item_id, "undone": undone},
        )
        return [Applied(*row) for row in cursor.fetchall()]
