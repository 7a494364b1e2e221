"""Services are asked whether they would do their work: against the stand-ins, through the verb, by a worker."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from django.conf import settings as django_settings

from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel import services
from gigafibre.kernel.actor import SYSTEM, Actor
from gigafibre.kernel.errors import CheckedJustNow, Forbidden, NotFound, ServiceNotSetUp
from gigafibre.kernel.intents import perform_next
from gigafibre.kernel.perform import perform
from gigafibre.kernel.services import NotWorking
from gigafibre.messaging.adapters.mail import Anymail, Smtp
from gigafibre.messaging.adapters.twilio import Twilio
from gigafibre.messaging.adapters.twilio_simulator import Simulator


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with Simulator() as one:
        yield one


def broken(adapter: Any) -> tuple[str, str]:
    with pytest.raises(NotWorking) as found:
        adapter.check()
    return found.value.said.en, found.value.mend.en


def test_twilio_knows_an_active_account(simulator: Simulator) -> None:
    def account(token: str = "", base: str = "") -> Twilio:
        return Twilio(simulator.account, token or simulator.token, "+15005550006", base=base or simulator.base)

    assert account().check().en == "The account is active; we write from +15005550006."
    assert simulator.took == []
    said, mend = broken(account(token="wrong"))
    assert said == "Twilio doesn’t know the account or refuses the token."
    assert "GIGAFIBRE_SMS_URL" in mend
    simulator.mood = "suspended"
    assert broken(account())[0] == "The Twilio account is “suspended”."
    said, _ = broken(account(base=f"http://127.0.0.1:{free_port()}"))
    assert said.startswith("Twilio can’t be reached")


class _Known:
    """Lets `fibre` in by his password."""

    def __call__(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"fibre", b"s3cret")
        return AuthResult(success=good, handled=False)


class _Keeps:
    """Counts letters: a check sends none."""

    letters = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802  aiosmtpd's name
        self.letters += 1
        return "250 OK"


def test_a_mail_server_is_asked_as_far_as_a_letter() -> None:
    port, keeps = free_port(), _Keeps()
    login: dict[str, Any] = {"authenticator": _Known(), "auth_required": True, "auth_require_tls": False}
    controller = Controller(keeps, hostname="127.0.0.1", port=port, **login)
    controller.start()
    try:
        assert Smtp("127.0.0.1", port, "fibre", "s3cret", "").check().en == "127.0.0.1 lets us in."
        said, mend = broken(Smtp("127.0.0.1", port, "fibre", "wrong", ""))
        assert said.startswith("127.0.0.1 refuses our password")
        assert mend == "Correct the user and the password of GIGAFIBRE_EMAIL_URL."
        assert broken(Smtp("127.0.0.1", port, "fibre", "s3cret"))[0].startswith("127.0.0.1 doesn’t encrypt as expected")
        with pytest.raises(NotWorking):
            Smtp("127.0.0.1", port, security="tls", timeout=3).check()
    finally:
        controller.stop()
    assert broken(Smtp("127.0.0.1", port, security=""))[0].startswith("127.0.0.1 can’t be reached")
    assert keeps.letters == 0


class _Mailjet(BaseHTTPRequestHandler):
    status: ClassVar[int] = 200
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(f"{self.path} {self.headers['Authorization']}")
        self.send_response(self.status)
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
        """Say nothing."""


def test_mailjet_knows_our_keys() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Mailjet)
    Thread(target=server.serve_forever, daemon=True).start()
    carrier = Anymail("mailjet", api_key="key", secret_key="s", api_url=f"http://127.0.0.1:{server.server_address[1]}/")
    try:
        assert carrier.check().en == "Mailjet knows our keys."
        assert _Mailjet.asked == ["/v3/REST/sender?Limit=1 Basic a2V5OnM="]
        for status, said in ((401, "Mailjet refuses our keys (401)."), (503, "Mailjet answered 503.")):
            _Mailjet.status = status
            assert broken(carrier)[0] == said
    finally:
        server.shutdown()
        server.server_close()
    assert broken(carrier)[0].startswith("Mailjet can’t be reached")


def page(code: str = "sms") -> dict[str, Any]:
    found = browser(a_user("administrator")).get("/api/v1/services").json()
    return next(one for one in found if one["code"] == code)


def test_the_verb_asks_by_a_worker_and_the_page_says_what_was_found(
    simulator: Simulator, settings: Any, clock: Any, committed_db: Any
) -> None:
    clock.freeze("2026-11-21T14:00:00-05:00")
    settings.SMS_URL = simulator.url
    perform("kernel.check_service", {"service": "sms"}, actor=SYSTEM)
    assert page()["check"]["ok"] is None
    with pytest.raises(CheckedJustNow):
        perform("kernel.check_service", {"service": "sms"}, actor=SYSTEM)
    assert perform_next()
    shown = page()
    assert (shown["ready"], shown["adapter"], shown["check"]["ok"]) == (True, "twilio", True)
    assert shown["check"]["said"] == "Le compte est actif ; on écrit de +15005550006."
    assert simulator.token not in str(shown)
    clock.freeze("2026-11-21T14:01:00-05:00")
    simulator.token = "changed"
    perform("kernel.check_service", {"service": "sms"}, actor=SYSTEM)
    assert perform_next()
    told = page()["check"]
    assert (told["ok"], "GIGAFIBRE_SMS_URL" in told["mend"]) == (False, True)
    assert (shown["waiting"], shown["parked"]) == (0, 0)


@pytest.mark.django_db
def test_what_is_connected_to_nothing_is_not_asked() -> None:
    assert django_settings.SMS_URL == ""
    for service, refusal in (("sms", ServiceNotSetUp), ("signing", ServiceNotSetUp), ("nothing", NotFound)):
        with pytest.raises(refusal):
            perform("kernel.check_service", {"service": service}, actor=SYSTEM)
    assert [services.last_check(code) for code in ("sms", "email", "signing")] == [None, None, None]
    assert (page()["ready"], page()["adapter"], page("signing")["adapter"]) == (False, "outbox", "none")


@pytest.mark.django_db
def test_only_administrators_see_and_test_services() -> None:
    assert browser(a_user("manager")).get("/api/v1/services").status_code == 403
    clerk = Actor("staff", 1, "Ève", frozenset({"kernel.settings", "messaging.read"}))
    with pytest.raises(Forbidden):
        perform("kernel.check_service", {"service": "sms"}, actor=clerk)
