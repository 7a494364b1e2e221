"""The reconciliation: each sum in the source, here, and what the report lists; the rest must be 0.00."""

from __future__ import annotations

from typing import Any

from django.db import connection

from gigafibre.legacy.importing.context import statements


def reconcile(run: int) -> list[dict[str, Any]]:
    """Return one row per sum: name, source, here, listed, and the rest that nothing explains."""
    with connection.cursor() as cursor:
        cursor.execute(statements("reconcile")[0], {"run": run})
        rows = cursor.fetchall()
    return [
        {
            "name": name,
            "source": f"{there:f}",
            "here": f"{here:f}",
            "listed": f"{listed:f}",
            "rest": f"{there - here - listed:f}",
        }
        for _, name, there, here, listed in rows
    ]
