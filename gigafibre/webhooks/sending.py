"""Sending one webhook: signed as Standard Webhooks says, to the judged address only, bounded in time and size."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import time
from dataclasses import dataclass
from datetime import UTC, datetime

from standardwebhooks import Webhook

from gigafibre.webhooks.addresses import Refused, Target, target_of

CONNECT_S = 5.0
#: All of it, from the first byte sent to the last one read.
WHOLE_S = 15.0
READ_BYTES = 16_384
KEPT_CHARACTERS = 1000
AGENT = "Gigafibre-Webhooks/1"


@dataclass(frozen=True)
class Answer:
    """What came of one try: a status, or an error; the beginning of what was said, and how long it took, ms."""

    status: int | None
    ms: int
    response: str = ""
    error: str = ""
    retry_after: int | None = None

    @property
    def arrived(self) -> bool:
        """Whether the other side took it (2xx)."""
        return self.status is not None and 200 <= self.status < 300


def send(url: str, message: str, body: dict[str, object], secrets: list[str]) -> Answer:
    """Post a signed body to an address; never raises for what the other side does. A redirect is not followed."""
    began = time.monotonic()
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    try:
        target = target_of(url)
        return _post(target, text, headers(message, text, secrets), began)
    except Refused as refused:
        return Answer(None, _ms(began), error=f"refused: {refused.why}")
    except TimeoutError:
        return Answer(None, _ms(began), error="timeout")
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answer(None, _ms(began), error=f"{type(error).__name__}: {error}"[:300])


def headers(message: str, text: str, secrets: list[str]) -> dict[str, str]:
    """Return the headers of Standard Webhooks; one signature per valid secret."""
    now = datetime.now(UTC)  # the world's clock: receivers refuse what is five minutes off
    return {
        "content-type": "application/json",
        "user-agent": AGENT,
        "webhook-id": message,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(Webhook(secret).sign(message, now, text) for secret in secrets),
    }


def _post(target: Target, text: str, sent: dict[str, str], began: float) -> Answer:
    channel: socket.socket = socket.create_connection((target.address, target.port), CONNECT_S)
    try:
        if target.scheme == "https":
            channel = ssl.create_default_context().wrap_socket(channel, server_hostname=target.host)
        asking = http.client.HTTPConnection(target.host, target.port)
        asking.sock = channel
        channel.settimeout(_left(began))
        asking.request("POST", target.path, text.encode(), {**sent, "host": target.netloc, "connection": "close"})
        answer = asking.getresponse()
        read = b""
        while len(read) < READ_BYTES:
            channel.settimeout(_left(began))
            piece = answer.read1(READ_BYTES - len(read))
            if not piece:
                break
            read += piece
        wait = answer.headers.get("retry-after", "")
        return Answer(
            status=answer.status,
            ms=_ms(began),
            response=read.decode("utf-8", "replace").replace("\x00", "")[:KEPT_CHARACTERS],
            retry_after=int(wait) if wait.isdigit() and len(wait) < 7 else None,
        )
    finally:
        channel.close()


def _left(began: float) -> float:
    left = WHOLE_S - (time.monotonic() - began)
    if left <= 0:
        raise TimeoutError
    return left


def _ms(began: float) -> int:
    return int((time.monotonic() - began) * 1000)
