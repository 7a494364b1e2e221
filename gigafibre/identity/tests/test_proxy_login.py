"""Coming in by the header of a proxy that knows who it is: believed from listed ones, taken away from all others."""

from __future__ import annotations

from ipaddress import ip_network
from typing import Any

import pytest

from gigafibre.identity.models import LoginAttempt, Session, User
from gigafibre.identity.tests.factories import a_user, browser, send

pytestmark = pytest.mark.django_db
SESSION = "/api/v1/session"
PROXY: dict[str, Any] = {"REMOTE_ADDR": "10.0.0.1"}
STRANGER: dict[str, Any] = {"REMOTE_ADDR": "203.0.113.9"}


@pytest.fixture(autouse=True)
def behind_a_proxy(settings: Any) -> None:
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/8")]
    settings.LOGIN_HEADER = "X-Authentik-Email"


def said(email: str) -> dict[str, str]:
    return {"x-authentik-email": email}


def test_whom_a_listed_proxy_names_is_in() -> None:
    a_user("support", username="bob", email="Bob@fibre.example")
    client = browser()
    told = client.get(SESSION, headers=said("bob@fibre.example"), **PROXY)
    assert (told.status_code, told.json()["user"]["username"]) == (200, "bob")
    assert client.get("/api/v1/session/proof", headers=said("bob@fibre.example"), **PROXY).status_code == 200
    assert Session.objects.count() == 1
    assert list(LoginAttempt.objects.values_list("outcome", "way")) == [("in", "proxy")]
    done = send(client, "patch", SESSION, {"theme": "dark"}, headers=said("bob@fibre.example"), **PROXY)
    assert done.json()["user"]["theme"] == "dark"


@pytest.mark.parametrize("peer", [STRANGER, {"REMOTE_ADDR": "127.0.0.1"}])
def test_nobody_else_is_believed(peer: dict[str, Any]) -> None:
    a_user("administrator", email="boss@fibre.example")
    client = browser()
    assert client.get(SESSION, headers=said("boss@fibre.example"), **peer).status_code == 401
    assert Session.objects.count() == 0
    # A cookie that the proxy's word made is worth nothing without it, nor past the proxy.
    assert client.get(SESSION, headers=said("boss@fibre.example"), **PROXY).status_code == 200
    assert client.get(SESSION, headers=said("boss@fibre.example"), **peer).status_code == 401
    assert Session.objects.count() == 0


@pytest.mark.parametrize(
    "email", ["nobody@fibre.example", "gone@fibre.example", "twice@fibre.example", "", "@", "a,b@x"]
)
def test_strangers_the_disabled_and_the_ambiguous_stay_out(email: str) -> None:
    a_user("administrator", email="gone@fibre.example", is_active=False)
    a_user(email="twice@fibre.example")
    a_user(email="Twice@fibre.example")
    a_user(email="")
    assert browser().get(SESSION, headers=said(email), **PROXY).status_code == 401
    assert (Session.objects.count(), User.objects.count()) == (0, 4)


def test_another_name_ends_the_session_of_the_first() -> None:
    a_user(username="bob", email="bob@fibre.example")
    a_user(username="eve", email="eve@fibre.example")
    client = browser()
    client.get(SESSION, headers=said("bob@fibre.example"), **PROXY)
    told = client.get(SESSION, headers=said("eve@fibre.example"), **PROXY).json()
    assert told["user"]["username"] == "eve"
    assert [row.user.username for row in Session.objects.all() if row.user] == ["eve"]
    assert client.get(SESSION, **PROXY).status_code == 401


def test_without_the_setting_no_header_is_read(settings: Any) -> None:
    settings.LOGIN_HEADER = ""
    a_user(email="bob@fibre.example")
    assert browser().get(SESSION, headers=said("bob@fibre.example"), **PROXY).status_code == 401
