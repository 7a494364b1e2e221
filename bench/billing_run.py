"""How many invoices a second the billing run issues: `python -m bench.billing_run --json`.

22,000 live subscriptions of 6,700 customers, with taxes, ledger, numbers, proof sheet and every trigger; from the
confirmed run to the closed one (`invoices_per_s`), and with the confirmation itself (`with_confirmation_per_s`).
`--workers` processes issue it side by side, two as on the two cores promised; they wait, started, as workers do.
`--subscriptions 220000` bills ten times as many and compares.
"""

from __future__ import annotations

import multiprocessing
import time
from multiprocessing.synchronize import Barrier

from bench import harness

harness.start()

from django.db import connection  # noqa: E402

from bench import volume  # noqa: E402
from gigafibre.billing import run  # noqa: E402
from gigafibre.billing.models import BillingRun, Invoice  # noqa: E402
from gigafibre.billing.queries.preview import preview_run  # noqa: E402
from gigafibre.billing.queries.proof import proof_of_run  # noqa: E402
from gigafibre.kernel import clock  # noqa: E402
from gigafibre.kernel.actor import SYSTEM  # noqa: E402
from gigafibre.kernel.perform import perform  # noqa: E402


def main() -> None:
    """Preview, confirm and issue one month; `growth_ratio` is its time over that of the provider's own 22,000."""
    given = harness.arguments(__doc__ or "", volume="live", subscriptions=0, chunk=run.CHUNK, workers=2)
    clock.freeze("2026-11-30T10:42:00-05:00")
    name = volume.live(given.subscriptions) if given.subscriptions else given.volume
    size, metrics = month(name, given.chunk, given.workers)
    if name != "live" and given.subscriptions:
        _, usual = month("live", given.chunk, given.workers)
        metrics["growth_ratio"] = metrics["issue_s"] / usual["issue_s"]
    harness.report("billing_run", size, metrics, as_json=given.json)


def month(name: str, chunk: int, workers: int) -> tuple[dict[str, int], dict[str, float]]:
    """Bill one month of a volume; the proof sheet must agree. Returns what it held and how long it took."""
    with volume.database(name):
        preview_run(volume.RUN_DAY)
        began = time.monotonic()
        preview = preview_run(volume.RUN_DAY)
        previewed = time.monotonic() - began

        began = time.monotonic()
        perform("billing.confirm_run", {"date": volume.RUN_DAY.isoformat()}, actor=SYSTEM)
        confirmed = time.monotonic() - began
        made = BillingRun.objects.get()

        issued = side_by_side(made.pk, chunk, workers)

        count = Invoice.objects.filter(run=made).count()
        sheet = proof_of_run(made.pk)
        if wrong := sheet.disagreements():
            raise SystemExit(f"the proof sheet does not balance: {wrong}")
        if (sheet.issued, sheet.total) != (preview.subtotal, preview.total):
            raise SystemExit(
                f"issued {sheet.issued} and {sheet.total}, previewed {preview.subtotal} and {preview.total}"
            )
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM ledger_journalline l JOIN ledger_journalentry e ON e.id = l.entry_id")
            postings = cursor.fetchone()[0]
    size = {
        "live_subscriptions": sheet.live,
        "invoices": count,
        "lines": sheet.lines,
        "ledger_lines": postings,
        "chunk": chunk,
        "workers": workers,
    }
    return size, {
        "invoices_per_s": count / issued,
        "with_confirmation_per_s": count / (issued + confirmed),
        "issue_s": issued,
        "confirm_s": confirmed,
        "preview_s": previewed,
    }


def side_by_side(run_id: int, chunk: int, workers: int) -> float:
    """Issue a confirmed run with some processes, all ready when the clock starts; returns the seconds it took."""
    forking = multiprocessing.get_context("fork")
    ready = forking.Barrier(workers)
    connection.close()  # a child must not speak on its parent's line
    others = [forking.Process(target=worker, args=(run_id, chunk, ready)) for _ in range(workers - 1)]
    for other in others:
        other.start()
    connection.ensure_connection()
    ready.wait()
    began = time.monotonic()
    run.issue(run_id, size=chunk)
    issued = time.monotonic() - began
    for other in others:
        other.join()
        if other.exitcode:
            raise SystemExit("a worker ended with an error")
    return issued


def worker(run_id: int, chunk: int, ready: Barrier) -> None:
    """One more process that issues the run, connected before it is told to begin."""
    connection.ensure_connection()
    ready.wait()
    run.issue(run_id, size=chunk)


if __name__ == "__main__":
    main()
