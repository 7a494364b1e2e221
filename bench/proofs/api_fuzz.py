"""Ten minutes of requests that nobody thought of, to the running platform with the demo in it, by several people.

`make proof api_fuzz`, or `python -m bench.proofs.api_fuzz --minutes 10 --seed 20261122`. The web server is the real
one, on a database of its own: nothing may break, no answer may say what is inside, every answer is as it is described.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.error import URLError

import requests
from schemathesis import Case, Response

from bench import harness
from bench.proofs.harness import prove

harness.start()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from bench.proofs.asking import Findings, Known, NoAnswerError, ask_everything  # noqa: E402
from gigafibre.identity.tests.factories import a_user, browser  # noqa: E402
from gigafibre.kernel.actor import SYSTEM, acting_as  # noqa: E402
from gigafibre.kernel.tests.examples import load_examples  # noqa: E402

settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]  # people log in within this process

#: Who asks which API, and for what part of the time.
PEOPLE = (
    ("ops", "administrator", 0.6),
    ("ops", "billing", 0.1),
    ("ops", "technician", 0.05),
    ("ops", "read-only", 0.05),
    ("field", "technician", 0.1),
    ("public", "", 0.1),
)
#: Whoever waits longer for an answer (seconds) has found something.
PATIENCE = 60


class Person:
    """Somebody who asks over the network, and logs in again (as somebody new) when a request has ended his session."""

    def __init__(self, base: str, role: str) -> None:
        self.base, self.role = base, role
        self.session = requests.Session()
        self.enter()

    def enter(self) -> None:
        """Log in as a new person of the role."""
        self.session = requests.Session()
        if self.role:
            for name, morsel in browser(a_user(self.role)).cookies.items():
                # As the server sets them: a newer one takes the place of the one before.
                self.session.cookies.set(name, morsel.value, domain="127.0.0.1", path="/")

    def ask(self, case: Case[Any]) -> Response | None:
        """Send one request."""
        token = self.session.cookies.get("csrftoken") or ""
        try:
            answer = case.call(
                base_url=self.base, session=self.session, headers={"x-csrftoken": token}, timeout=PATIENCE
            )
        except (requests.exceptions.InvalidURL, requests.exceptions.InvalidHeader, UnicodeError):
            return None
        except requests.exceptions.ReadTimeout as error:
            raise NoAnswerError(f"no answer in {PATIENCE} s") from error
        except requests.exceptions.ChunkedEncodingError as error:
            raise NoAnswerError("the answer breaks off") from error
        if self.role and answer.status_code == 401:
            self.enter()
        return Response.from_any(answer)


def demo() -> None:
    """Load the demo provider."""
    call_command("demo", customers=150, years=1, json=True, stdout=StringIO())


def furnished() -> Known:
    """Build the states of the actions' examples, as many as can stand together; returns their inputs."""
    inputs = {}
    for name, build in sorted(load_examples().items()):
        try:
            with transaction.atomic(), acting_as(SYSTEM):
                inputs[name] = build()
        except Exception:  # noqa: S112  two examples may want the same number: one of them stands
            continue
    return Known(inputs)


@contextmanager
def served(name: str) -> Iterator[str]:
    """Serve the platform on a free port, on the database of this moment; yields its address. Its log bears the name."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "granian", "gigafibre.config.asgi:application", "--interface", "asginl"]
    log = Path(settings.HOME) / f"api_fuzz-{name}.log"
    with log.open("wb") as told:
        process = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"],
            env={**os.environ, "GIGAFIBRE_DEMO": "0"},
            stdout=told,
            stderr=told,
        )
        try:
            _wait(f"http://127.0.0.1:{port}/healthz")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()  # killed, it would leave behind the process that serves
            process.wait(60)


def _wait(address: str) -> None:
    until = time.monotonic() + 180
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError("the web server did not answer within three minutes")


def asked(audience: str, role: str, *, seconds: float, seed: int) -> dict[str, Any]:
    """Ask an API as somebody, for so long; raises with everything that was wrong."""
    with harness.database("demo_provider", demo, durable=False):
        known = furnished()
        with served(f"{audience}-{role or 'anybody'}") as base:
            person = Person(base, role)
            until, found = time.monotonic() + seconds, Findings()
            while time.monotonic() < until:
                left = until - time.monotonic()
                more = ask_everything(
                    audience,
                    person.ask,
                    known,
                    seeded=seed + found.asked,
                    each=6,
                    seconds=left,
                    learning=not found.asked,
                )
                found.take(more)
        assert not found.wrong, found.told()
        return found.figures()


def main() -> int:
    """Prove it for as long as asked."""
    given = harness.arguments(__doc__ or "", minutes=10.0, seed=20261122)
    rounds = {
        f"{audience} as {role or 'anybody'}": partial(
            asked, audience, role, seconds=60 * given.minutes * part, seed=given.seed
        )
        for audience, role, part in PEOPLE
    }
    return prove("api_fuzz", rounds, seed=given.seed)


if __name__ == "__main__":
    sys.exit(main())
