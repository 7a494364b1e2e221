"""Logging in, staying in, being thrown out."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import check_password

from gigafibre.identity.models import LoginAttempt, Role, Session, User
from gigafibre.identity.tests.factories import PASSWORD, a_user, browser, enter, send

pytestmark = pytest.mark.django_db
SESSION = "/api/v1/session"


def test_a_person_enters_and_is_told_who_he_is_and_what_he_may() -> None:
    a_user("read-only", "technician", username="Bob", first_name="Bob", last_name="Tremblay-Roy")
    client = browser()
    assert client.get(SESSION).status_code == 401
    answer = enter(client, "bob").json()
    assert answer["user"] == {
        "username": "Bob",
        "display_name": "Bob Tremblay-Roy",
        "initials": "BR",
        "role_labels": ["Technicien", "Lecture seule"],
        "language": "fr",
        "theme": "system",
    }
    assert "crm.read" in answer["permissions"]
    assert "kernel.note" in answer["permissions"]
    assert "crm.edit" not in answer["permissions"]
    assert answer["permissions"] == sorted(answer["permissions"])
    assert answer["provider"] == {"name": "Gigafibre", "accent": None}
    assert client.get(SESSION).json()["user"]["username"] == "Bob"


def test_an_administrator_is_told_every_permission_without_wildcards() -> None:
    told = browser(a_user("administrator")).get(SESSION).json()["permissions"]
    assert "identity.admin" in told
    assert not [code for code in told if "*" in code]


@pytest.mark.parametrize(("username", "password"), [("nobody", PASSWORD), ("bob", "wrong"), ("gone", PASSWORD)])
def test_whatever_is_wrong_the_answer_is_the_same(username: str, password: str) -> None:
    a_user(username="bob")
    a_user(username="gone", is_active=False)
    answer = enter(browser(), username, password)
    assert answer.status_code == 401
    assert answer.json() == {
        "code": "wrong_login",
        "message": "Nom d’utilisateur ou mot de passe incorrect.",
        "details": [],
    }
    assert Session.objects.count() == 0


def test_every_login_verifies_exactly_one_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real = check_password

    def counted(password: str, encoded: str, *args: Any) -> bool:
        seen.append(encoded.split("$")[1])
        return real(password, encoded, *args)

    monkeypatch.setattr("gigafibre.identity.login.check_password", counted)
    a_user(username="bob")
    for username in ("bob", "nobody"):
        enter(browser(), username, "wrong")
    assert seen == ["argon2id", "argon2id"]


def test_passwords_are_kept_as_django_keeps_them() -> None:
    # Cheap in tests by two numbers of that class (conftest.py): no hasher of ours that could be shipped.
    assert settings.PASSWORD_HASHERS[0] == "django.contrib.auth.hashers.Argon2PasswordHasher"


def test_entering_changes_the_session_and_the_csrf_token() -> None:
    client = browser()
    client.get(SESSION)
    before = client.cookies["csrftoken"].value
    bob = a_user()
    enter(client, bob.username)
    first, token = client.cookies["sessionid"].value, client.cookies["csrftoken"].value
    enter(client, bob.username)
    assert token != before
    assert client.cookies["sessionid"].value != first
    assert Session.objects.count() == 1
    assert Session.objects.get().session_key != client.cookies["sessionid"].value


def test_logging_out_ends_the_session_everywhere() -> None:
    client = browser(a_user())
    stolen = browser()
    stolen.cookies["sessionid"] = client.cookies["sessionid"].value
    assert stolen.get(SESSION).status_code == 200
    assert send(client, "delete", SESSION).status_code == 204
    assert client.get(SESSION).status_code == 401
    assert stolen.get(SESSION).status_code == 401
    assert Session.objects.count() == 0


def test_a_disabled_person_is_out_at_once() -> None:
    bob = a_user()
    client = browser(bob)
    User.objects.filter(pk=bob.pk).update(is_active=False)
    assert client.get(SESSION).status_code == 401
    assert Session.objects.count() == 0


def test_a_changed_password_ends_sessions() -> None:
    bob = a_user()
    client = browser(bob)
    bob.set_password("another-one-2026")
    bob.save()
    assert client.get(SESSION).status_code == 401


def test_a_session_ends_after_twelve_hours_without_use(clock: Any) -> None:
    client = browser(a_user())
    clock.move(hours=11)
    assert client.get(SESSION).status_code == 200
    clock.move(hours=11)
    assert client.get(SESSION).status_code == 200
    clock.move(hours=12, minutes=1)
    assert client.get(SESSION).status_code == 401


def test_a_request_reads_the_session_and_the_person_once_each(django_assert_num_queries: Any) -> None:
    client = browser(a_user("support", "sales"))
    with django_assert_num_queries(3):  # session, person with roles, company
        client.get(SESSION)


def test_a_role_that_was_edited_counts_instead_of_the_shipped_one() -> None:
    Role.objects.filter(code="support").update(permissions=["ledger.read"])
    told = browser(a_user("support")).get(SESSION).json()["permissions"]
    assert told == ["identity.self", "ledger.read"]


def test_five_wrong_passwords_and_the_account_stops_listening_to_that_address(clock: Any) -> None:
    bob = a_user(username="bob")
    client = browser(language="en")
    assert [enter(client, "bob", "wrong").status_code for _ in range(5)] == [401] * 5
    answer = enter(client, "BOB ")
    assert (answer.status_code, answer.json()["code"]) == (429, "too_many_logins")
    assert answer.json()["message"] == "Too many tries. Try again in 15 seconds."
    assert answer["Retry-After"] == "15"
    assert enter(browser(), "bob", REMOTE_ADDR="203.0.113.9").status_code == 200
    clock.move(minutes=1)
    assert enter(client, "bob", "wrong").status_code == 401
    assert enter(client, "bob").headers["Retry-After"] == "30"
    clock.move(minutes=1)
    assert enter(client, "bob").status_code == 200
    assert enter(client, "bob", "wrong").status_code == 401
    assert enter(client, "bob").status_code == 200
    outcomes = list(LoginAttempt.objects.filter(user=bob).order_by("id").values_list("outcome", flat=True))
    assert outcomes == ["refused"] * 5 + ["in", "refused", "in", "refused", "in"]


def test_an_unknown_name_is_braked_like_a_known_one(clock: Any) -> None:
    client = browser()
    assert [enter(client, "nobody", "x").status_code for _ in range(6)] == [401] * 5 + [429]


def test_an_address_that_tries_many_names_is_braked(clock: Any) -> None:
    client = browser()
    codes = [enter(client, f"name{n}", "x").status_code for n in range(51)]
    assert codes == [401] * 50 + [429]


def test_preferences_are_kept_and_spoken() -> None:
    client = browser(a_user("support"))
    answer = send(client, "patch", SESSION, {"language": "en"}).json()
    assert (answer["user"]["language"], answer["user"]["role_labels"]) == ("en", ["Support"])
    assert send(client, "patch", SESSION, {"theme": "dark"}).json()["user"]["theme"] == "dark"
    assert client.get(SESSION).json()["user"]["language"] == "en"
    assert send(client, "patch", SESSION, {"theme": "pink"}).status_code == 422
    assert client.get(SESSION).json()["user"]["theme"] == "dark"


def test_writing_without_the_csrf_token_is_refused() -> None:
    client = browser(a_user())
    for call in (client.patch, client.delete):
        answer = call(SESSION, {"theme": "dark"}, content_type="application/json")
        assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")
    outside = browser()
    answer = outside.post(SESSION, {"username": "a", "password": "b"}, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")
    assert client.get(SESSION).json()["user"]["theme"] == "system"
