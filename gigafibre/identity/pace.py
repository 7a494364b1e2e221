"""How often one person, one program or one address may ask the APIs: dear kinds of requests seldom, all of them often.

Counted in the memory of each web process, on purpose: it keeps one asker from taking the processor and the database
away from all others, which is a matter of the process that serves; a row written for each letter typed into the search
would cost what it saves. What guards a secret (passwords, links, the public pages) is counted in PostgreSQL.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from math import ceil
from threading import Lock

from django.conf import settings
from django.http import HttpRequest

from gigafibre.identity.errors import TooManyRequests
from gigafibre.kernel import clock
from gigafibre.kernel.actor import Actor

#: Askers remembered at once; whoever asked longest ago is forgotten first.
MOST = 20_000
#: Kinds by what is asked; the first that fits. What no line names is read, or acted.
KINDS = (
    ("export", re.compile(r"GET .*/export$|GET /api/v1/(?!files/).*/(pdf|print|xlsx)$")),
    ("upload", re.compile(r"POST (/api/v1/files|/api/field/.*/photos)$")),
    ("preview", re.compile(r"POST .*/preview$")),
    ("search", re.compile(r"GET /api/v1/(search|customers/duplicates)$")),
    ("read", re.compile(r"(GET|HEAD|OPTIONS) ")),
)


@dataclass
class _Bucket:
    """How many more requests somebody has, and when that was counted (seconds since the epoch)."""

    left: float
    at: float


_buckets: OrderedDict[tuple[str, str], _Bucket] = OrderedDict()
_lock = Lock()


def kind_of(method: str, path: str) -> str:
    """Return the kind of a request (a key of `settings.RATE_LIMITS`)."""
    asked = f"{method} {path}"
    return next((kind for kind, fits in KINDS if fits.search(asked)), "act")


def asker(request: HttpRequest, address: str) -> str:
    """Return who is counted: the person or the program, else the address."""
    actor = getattr(request, "actor", None)
    return f"{actor.kind}:{actor.id}" if isinstance(actor, Actor) else f"address:{address}"


def count(who: str, kind: str) -> None:
    """Count one request, or refuse it (TooManyRequests, with the seconds to wait).

    As many as a minute allows may come at once; what was used comes back evenly.
    """
    allowed = settings.RATE_LIMITS[kind]
    if not allowed:
        return
    now, rate = clock.now().timestamp(), allowed / 60
    with _lock:
        bucket = _buckets.setdefault((who, kind), _Bucket(allowed, now))
        _buckets.move_to_end((who, kind))
        bucket.left = min(allowed, bucket.left + max(0.0, now - bucket.at) * rate)
        bucket.at = now
        while len(_buckets) > MOST:
            _buckets.popitem(last=False)
        if bucket.left < 1:
            raise TooManyRequests(seconds=ceil((1 - bucket.left) / rate))
        bucket.left -= 1


def forget() -> None:
    """Forget everybody (tests)."""
    with _lock:
        _buckets.clear()
