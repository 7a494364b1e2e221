"""What answers say beside their content: policies, refusals in both languages, nothing of what broke inside."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client

from gigafibre.identity.tests.factories import a_user, browser, enter, send
from gigafibre.kernel.discover import discover
from gigafibre.kernel.errors import Refusal


def every_refusal(kind: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    for below in kind.__subclasses__():
        if ".tests." not in below.__module__:
            yield below
        yield from every_refusal(below)


def test_every_refusal_has_a_code_of_its_own_and_both_languages() -> None:
    discover()
    kinds = list(every_refusal())
    codes = [kind.code for kind in kinds]
    assert len(kinds) > 20
    assert sorted({code for code in codes if codes.count(code) > 1}) == []
    for kind in kinds:
        assert kind.text.fr, kind
        assert kind.text.en, kind
        assert kind.text.fr != kind.text.en, kind
        assert 400 <= kind.status < 600, kind


@pytest.mark.django_db
def test_a_page_runs_our_own_scripts_only() -> None:
    for path in ("/", "/customers/C-4217", "/login"):
        answer = Client().get(path)
        policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
        if answer["Content-Type"].startswith("text/html"):
            assert policy["script-src"] == "'self'"
            assert policy["object-src"] == "'none'"
            assert "csrftoken" in answer.cookies
        assert policy["frame-ancestors"] == "'self'"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["X-Frame-Options"] == "SAMEORIGIN"
        assert "unsafe-eval" not in answer["Content-Security-Policy"]


@pytest.mark.django_db
def test_maps_come_from_where_the_settings_say(settings: Any) -> None:
    settings.MAP_STYLE_URL = "https://cartes.exemple.ca/fibre/style.json"
    settings.MAP_HOSTS = ["https://tuiles.exemple.ca/", "javascript:x", "tuiles"]
    answer = Client().get("/")
    policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
    assert policy["connect-src"] == "'self' https://cartes.exemple.ca https://tuiles.exemple.ca"
    assert policy["script-src"] == "'self'"


@pytest.mark.django_db
def test_an_answer_of_the_api_is_kept_by_nobody() -> None:
    answer = browser(a_user()).get("/api/v1/session")
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'self'"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "said"), [("fr", "Introuvable : /api/v1/nowhere."), ("en", "Not found: /api/v1/nowhere.")]
)
def test_an_address_that_does_not_exist_is_said_in_both_languages(language: str, said: str) -> None:
    answer = browser(language=language).get("/api/v1/nowhere")
    assert (answer.status_code, answer.json()) == (404, {"code": "not_found", "message": said, "details": []})


@pytest.mark.django_db
def test_a_wrong_verb_is_a_refusal_too() -> None:
    answer = send(browser(a_user()), "put", "/api/v1/session", {})
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert set(answer["Allow"].replace(" ", "").split(",")) == {"GET", "POST", "PATCH", "DELETE"}


@pytest.mark.django_db
def test_what_breaks_inside_stays_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("the secret word is sesame")

    monkeypatch.setattr("gigafibre.identity.queries.sessions", breaks)
    client = browser(a_user("administrator"))
    client.raise_request_exception = False
    answer = client.get("/api/v1/sessions/own")
    assert (answer.status_code, answer.json()) == (
        500,
        {
            "code": "unexpected",
            "message": "Une erreur inattendue est survenue. Rien n’a été changé.",
            "details": [],
        },
    )


@pytest.mark.django_db
def test_a_database_that_is_away_is_said_without_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(_: object) -> None:
        raise OperationalError('connection to server at "10.0.0.5" failed')

    client = browser(a_user())
    monkeypatch.setattr("gigafibre.identity.middleware.person", away)
    answer = client.get("/api/v1/session")
    assert (answer.status_code, answer.json()["code"]) == (503, "database_unavailable")
    assert (answer["Retry-After"], "indisponible depuis" in answer.json()["message"]) == ("2", True)
    assert "10.0.0.5" not in answer.content.decode()


@pytest.mark.django_db
def test_what_no_column_can_hold_is_the_senders_mistake() -> None:
    answer = browser(a_user("administrator")).get("/api/v1/logins", {"username": "a\x00b"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")


@pytest.mark.django_db
@pytest.mark.parametrize("body", ["", "{", "[]", '"x"', '{"username": 5, "password": {}}', '{"username": "a"}'])
def test_a_body_that_is_none_is_refused_in_words(body: str) -> None:
    client = browser()
    client.get("/api/v1/session")
    token = client.cookies["csrftoken"].value
    answer = client.generic(
        "POST", "/api/v1/session", body, content_type="application/json", headers={"x-csrftoken": token}
    )
    assert answer.status_code in {400, 422}
    assert set(answer.json()) == {"code", "message", "details"}


@pytest.mark.django_db
def test_a_wrong_host_is_refused_without_a_page_of_djangos() -> None:
    answer = Client(headers={"host": "evil.example"}).get("/api/v1/session")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_input")


@pytest.mark.django_db
def test_built_files_are_kept_for_ever_and_others_are_asked_for_again(tmp_path: Path, settings: Any) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "index-DRGS_T2K.js").write_text("1")
    (tmp_path / "logo.svg").write_text("<svg/>")
    settings.STATIC_ROOT = tmp_path
    client = Client()
    built, other = client.get("/static/assets/index-DRGS_T2K.js"), client.get("/static/logo.svg")
    assert built["Cache-Control"] == "max-age=315360000, public, immutable"
    assert "immutable" not in other["Cache-Control"]
    assert client.get("/static/nowhere.js").status_code == 404
    built.close()
    other.close()


@pytest.mark.django_db
def test_behind_tls_the_browsers_origin_is_the_one_it_sees(settings: Any) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.TRUSTED_PROXIES = [ip_network("127.0.0.1")]
    user = a_user()
    proxied = {"x-forwarded-proto": "https", "host": "testserver", "origin": "https://testserver"}
    assert enter(browser(), user.username, headers=proxied).status_code == 200
    foreign = enter(browser(), user.username, headers=proxied | {"origin": "https://evil.example"})
    assert (foreign.status_code, foreign.json()["code"]) == (403, "csrf_failed")


def test_what_browsers_are_told_of_tls_is_as_set() -> None:
    probe = (
        "from gigafibre.config import settings as s; print(s.SECURE_HSTS_SECONDS, s.SECURE_HSTS_INCLUDE_SUBDOMAINS, "
    )
    probe += "s.SECURE_HSTS_PRELOAD, s.SECURE_SSL_REDIRECT, s.RATE_LIMITS['export'], s.RATE_LIMITS['read'])"
    asked = {"GIGAFIBRE_HTTPS": "1", "GIGAFIBRE_HSTS_SECONDS": "600", "GIGAFIBRE_HSTS_SUBDOMAINS": "1"}
    asked |= {"GIGAFIBRE_HTTPS_REDIRECT": "1", "GIGAFIBRE_RATE_LIMITS": "export=5"}

    def told(more: dict[str, str]) -> str:
        home = {"GIGAFIBRE_HOME": str(settings.HOME), "PATH": os.environ["PATH"]}
        done = subprocess.run(
            [sys.executable, "-c", probe], env=home | more, capture_output=True, text=True, check=False
        )
        return done.stdout.strip() or done.stderr.strip().splitlines()[-1]

    assert told(asked) == "600 True False True 5 3000"
    assert told({}) == "0 False False False 20 3000"
    assert told({"GIGAFIBRE_HTTPS": "1", "GIGAFIBRE_RATE_LIMITS": "off"}) == "31536000 False False False 0 0"
    refused = told({"GIGAFIBRE_RATE_LIMITS": "exports=5"})
    assert "'exports=5' is none of token, export, upload, preview, search, act, read with a number" in refused
    assert "GIGAFIBRE_HSTS_SECONDS='soon': write a whole number of at least 0." in told(
        {"GIGAFIBRE_HSTS_SECONDS": "soon"}
    )
