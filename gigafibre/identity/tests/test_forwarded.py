"""Whose word is taken for the address and the scheme of a request: the listed proxies', and nobody else's."""

from __future__ import annotations

from ipaddress import ip_network
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from gigafibre.identity.address import address_of
from gigafibre.identity.forwarded import PASSED_ON, ForwardedHeaders
from gigafibre.identity.models import LoginAttempt, LoginBrake, Session
from gigafibre.identity.tests.factories import a_user, browser, enter

PROXIES = [ip_network(network) for network in ("10.0.0.0/8", "192.0.2.1", "2001:db8:1::/48")]


@pytest.fixture(autouse=True)
def behind_proxies(settings: Any) -> None:
    settings.TRUSTED_PROXIES = PROXIES
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")


def passed(peer: str | None, **headers: str) -> HttpRequest:
    """Return what is left of a request behind the middleware."""
    request = RequestFactory(headers={name.replace("_", "-"): said for name, said in headers.items()}).get("/")
    request.META.pop("REMOTE_ADDR")
    if peer is not None:
        request.META["REMOTE_ADDR"] = peer
    ForwardedHeaders(lambda _: HttpResponse())(request)
    return request


@pytest.mark.parametrize(
    ("peer", "chain", "address"),
    [
        ("203.0.113.9", None, "203.0.113.9"),
        ("10.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.1", "198.51.100.7, 203.0.113.9, 10.2.3.4, 192.0.2.1", "203.0.113.9"),
        ("10.0.0.1", "10.9.9.9, 10.2.3.4", "10.9.9.9"),
        ("10.0.0.1", None, "10.0.0.1"),
        ("2001:db8:1::7", "2001:db8:9:0:0::1", "2001:db8:9::1"),
        ("::ffff:10.0.0.1", "::ffff:203.0.113.9", "203.0.113.9"),
        ("10.0.0.1", "203.0.113.9:51234", "203.0.113.9"),
        ("10.0.0.1", "[2001:db8:9::1]:51234, 10.0.0.2", "2001:db8:9::1"),
        ("fe80::1%eth0", None, "fe80::1"),
        # Who is not listed is believed in nothing, however he calls himself.
        ("203.0.113.9", "198.51.100.7", "203.0.113.9"),
        ("192.0.2.2", "198.51.100.7", "192.0.2.2"),
        ("127.0.0.1", "198.51.100.7", "127.0.0.1"),
        ("::1", "10.0.0.1", "::1"),
        # What is no address ends the chain where it was good last.
        ("10.0.0.1", "198.51.100.7, unknown", "10.0.0.1"),
        ("10.0.0.1", "198.51.100.7, <script>, 10.2.3.4", "10.2.3.4"),
        ("10.0.0.1", " , ,, ", "10.0.0.1"),
        ("10.0.0.1", "[::1", "::1"),
        ("10.0.0.1", "999.1.1.1", "10.0.0.1"),
        (None, "198.51.100.7", ""),
        ("", "198.51.100.7", ""),
        ("unix:", "198.51.100.7", ""),
    ],
)
def test_the_address_is_the_nearest_that_is_no_proxy_of_ours(peer: str | None, chain: str | None, address: str) -> None:
    headers = {} if chain is None else {"x_forwarded_for": chain}
    assert address_of(passed(peer, **headers)) == address


@pytest.mark.parametrize(
    ("peer", "proto", "secure"),
    [
        ("10.0.0.1", "https", True),
        ("10.0.0.1", " HTTPS ", True),
        ("10.0.0.1", "http", False),
        ("10.0.0.1", "https, http", False),
        ("10.0.0.1", "http,https", True),
        ("10.0.0.1", "httpsx", False),
        ("10.0.0.1", "", False),
        ("203.0.113.9", "https", False),
        ("127.0.0.1", "https", False),
        (None, "https", False),
    ],
)
def test_tls_is_believed_from_a_proxy_of_ours_only(peer: str | None, proto: str, secure: bool) -> None:
    assert passed(peer, x_forwarded_proto=proto).is_secure() is secure


def test_nothing_a_stranger_forwards_is_left() -> None:
    said = {
        "x_forwarded_for": "10.0.0.1",
        "x_forwarded_proto": "https",
        "x_forwarded_host": "evil.example",
        "x_forwarded_port": "443",
        "x_real_ip": "10.0.0.1",
        "forwarded": "for=10.0.0.1;proto=https",
    }
    stranger, proxy, plain = passed("203.0.113.9", **said), passed("10.0.0.1", **said), passed("203.0.113.9")
    assert [name for name in stranger.headers if "orwarded" in name or "Real" in name] == []
    assert proxy.headers["X-Forwarded-Host"] == "evil.example"
    assert [request.META[PASSED_ON] for request in (stranger, proxy, plain)] == [True, True, False]


@pytest.mark.django_db
def test_a_stranger_chooses_neither_his_brake_nor_what_is_written_of_him() -> None:
    a_user(username="bob")
    for turn in range(5):
        enter(browser(), "bob", "wrong", REMOTE_ADDR="203.0.113.9", headers={"x-forwarded-for": f"198.51.100.{turn}"})
    braked = enter(browser(), "bob", REMOTE_ADDR="203.0.113.9", headers={"x-forwarded-for": "198.51.100.99"})
    assert braked.status_code == 429
    assert set(LoginBrake.objects.values_list("account", "address", "failures")) == {
        ("", "203.0.113.9", 6), ("bob", "203.0.113.9", 5), ("bob", "*", 5),
    }  # fmt: skip
    assert set(LoginAttempt.objects.values_list("address", flat=True)) == {"203.0.113.9"}


@pytest.mark.django_db
def test_behind_a_proxy_everybody_has_his_own_address() -> None:
    a_user(username="bob")
    for _ in range(5):
        enter(browser(), "bob", "wrong", REMOTE_ADDR="10.0.0.1", headers={"x-forwarded-for": "203.0.113.9"})
    answer = enter(browser(), "bob", REMOTE_ADDR="10.0.0.1", headers={"x-forwarded-for": "203.0.113.9, 198.51.100.7"})
    assert answer.status_code == 200
    assert [session.address for session in Session.objects.all()] == ["198.51.100.7"]
    assert LoginAttempt.objects.latest("id").address == "198.51.100.7"


@pytest.mark.django_db
def test_a_cookie_goes_over_tls_only_where_a_proxy_of_ours_says_it_does(settings: Any) -> None:
    settings.SECURE_HSTS_SECONDS = 31536000
    over = {"x-forwarded-proto": "https"}
    assert "Strict-Transport-Security" in browser().get("/login", REMOTE_ADDR="10.0.0.1", headers=over)
    assert "Strict-Transport-Security" not in browser().get("/login", REMOTE_ADDR="203.0.113.9", headers=over)
