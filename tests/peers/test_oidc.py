"""Coming in by a real OpenID Connect provider (oidc-provider-mock): code, PKCE, nonce, groups, and what is refused."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.test import Client

from gigafibre.identity import openid
from gigafibre.identity.actions import map_group, save_login_provider
from gigafibre.identity.models import LoginAttempt, OutsideIdentity, Session, User
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.services import NotWorking, service

MOCK = shutil.which("oidc-provider-mock", path=str(Path(sys.executable).parent))
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(MOCK is None, reason="oidc-provider-mock is not installed"),
]
PEOPLE = [
    {
        "sub": "u1",
        "email": "marie@exemple.test",
        "email_verified": True,
        "given_name": "Marie",
        "groups": ["noc", "all"],
    },
    {"sub": "u2", "email": "paul@exemple.test", "groups": ["all"]},
]


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert MOCK is not None
    claims = [word for one in PEOPLE for word in ("--user-claims", json.dumps(one))]
    server = subprocess.Popen([MOCK, "-p", str(port), *claims], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://localhost:{port}"
    try:
        for _ in range(300):
            try:
                requests.get(f"{url}/.well-known/openid-configuration", timeout=1).raise_for_status()
                break
            except requests.RequestException:
                time.sleep(0.1)
        yield url
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(autouse=True)
def set_up(issuer: str) -> None:
    openid._kept.clear()
    with acting_as(SYSTEM):
        save_login_provider("Authentik", issuer=issuer, client_id="fsm", client_secret="s3cret")  # type: ignore[arg-type]
        map_group("noc", roles=["network", "support"])


def gone_to(client: Client, subject: str, *, wanted: str = "/customers") -> str:
    """Go to the provider and log in there; returns the address the browser is sent back to, on our side."""
    sent = client.get(f"/login/openid?next={wanted}")
    assert sent.status_code == 302, sent["Location"]
    asked = parse_qs(urlsplit(sent["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    back = requests.post(sent["Location"], data={"sub": subject}, allow_redirects=False, timeout=5)
    assert back.status_code == 302
    return back.headers["Location"].removeprefix("http://testserver")


def test_a_person_of_a_group_is_made_at_his_first_login_with_its_roles() -> None:
    client = browser()
    assert client.get("/api/v1/session/ways").json() == {"openid": "Authentik", "forgotten": False}
    back = client.get(gone_to(client, "u1"))
    assert (back.status_code, back["Location"]) == (302, "/customers")
    told = client.get("/api/v1/session").json()
    assert (told["user"]["display_name"], told["way"], told["duties"]) == ("Marie", "openid", [])
    marie = User.objects.get(email="marie@exemple.test")
    assert sorted(role.code for role in marie.roles.all()) == ["network", "support"]
    assert not marie.has_usable_password()
    assert list(LoginAttempt.objects.values_list("outcome", "way")) == [("in", "openid")]
    marie.roles.clear()
    client.get(gone_to(browser_of(client), "u1"))
    assert (User.objects.count(), marie.roles.count()) == (1, 2)


def browser_of(client: Client) -> Client:
    client.cookies.clear()
    return client


def test_who_is_here_already_is_known_by_his_verified_email() -> None:
    marie = a_user("sales", username="marie.g", email="Marie@exemple.test")
    client = browser()
    client.get(gone_to(client, "u1"))
    assert client.get("/api/v1/session").json()["user"]["username"] == "marie.g"
    assert OutsideIdentity.objects.get().user == marie
    assert sorted(role.code for role in marie.roles.all()) == ["network", "support"]


def test_who_is_in_no_group_or_disabled_stays_out() -> None:
    client = browser()
    assert client.get(gone_to(client, "u2"))["Location"] == "/login?problem=openid_no_group"
    a_user(email="marie@exemple.test", is_active=False)
    assert client.get(gone_to(client, "u1"))["Location"] == "/login?problem=openid_disabled"
    assert (User.objects.count(), Session.objects.filter(user__isnull=False).count()) == (1, 0)


def test_another_s_state_a_used_code_and_a_refusal_are_worth_nothing() -> None:
    client, thief = browser(), browser()
    back = gone_to(client, "u1")
    assert thief.get(back)["Location"] == "/login?problem=openid_refused"
    assert client.get(back.replace("state=", "state=x"))["Location"] == "/login?problem=openid_refused"
    assert client.get(back)["Location"] == "/login?problem=openid_refused"  # the state is good once
    assert client.get("/login/openid/callback?error=access_denied&state=x")["Location"].endswith("openid_refused")
    assert User.objects.count() == 0


def test_an_id_token_with_another_nonce_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    client = browser()
    back = gone_to(client, "u1")
    session = client.session
    state, _, verifier, wanted = session["openid"]
    session["openid"] = [state, "another", verifier, wanted]
    session.save()
    assert client.get(back)["Location"] == "/login?problem=openid_refused"
    assert User.objects.count() == 0


def test_where_the_browser_comes_back_to_is_ours() -> None:
    client = browser()
    assert client.get(gone_to(client, "u1", wanted="//evil.example"))["Location"] == "/"


def test_a_provider_that_is_away_or_off_is_said(issuer: str) -> None:
    with acting_as(SYSTEM):
        save_login_provider("Authentik", issuer="http://localhost:9", client_id="fsm")
    assert browser().get("/login/openid")["Location"] == "/login?problem=openid_unreachable"
    boss = browser(a_user("administrator"))
    told: dict[str, Any] = boss.get("/api/v1/login-provider").json()
    assert (told["has_secret"], "client_secret" in told) == (True, False)
    assert told["groups"] == [{"group": "noc", "roles": ["support", "network"]}]
    with pytest.raises(NotWorking, match="does not answer: http://localhost:9"):
        service("login").check()
    with acting_as(SYSTEM):
        save_login_provider("Authentik", issuer=issuer, client_id="fsm", on=False)
    assert service("login").check().en == "The provider Authentik answers."
    assert [one["ready"] for one in boss.get("/api/v1/services").json() if one["code"] == "login"] == [True]
    assert browser().get("/login/openid")["Location"] == "/login?problem=openid_off"


def test_a_made_up_word_of_leaving_is_refused() -> None:
    client = browser()
    client.get(gone_to(client, "u1"))
    assert Client().post("/webhooks/openid/logout", {"logout_token": "made.up.token"}).status_code == 400
    assert client.get("/api/v1/session").status_code == 200
