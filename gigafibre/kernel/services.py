"""Outside services: how each is set up, how its work stands, and whether it answers when it is asked just that.

    register(Service(code="sms", label=Text(…), settings=("GIGAFIBRE_SMS_URL",), kinds=("messaging.send",), …))

Asking is network: an intent, performed by a worker outside of any transaction, whose answer is what was found.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db import connection

from gigafibre.kernel import clock
from gigafibre.kernel.errors import CheckedJustNow, NotFound, ServiceNotSetUp
from gigafibre.kernel.intents import intend, performs
from gigafibre.kernel.text import Text

log = structlog.get_logger(__name__)
CHECK = "kernel.check_service"
#: A service is asked at most this often.
EACH = timedelta(seconds=15)


class NotWorking(Exception):
    """A service does not do its work: what was found, and how it is mended."""

    def __init__(self, said: Text, mend: Text) -> None:
        self.said, self.mend = said, mend
        super().__init__(said.en)


@dataclass(frozen=True)
class Seen:
    """How a service is set up now: by which adapter, whether anything leaves by it, and where to (without secrets)."""

    adapter: str
    ready: bool
    address: str = ""


@dataclass(frozen=True)
class Service:
    """One outside service.

    `settings` are what it is set up by; `kinds` its intents, those whose payload holds `part`. `check` asks it whether
    it would do its work, changing nothing there, and says what it found; raises NotWorking.
    """

    code: str
    label: Text
    about: Text
    settings: tuple[str, ...]
    kinds: tuple[str, ...]
    seen: Callable[[], Seen]
    check: Callable[[], Text]
    part: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Work:
    """How a service's effects stand: how many wait and are parked; when the last that was done, and that failed, were
    written, and what it failed of.
    """

    waiting: int
    parked: int
    done_at: datetime | None
    failed_at: datetime | None
    error: str


@dataclass(frozen=True)
class Check:
    """The last time a service was asked: when, whether it works (None: not answered yet), what was found, how to mend
    it.
    """

    at: datetime
    ok: bool | None
    said: Text
    mend: Text


_services: dict[str, Service] = {}
_WORK = """
WITH mine AS (
  SELECT state, created_at, error FROM kernel_intent
  WHERE kind = ANY (%(kinds)s) AND payload @> %(part)s::jsonb)
SELECT count(*) FILTER (WHERE state IN ('pending', 'sending', 'unknown')), count(*) FILTER (WHERE state = 'parked'),
       max(created_at) FILTER (WHERE state = 'done'), max(created_at) FILTER (WHERE error <> ''),
       coalesce((SELECT error FROM mine WHERE error <> '' ORDER BY created_at DESC LIMIT 1), '')
FROM mine
"""
_LAST = """
SELECT created_at, answer FROM kernel_intent
WHERE kind = %(kind)s AND payload @> %(part)s::jsonb ORDER BY created_at DESC LIMIT 1
"""


def register(service: Service) -> None:
    """Register a service once, at import."""
    _services[service.code] = service


def services() -> list[Service]:
    """Return every service, by code."""
    return [one for _, one in sorted(_services.items())]


def service(code: str) -> Service:
    """Return a service, or refuse."""
    if code not in _services:
        raise NotFound(what=code)
    return _services[code]


def work_of(one: Service) -> Work:
    """Return how the effects of a service stand."""
    with connection.cursor() as cursor:
        cursor.execute(_WORK, {"kinds": list(one.kinds), "part": _json(one.part)})
        return Work(*cursor.fetchone())


def last_check(code: str) -> Check | None:
    """Return the last time a service was asked, if it ever was."""
    with connection.cursor() as cursor:
        cursor.execute(_LAST, {"kind": CHECK, "part": _json({"service": code})})
        row = cursor.fetchone()
    if row is None:
        return None
    at, answer = row
    found = _read(answer)
    if found is None:
        return Check(at, None, Text("", ""), Text("", ""))
    return Check(at, bool(found["ok"]), Text(*found["said"]), Text(*found["mend"]))


def ask(code: str) -> uuid.UUID:
    """Write that a service is to be asked whether it works; refuses NotFound, ServiceNotSetUp, CheckedJustNow."""
    one = service(code)
    if not one.seen().ready:
        raise ServiceNotSetUp(service=one.label, settings=", ".join(one.settings))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"{CHECK} {code}"])
    before = last_check(code)
    if before is not None and clock.now() < before.at + EACH:
        raise CheckedJustNow(service=one.label, seconds=int(EACH.total_seconds()))
    return intend(CHECK, f"service:{code}", {"service": code})


@performs(
    CHECK,
    group="network",
    says=lambda p: Text("Essai : {service}", "Test: {service}").with_(service=service(p["service"]).label),
    lookup=lambda key, payload: None,
)
def perform_check(key: uuid.UUID, payload: dict[str, Any]) -> dict[str, Any]:
    """Ask a service whether it works; what was found is the answer, whatever it is."""
    one = service(payload["service"])
    try:
        said = one.check()
    except NotWorking as broken:
        return _answer(broken.said, broken.mend, ok=False)
    except Exception as error:
        log.exception("service.check_failed", service=one.code)
        what = Text("L’essai a échoué : {error}", "The test failed: {error}").with_(error=type(error).__name__)
        return _answer(what, Text("Le journal du serveur en dit plus.", "The server’s log says more."), ok=False)
    return _answer(said, Text("", ""), ok=True)


def _answer(said: Text, mend: Text, *, ok: bool) -> dict[str, Any]:
    return {"ok": ok, "said": [said.fr, said.en], "mend": [mend.fr, mend.en]}


def _read(answer: Any) -> dict[str, Any] | None:
    if answer is None:
        return None
    found: dict[str, Any] | None = json.loads(answer) if isinstance(answer, str) else answer
    return found


def _json(part: Mapping[str, str]) -> str:
    return json.dumps(dict(part))
