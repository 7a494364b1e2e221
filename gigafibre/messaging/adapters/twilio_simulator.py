"""A stand-in for Twilio's messages API on this machine, for tests and demonstrations: same forms, answers, signatures.

`mood` sets how the next posts are taken: "take"; "refuse" (its number is unknown); "stopped" (it wrote STOP); "busy";
"broken" (500, nothing taken); "silent" (taken, the answer lost).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, parse_qsl, urlsplit

from gigafibre.kernel import clock
from gigafibre.messaging.segments import count

_PATH = re.compile(r"^/2010-04-01/Accounts/(AC[0-9a-f]+)(/Messages)?\.json$")
_REFUSALS = {
    "refuse": (400, 21211, "The 'To' number is not a valid phone number."),
    "stopped": (400, 21610, "Attempt to send to unsubscribed recipient"),
    "busy": (429, 20429, "Too Many Requests"),
    "broken": (500, 20500, "An internal server error has occurred"),
}
Post = Callable[[str, dict[str, str], str], None]


@dataclass
class Simulator:
    """The account, what it took, and how it behaves. `post(url, form, signature)` carries what it posts back."""

    account: str = "AC" + "0" * 32
    token: str = "a-token-for-tests"  # noqa: S105  of nobody's account
    mood: str = "take"
    post: Post | None = None
    took: list[dict[str, Any]] = field(default_factory=list)
    callbacks: dict[str, str] = field(default_factory=dict)

    def __enter__(self) -> Simulator:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"of": self}))
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join(timeout=5)

    @property
    def base(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    @property
    def url(self) -> str:
        """The address by which the platform is told of it (`GIGAFIBRE_SMS_URL`)."""
        return f"twilio+http://{self.account}:{self.token}@{self.base.removeprefix('http://')}?from=+15005550006"

    def take(self, form: dict[str, str]) -> dict[str, Any]:
        """Take a message over, as the API would answer it."""
        made: dict[str, Any] = {
            "sid": f"SM{uuid.uuid4().hex}",
            "account_sid": self.account,
            "to": form["To"],
            "from": form.get("From"),
            "messaging_service_sid": form.get("MessagingServiceSid"),
            "body": form["Body"],
            "status": "queued",
            "direction": "outbound-api",
            "num_segments": str(count(form["Body"]).segments),
            "price": None,
            "price_unit": "USD",
            "error_code": None,
            "date_created": format_datetime(clock.now()),
            "date_sent": None,
        }
        self.took.insert(0, made)
        self.callbacks[made["sid"]] = form.get("StatusCallback", "")
        return made

    def tell(self, sid: str, status: str, *, error: str = "") -> None:
        """Post a receipt of a message to its callback."""
        form = {"MessageSid": sid, "MessageStatus": status, "AccountSid": self.account, "ErrorCode": error}
        self.sign_and_post(self.callbacks[sid], form)

    def receive(self, url: str, sender: str, body: str, *, sid: str = "", **more: str) -> None:
        """Post a message that a person sent us; `more` fields as Twilio adds them (`OptOutType`)."""
        form = {"MessageSid": sid or f"SM{uuid.uuid4().hex}", "From": sender, "To": "+15005550006", "Body": body}
        self.sign_and_post(url, form | {"NumMedia": "0"} | more)

    def sign_and_post(self, url: str, form: dict[str, str]) -> None:
        """Post a signed form."""
        if self.post is None:
            raise RuntimeError("nobody carries what the simulator posts")
        told = url + "".join(name + value for name, value in sorted(form.items()))
        made = base64.b64encode(hmac.digest(self.token.encode(), told.encode(), hashlib.sha1)).decode()
        self.post(url, form, made)


class _Handler(BaseHTTPRequestHandler):
    """Answers for one simulator."""

    of: ClassVar[Simulator]

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        form = dict(parse_qsl(self.rfile.read(length).decode(), keep_blank_values=True))
        if not self._admitted():
            return
        missing = [name for name in ("To", "Body") if not form.get(name)]
        if missing or not (form.get("From") or form.get("MessagingServiceSid")):
            self._answer(400, {"code": 21603, "message": "A required parameter is missing", "status": 400})
        elif len(form["Body"]) > 1600:
            self._answer(400, {"code": 21617, "message": "The message body exceeds 1600 characters", "status": 400})
        elif self.of.mood in _REFUSALS:
            status, code, said = _REFUSALS[self.of.mood]
            self._answer(status, {"code": code, "message": said, "status": status})
        else:
            made = self.of.take(form)
            if self.of.mood == "silent":
                self.close_connection = True  # the message is on its way, the answer is not
            else:
                self._answer(201, made)

    def do_GET(self) -> None:
        if not self._admitted():
            return
        if not urlsplit(self.path).path.endswith("/Messages.json"):
            status = "suspended" if self.of.mood == "suspended" else "active"
            self._answer(200, {"sid": self.of.account, "status": status})
            return
        asked = parse_qs(urlsplit(self.path).query)
        to, size = asked.get("To", [""])[0], int(asked.get("PageSize", ["50"])[0])
        self._answer(200, {"messages": [one for one in self.of.took if not to or one["to"] == to][:size]})

    def _admitted(self) -> bool:
        known = base64.b64encode(f"{self.of.account}:{self.of.token}".encode()).decode()
        found = _PATH.match(urlsplit(self.path).path)
        if self.headers.get("Authorization") != f"Basic {known}":
            self._answer(401, {"code": 20003, "message": "Authenticate", "status": 401})
        elif found is None or found[1] != self.of.account:
            self._answer(404, {"code": 20404, "message": "The requested resource was not found", "status": 404})
        else:
            return True
        return False

    def _answer(self, status: int, body: dict[str, Any]) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
        """Say nothing."""
