"""Since when the database has been away, as this process saw it: said to whoever asks for something meanwhile."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

from django.db import OperationalError

from gigafibre.kernel import clock
from gigafibre.kernel.errors import Busy, DatabaseAway, Refusal

#: Seconds after which it is worth asking again: a leader of a cluster is replaced within some twenty.
AGAIN_S = 2

_since: datetime | None = None
_lock = threading.Lock()


def refusal_for(error: OperationalError) -> Refusal:
    """Return what is said of a failure: the database is away, since when; or it is there, and others hold a lock."""
    global _since
    state = getattr(error.__cause__, "sqlstate", None) or ""
    # No answer of the server at all; a connection's end; a server that stops, starts, or may not be written to.
    if state and state[:2] not in {"08", "57"} and state != "25006":
        return Busy()
    if state == "57014":  # the statement took too long: the server is well
        return Busy()
    with _lock:
        # By the machine's clock: it is about this machine, not about the company's days.
        _since = _since or datetime.now(UTC)
        return DatabaseAway(time=f"{_since.astimezone(clock.zone()):%H:%M:%S}", seconds=AGAIN_S)


def answered() -> None:
    """Note that the database answers (again)."""
    global _since
    _since = None
