"""What the platform writes down: enough to follow a request, nothing that a customer said or that opens a door."""

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from ipaddress import ip_network
from types import SimpleNamespace
from typing import Any

import pytest
import structlog
from django.db import IntegrityError, connection
from django.test import Client, RequestFactory

from gigafibre.config import logs
from gigafibre.config.requests import id_of, route_of
from gigafibre.identity.tests.factories import a_user, browser, enter
from gigafibre.kernel import work
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform


class Written:
    """What the platform wrote, line by line; `about` is the last line of an event."""

    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]

    def about(self, event: str) -> dict[str, Any]:
        return [line for line in self.lines if line["event"] == event][-1]


@pytest.fixture
def written() -> Iterator[Written]:
    """Let everything be written as JSON, down to each request."""
    seen = Written()
    handler = logging.StreamHandler(seen.stream)
    handler.setFormatter(logs.formatter("json"))
    root, ours, requests = logging.getLogger(), logging.getLogger("gigafibre"), logging.getLogger("gigafibre.requests")
    before = ours.level, requests.level
    root.addHandler(handler)
    ours.setLevel("INFO")
    requests.setLevel("INFO")
    yield seen
    root.removeHandler(handler)
    ours.setLevel(before[0])
    requests.setLevel(before[1])


@pytest.mark.django_db
def test_a_request_is_one_line_with_its_id_its_route_and_who_asked(written: Written) -> None:
    person = a_user("administrator")
    answer = browser(person).get("/api/v1/customers", {"q": "Tremblay 418-555-0142"})
    assert answer.status_code == 200
    line = written.about("request")
    assert line["request"] == answer["X-Request-ID"]
    assert len(line["request"]) == 32
    assert (line["method"], line["route"], line["status"]) == ("GET", "api/v1/customers", 200)
    assert (line["actor"], line["level"], line["logger"]) == (f"staff:{person.pk}", "info", "gigafibre.requests")
    assert "Tremblay" not in written.text
    assert "555-0142" not in written.text
    assert "418-555" not in written.text


def test_the_id_is_a_trusted_proxys_or_ours(settings: Any) -> None:
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/8")]

    def asked(given: str, address: str) -> str:
        return id_of(RequestFactory().get("/", headers={"X-Request-ID": given}, REMOTE_ADDR=address))

    assert asked("abc-123.456:7", "10.1.2.3") == "abc-123.456:7"
    for given, address in (
        ("abc-123.456:7", "192.0.2.9"),
        ("short", "10.1.2.3"),
        ("x" * 65, "10.1.2.3"),
        ("a\tb{}\"'c d e f", "10.1.2.3"),
    ):
        assert asked(given, address) != given
        assert len(asked(given, address)) == 32


@pytest.mark.django_db
def test_a_link_that_opens_something_is_never_written_down(client: Client, written: Written) -> None:
    secret = "sesame-open-1234567890"
    assert client.get(f"/sign/{secret}").status_code in {400, 403, 404, 410}
    client.post(f"/unsubscribe/{secret}")
    client.get(f"/api/v1/nothing/{secret}")
    assert secret not in written.text
    assert {line["route"] for line in written.lines if "route" in line} >= {"sign/{token}", "unsubscribe/{token}"}


@pytest.mark.django_db
def test_a_wrong_login_leaves_neither_name_nor_password(client: Client, written: Written) -> None:
    answer = enter(client, "amelie.secret@example.org", "hunter2-hunter2")
    assert answer.status_code >= 400
    assert written.about("request")["status"] == answer.status_code
    assert "amelie.secret" not in written.text
    assert "hunter2" not in written.text


@pytest.mark.django_db
def test_what_an_action_says_names_it_its_run_and_who_acts(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    def speaks(*given: Any, **more: Any) -> None:
        structlog.get_logger("gigafibre.kernel").warning("spoken", token="t0p", note="call 5:30")

    monkeypatch.setattr("gigafibre.kernel.settings.put", speaks)
    done = perform("kernel.set_setting", {"key": "company.name", "value": "Fibre du Nord"}, actor=SYSTEM)
    line = written.about("spoken")
    assert (line["action"], line["run"], line["actor"]) == ("kernel.set_setting", str(done.run), "system")
    assert (line["token"], line["note"]) == ("…", "call 5:30")


def test_what_a_job_says_carries_its_number_and_task(written: Written) -> None:
    async def speak() -> None:
        await asyncio.to_thread(structlog.get_logger("gigafibre.billing").warning, "spoken")

    context: Any = SimpleNamespace(job=SimpleNamespace(id=4217, task_name="billing.go_on"))
    worker: Any = None
    asyncio.run(work._named(speak, context, worker))
    assert {"job": 4217, "task": "billing.go_on"}.items() <= written.about("spoken").items()


def test_values_that_a_database_or_an_address_quotes_are_cut_out(written: Written) -> None:
    log = logging.getLogger("gigafibre.kernel")
    said = "duplicate key\nDETAIL:  Key (email)=(jean@example.org) already exists."
    try:
        raise IntegrityError(said)
    except IntegrityError:
        log.exception("failed")
    log.error("no answer from smtp://mailer:pa55w0rd@mail.example.org:587")
    log.error("connection failed: host=db password=pa55w0rd user=u")
    assert "IntegrityError" in written.text
    assert "jean@example.org" not in written.text
    assert "pa55w0rd" not in written.text


@pytest.mark.django_db
def test_a_slow_statement_is_told_with_its_request_and_without_its_values(
    client: Client, written: Written, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SLOW_QUERY_MS = 20

    def slowly() -> list[str]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(0.03), 'Tremblay', %s", ["418-555-0142"])
            cursor.execute("SELECT 1")
        return []

    monkeypatch.setattr("gigafibre.config.health.what_is_missing", slowly)
    answer = client.get("/readyz")
    line = written.about("database.slow")
    assert line["statement"] == "SELECT pg_sleep(0.03), '…', %s"
    assert line["ms"] >= 30
    assert line["request"] == answer["X-Request-ID"]

    settings.SLOW_QUERY_MS = 0
    client.get("/readyz")
    assert len([line for line in written.lines if line["event"] == "database.slow"]) == 1


@pytest.mark.django_db
def test_a_route_has_no_values_and_pages_are_one(client: Client) -> None:
    request = RequestFactory().get("/static/x.js")
    assert route_of(request) == "static"
    for address, route in (("/healthz", "healthz"), ("/customers/C-1", "page")):
        assert route_of(client.get(address).wsgi_request) == route
