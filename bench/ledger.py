"""How long the books take to read at ten years' volume: `python -m bench.ledger --json`.

5,000 customers, 600,000 invoices of five lines and almost as many payments of two (4.2 million lines), everything
allocated but the last months: the trial balance of a month, aging today and two years ago, every check.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bench import harness

harness.start()

from django.db import connection, transaction  # noqa: E402

from gigafibre.ledger import queries  # noqa: E402
from gigafibre.ledger.checks import run_all  # noqa: E402

SCRIPT = Path(__file__).parent / "sql" / "ledger_years.sql"


def build(customers: int, months: int) -> None:
    """Write the years, as the importer writes them."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE gigafibre_importer")
        cursor.execute(SCRIPT.read_text(), {"customers": customers, "months": months})
        cursor.execute("RESET ROLE")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def seconds(read: Callable[[], object], times: int = 5) -> float:
    """Return how long a reading takes, the middle of some."""
    taken = []
    for _ in range(times):
        began = time.monotonic()
        read()
        taken.append(time.monotonic() - began)
    return statistics.median(taken)


def main() -> None:
    """Read the books and say how long it took; they must add up."""
    given = harness.arguments(__doc__ or "", customers=5_000, months=120)
    key = f"{given.customers}x{given.months}x{SCRIPT.stat().st_size:x}"
    with harness.database("ledger", lambda: build(given.customers, given.months), key=key):
        metrics: dict[str, float | int] = {
            "trial_balance_s": seconds(lambda: queries.trial_balance(date(2026, 11, 1), date(2026, 11, 30))),
            "aging_s": seconds(lambda: queries.aging(date(2026, 11, 30), limit=50)),
            "aging_two_years_ago_s": seconds(lambda: queries.aging(date(2024, 11, 30), limit=50)),
            "ledger_check_s": seconds(lambda: wrong.extend(r.code for r in run_all() if r.wrong), 1),
        }
        if wrong:
            raise SystemExit(f"the books do not add up: {wrong}")
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM ledger_journalline")
            lines = cursor.fetchone()[0]
            cursor.execute("SELECT count(*) FROM ledger_allocation")
            allocations = cursor.fetchone()[0]
    harness.report("ledger", {"lines": lines, "allocations": allocations}, metrics, as_json=given.json)


wrong: list[str] = []

if __name__ == "__main__":
    main()
