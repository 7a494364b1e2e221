"""Stand-ins for the two geocoders on this machine: what they are asked is kept, and they answer as they document.

Nominatim: `GET /search?format=jsonv2&street=…&city=…` answers a list, empty when nothing is found. Mapbox v6:
`GET /search/geocode/v6/forward?access_token=…` answers a FeatureCollection, 401 for a token that is none.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

TOKEN = "sk.of-nobody"


class Stand:
    """What it was asked, and what it answers: a status and a body, by the path's end."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.status = 200
        self.knows: dict[str, dict[str, Any]] = {}
        self.port = 0

    def answer(self, path: str, question: dict[str, str]) -> tuple[int, Any]:
        """Answer a question as the one whose path it is."""
        self.asked.append(question)
        if self.status != 200:
            return self.status, {"message": "no"}
        if path == "/search":
            known = self.knows.get(question.get("street", question.get("city", "")))
            return 200, [known] if known and "postalcode" not in question else []
        if question.get("access_token") != TOKEN:
            return 401, {"message": "Not Authorized - Invalid Token"}
        known = self.knows.get(question.get("address_line1", question.get("place", "")))
        return 200, {"type": "FeatureCollection", "features": [known] if known else []}


@contextmanager
def a_geocoder() -> Iterator[Stand]:
    """Listen on this machine."""
    stand = Stand()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            status, body = stand.answer(parts.path, dict(parse_qsl(parts.query)))
            said = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    stand.port = server.server_port
    try:
        yield stand
    finally:
        server.shutdown()
        server.server_close()
