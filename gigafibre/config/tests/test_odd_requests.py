"""Requests that random asking found to break something: each is refused in words, done or only looked at."""

from __future__ import annotations

from typing import Any

import pytest

from gigafibre.identity.tests.factories import a_user, browser, send
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.tests.examples import load_examples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize(
    ("action", "odd", "status", "code", "where"),
    [
        ("ledger.recognise_month", {"month": "0000-01"}, 422, "invalid_input", "month"),
        ("ledger.reopen_month", {"month": "٢٠٢٦-01"}, 422, "invalid_input", "month"),
        ("dispatch.schedule_job", {"window_starts": None, "window_ends": "16:00"}, 409, "conflict", ""),
        ("network.record_job_equipment", {"act": "replaced", "replaces": "\x18"}, 422, "invalid_input", "replaces"),
    ],
)
@pytest.mark.parametrize("suffix", ["", "/preview"])
def test_an_odd_request_is_refused_in_words(
    action: str, odd: dict[str, Any], status: int, code: str, where: str, suffix: str
) -> None:
    with acting_as(SYSTEM):
        given = load_examples()[action]()
    client = browser(a_user("administrator"))
    client.raise_request_exception = False
    answer = send(client, "post", f"/api/v1/actions/{action}{suffix}", {**given, **odd})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert [detail["field"] for detail in answer.json()["details"]] == ([where] if where else [])
