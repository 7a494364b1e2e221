"""The trial balance, aging on any day, and the entries of a document."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from gigafibre.kernel.money import cents, total


@dataclass(frozen=True)
class TrialBalanceRow:
    """An account over some days; balances are debit less credit."""

    number: str
    name_fr: str
    name_en: str
    kind: str
    opening: Decimal
    debit: Decimal
    credit: Decimal
    closing: Decimal


@dataclass(frozen=True)
class TrialBalance:
    """Every account that ever moved, from the first day to the last, both included; debits equal credits."""

    first: datetime.date
    last: datetime.date
    rows: list[TrialBalanceRow]
    debit: Decimal
    credit: Decimal


@dataclass(frozen=True)
class AgingTotals:
    """What is owed by days past due, unapplied credits apart; `balance` is owed less credits."""

    current: Decimal
    days_1_30: Decimal
    days_31_60: Decimal
    days_61_90: Decimal
    over_90: Decimal
    owed: Decimal
    credits: Decimal
    balance: Decimal


@dataclass(frozen=True)
class Aging:
    """Aging at the end of a day, over all customers or a page of them (`customers`: id and totals)."""

    on: datetime.date
    totals: AgingTotals
    customers: list[tuple[int, AgingTotals]]
    count: int


@dataclass(frozen=True)
class LineRow:
    """A line of an entry."""

    account: str
    name_fr: str
    name_en: str
    debit: Decimal
    credit: Decimal
    customer_id: int | None


@dataclass(frozen=True)
class EntryRow:
    """An entry with its lines."""

    id: int
    date: datetime.date
    kind: str
    document: str
    description: str
    posted_at: datetime.datetime
    reverses: int | None
    lines: list[LineRow]


_TRIAL_BALANCE = """
SELECT a.number, a.name_fr, a.name_en, a.kind, s.opening, s.debit, s.credit, s.opening + s.debit - s.credit
FROM ledger_account a JOIN (
  SELECT account_id,
         coalesce(sum(debit - credit) FILTER (WHERE date < %(first)s), 0) AS opening,
         coalesce(sum(debit) FILTER (WHERE date >= %(first)s), 0) AS debit,
         coalesce(sum(credit) FILTER (WHERE date >= %(first)s), 0) AS credit
  FROM ledger_journalline WHERE date <= %(last)s GROUP BY account_id) s ON s.account_id = a.id
ORDER BY a.number
"""


def trial_balance(first: datetime.date, last: datetime.date) -> TrialBalance:
    """Return each account's opening balance, movements and closing balance over some days, both included."""
    with connection.cursor() as cursor:
        cursor.execute(_TRIAL_BALANCE, {"first": first, "last": last})
        rows = [TrialBalanceRow(*row) for row in cursor.fetchall()]
    return TrialBalance(first, last, rows, total(r.debit for r in rows), total(r.credit for r in rows))


# Of what was open on a day, debits by days past due, then debits and credits.
_BY_AGE = """
    coalesce(sum(open) FILTER (WHERE side = 'debit' AND late <= 0), 0) AS current,
    coalesce(sum(open) FILTER (WHERE side = 'debit' AND late BETWEEN 1 AND 30), 0) AS days_1_30,
    coalesce(sum(open) FILTER (WHERE side = 'debit' AND late BETWEEN 31 AND 60), 0) AS days_31_60,
    coalesce(sum(open) FILTER (WHERE side = 'debit' AND late BETWEEN 61 AND 90), 0) AS days_61_90,
    coalesce(sum(open) FILTER (WHERE side = 'debit' AND late > 90), 0) AS over_90,
    coalesce(sum(open) FILTER (WHERE side = 'debit'), 0) AS owed,
    coalesce(sum(open) FILTER (WHERE side = 'credit'), 0) AS credits
"""

# What was open on a day is what is open now, taken back by what happened since: cheap for the recent days people ask
# about, and exact for any. An allocation counts from its day until the day it was undone.
AGING_BY_CUSTOMER = f"""
WITH since AS (
  SELECT item, sum(amount) AS amount FROM (
    SELECT i.item, CASE WHEN undone_on IS NULL THEN amount ELSE -amount END AS amount
    FROM ledger_allocation, LATERAL (VALUES (credit_id), (debit_id)) i (item)
    WHERE (undone_on IS NULL AND date > %(on)s) OR (undone_on > %(on)s AND date <= %(on)s)) moved
  GROUP BY item
), standing AS (
  SELECT id, customer_id, side, date, due_date, open FROM ledger_openitem WHERE open > 0
  UNION ALL
  SELECT id, customer_id, side, date, due_date, open FROM ledger_openitem
  WHERE open = 0 AND id IN (SELECT item FROM since)
), then_open AS (
  SELECT s.customer_id, s.side, s.open + coalesce(x.amount, 0) AS open, %(on)s - coalesce(s.due_date, s.date) AS late
  FROM standing s LEFT JOIN since x ON x.item = s.id WHERE s.date <= %(on)s
), customer AS (
  SELECT customer_id,
    {_BY_AGE}
  FROM then_open WHERE open <> 0 GROUP BY customer_id
)
"""  # noqa: S608  our own text

