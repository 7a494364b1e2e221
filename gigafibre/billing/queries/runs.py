"""Runs: how far each is, what came of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection, transaction

from gigafibre.billing.computation import prepare
from gigafibre.billing.errors import NoSuchRun
from gigafibre.billing.queries.differences import Difference, Differences, GroupTotal, compare, group_totals
from gigafibre.billing.queries.preview import Parked
from gigafibre.billing.queries.proof import ProofSheet, proof_of_run


@dataclass(frozen=True)
class RunRow:
    """A run in the list and on top of its page: where it is, by whom, how many customers of how many are settled."""

    id: int
    date: datetime.date
    state: str
    confirmed_by: str
    confirmed_at: datetime.datetime
    started_at: datetime.datetime | None
    finished_at: datetime.datetime | None
    signed_by: str
    signed_at: datetime.datetime | None
    customers: int
    waiting: int
    issued: int
    parked: int
    nothing: int
    expected: Decimal
    documents: int
    total: Decimal


@dataclass(frozen=True)
class SetAside:
    """A customer a run could not bill, and why."""

    customer: str
    name: str
    error: str


@dataclass(frozen=True)
class RunPage:
    """A run whole: its row, its proof sheet so far, totals per group against the month before, who waits and why."""

    row: RunRow
    proof: ProofSheet
    groups: list[GroupTotal]
    differences: Differences
    parked: list[Parked]
    set_aside: list[SetAside]


_ROWS = """
SELECT r.id, r.date, r.state, r.confirmed_by, r.confirmed_at, r.started_at, r.finished_at, r.signed_by, r.signed_at,
       coalesce(i.customers, 0), coalesce(i.waiting, 0), coalesce(i.issued, 0), coalesce(i.parked, 0),
       coalesce(i.nothing, 0), coalesce(i.expected, 0.00), coalesce(d.documents, 0), coalesce(d.total, 0.00)
FROM billing_billingrun r
LEFT JOIN LATERAL (
  SELECT count(*) AS customers, count(*) FILTER (WHERE state = 'waiting') AS waiting,
         count(*) FILTER (WHERE state = 'issued') AS issued, count(*) FILTER (WHERE state = 'parked') AS parked,
         count(*) FILTER (WHERE state = 'nothing') AS nothing, sum(expected) AS expected
  FROM billing_runitem WHERE run_id = r.id) i ON true
LEFT JOIN LATERAL (
  SELECT count(*) AS documents, sum(CASE kind WHEN 'credit_note' THEN -total ELSE total END) AS total
  FROM billing_invoice WHERE run_id = r.id) d ON true
WHERE %(date)s::date IS NULL OR r.date = %(date)s
ORDER BY r.date DESC LIMIT %(limit)s
"""
_PARKED = """
SELECT s.number, c.number, c.display_name, i.sku, p.cause, round(coalesce(s.price_override, x.price, 0) * s.quantity, 2)
FROM billing_runsubscription p
JOIN subscriptions_subscription s ON s.id = p.subscription_id
JOIN crm_customer c ON c.id = s.customer_id
JOIN catalog_item i ON i.id = s.item_id
LEFT JOIN catalog_itemprice x ON x.item_id = i.id AND x.days @> %(date)s::date
WHERE p.run_id = %(run)s AND p.outcome = 'parked' ORDER BY c.sort_key, s.number LIMIT 500
"""
_SET_ASIDE = """
SELECT c.number, c.display_name, p.error FROM billing_runitem p JOIN crm_customer c ON c.id = p.customer_id
WHERE p.run_id = %s AND p.state = 'parked' ORDER BY c.sort_key LIMIT 500
"""
# A run that is made is compared by what it issued, put where a computation would stand.
_ISSUED = """
INSERT INTO bill_line (customer_id, subscription_id, item_id, group_id, kind, description, amount, account)
SELECT i.customer_id, l.subscription_id, l.item_id, t.group_id, l.kind, l.description,
       CASE i.kind WHEN 'credit_note' THEN -l.amount ELSE l.amount END, l.revenue_account
FROM billing_invoice i JOIN billing_invoiceline l ON l.invoice_id = i.id LEFT JOIN catalog_item t ON t.id = l.item_id
WHERE i.run_id = %(run)s;
INSERT INTO bill_document (customer_id, subtotal)
SELECT customer_id, CASE kind WHEN 'credit_note' THEN -subtotal ELSE subtotal END FROM billing_invoice
WHERE run_id = %(run)s;
ANALYZE bill_line, bill_document;
"""


def runs(limit: int = 60) -> list[RunRow]:
    """Return the latest runs."""
    return _rows(None, limit)


def run_row(date: datetime.date) -> RunRow | None:
    """Return the run of a day, if there is one."""
    return next(iter(_rows(date, 1)), None)


def run_page(date: datetime.date) -> RunPage:
    """Return a run whole; raises NoSuchRun."""
    row = run_row(date)
    if row is None:
        raise NoSuchRun(date=date)
    with transaction.atomic(), connection.cursor() as cursor:
        groups, differences, _ = _compared(cursor, row, None, 0)
        cursor.execute(_PARKED, {"run": row.id, "date": date})
        parked = [Parked(*found) for found in cursor.fetchall()]
        cursor.execute(_SET_ASIDE, [row.id])
        set_aside = [SetAside(*found) for found in cursor.fetchall()]
        proof = proof_of_run(row.id)
    return RunPage(row, proof, groups, differences, parked, set_aside)


def run_differences(row: RunRow, kind: str, limit: int) -> tuple[Differences, list[Difference]]:
    """Return the customers a made run bills differently in one way, against the month before."""
    with transaction.atomic(), connection.cursor() as cursor:
        _, differences, details = _compared(cursor, row, kind, limit)
    return differences, details


def _compared(
    cursor: Any, row: RunRow, kind: str | None, limit: int
) -> tuple[list[GroupTotal], Differences, list[Difference]]:
    prepare(cursor)
    cursor.execute(_ISSUED, {"run": row.id})
    groups = group_totals(cursor, row.date)
    differences, details = compare(cursor, row.date, kind=kind, limit=limit)
    return groups, differences, details


def _rows(date: datetime.date | None, limit: int) -> list[RunRow]:
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, {"date": date, "limit": limit})
        return [RunRow(*row) for row in cursor.fetchall()]
