"""Endpoints and a receiver for tests."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from gigafibre.kernel import clock, settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.webhooks.actions import add_endpoint
from gigafibre.webhooks.models import Attempt, Delivery, Endpoint

_names = iter(range(1, 10**9))


def an_endpoint(url: str = "https://hooks.exemple.ca/gigafibre", *events: str, name: str = "") -> Endpoint:
    """Make an endpoint that is told of some facts, or of all."""
    with acting_as(SYSTEM):
        made = add_endpoint(name or f"Destination {next(_names)}", url=url, events=list(events))
    return Endpoint.objects.get(name=made.name)


def a_delivery(endpoint: Endpoint | None = None, state: str = "failed") -> Delivery:
    """Make a test delivery in a state, with one try."""
    at = clock.now()
    made = Delivery.objects.create(
        endpoint=endpoint or an_endpoint(),
        type="payments.PaymentReceived",
        state=state,
        due=at,
        created_at=at,
        attempts=1,
        done_at=at if state == "done" else None,
    )
    Attempt.objects.create(delivery=made, at=at, status=500, ms=12, response="non")
    return made


class Receiver:
    """Somebody else's program: keeps what it is sent, answers as told."""

    def __init__(self) -> None:
        self.heard: list[tuple[dict[str, str], bytes]] = []
        self.status = 204
        self.headers: dict[str, str] = {}
        self.says = b""
        self.url = ""


@contextmanager
def a_receiver() -> Iterator[Receiver]:
    """Listen on this machine, in a network that the settings list."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            receiver.heard.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(receiver.status)
            for name, value in receiver.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if receiver.status != 204:
                self.wfile.write(receiver.says)

        def log_message(self, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.put("webhooks.allowed_networks", ["127.0.0.0/8"])
    receiver.url = f"http://127.0.0.1:{server.server_port}/hook"
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
