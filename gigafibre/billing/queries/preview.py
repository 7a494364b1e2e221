"""What a run would bill: the run's own computation, read from the scratch tables and thrown away."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection, transaction

from gigafibre.billing import computation
from gigafibre.billing.queries.differences import Difference, Differences, GroupTotal, compare, group_totals
from gigafibre.billing.queries.proof import ZERO, Outcome, ProofSheet, TaxProof
from gigafibre.kernel import clock


@dataclass(frozen=True)
class Parked:
    """A live subscription that a run can't bill, and why."""

    subscription: str
    customer: str
    customer_name: str
    item: str
    cause: str
    amount: Decimal


@dataclass(frozen=True)
class RunPreview:
    """A run before it is confirmed: totals, groups against last month, proof, what is parked, what is different."""

    date: date
    computed_at: datetime
    seconds: float
    active_customers: int
    invoices: int
    credit_notes: int
    lines: int
    subtotal: Decimal
    tax_total: Decimal
    total: Decimal
    previous_subtotal: Decimal
    next_number: str
    groups: list[GroupTotal]
    proof: ProofSheet
    parked: list[Parked]
    differences: Differences
    details: list[Difference] = field(default_factory=list)


_TOTALS = """
SELECT count(*) FILTER (WHERE kind = 'invoice'), count(*) FILTER (WHERE kind = 'credit_note'),
       coalesce(sum(lines), 0)::bigint, coalesce(sum(subtotal), 0.00), coalesce(sum(tax_total), 0.00),
       coalesce(sum(total), 0.00)
FROM bill_document
"""
_OUTCOMES = """
SELECT s.outcome, s.cause, count(*), coalesce(sum(l.amount), 0.00) FROM bill_subscription s
LEFT JOIN (SELECT subscription_id, sum(amount) AS amount FROM bill_line WHERE pending_id IS NULL GROUP BY 1) l
  ON l.subscription_id = s.id
GROUP BY 1, 2 ORDER BY 1, 2
"""
_POSTINGS = "SELECT coalesce(sum(amount), 0.00) FROM bill_line WHERE account IS NOT NULL"
_WAITING = "SELECT coalesce(sum(amount), 0.00) FROM bill_line WHERE pending_id IS NOT NULL"
_TAXES = """
SELECT t.code, t.name_fr, t.name_en, x.rate, sum(x.amount), sum(round(x.base * x.rate, 2))
FROM bill_tax x JOIN billing_tax t ON t.id = x.tax_id GROUP BY 1, 2, 3, 4, t.position ORDER BY t.position
"""
_PARKED = """
SELECT s.number, c.number, c.display_name, i.sku, b.cause,
       round(coalesce(s.price_override, p.price, 0) * s.quantity, 2)
FROM bill_subscription b
JOIN subscriptions_subscription s ON s.id = b.id
JOIN crm_customer c ON c.id = b.member_id
JOIN catalog_item i ON i.id = b.item_id
LEFT JOIN catalog_itemprice p ON p.item_id = i.id AND p.days @> %s::date
WHERE b.outcome = 'parked' ORDER BY c.sort_key, s.number LIMIT 500
"""
_ACTIVE = "SELECT count(*) FROM crm_customer WHERE status = 'active'"
_NEXT = "SELECT prefix, digits, next FROM kernel_series WHERE code = 'invoice'"


def preview_run(on: date, *, kind: str | None = None, limit: int = 200) -> RunPreview:
    """Compute what a run of a day would bill, against the month before; writes nothing.

    `kind` adds the differences of that kind (`new`, `gone`, `price`, `unusual`), at most `limit`.
    """
    began = time.monotonic()
    with transaction.atomic(), connection.cursor() as cursor:
        computation.compute(cursor, on)
        return read_preview(cursor, on, began, kind=kind, limit=limit)


def read_preview(cursor: Any, on: date, began: float, *, kind: str | None = None, limit: int = 200) -> RunPreview:
    """Read the preview of a computation of everybody that the scratch tables hold."""
    cursor.execute(_TOTALS)
    invoices, credit_notes, lines, subtotal, tax_total, total = cursor.fetchone()
    groups = group_totals(cursor, on)
    summary, details = compare(cursor, on, kind=kind, limit=limit)
    cursor.execute(_PARKED, [on])
    parked = [Parked(*row) for row in cursor.fetchall()]
    cursor.execute(_ACTIVE)
    active = cursor.fetchone()[0]
    cursor.execute(_NEXT)
    prefix, digits, number = cursor.fetchone()
    return RunPreview(
        date=on,
        computed_at=clock.now(),
        seconds=round(time.monotonic() - began, 2),
        active_customers=active,
        invoices=invoices,
        credit_notes=credit_notes,
        lines=lines,
        subtotal=subtotal,
        tax_total=tax_total,
        total=total,
        previous_subtotal=sum((g.previous for g in groups), ZERO),
        next_number=f"{prefix.replace('{year}', str(on.year))}{number:0{digits}d}",
        groups=groups,
        proof=_proof(cursor, invoices + credit_notes, lines, subtotal, total),
        parked=parked,
        differences=summary,
        details=details,
    )


def _proof(cursor: Any, documents: int, lines: int, subtotal: Decimal, total: Decimal) -> ProofSheet:
    cursor.execute(_OUTCOMES)
    outcomes = [Outcome(*row) for row in cursor.fetchall()]
    cursor.execute(_WAITING)
    expected = sum((o.amount for o in outcomes), ZERO) + cursor.fetchone()[0]
    cursor.execute(_POSTINGS)
    postings = cursor.fetchone()[0]
    cursor.execute(_TAXES)
    taxes = [
        TaxProof(code, fr, en, rate, amount, again, amount) for code, fr, en, rate, amount, again in cursor.fetchall()
    ]
    return ProofSheet(
        live=_live(cursor),
        outcomes=outcomes,
        documents=documents,
        lines=lines,
        first_number="",
        last_number="",
        missing_numbers=0,
        expected=expected,
        issued=subtotal,
        ledger=postings,
        taxes=taxes,
        total=total,
        receivable=postings + sum((t.amount for t in taxes), ZERO),
    )


def _live(cursor: Any) -> int:
    cursor.execute("SELECT count(*) FROM subscriptions_subscription WHERE state IN ('active', 'suspended', 'paused')")
    return int(cursor.fetchone()[0])
