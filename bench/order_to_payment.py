"""How many orders a second come from their signature to their first invoice: `python -m bench.order_to_payment --json`.

1,000 contracts beside the provider's own volume: signed and sealed as the page does it, delivered by two work
processes as `gigafibre worker` runs them, planned and published as on the day's board and installed job by job
through the verbs of a technician's phone by client processes, until every service is active, its prorated invoice
issued and its message queued (`roads_per_s`). Every contract then has each thing exactly once, and nothing is parked,
or it ends with 1. The figure is of the machine's speed: clients, workers and database share its cores.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import time

from bench import harness

harness.start()

from django.db import connection  # noqa: E402

from bench import roads  # noqa: E402

STEPS = ("read", "sign", "seal", "plan", "start", "write", "complete")


def main() -> None:
    """Walk all roads, look at what stands, say the rate."""
    given = harness.arguments(__doc__ or "", contracts=1000, workers=2, clients=2, volume="live")
    with roads.database(given.contracts, "" if given.volume == "none" else given.volume):
        load = os.getloadavg()[0]
        began = time.monotonic()
        words = ("worker", "--drains", "1", "--performers", "1")
        workers = [roads.process("gigafibre", *words, since=began) for _ in range(given.workers)]
        took = roads.Took()
        try:
            _wait_for(given.workers)
            began = time.monotonic()
            before = roads.undone()
            for one in _walked(given.clients, began):
                took.add(one)
            clients = time.monotonic() - began
            while roads.undone():
                if _parked() or time.monotonic() - began > roads.PATIENCE_S * 4:
                    break
                time.sleep(0.05)
            whole = time.monotonic() - began
        finally:
            for process in workers:
                process.terminate()
            for process in workers:
                process.wait()
        workers_cpu = sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2]) - took["whole_cpu"]
        if wrong := roads.what_is_wrong():
            raise SystemExit("\n".join(wrong[:40]))
        deliveries = _deliveries() - before
    metrics: dict[str, float | int] = {
        "roads_per_s": given.contracts / whole,
        "seconds": whole,
        "clients_s": clients,
        "deliveries": deliveries,
        "deliveries_per_s": deliveries / whole,
        "parked": 0,
        "paper_share_of_signing": took["paper"] / (took["sign"] + took["seal"] + took["read"]),
        "seal_share_of_signing": took["seal"] / (took["sign"] + took["seal"] + took["read"]),
        "seal_share_of_clients": took["seal"] / sum(took[step] for step in STEPS),
        "paper_ms": took["paper"] / given.contracts * 1000,
        **{f"{step}_ms": took[step] / given.contracts * 1000 for step in (*STEPS, "waited", "cpu")},
        "workers_cpu_ms": workers_cpu / given.contracts * 1000,
        "load_before": load,
        "load_after": os.getloadavg()[0],
    }
    volume = {name: getattr(given, name) for name in ("contracts", "volume", "workers", "clients")}
    harness.report("order_to_payment", volume, metrics, as_json=given.json)


def _walked(clients: int, since: float) -> list[dict[str, float]]:
    """Let client processes walk their shares; returns what each says of its time."""
    walking = [
        roads.process("bench.roads", "--part", str(part), "--parts", str(clients), since=since, stdout=subprocess.PIPE)
        for part in range(clients)
    ]
    said = [process.communicate()[0] for process in walking]
    if any(process.returncode for process in walking):
        raise SystemExit(f"a client ended with an error; {roads.what_is_wrong()[:10]}")
    return [json.loads(each) for each in said]


def _wait_for(workers: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM kernel_worker")
            if cursor.fetchone()[0] >= workers:
                return
        time.sleep(0.05)
    raise SystemExit("the workers did not start")


def _parked() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM kernel_delivery WHERE state = 'parked')")
        return bool(cursor.fetchone()[0])


def _deliveries() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM kernel_delivery WHERE state = 'done'")
        return int(cursor.fetchone()[0])


if __name__ == "__main__":
    main()
