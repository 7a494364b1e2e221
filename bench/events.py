"""How many deliveries a second two worker processes make: `python -m bench.events --json`."""

from __future__ import annotations

import subprocess
import sys
import time

from bench import harness

harness.start()

from django.db import connection  # noqa: E402

from bench import delivering  # noqa: E402


def workers(count: int) -> list[subprocess.Popen[bytes]]:
    """Start worker processes that know the bench's handlers."""
    return [subprocess.Popen([sys.executable, "-m", "bench.events_worker"]) for _ in range(count)]


def undone() -> int:
    """Count what is still to be delivered."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM kernel_delivery WHERE state <> 'done'")
        return int(cursor.fetchone()[0])


def main() -> None:
    """Fill a queue, let two processes drain it, say the rate."""
    given = harness.arguments(__doc__ or "", deliveries=6000, subjects=300, processes=2)
    facts = given.deliveries // 2
    with harness.database():
        delivering.prepare()
        began = time.monotonic()
        delivering.publish_many(facts, given.subjects, seed=1)
        published = time.monotonic() - began
        processes = workers(given.processes)
        try:
            while undone() == facts * 2:
                time.sleep(0.01)
            began, first = time.monotonic(), undone()
            while undone():
                time.sleep(0.05)
            took = time.monotonic() - began
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait()
        wrong = delivering.what_went_wrong(facts)
        if wrong:
            raise SystemExit("; ".join(wrong))
        metrics = {"deliveries_per_s": first / took, "published_per_s": facts / published}
        volume = {"deliveries": facts * 2, "subjects": given.subjects, "processes": given.processes}
        harness.report("events", volume, metrics, as_json=given.json)


if __name__ == "__main__":
    main()
