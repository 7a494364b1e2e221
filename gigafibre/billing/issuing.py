"""Writing down what was computed: lines, taxes, charged days, then numbers, documents, postings, receivables.

The number series is the last thing locked, so that a transaction holds it as short as it can.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from gigafibre.billing import deferring, letterhead
from gigafibre.billing.scripts import MANY, Script, are_few
from gigafibre.kernel import clock, numbers, settings
from gigafibre.kernel.statements import Prepared
from gigafibre.ledger import bulk as ledger
from gigafibre.ledger.queries import account_of
from gigafibre.subscriptions import bulk as subscriptions

_COMPUTED = Prepared("""
SELECT count(*) FILTER (WHERE kind = 'invoice'), count(*) FILTER (WHERE kind = 'credit_note'), coalesce(sum(total), 0)
FROM bill_document
""")
_PARTS = Script.of("issue_parts.sql")
_DOCUMENTS = Script.of("issue_documents.sql")


@dataclass(frozen=True)
class Issued:
    """How many documents were issued, and what they come to."""

    documents: int
    total: Decimal


def due_date_of(day: date) -> date:
    """Return when an invoice of a day is due."""
    return day + timedelta(days=settings.get("billing.due_days"))


def write_parts(cursor: Any, run: int | None) -> None:
    """Write what needs no number: lines, taxes, charged days, up to where each subscription is charged."""
    _PARTS.run(cursor, {"run": run}, few=are_few(cursor))
    subscriptions.move_charged_until(cursor, "bill_moved")


def write_documents(cursor: Any, on: date, run: int | None) -> Issued:
    """Number, issue and post the documents whose parts are written; open credit pays them, oldest due first."""
    cursor.execute(_COMPUTED)
    invoices, credit_notes, total = cursor.fetchone()
    if not invoices + credit_notes:
        return Issued(0, Decimal("0.00"))
    values: dict[str, Any] = {
        "date": on,
        "due_date": due_date_of(on),
        "run": run,
        "now": clock.now(),
        "receivable": account_of("receivable"),
        "deferred": account_of("deferred_revenue"),
        "letterhead": letterhead.keep(),
    }
    deferred = deferring.plan_run(cursor, on)
    for series, count in (("invoice", invoices), ("credit_note", credit_notes)):
        taken = numbers.take(series, count, on=on) if count else None
        values[f"{series}_first"] = taken.first if taken else 0
        values[f"{series}_prefix"] = taken.prefix if taken else ""
        values[f"{series}_digits"] = taken.digits if taken else 0
    _DOCUMENTS.run(cursor, values, few=invoices + credit_notes < MANY)
    ledger.post_entries(cursor, "bill_entry", "bill_posting")
    if deferred:
        deferring.keep(cursor, on)
    ledger.open_items(cursor, "bill_item")
    ledger.apply_open_credit(cursor, "bill_document", on)
    return Issued(invoices + credit_notes, total)
