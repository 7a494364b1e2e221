"""The reconciliation: each sum in the source, here, and what the report lists; the rest must be 0.00."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import connection, transaction

from gigafibre.legacy.importing.context import statements

Added = tuple[list[dict[str, Any]], list[dict[str, Any]]]


def reconcile(run: int) -> Added:
    """Return the sums (name, source, here, listed, and the rest that nothing explains) and whose balance differs.

    A sum of one year is named with it: `invoiced 2019`, `paid 2019`, `GST 2019`. Of the customers at most 1,000 come
    (number, name and the same amounts), the largest difference first.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('work_mem', '256MB', true), set_config('jit', 'off', true)")
        *before, sums, customers = statements("reconcile")
        for statement in before:
            cursor.execute(statement, {"run": run} if "%(" in statement else None)
        cursor.execute(sums, {"run": run})
        found = [{"name": name, **_amounts(*amounts)} for _, name, *amounts in cursor.fetchall()]
        cursor.execute(customers)
        differ = [
            {"number": number, "name": name, **_amounts(*amounts)} for number, name, *amounts in cursor.fetchall()
        ]
    return found, differ


def _amounts(source: Decimal, here: Decimal, listed: Decimal) -> dict[str, str]:
    return {
        "source": f"{source:f}",
        "here": f"{here:f}",
        "listed": f"{listed:f}",
        "rest": f"{source - here - listed:f}",
    }
