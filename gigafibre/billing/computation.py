"""What is due on a day, computed once for all: previews read it, issuing writes it down.

The computation is SQL over the session's own scratch tables (`sql/scratch.sql`); it writes no other row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connection

from gigafibre.billing import settings as _declared  # noqa: F401  declares what is read below
from gigafibre.kernel import settings

_SQL = Path(__file__).parent / "sql"
_SCRATCH = (_SQL / "scratch.sql").read_text()
_COMPUTE = (_SQL / "compute.sql").read_text()
_EVERYBODY = """
INSERT INTO bill_scope
SELECT customer_id FROM subscriptions_subscription WHERE state IN ('active', 'suspended', 'paused')
UNION
SELECT customer_id FROM billing_pendingcharge WHERE line_id IS NULL AND withdrawn_at IS NULL
"""
_WAITING = """
SELECT count(*) FROM (
  SELECT p.id FROM billing_pendingcharge p
  WHERE p.line_id IS NULL AND p.withdrawn_at IS NULL AND p.customer_id IN (SELECT customer_id FROM bill_scope)
  ORDER BY p.id FOR NO KEY UPDATE) locked
"""


def compute(
    cursor: Any, on: date, *, customers: Iterable[int] | None = None, only: Sequence[int] | None = None
) -> None:
    """Fill the scratch tables with what is due on a day, for some customers or all, for some subscriptions or all.

    Inside a transaction: the tables are empty again when it ends.
    """
    prepare(cursor)
    if customers is None:
        cursor.execute(_EVERYBODY)
    else:
        cursor.execute("INSERT INTO bill_scope SELECT DISTINCT unnest(%s::bigint[])", [list(customers)])
    fill(cursor, on, only=only)


def prepare(cursor: Any) -> None:
    """Make the scratch tables where this session has none, and empty them."""
    if not connection.in_atomic_block:
        raise RuntimeError("compute inside a transaction: the scratch tables live as long as it")
    cursor.execute(_SCRATCH)


def lock_waiting(cursor: Any) -> None:
    """Lock what waits for the customers in `bill_scope`, in key order: whoever bills next finds it taken.

    A customer whose services have ended has no subscription to lock, and two who bill him at once would both take it.
    """
    cursor.execute(_WAITING)


def fill(cursor: Any, on: date, *, only: Sequence[int] | None = None, charges: Sequence[int] | None = None) -> None:
    """Compute what is due for the customers already in `bill_scope`; `charges` are billed whatever their day."""
    months = settings.get("billing.catch_up_months")
    values = {"only": None if only is None else list(only), "charges": None if charges is None else list(charges)}
    cursor.execute(_COMPUTE, {"date": on, "catch_up": months, **values})
