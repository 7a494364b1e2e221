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


def fill(cursor: Any, on: date, *, only: Sequence[int] | None = None) -> None:
    """Compute what is due for the customers already in `bill_scope`."""
    months = settings.get("billing.catch_up_months")
    cursor.execute(_COMPUTE, {"date": on, "only": None if only is None else list(only), "catch_up": months})
