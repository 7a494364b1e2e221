"""Requests that nobody thought of, to every API and by several people: never broken, never a word of the inside."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.cookies import SimpleCookie
from typing import Any

import pytest
import requests
from django.db import transaction
from django.test import Client
from schemathesis import Case, Response

from bench.proofs.asking import Around, Ask, Known, action_of, ask_everything
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.tests.examples import load_examples

pytestmark = [pytest.mark.django_db, pytest.mark.long]
SEED = int(os.environ["GIGAFIBRE_SEED"])
#: Per API and person; `make proof api_fuzz` takes ten minutes.
SECONDS = float(os.environ.get("GIGAFIBRE_FUZZ_SECONDS", "5"))


class Undone(Exception):
    """What a request did is taken back."""


def in_process(client: Client) -> Ask:
    """Return how a browser of this process asks; what each request did is taken back."""
    client.raise_request_exception = False
    kept: dict[str, Any] = {name: morsel.value for name, morsel in client.cookies.items()}

    def ask(case: Case[Any]) -> Response | None:
        sent = case.as_transport_kwargs(base_url="http://testserver")
        request = requests.Request(
            sent["method"],
            sent["url"],
            headers=sent.get("headers"),
            params=sent.get("params"),
            json=sent.get("json"),
            data=sent.get("data"),
        )
        try:
            prepared = request.prepare()
        except (requests.exceptions.InvalidURL, requests.exceptions.InvalidHeader, UnicodeError):
            return None
        headers = {name.lower(): str(value) for name, value in prepared.headers.items()}
        if "csrftoken" in client.cookies:
            headers["x-csrftoken"] = client.cookies["csrftoken"].value
        kind = headers.pop("content-type", "application/json")
        body = prepared.body or b""
        answer: Any = None
        with suppress(Undone), transaction.atomic():
            answer = client.generic(
                prepared.method or "GET",
                prepared.path_url,
                body.encode() if isinstance(body, str) else body,
                content_type=kind,
                headers=headers,
            )
            raise Undone
        client.cookies = SimpleCookie(kept)  # a session that was ended goes on: its end was taken back too
        content = b"" if answer.streaming else answer.content  # a file of pieces is no text
        told = {name.lower(): [value] for name, value in answer.headers.items()}
        return Response(answer.status_code, told, content, prepared, 0.0, verify=False, encoding="utf-8")

    return ask


def furnished(known: Known) -> Around:
    """Return how to build the state of an action's example while the action is asked for."""
    examples, begun = load_examples(), clock.now()

    @contextmanager
    def around(path: str) -> Iterator[None]:
        build = examples.get(action_of(path))
        with suppress(Undone), transaction.atomic():
            clock.freeze(begun)  # an example may move it
            if build is not None:
                with acting_as(SYSTEM):
                    known.inputs[action_of(path)] = build()
                known.learn(known.inputs[action_of(path)])
            yield
            raise Undone

    return around


@pytest.mark.parametrize(
    ("audience", "role"),
    [("ops", "administrator"), ("ops", "technician"), ("field", "technician"), ("public", "")],
)
@pytest.mark.usefixtures("clock")
def test_no_request_breaks_it_and_every_answer_is_as_described(audience: str, role: str) -> None:
    known = Known({})
    ask = in_process(browser(a_user(role) if role else None))
    found = ask_everything(audience, ask, known, seeded=SEED, each=3, seconds=SECONDS, around=furnished(known))
    assert found.wrong == {}, f"GIGAFIBRE_SEED={SEED}\n{found.told()}"
    assert found.asked > 0
