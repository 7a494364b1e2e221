"""One scheduler of several, as a process: looks whether a billing day has come, goes on with what is unfinished.

`python -m bench.proofs.scheduler --chunk 60`: it looks without a pause until a run is done, and then a few times more.
"""

from __future__ import annotations

import time

from bench import harness

harness.start()

from gigafibre.billing import run, tasks  # noqa: E402
from gigafibre.billing.models import BillingRun  # noqa: E402

PATIENCE_S = 120
AGAIN = 20


def main() -> None:
    """Look, work, look again."""
    given = harness.arguments(__doc__ or "", chunk=run.CHUNK)
    until = time.monotonic() + PATIENCE_S
    again = AGAIN
    while again and time.monotonic() < until:
        tasks.confirm_due(0)
        for run_id, _ in run.unfinished():
            run.issue(run_id, size=given.chunk)
        again -= BillingRun.objects.filter(state="done").exists()
        time.sleep(0.02)
    if again:
        raise SystemExit("no run came")


if __name__ == "__main__":
    main()
