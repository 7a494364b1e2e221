"""Webhooks survive kill −9: each endpoint hears each fact it wants, under one id, and nothing is given up.

`python -m bench.proofs.webhooks --rounds 5 --kills 10 --seed 20261121`
"""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from collections import Counter
from datetime import date
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from bench import harness
from bench.proofs.harness import prove, rounds_of_kills

harness.start()

from django.db import connection, transaction  # noqa: E402
from standardwebhooks import Webhook  # noqa: E402

from gigafibre.kernel import settings  # noqa: E402
from gigafibre.kernel.actor import SYSTEM, acting_as  # noqa: E402
from gigafibre.kernel.events import publish  # noqa: E402
from gigafibre.payments.events import PaymentReceived  # noqa: E402
from gigafibre.webhooks.actions import add_endpoint  # noqa: E402
from gigafibre.webhooks.models import Endpoint  # noqa: E402

ENDPOINTS = ("/un", "/deux", "/trois")


class Heard:
    """What the three endpoints took: every delivery with its body; one in seven is answered 500, once per id."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.taken: Counter[tuple[str, str]] = Counter()
        self.bodies: dict[str, set[bytes]] = {}
        self.unsigned = 0
        self.secrets: dict[str, str] = {}
        self.refused: set[tuple[str, str]] = set()

    def take(self, path: str, headers: dict[str, str], body: bytes) -> int:
        """Take a delivery, or refuse it the first time."""
        key = (path, headers["webhook-id"])
        try:
            Webhook(self.secrets[path]).verify(body, headers)
        except Exception:
            with self.lock:
                self.unsigned += 1
            return 401
        with self.lock:
            if int(headers["webhook-id"].removeprefix("evt_")) % 7 == 0 and key not in self.refused:
                self.refused.add(key)
                return 500
            self.taken[key] += 1
            self.bodies.setdefault(key[1], set()).add(body)
        time.sleep(0.002)
        return 204


def serve(heard: Heard) -> ThreadingHTTPServer:
    """Listen on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            status = heard.take(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
            self.send_response(status)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def prepare(heard: Heard, port: int) -> None:
    """Make three endpoints: one for all facts, two for payments."""
    with acting_as(SYSTEM):
        settings.put("webhooks.allowed_networks", ["127.0.0.0/8"])
        for path in ENDPOINTS:
            events = [] if path == "/un" else ["payments.payment_received"]
            add_endpoint(f"Preuve {path}", url=f"http://127.0.0.1:{port}{path}", events=events)
    heard.secrets = {path: Endpoint.objects.get(name=f"Preuve {path}").secret for path in ENDPOINTS}


def publish_facts(count: int) -> list[str]:
    """Publish payments received, five in a transaction; returns their ids as receivers see them."""
    ids = []
    with acting_as(SYSTEM):
        for begin in range(0, count, 5):
            with transaction.atomic():
                for n in range(begin, min(begin + 5, count)):
                    fact = PaymentReceived(
                        payment=f"PAY-{n}", customer=f"C-{n % 40}", amount=Decimal("60.00"), unapplied=Decimal(0),
                        mode="cheque", on=date(2026, 11, 21),
                    )  # fmt: skip
                    ids.append(f"evt_{publish(fact):016d}")
    return ids


def workers(count: int) -> list[subprocess.Popen[bytes]]:
    """Start processes that only send webhooks."""
    return [subprocess.Popen([sys.executable, "-m", "bench.webhooks_worker"]) for _ in range(count)]


def states() -> dict[str, int]:
    """Count deliveries by their state."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT state, count(*) FROM webhooks_delivery GROUP BY state")
        return dict(cursor.fetchall())


def killed(seed: int, *, kills: int, facts: int) -> dict[str, Any]:
    """Send with three processes of which one is killed again and again, at random moments."""
    chance, heard = random.Random(seed), Heard()
    with harness.database("empty", durable=False):
        server = serve(heard)
        prepare(heard, server.server_port)
        ids = publish_facts(facts)
        processes, wanted, done_at_kills = workers(3), facts * len(ENDPOINTS), []
        try:
            for _ in range(kills):
                begun, until = sum(heard.taken.values()), time.monotonic() + 20
                # Wait for real progress, then a moment more: the kill falls somewhere inside the work.
                while sum(heard.taken.values()) < begun + chance.randint(5, 40) and time.monotonic() < until:
                    time.sleep(0.01)
                time.sleep(chance.random() * 0.05)
                victim = chance.randrange(3)
                processes[victim].kill()
                processes[victim].wait()
                done_at_kills.append(states().get("done", 0))
                processes[victim] = workers(1)[0]
            until = time.monotonic() + 180
            while states().get("done", 0) < wanted and time.monotonic() < until:
                time.sleep(0.1)
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait()
            server.shutdown()
            server.server_close()
        assert states() == {"done": wanted}, f"not all arrived: {states()}"
        missing = [(path, one) for path in ENDPOINTS for one in ids if not heard.taken[path, one]]
        assert not missing, f"never heard: {missing[:5]}"
        assert len(heard.taken) == wanted, "something was heard that nobody published"
        assert not heard.unsigned, f"{heard.unsigned} deliveries were not signed as they should be"
        assert all(len(bodies) == 1 for bodies in heard.bodies.values()), "one fact was told in different words"
        again = sum(heard.taken.values()) - wanted
        # A kill loses at most what each thread of that process had in hand: heard, and not yet written down.
        assert again <= kills, f"{again} deliveries were heard again after {kills} kills"
        return {
            "facts": facts, "deliveries": wanted, "kills": kills, "heard_again": again,
            "answered_500_first": len(heard.refused), "done_at_kills": done_at_kills,
        }  # fmt: skip


def main() -> int:
    """Prove it at the size asked for."""
    given = harness.arguments(__doc__ or "", rounds=5, kills=10, facts=400, seed=20261121)
    print(f"seed {given.seed}")
    return prove("webhooks", rounds_of_kills(killed, given), seed=given.seed)


if __name__ == "__main__":
    sys.exit(main())
