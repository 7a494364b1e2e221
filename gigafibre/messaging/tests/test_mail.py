"""Emails against a real SMTP server, and a service's API against its stand-in."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from django.conf import settings as django_settings
from django.core.exceptions import ImproperlyConfigured

from gigafibre.crm.actions import give_consent
from gigafibre.kernel import clock as kernel_clock
from gigafibre.kernel import files, settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.intents import OutcomeUnknown, TransportError
from gigafibre.kernel.work import work_once
from gigafibre.messaging import carriers
from gigafibre.messaging.adapters.mail import Smtp
from gigafibre.messaging.adapters.protocol import Outgoing
from gigafibre.messaging.models import Message
from gigafibre.messaging.tests.factories import a_message, a_reachable, the_intent, turn


class Postman:
    """Keeps what the server takes; `answers` replaces its word for a step, `hangs_up` drops the line after the text."""

    def __init__(self) -> None:
        self.got: list[EmailMessage] = []
        self.answers: dict[str, str] = {}
        self.hangs_up = False

    async def handle_RCPT(  # noqa: N802  aiosmtpd's name
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if "RCPT" in self.answers:
            return self.answers["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802  aiosmtpd's name
        if "DATA" in self.answers:
            return self.answers["DATA"]
        made = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(made, EmailMessage)
        self.got.append(made)
        if self.hangs_up:
            server.transport.abort()
            await asyncio.sleep(0.05)
        return "250 OK: queued"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def postman() -> Iterator[tuple[Postman, Smtp]]:
    keeps = Postman()
    port = free_port()
    controller = Controller(keeps, hostname="127.0.0.1", port=port)
    controller.start()
    yield keeps, Smtp("127.0.0.1", port, security="")
    controller.stop()


def an_email(**given: Any) -> Outgoing:
    facts = {"to": "sylvie@example.ca", "subject": "Été : déjà 5 $", "body": "Bonjour Sylvie,\n\nÀ bientôt <b>&\nFibre"}
    sender = "Fibre du Suroît <info@fibre.example>"
    return Outgoing(
        **{"key": uuid.uuid4(), "language": "fr", "since": kernel_clock.now(), "sender": sender, **facts, **given}
    )


def test_an_email_arrives_whole(postman: tuple[Postman, Smtp]) -> None:
    keeps, smtp = postman
    outgoing = an_email(unsubscribe="https://fsm.example/unsubscribe/x")
    taken = smtp.send(outgoing)
    (got,) = keeps.got
    assert (got["To"], got["Subject"], got["Content-Language"]) == ("sylvie@example.ca", "Été : déjà 5 $", "fr")
    assert got["From"] == "Fibre du Suroît <info@fibre.example>"
    assert taken.provider_id == got["Message-ID"] == f"<{outgoing.key}@fibre.example>"
    assert got["List-Unsubscribe"] == "<https://fsm.example/unsubscribe/x>"
    assert got["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    plain, html = got.get_body(("plain",)), got.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content().replace("\r\n", "\n").rstrip() == outgoing.body
    assert "<p>Bonjour Sylvie,</p><p>À bientôt &lt;b&gt;&amp;<br>Fibre</p>" in html.get_content()


def test_an_address_the_server_does_not_know_is_final(postman: tuple[Postman, Smtp]) -> None:
    keeps, smtp = postman
    keeps.answers["RCPT"] = "550 5.1.1 no such user"
    with pytest.raises(TransportError, match=r"550 5\.1\.1 no such user") as refused:
        smtp.send(an_email())
    assert refused.value.permanent is True
    keeps.answers["RCPT"] = "450 4.2.1 try later"
    with pytest.raises(TransportError) as later:
        smtp.send(an_email())
    assert (later.value.permanent, keeps.got) == (False, [])


@pytest.mark.parametrize(("answer", "permanent"), [("554 5.7.1 spam", True), ("452 4.3.1 disk full", False)])
def test_a_text_the_server_refuses_was_not_taken(postman: tuple[Postman, Smtp], answer: str, permanent: bool) -> None:
    keeps, smtp = postman
    keeps.answers["DATA"] = answer
    with pytest.raises(TransportError) as refused:
        smtp.send(an_email())
    assert refused.value.permanent is permanent


def test_a_line_cut_after_the_text_leaves_it_unknown(postman: tuple[Postman, Smtp]) -> None:
    keeps, smtp = postman
    keeps.hangs_up = True
    with pytest.raises(OutcomeUnknown):
        smtp.send(an_email())
    assert len(keeps.got) == 1


def test_no_server_there_is_a_passing_fault() -> None:
    with pytest.raises(TransportError) as refused:
        Smtp("127.0.0.1", 9, security="").send(an_email())
    assert refused.value.permanent is False


def test_who_logs_in_is_let_in_and_others_are_a_passing_fault() -> None:
    def known(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"fibre", b"s3cret")
        return AuthResult(success=good)

    keeps = Postman()
    extra: dict[str, Any] = {"authenticator": known, "auth_required": True, "auth_require_tls": False}
    port = free_port()
    controller = Controller(keeps, hostname="127.0.0.1", port=port, **extra)
    controller.start()
    try:
        Smtp("127.0.0.1", port, "fibre", "s3cret", "").send(an_email())
        with pytest.raises(TransportError) as refused:
            Smtp("127.0.0.1", port, "fibre", "wrong", "", timeout=2).send(an_email())
    finally:
        controller.stop()
    assert (len(keeps.got), refused.value.permanent) == (1, False)


@pytest.fixture
def queue(committed_db: Any, clock: Any) -> Iterator[None]:
    clock.freeze("2026-11-21T14:00:00-05:00")
    with acting_as(SYSTEM):
        turn(on=True)
        yield


def test_from_the_queue_to_the_server_with_a_file(
    queue: None, postman: tuple[Postman, Smtp], monkeypatch: pytest.MonkeyPatch
) -> None:
    keeps, smtp = postman
    monkeypatch.setattr(django_settings, "EMAIL_URL", f"smtp+plain://127.0.0.1:{smtp.port}")
    settings.put("messaging.sender_email", "Fibre <info@fibre.example>")
    kept = files.store(b"%PDF-1.7\nfor real\n%%EOF\n", "contrat.pdf")
    made = a_message(channel="email", files=[kept.pk])
    work_once()
    (got,) = keeps.got
    (file,) = list(got.iter_attachments())
    assert (file.get_filename(), file.get_content_type()) == ("contrat.pdf", "application/pdf")
    assert file.get_content() == b"%PDF-1.7\nfor real\n%%EOF\n"
    sent = Message.objects.get(pk=made.pk)
    assert (sent.state, sent.carrier, sent.provider_id) == ("sent", "smtp", f"<{made.key}@fibre.example>")


def test_a_cut_line_is_a_persons_and_never_sent_twice_by_itself(
    queue: None, postman: tuple[Postman, Smtp], monkeypatch: pytest.MonkeyPatch, clock: Any
) -> None:
    keeps, smtp = postman
    monkeypatch.setattr(django_settings, "EMAIL_URL", f"smtp+plain://127.0.0.1:{smtp.port}")
    keeps.hangs_up = True
    made = a_message(channel="email")
    work_once()
    clock.move(minutes=1)
    work_once()
    clock.move(hours=12)
    work_once()
    found = Message.objects.get(pk=made.pk)
    assert (len(keeps.got), found.state, found.reason) == (1, "failed", "outcome_unknown")
    assert the_intent()["state"] == "parked"


KILLED = """
import django; django.setup()
import os, signal
from gigafibre.kernel import clock, intents
from gigafibre.kernel.discover import discover
from gigafibre.messaging import delivery
discover()
clock.freeze("2026-11-21T14:00:00-05:00")
delivery._taken = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
intents.perform_next()
"""


def test_a_reminder_mailed_by_a_worker_that_died_is_never_mailed_again(
    queue: None, postman: tuple[Postman, Smtp], monkeypatch: pytest.MonkeyPatch, clock: Any
) -> None:
    keeps, smtp = postman
    url = f"smtp+plain://127.0.0.1:{smtp.port}"
    monkeypatch.setattr(django_settings, "EMAIL_URL", url)
    made = a_message(channel="email", dedupe_key="reminder:INV-1:1")
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "gigafibre.config.settings", "GIGAFIBRE_EMAIL_URL": url}
    died = subprocess.run([sys.executable, "-c", KILLED], env=environment, timeout=60, check=False)
    assert (died.returncode, len(keeps.got)) == (-signal.SIGKILL, 1)
    for _ in range(3):
        clock.move(hours=12)
        work_once()
    found = Message.objects.get(pk=made.pk)
    assert (len(keeps.got), found.state, found.reason) == (1, "failed", "outcome_unknown")
    assert a_message(made.customer, channel="email", dedupe_key="reminder:INV-1:1").pk == made.pk
    work_once()
    assert len(keeps.got) == 1


def test_an_offer_leaves_with_its_way_out(
    queue: None, postman: tuple[Postman, Smtp], monkeypatch: pytest.MonkeyPatch
) -> None:
    keeps, smtp = postman
    monkeypatch.setattr(django_settings, "EMAIL_URL", f"smtp+plain://127.0.0.1:{smtp.port}")
    settings.put("messaging.public_url", "https://fsm.example.ca")
    settings.put("company.address", "12, rue du Quai, Beauharnois")
    customer = a_reachable()
    give_consent(customer.number, channel="email", purpose="promotion", source="Site")
    made = a_message(customer, template="customer.news", channel="email")
    work_once()
    link = keeps.got[0]["List-Unsubscribe"].strip(" <>")
    assert link.startswith("https://fsm.example.ca/unsubscribe/")
    assert link in made.body


class Mailjet(BaseHTTPRequestHandler):
    """Mailjet's Send API v3.1, as far as one message needs it."""

    got: ClassVar[list[dict[str, Any]]] = []
    status: ClassVar[int] = 200

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).got.append(body)
        to = {"Email": body["Messages"][0]["To"][0]["Email"], "MessageID": 456, "MessageUUID": "5e1", "MessageHref": ""}
        said = {"Messages": [{"Status": "success", "To": [to], "Cc": [], "Bcc": []}]}
        content = json.dumps(said if self.status == 200 else {"ErrorMessage": "no"}).encode()
        self.send_response(self.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
        """Say nothing."""


@pytest.fixture
def mailjet() -> Iterator[str]:
    Mailjet.got, Mailjet.status = [], 200
    server = ThreadingHTTPServer(("127.0.0.1", 0), Mailjet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"mailjet+http://key:secret@127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_service_takes_an_email_by_its_api(mailjet: str) -> None:
    carrier = carriers._email(mailjet)
    outgoing = an_email()
    assert (carrier.name, carrier.send(outgoing).provider_id) == ("mailjet", "456")
    sent = Mailjet.got[0].get("Globals", {}) | Mailjet.got[0]["Messages"][0]
    assert (sent["To"][0]["Email"], sent["Subject"], sent["TextPart"]) == (
        "sylvie@example.ca", "Été : déjà 5 $", outgoing.body,
    )  # fmt: skip
    assert str(outgoing.key) in sent["EventPayload"]


@pytest.mark.parametrize(
    ("status", "kind", "permanent"),
    [
        (400, TransportError, True),
        (401, TransportError, False),
        (429, TransportError, False),
        (503, OutcomeUnknown, None),
    ],
)
def test_what_a_service_answers_says_whether_to_try_again(
    mailjet: str, status: int, kind: type[Exception], permanent: bool | None
) -> None:
    Mailjet.status = status
    with pytest.raises(kind) as refused:
        carriers._email(mailjet).send(an_email())
    assert getattr(refused.value, "permanent", None) is permanent


@pytest.mark.parametrize("url", ["smtp:mail", "http://x", "mailjet://key@"])
def test_an_address_that_names_no_carrier_fails_loudly(url: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        carriers._email(url)
    with pytest.raises(ImproperlyConfigured):
        carriers._sms("twilio://x@api.twilio.com")
