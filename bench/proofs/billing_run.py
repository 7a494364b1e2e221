"""A billing run survives kill −9: whatever is killed, it ends with the documents of an undisturbed run.

`python -m bench.proofs.billing_run --rounds 10 --kills 10 --seed 20261121`

Each round runs real worker processes on a clone of the same database and kills one after the other, somewhere inside
a chunk. *Identical*: per customer the same lines, periods, amounts, taxes, due date and postings, charged days and
subscriptions, and the same set of numbers without a gap; no worker ended by an error.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from functools import cache, partial
from pathlib import Path
from typing import Any

from bench import harness
from bench.proofs.harness import prove

harness.start()

from django.db import connection  # noqa: E402

from bench import volume  # noqa: E402
from gigafibre.billing import run  # noqa: E402
from gigafibre.billing.models import BillingRun  # noqa: E402
from gigafibre.billing.queries.proof import proof_of_run  # noqa: E402
from gigafibre.kernel.actor import SYSTEM  # noqa: E402
from gigafibre.kernel.perform import perform  # noqa: E402

NOW = "2026-11-30T10:42:00-05:00"
DAY = volume.RUN_DAY.isoformat()

# What one customer got, as one text: his document, lines, taxes, postings, receivable, charged days, subscriptions.
FINGERPRINT = """
WITH documents AS (SELECT * FROM billing_invoice WHERE run_id IS NOT NULL)
SELECT customer_id, md5(string_agg(fact, '|' ORDER BY fact)) FROM (
  SELECT customer_id, concat_ws(' ', 'document', kind, state, date, due_date, subtotal, tax_total, total, bill_name,
                                bill_address, language) AS fact FROM documents
  UNION ALL
  SELECT d.customer_id, concat_ws(' ', 'line', l.position, l.kind, l.subscription_id, l.location_id, l.sku,
         l.description, l.quantity, l.unit_price, l.amount, l.taxable, l.revenue_account, l.period_start, l.period_end)
  FROM documents d JOIN billing_invoiceline l ON l.invoice_id = d.id
  UNION ALL
  SELECT d.customer_id, concat_ws(' ', 'tax', x.tax_id, x.rate, x.base, x.amount)
  FROM documents d JOIN billing_invoicetax x ON x.invoice_id = d.id
  UNION ALL
  SELECT d.customer_id, concat_ws(' ', 'posting', e.date, e.kind, a.number, l.debit, l.credit)
  FROM documents d JOIN ledger_journalentry e ON e.document = d.number AND e.kind = d.kind
  JOIN ledger_journalline l ON l.entry_id = e.id JOIN ledger_account a ON a.id = l.account_id
  UNION ALL
  SELECT d.customer_id, concat_ws(' ', 'receivable', o.side, o.date, o.due_date, o.amount, o.open)
  FROM documents d JOIN ledger_openitem o ON o.number = d.number AND o.kind = d.kind
  UNION ALL
  SELECT s.customer_id, concat_ws(' ', 'days', s.id, s.charged_until, c.period, c.whole, c.price, c.amount,
                                  c.line_id IS NULL)
  FROM subscriptions_subscription s JOIN billing_chargedperiod c ON c.subscription_id = s.id
  UNION ALL
  SELECT s.customer_id, concat_ws(' ', 'proof', s.id, p.outcome, p.cause, p.amount)
  FROM billing_runsubscription p JOIN subscriptions_subscription s ON s.id = p.subscription_id
) facts GROUP BY customer_id
"""


def fingerprint() -> tuple[dict[int, str], list[str]]:
    """Return a digest of what each customer got, and the numbers given, in order."""
    with connection.cursor() as cursor:
        cursor.execute(FINGERPRINT)
        digests = dict(cursor.fetchall())
        cursor.execute("SELECT number FROM billing_invoice WHERE run_id IS NOT NULL ORDER BY number")
        return digests, [row[0] for row in cursor.fetchall()]


def prepare() -> int:
    """Make some customers special, with credit on their account, changes in the month and faults; confirm the run."""
    with connection.cursor() as cursor:
        cursor.execute((Path(__file__).parent / "billing_run_faults.sql").read_text())
    perform("billing.confirm_run", {"date": DAY}, actor=SYSTEM)
    return int(BillingRun.objects.get().pk)


def worker(chunk: int, errors: Path) -> subprocess.Popen[bytes]:
    """Start a real worker process on the run; what it says of errors is kept."""
    command = [sys.executable, "-m", "gigafibre", "billing_run", f"--date={DAY}", "--work", f"--chunk={chunk}"]
    with errors.open("ab") as said:
        return subprocess.Popen(command, env={**os.environ, "GIGAFIBRE_CLOCK": NOW}, stderr=said, stdout=said)


def settled() -> int:
    """Count the customers that are done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM billing_runitem WHERE state <> 'waiting'")
        return int(cursor.fetchone()[0])


