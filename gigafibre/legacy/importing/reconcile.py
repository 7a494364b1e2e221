"""The reconciliation: each sum in the source, here, and what the report lists; the rest must be 0.00."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import connection, transaction

from gigafibre.legacy.importing.choice import Choice
from gigafibre.legacy.importing.opening import compared
from gigafibre.legacy.importing.phases import TABLES
from gigafibre.legacy.importing.stage import make_missing
from gigafibre.legacy.scripts import statements


def reconcile(run: int, choice: Choice) -> dict[str, Any]:
    """Return the sums (name, source, here, listed, and the rest that nothing explains) and whose balance differs.

    Of a part only the sums that what it brought allows; the others are named (`not_reconciled`).

    A sum of one year is named with it: `invoiced 2019`, `paid 2019`, `GST 2019`. Of the customers at most 1,000 come
    (number, name and the same amounts), the largest difference first.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('work_mem', '256MB', true), set_config('jit', 'off', true)")
        for name in () if choice.whole else TABLES:
            make_missing(cursor, name)
        *before, sums, customers = statements("reconcile")
        for statement in before:
            cursor.execute(statement, {"run": run} if "%(" in statement else None)
        cursor.execute(sums, {"run": run})
        rows = cursor.fetchall() + compared(cursor)
        found = [{"name": name, **_amounts(*amounts)} for _, name, *amounts in rows]
        cursor.execute(customers)
        differ = [
            {"number": number, "name": name, **_amounts(*amounts)} for number, name, *amounts in cursor.fetchall()
        ]
    left = dict.fromkeys(row["name"].split(" ")[0] for row in found if not choice.reconciles(row["name"]))
    return {
        "reconciliation": [row for row in found if choice.reconciles(row["name"])],
        "customers": differ if choice.reconciles("customers_whose_balance_differs") else [],
        "not_reconciled": list(left),
    }


def _amounts(source: Decimal, here: Decimal, listed: Decimal) -> dict[str, str]:
    return {
        "source": f"{source:f}",
        "here": f"{here:f}",
        "listed": f"{listed:f}",
        "rest": f"{source - here - listed:f}",
    }