_AGING = """, everyone AS (
  SELECT NULL::bigint AS customer_id, coalesce(sum(current), 0), coalesce(sum(days_1_30), 0),
    coalesce(sum(days_31_60), 0), coalesce(sum(days_61_90), 0), coalesce(sum(over_90), 0), coalesce(sum(owed), 0),
    coalesce(sum(credits), 0), count(*) AS count
  FROM customer
), page AS (
  SELECT customer.*, 0 AS count FROM customer WHERE customer_id > %(after)s ORDER BY customer_id LIMIT %(limit)s
)
SELECT * FROM everyone UNION ALL SELECT * FROM page
"""


def aging(on: datetime.date, *, after: int = 0, limit: int = 0) -> Aging:
    """Return who owed what at the end of a day, by days past due: current, 1-30, 31-60, 61-90, over 90.

    Rebuilt from the days of documents and allocations, so that asking again later gives the same figures. With
    `limit`, also that many customers by id, those beyond `after`.
    """
    with connection.cursor() as cursor:
        cursor.execute(AGING_BY_CUSTOMER + _AGING, {"on": on, "after": after, "limit": limit})
        rows = cursor.fetchall()
    everyone = next(row for row in rows if row[0] is None)
    customers = sorted((row[0], _totals(row)) for row in rows if row[0] is not None)
    return Aging(on, _totals(everyone), customers, everyone[8])


_AGING_OF = f"""
WITH then_open AS MATERIALIZED (
  SELECT i.side, %(on)s - coalesce(i.due_date, i.date) AS late, i.amount - coalesce((
    SELECT sum(a.amount) FROM ledger_allocation a
    WHERE (a.debit_id = i.id OR a.credit_id = i.id)
      AND a.date <= %(on)s AND (a.undone_on IS NULL OR a.undone_on > %(on)s)), 0.00) AS open
  FROM ledger_openitem i WHERE i.customer_id = %(customer)s AND i.date <= %(on)s
)
SELECT {_BY_AGE}
FROM then_open
"""  # noqa: S608  our own text


def aging_of(customer_id: int, on: datetime.date) -> AgingTotals:
    """Return what one customer owed at the end of a day, by days past due: his row of `aging`, read by itself."""
    with connection.cursor() as cursor:
        cursor.execute(_AGING_OF, {"on": on, "customer": customer_id})
        return _totals((Decimal(0), *(cents(amount) for amount in cursor.fetchone())))


def _totals(row: tuple[Decimal, ...]) -> AgingTotals:
    owed, credit = row[6], row[7]
    return AgingTotals(row[1], row[2], row[3], row[4], row[5], owed, credit, owed - credit)


def entry_id(kind: str, document: str) -> int | None:
    """Return the entry that posted a document, or None (imported history has none)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM ledger_journalentry WHERE document = %s AND kind = %s ORDER BY id LIMIT 1", [document, kind]
        )
        row = cursor.fetchone()
    return row[0] if row else None


_ENTRIES = """
SELECT e.id, e.date, e.kind, e.document, e.description, e.posted_at, e.reverses_id,
       a.number, a.name_fr, a.name_en, l.debit, l.credit, l.customer_id
FROM ledger_journalentry e JOIN ledger_journalline l ON l.entry_id = e.id JOIN ledger_account a ON a.id = l.account_id
WHERE e.document = %s ORDER BY e.id, l.id
"""


def entries_of(document: str) -> list[EntryRow]:
    """Return the entries of a document by its human number, oldest first, with their lines."""
    with connection.cursor() as cursor:
        cursor.execute(_ENTRIES, [document])
        rows = cursor.fetchall()
    entries: dict[int, EntryRow] = {}
    for key, day, kind, number, description, posted_at, reverses, *line in rows:
        entry = entries.setdefault(key, EntryRow(key, day, kind, number, description, posted_at, reverses, []))
        entry.lines.append(LineRow(*line))
    return list(entries.values())