@cache
def reference(name: str) -> tuple[dict[int, str], list[str]]:
    """Run it once undisturbed, in one process."""
    with volume.database(name, durable=False):
        made = prepare()
        run.issue(made)
        check(made)
        return fingerprint()


def check(made: int) -> None:
    """The run is done, its proof sheet agrees, nothing is left behind."""
    state = BillingRun.objects.get(pk=made).state
    assert state == "done", f"the run is {state}"
    wrong = proof_of_run(made).disagreements()
    assert not wrong, f"the proof sheet disagrees: {wrong}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_movement")
        assert cursor.fetchone()[0] == 0, "a ledger movement was left behind"


def killed(seed: int, *, name: str, kills: int, chunk: int, workers: int = 3) -> dict[str, Any]:
    """Issue with three processes; kill one somewhere inside its work, start another, as often as asked."""
    chance = random.Random(seed)
    wanted = reference(name)
    with volume.database(name, durable=False), tempfile.TemporaryDirectory() as folder:
        made = prepare()
        total = BillingRun.objects.get(pk=made).items.count()
        errors = Path(folder) / "errors"
        processes = [worker(chunk, errors) for _ in range(workers)]
        done_at: list[int] = []
        ended: list[int] = []
        try:
            for n in range(kills):
                goal = chance.randint(total * n // (kills + 1), max(total * (n + 1) // (kills + 1) - 1, 1))
                until = time.monotonic() + 120
                while settled() < goal and time.monotonic() < until and any(p.poll() is None for p in processes):
                    time.sleep(0.005)
                time.sleep(chance.random() * 0.08)
                victim = chance.randrange(workers)
                processes[victim].kill()
                ended.append(processes[victim].wait())
                done_at.append(settled())
                processes[victim] = worker(chunk, errors)
            ended += [process.wait(timeout=240) for process in processes]
        finally:
            for process in processes:
                if process.poll() is None:
                    process.kill()
                    process.wait()
        died = [code for code in ended if code not in {0, -9}]
        assert not died, f"a worker died of an error ({died}):\n{errors.read_text()[-3000:]}"
        check(made)
        found = fingerprint()
        same(wanted, found)
        return {
            "customers": total,
            "documents": len(found[1]),
            "kills": kills,
            "killed_while_working": sum(code == -9 for code in ended),
            "settled_at_kills": done_at,
        }


def repeated(*, name: str, times: int, workers: int = 3) -> dict[str, Any]:
    """Confirm and issue the same day again and again, side by side; nothing is added."""
    wanted = reference(name)
    with volume.database(name, durable=False), tempfile.TemporaryDirectory() as folder:
        made = prepare()
        errors = Path(folder) / "errors"
        command = [sys.executable, "-m", "gigafibre", "billing_run", f"--date={DAY}", "--confirm", "--json"]
        ended: list[int] = []
        with errors.open("ab") as said:
            for begin in range(0, times, workers):
                batch = [
                    subprocess.Popen(command, env={**os.environ, "GIGAFIBRE_CLOCK": NOW}, stderr=said, stdout=said)
                    for _ in range(min(workers, times - begin))
                ]
                ended += [process.wait(timeout=240) for process in batch]
        assert not any(ended), f"a run ended with an error:\n{errors.read_text()[-3000:]}"
        check(made)
        same(wanted, fingerprint())
        assert BillingRun.objects.count() == 1, "a second run was made"
        return {"times": times, "documents": len(wanted[1])}


def same(wanted: tuple[dict[int, str], list[str]], found: tuple[dict[int, str], list[str]]) -> None:
    """Two runs gave each customer the same, and used the same numbers."""
    different = [customer for customer in wanted[0] if wanted[0][customer] != found[0].get(customer)]
    assert not different, f"{len(different)} customers got something else, such as {different[:5]}"
    assert wanted[0].keys() == found[0].keys(), "other customers were billed"
    assert len(set(found[1])) == len(found[1]), "a number was given twice"
    assert wanted[1] == found[1], "other numbers were given"


def main() -> int:
    """Prove it at the size asked for."""
    given = harness.arguments(__doc__ or "", rounds=10, kills=10, times=50, volume="live", chunk=60, seed=20261121)
    print(f"seed {given.seed}")
    rounds: dict[str, Any] = {
        f"killed {given.kills} times, round {n + 1}": partial(
            killed, given.seed + n, name=given.volume, kills=given.kills, chunk=given.chunk
        )
        for n in range(given.rounds)
    }
    rounds[f"repeated {given.times} times"] = partial(repeated, name=given.volume, times=given.times)
    return prove("billing_run", rounds, seed=given.seed)


if __name__ == "__main__":
    sys.exit(main())
