"""How soon open pages hear of a change: `python -m bench.live --json`.

1,000 pages of 50 people of four roles stay open on the real web process (granian, one worker); a process of its own
does 20 changes a second, real actions in PostgreSQL; each page's time from commit to the event in its hands is taken.
All share one machine, this client too (its own CPU is reported), and long enough that readers are asked about anew.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import re
import resource
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

from bench import harness

harness.start()

from django.db import connections, transaction  # noqa: E402

from bench import volume  # noqa: E402
from gigafibre.config.launch.children import die_with_parent  # noqa: E402
from gigafibre.config.launch.web import web_command  # noqa: E402

PEOPLE = 50
ROLES = ("support", "billing", "manager", "dispatcher")
#: Customers changed in turn; each again only when its change before has long been told.
CHANGED = 60
WARM_UP_S = 4.0
LAST_S = 3.0
_DATA = re.compile(rb"data: ({[^\n]*})\n")


class Page(asyncio.Protocol):
    """One open page: keeps what it was sent and when, and reads it only afterwards."""

    def __init__(self, request: bytes) -> None:
        self.request = request
        self.chunks: list[tuple[float, bytes]] = []
        self.open = asyncio.get_running_loop().create_future()
        self.lost = False

    def connection_made(self, transport: Any) -> None:
        transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        self.chunks.append((time.monotonic(), data))
        if not self.open.done():
            self.open.set_result(data.startswith(b"HTTP/1.1 200"))

    def connection_lost(self, error: Exception | None) -> None:
        self.lost = True
        if not self.open.done():
            self.open.set_result(False)

    def heard(self) -> Iterator[tuple[float, str, str | None]]:
        """Yield when it heard of which topic and id."""
        for at, data in self.chunks:
            for found in _DATA.findall(data):
                told = json.loads(found)
                yield at, told["topic"], told["id"]


def write(url: str, customers: Sequence[str], rate: float, changes: int, go: Any, out: Any) -> None:
    """Change customers at a pace by the verb a page uses; sends back when each commit was done, by customer id."""
    with harness.using(url):
        from gigafibre.crm.models import Customer
        from gigafibre.kernel.actor import SYSTEM
        from gigafibre.kernel.perform import perform

        ids = dict(Customer.objects.filter(number__in=customers).values_list("number", "id"))
        done: list[tuple[str, float]] = []
        late = 0.0
        go.wait()
        start = time.monotonic()
        for turn in range(changes):
            due = start + turn / rate
            time.sleep(max(0.0, due - time.monotonic()))
            late = max(late, time.monotonic() - due)
            number = customers[turn % len(customers)]

            with transaction.atomic():  # the commit is ours to time
                perform("crm.update_customer", {"customer": number, "line2": f"app. {turn}"}, actor=SYSTEM)
                transaction.on_commit(partial(_committed, done, str(ids[number])))
        out.put((done, late))


def _committed(done: list[tuple[str, float]], key: str) -> None:
    done.append((key, time.monotonic()))


@contextmanager
def web(url: str) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """Start the web process as the platform does; yields its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    environment = {**os.environ, "DATABASE_URL": url, "PYTHONWARNINGS": "ignore"}
    process = subprocess.Popen(
        web_command("127.0.0.1", port), env=environment, start_new_session=True, preexec_fn=die_with_parent
    )
    try:
        for _ in range(300):
            with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
                break
            time.sleep(0.1)
        yield port, process
    finally:
        process.terminate()
        process.wait(20)


def cookies() -> list[str]:
    """Make people of several roles and log them in; returns the cookie of each."""
    from django.test import Client

    from gigafibre.identity.tests.factories import a_user, enter

    clients = [Client(headers={"host": "localhost"}) for _ in range(PEOPLE)]
    for number, client in enumerate(clients):
        enter(client, a_user(ROLES[number % len(ROLES)]).username)
    return ["; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items()) for client in clients]


async def look_on(port: int, clients: int, keys: list[str], go: Any, seconds: float) -> list[Page]:
    """Open all pages, let the changes happen, and wait until the last was told."""
    loop = asyncio.get_running_loop()
    pages: list[Page] = []

    async def enter(number: int) -> None:
        request = (
            f"GET /api/v1/live HTTP/1.1\r\nHost: localhost:{port}\r\nAccept: text/event-stream\r\n"
            f"Cookie: {keys[number % len(keys)]}\r\n\r\n"
        ).encode()
        page = Page(request)
        await loop.create_connection(lambda: page, "127.0.0.1", port)
        if not await asyncio.wait_for(page.open, 30):
            raise SystemExit(f"page {number}: {page.chunks[:1]}")
        pages.append(page)

    for first in range(0, clients, 50):
        await asyncio.gather(*(enter(number) for number in range(first, min(first + 50, clients))))
    await asyncio.sleep(WARM_UP_S)
    go.set()
    await asyncio.sleep(seconds)
    return pages


def processor_seconds(process: subprocess.Popen[bytes]) -> float:
    """Return the processor time the web process and its children have taken, s."""
    import psutil

    leader = psutil.Process(process.pid)
    return sum(sum(one.cpu_times()[:2]) for one in [leader, *leader.children(recursive=True)])


def main() -> None:
    """Open the pages, change, and say how long the news took."""
    given = harness.arguments(__doc__ or "", clients=1000, rate=20.0, seconds=60.0)
    changes = int(given.rate * given.seconds)
    with volume.database("small") as url:
        from gigafibre.crm.models import Customer

        customers = list(Customer.objects.order_by("id").values_list("number", flat=True)[:CHANGED])
        keys = cookies()
        connections["default"].close()
        context = multiprocessing.get_context("spawn")
        out = context.Queue()
        with web(url) as (port, process):
            go = context.Event()
            writer = context.Process(target=write, args=(url, customers, given.rate, changes, go, out))
            writer.start()
            began, used, mine = time.monotonic(), processor_seconds(process), time.process_time()
            pages = asyncio.run(look_on(port, given.clients, keys, go, given.seconds + LAST_S))
            lasts = time.monotonic() - began
            used, mine = processor_seconds(process) - used, time.process_time() - mine
        done, late = out.get(timeout=30)
        writer.join()
    figures = latencies(pages, done)
    metrics = figures | {
        "writer_late_ms": late * 1000,
        "web_cpu_share": used / lasts,
        "client_cpu_share": mine / lasts,
    }
    size = {"clients": given.clients, "people": PEOPLE, "changes": changes, "changes_per_s": given.rate}
    harness.report("live", size, metrics, as_json=given.json)


def latencies(pages: list[Page], done: list[tuple[str, float]]) -> dict[str, float | int]:
    """Return percentiles over each page's hearing of each change, and how many never arrived.

    Changes of one customer lie seconds apart: a page's next hearing after a commit (less a moment) is of that one.
    """
    taken: list[float] = []
    missing = 0
    for page in pages:
        heard: dict[str, list[float]] = {}
        for at, topic, key in page.heard():
            if topic == "customer" and key is not None:
                heard.setdefault(key, []).append(at)
        for key, committed in done:
            arrived = next((at for at in heard.get(key, ()) if at > committed - 0.02), None)
            if arrived is None or arrived > committed + CHANGED / 25:
                missing += 1
            else:
                taken.append((arrived - committed) * 1000)
    return {
        "p95_ms": harness.percentile(taken, 95),
        "p50_ms": harness.percentile(taken, 50),
        "p99_ms": harness.percentile(taken, 99),
        "max_ms": max(taken),
        "heard": len(taken),
        "missing": missing,
    }


if __name__ == "__main__":
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 8192)), hard))
    main()
