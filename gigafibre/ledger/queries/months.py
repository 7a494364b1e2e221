"""Months of the books: open or closed, and what was done with them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import connection

from gigafibre.kernel import clock
from gigafibre.ledger.models import MonthClosing


@dataclass(frozen=True)
class MonthRow:
    """A month: `open`, `closed`, or `current` while it runs."""

    month: datetime.date
    state: str
    closed_at: datetime.datetime | None
    closed_by: str
    entries: int


@dataclass(frozen=True)
class ClosingRow:
    """A month closed or opened again."""

    verb: str
    at: datetime.datetime
    by: str
    reason: str
    checklist: list[dict[str, Any]]


_MONTHS = """
SELECT m.month::date,
       CASE WHEN c.month IS NOT NULL THEN 'closed' WHEN m.month >= %(current)s THEN 'current' ELSE 'open' END,
       c.closed_at, coalesce(c.closed_by, ''),
       (SELECT count(*) FROM ledger_journalentry e WHERE e.date >= m.month AND e.date < m.month + interval '1 month')
FROM generate_series(greatest((SELECT date_trunc('month', min(date)) FROM ledger_journalentry),
                              %(current)s::date - make_interval(months => %(back)s)),
                     %(current)s::date, interval '1 month') m (month)
LEFT JOIN ledger_closedmonth c ON c.month = m.month::date
ORDER BY m.month DESC
"""
MONTHS_BACK = 24


def months() -> list[MonthRow]:
    """Return the months of the last two years since the first posting, the newest first."""
    current = clock.today().replace(day=1)
    with connection.cursor() as cursor:
        cursor.execute(_MONTHS, {"current": current, "back": MONTHS_BACK})
        return [MonthRow(*row) for row in cursor.fetchall()]


def closings_of(month: datetime.date) -> list[ClosingRow]:
    """Return what was done with a month, the latest first."""
    found = MonthClosing.objects.filter(month=month).order_by("-id")
    return [ClosingRow(one.verb, one.at, one.by, one.reason, one.checklist) for one in found]


def is_closed(month: datetime.date) -> bool:
    """Return whether a month takes no posting."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM ledger_closedmonth WHERE month = %s)", [month])
        return bool(cursor.fetchone()[0])
