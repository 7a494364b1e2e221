"""The chart of accounts as people keep it: each with what was booked on it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection


@dataclass(frozen=True)
class AccountRow:
    """An account of the chart; `moved`: something was booked on it; `closed_on`: from which day nothing may be."""

    number: str
    name_fr: str
    name_en: str
    kind: str
    role: str | None
    gifi: str
    closed_on: datetime.date | None
    moved: bool


@dataclass(frozen=True)
class Moved:
    """What was booked on an account: how many lines, until which day, its balance (debit less credit, CAD); how many
    parts of deferred revenue wait for their month.
    """

    entries: int
    last: datetime.date | None
    balance: Decimal
    waiting: int


_CHART = """
SELECT number, name_fr, name_en, kind, role, gifi, closed_on,
       EXISTS (SELECT FROM ledger_journalline l WHERE l.account_id = a.id)
FROM ledger_account a ORDER BY number
"""
_MOVED = """
SELECT count(*), max(date), coalesce(sum(debit - credit), 0.00),
       (SELECT count(*) FROM ledger_deferredpart WHERE account_id = %(account)s AND recognised_on IS NULL)
FROM ledger_journalline WHERE account_id = %(account)s
"""
_ONE = """
SELECT number, name_fr, name_en, kind, role, gifi, closed_on, true FROM ledger_account WHERE number = %s
"""


def accounts() -> list[AccountRow]:
    """Return the chart by number."""
    with connection.cursor() as cursor:
        cursor.execute(_CHART)
        return [AccountRow(*row) for row in cursor.fetchall()]


def account_numbered(number: str) -> AccountRow | None:
    """Return an account by number, without a look at whether anything was booked on it (`moved` is true)."""
    with connection.cursor() as cursor:
        cursor.execute(_ONE, [number])
        row = cursor.fetchone()
    return AccountRow(*row) if row else None


def moved(account_id: int) -> Moved:
    """Return what was booked on an account, by key."""
    with connection.cursor() as cursor:
        cursor.execute(_MOVED, {"account": account_id})
        return Moved(*cursor.fetchone())
