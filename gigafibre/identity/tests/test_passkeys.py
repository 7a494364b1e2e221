"""Passkeys: registered, used instead of a password and beside it, counted, copied, renamed, removed."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client

from gigafibre.identity.models import LoginAttempt, Passkey, PasskeyUse, Role, Session
from gigafibre.identity.tests.device import Device, a_passkey
from gigafibre.identity.tests.factories import PASSWORD, a_user, browser, enter, send

pytestmark = pytest.mark.django_db
SESSION = "/api/v1/session"


def act(client: Client, verb: str, **given: Any) -> Any:
    return send(client, "post", f"/api/v1/actions/identity.{verb}", given)


def add(client: Client, username: str, device: Device, name: str = "Portable") -> Any:
    asked = client.get("/api/v1/account/passkey").json()
    given = {"username": username, "name": name, "ticket": asked["ticket"]}
    return act(client, "add_passkey", credential=device.make(asked["options"]), **given)


def question(client: Client) -> dict[str, Any]:
    client.get(SESSION)
    options: dict[str, Any] = send(client, "post", f"{SESSION}/passkey/question").json()["options"]
    return options


def answer(client: Client, credential: dict[str, Any]) -> Any:
    return send(client, "post", f"{SESSION}/passkey", {"credential": credential})


def test_a_passkey_is_registered_and_lets_in_without_a_password() -> None:
    bob, device = a_user("support", username="bob"), Device()
    client = browser(bob)
    done = add(client, "bob", device)
    assert (done.status_code, len(done.json()["result"]["codes"])) == (200, 10)
    told = client.get("/api/v1/account").json()["passkeys"]
    assert [(one["name"], one["synced"], one["used_at"]) for one in told] == [("Portable", False, None)]
    assert Passkey.objects.get().transports == ["internal"]

    fresh = browser()
    asked = question(fresh)
    assert asked["rpId"] == "testserver"
    assert (asked["userVerification"], asked.get("allowCredentials", [])) == ("required", [])
    done = answer(fresh, device.sign(asked))
    assert (done.status_code, done.json()["user"]["username"]) == (200, "bob")
    assert LoginAttempt.objects.latest("id").way == "passkey"
    assert PasskeyUse.objects.get().sign_count == 1


def test_it_is_a_second_factor_and_only_one_s_own_counts() -> None:
    bob, device, other = a_user(username="bob"), Device(), Device()
    a_passkey(bob, device)
    a_passkey(a_user(username="eve"), other)
    client = browser()
    assert enter(client, "bob").json()["ways"] == ["passkey"]
    refused = answer(client, other.sign(question(client)))
    assert (refused.status_code, refused.json()["code"]) == (422, "passkey_refused")
    assert client.get(SESSION).status_code == 401
    asked = question(client)
    assert [one["id"] for one in asked["allowCredentials"]] == [Passkey.objects.get(user=bob).credential]
    assert answer(client, device.sign(asked)).json()["user"]["username"] == "bob"


def test_a_challenge_is_good_once_and_for_its_own_session() -> None:
    device = Device()
    a_passkey(a_user(username="bob"), device)
    client, other = browser(), browser()
    asked = question(client)
    question(other)
    signed = device.sign(asked)
    assert answer(other, signed).status_code == 422
    assert answer(client, signed).status_code == 200
    assert answer(client, signed).status_code == 422
    assert answer(browser_with_cookie(), device.sign(asked)).status_code == 422


def browser_with_cookie() -> Client:
    client = browser()
    client.get(SESSION)
    return client


@pytest.mark.parametrize(
    "device", [Device("https://evil.example"), Device(verifies=False)], ids=["origin", "unverified"]
)
def test_another_site_or_a_device_that_asked_nobody_is_refused(device: Device) -> None:
    bob = a_user(username="bob")
    client = browser(bob)
    refused = add(client, "bob", device)
    assert (refused.status_code, refused.json()["code"]) == (422, "passkey_refused")
    assert not Passkey.objects.exists()
    a_passkey(bob, device)
    fresh = browser()
    assert answer(fresh, device.sign(question(fresh))).json()["code"] == "passkey_refused"
    assert fresh.get(SESSION).status_code == 401


def test_a_key_whose_counter_goes_back_was_copied() -> None:
    device = Device()
    key = a_passkey(a_user(username="bob"), device)
    PasskeyUse.objects.filter(passkey=key).update(sign_count=9)
    client = browser()
    refused = answer(client, device.sign(question(client)))
    assert (refused.status_code, refused.json()["code"]) == (422, "passkey_copied")
    assert PasskeyUse.objects.get().sign_count == 9
    assert Session.objects.filter(user__isnull=False).count() == 0


def test_a_disabled_person_s_key_lets_nobody_in() -> None:
    device = Device()
    a_passkey(a_user(is_active=False), device)
    client = browser()
    assert answer(client, device.sign(question(client))).json()["code"] == "passkey_refused"


def test_another_s_ticket_and_a_known_key_are_refused() -> None:
    bob, eve, device = browser(a_user(username="bob")), browser(a_user(username="eve")), Device()
    asked = bob.get("/api/v1/account/passkey").json()
    given = {"name": "x", "credential": device.make(asked["options"]), "ticket": asked["ticket"]}
    assert act(eve, "add_passkey", username="eve", **given).json()["code"] == "passkey_refused"
    assert act(eve, "add_passkey", username="bob", **given).json()["code"] == "forbidden"
    assert act(bob, "add_passkey", username="bob", **given).status_code == 200
    again = add(bob, "bob", device)
    assert (again.status_code, again.json()["code"]) == (409, "passkey_known")
    assert Passkey.objects.count() == 1


def test_the_database_keeps_a_credential_once() -> None:
    device = Device()
    a_passkey(a_user(), device)
    with pytest.raises(IntegrityError, match="credential"):
        a_passkey(a_user(), device)


def test_a_passkey_is_renamed_and_removed_by_its_owner() -> None:
    bob = a_user("support", username="bob")
    key = a_passkey(bob, Device())
    client = browser()
    enter(client, "bob")
    Role.objects.filter(code="support").update(second_factor=True)
    client = logged_in(bob)
    assert act(browser(a_user()), "rename_passkey", username="bob", passkey=key.pk, name="x").status_code == 403
    assert act(client, "rename_passkey", username="bob", passkey=key.pk, name="Téléphone").status_code == 200
    assert client.get("/api/v1/account").json()["passkeys"][0]["name"] == "Téléphone"
    kept = act(client, "remove_passkey", username="bob", passkey=key.pk)
    assert (kept.status_code, kept.json()["code"]) == (409, "second_factor_needed")
    Role.objects.filter(code="support").update(second_factor=False)
    assert act(client, "remove_passkey", username="bob", passkey=key.pk).status_code == 200
    assert enter(browser(), "bob", PASSWORD).status_code == 200


def logged_in(user: Any) -> Client:
    device = Device()
    key = a_passkey(user, device, name="pour entrer")
    client = browser()
    assert answer(client, device.sign(question(client))).status_code == 200
    key.delete()
    return client
