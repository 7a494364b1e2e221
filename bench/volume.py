"""Realistic volumes in SQL: the provider's own counts, plausible names, prices and dates, always the same rows.

    with volume.database("live"):      6,700 live customers with 22,000 live subscriptions, as many closed ones, and the
                                       invoices of the month before
    with volume.database("books"):     the same with a second month, receivables, payments and books
    with volume.database("history"):   the same with over 630,000 invoices of six years, receivables,
                                       payments, and the books of the last twelve months
    with volume.database("imported"):  the sample of the former system's own volumes, brought in by the import

Rows are written as the importer writes them, in bulk; `harness.database` keeps the built template.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from bench import harness

SQL = Path(__file__).parent / "sql"
LEGACY = Path(__file__).parent.parent / "gigafibre" / "legacy"
LAST_MONTH = date(2026, 11, 1)
RUN_DAY = date(2026, 12, 1)

#: customers, of which live; subscriptions, of which live; months of invoices before RUN_DAY
VOLUMES = {
    "small": {"customers": 150, "live_customers": 70, "subscriptions": 600, "live": 230, "months": 2},
    "live": {"customers": 15_300, "live_customers": 6_700, "subscriptions": 66_000, "live": 22_000, "months": 1},
    "books": {"customers": 15_300, "live_customers": 6_700, "subscriptions": 66_000, "live": 22_000, "months": 2},
    #: more than 6,700 invoices in a run, and less than half of them: the leader of the database dies in the middle
    "cluster": {"customers": 15_300, "live_customers": 7_020, "subscriptions": 66_000, "live": 23_050, "months": 2},
    "peers": {"customers": 6_900, "live_customers": 3_000, "subscriptions": 29_500, "live": 9_850, "months": 2},
    "history": {"customers": 15_300, "live_customers": 6_700, "subscriptions": 66_000, "live": 22_000, "months": 76},
}


def live(subscriptions: int) -> str:
    """Return the name of a volume with that many live subscriptions, all else in proportion to the provider's own."""
    if subscriptions == VOLUMES["live"]["live"]:
        return "live"
    name = f"{subscriptions}_live"  # not live_…: building the template `live` drops those whose names begin so
    share = subscriptions / VOLUMES["live"]["live"]
    VOLUMES[name] = {what: max(1, round(count * share)) for what, count in VOLUMES["live"].items()} | {"months": 1}
    return name


@contextmanager
def database(name: str, *, durable: bool = True) -> Iterator[str]:
    """Give a fresh clone of a volume by name; yields its URL."""
    if name == "imported":
        files = sorted(
            path for path in LEGACY.rglob("*") if path.suffix in {".py", ".sql"} and "tests" not in path.parts
        )
        sizes = " ".join(str(path.stat().st_size) for path in files)
        with harness.database(name, bring_in, key=hashlib.sha256(sizes.encode()).hexdigest()[:12]) as url:
            yield url
        return
    sizes = "".join(f"{path.stat().st_size:x}" for path in sorted(SQL.glob("volume_*.sql")))
    # Of its numbers too: changed, it is another volume.
    key = hashlib.sha256(f"{sizes} {VOLUMES[name]}".encode()).hexdigest()[:12]
    with harness.database(name, lambda: build(name), key=key, durable=durable) as url:
        yield url


def bring_in() -> None:
    """Fill an empty, migrated database with the whole sample, from a folder."""
    from django.db import connection

    with tempfile.TemporaryDirectory(prefix="gigafibre-bench-") as folder:
        for words in (
            ["legacy_sample", f"--to={folder}/dump", "--scale=1"],
            ["legacy_import", f"--source={folder}/dump"],
        ):
            subprocess.run([sys.executable, "-m", "gigafibre", *words, "--json"], check=True, stdout=subprocess.DEVNULL)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def build(name: str) -> None:
    """Fill an empty, migrated database with a volume."""
    from django.db import connection, transaction

    values: dict[str, Any] = {**VOLUMES[name], "last_month": LAST_MONTH}
    steps = ["volume_base.sql", "volume_services.sql", "volume_invoices.sql"] + (
        ["volume_receivables.sql", "volume_life.sql", "volume_books.sql"] if values["months"] > 1 else []
    )
    harness.forgive_new_columns()
    for step in steps:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE gigafibre_importer")
            text = (SQL / step).read_text()
            cursor.execute(text, values if "%(" in text else None)
            cursor.execute("RESET ROLE")
            cursor.execute("ANALYZE")  # ten times as many rows are joined as wisely
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
