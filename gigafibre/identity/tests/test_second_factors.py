"""The second step of logging in: codes of a phone, recovery codes, roles that demand one, and who may take it away."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.test import Client

from gigafibre.identity.factors import RECOVERY_CODES
from gigafibre.identity.models import LoginAttempt, RecoveryCode, Role, Session, Totp, UsedCode, User
from gigafibre.identity.tests.device import a_phone, code_now
from gigafibre.identity.tests.factories import PASSWORD, a_user, browser, enter, send
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.audit import AUDIT
from gigafibre.kernel.listing import page

pytestmark = pytest.mark.django_db
SESSION = "/api/v1/session"
CODE = "/api/v1/session/code"


def act(client: Client, verb: str, **given: Any) -> Any:
    return send(client, "post", f"/api/v1/actions/identity.{verb}", given)


def give(client: Client, code: str) -> Any:
    return send(client, "post", CODE, {"code": code})


def connect(client: Client, user: User) -> tuple[str, list[str]]:
    """Connect a phone as the page does; returns its secret and the recovery codes."""
    secret = act(client, "begin_totp", username=user.username).json()["result"]["secret"]
    done = act(client, "confirm_totp", username=user.username, code=code_now(secret))
    assert done.status_code == 200, done.content
    return secret, done.json()["result"]["codes"]


def test_a_phone_is_connected_by_its_first_code_and_asked_from_then_on(clock: Any) -> None:
    bob = a_user("support", username="bob")
    client = browser(bob)
    begun = act(client, "begin_totp", username="bob").json()["result"]
    assert begun["qr"].startswith("data:image/svg+xml")
    assert enter(browser(), "bob").status_code == 200  # not confirmed: it isn't asked yet
    wrong = act(client, "confirm_totp", username="bob", code="000000")
    assert (wrong.status_code, wrong.json()["code"]) == (422, "wrong_code")
    codes = act(client, "confirm_totp", username="bob", code=code_now(begun["secret"])).json()["result"]["codes"]
    assert len(set(codes)) == RECOVERY_CODES == 10

    clock.move(minutes=1)
    outside = browser()
    half = enter(outside, "bob")
    assert (half.status_code, half.json()["ways"]) == (202, ["totp", "recovery"])
    assert outside.get(SESSION).status_code == 401
    assert outside.get("/api/v1/customers").status_code == 401
    done = give(outside, code_now(begun["secret"]))
    assert (done.status_code, done.json()["user"]["username"], done.json()["duties"]) == (200, "bob", [])
    assert list(LoginAttempt.objects.order_by("-id").values_list("outcome", "way")[:2]) == [
        ("in", "totp"),
        ("half", "password"),
    ]


def test_nothing_of_a_secret_is_kept_in_clear() -> None:
    bob = a_user("support", username="bob")
    secret, codes = connect(browser(bob), bob)
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM identity_totp")
        assert secret not in cursor.fetchone()[0]
        cursor.execute("SELECT input, result FROM kernel_actionrun")
        kept = str(cursor.fetchall())
        cursor.execute("SELECT before, after FROM kernel_audit")
        kept += str(cursor.fetchall())
    assert not [word for word in (secret, *codes, *(code.replace("-", "") for code in codes)) if word in kept]
    assert not RecoveryCode.objects.filter(digest__in=codes).exists()


def test_a_code_is_good_once_and_for_a_clock_half_a_minute_off(clock: Any) -> None:
    bob = a_user(username="bob")
    secret = a_phone(bob)
    client = browser()
    for off, status in ((-2, 422), (2, 422), (-1, 200), (-1, 422), (1, 200), (0, 200), (0, 422)):
        enter(client, "bob")
        assert give(client, code_now(secret, off=off)).status_code == status, off
    clock.move(minutes=5)
    enter(client, "bob")
    assert give(client, code_now(secret)).status_code == 200
    assert UsedCode.objects.filter(user=bob).count() == 1


def test_a_code_used_twice_is_refused_by_the_database() -> None:
    bob = a_user()
    UsedCode.objects.create(user=bob, step=7)
    with pytest.raises(IntegrityError, match="code_used_once"):
        UsedCode.objects.create(user=bob, step=7)


def test_a_recovery_code_is_good_once_however_it_is_written(clock: Any) -> None:
    bob = a_user(username="bob")
    client = browser(bob)
    _, codes = connect(client, bob)
    enter(client, "bob")
    assert give(client, f" {codes[0].upper().replace('-', ' ')} ").status_code == 200
    assert client.get("/api/v1/account").json()["recovery_codes"] == 9
    enter(client, "bob")
    assert give(client, codes[0]).status_code == 422
    fresh = browser()
    enter(fresh, "bob")
    assert give(fresh, codes[1]).status_code == 200
    renewed = act(fresh, "renew_recovery_codes", username="bob").json()["result"]["codes"]
    enter(fresh, "bob")
    assert give(fresh, codes[2]).status_code == 422
    assert give(fresh, renewed[2]).status_code == 200


def test_who_guesses_codes_is_braked_from_everywhere(clock: Any) -> None:
    bob = a_user(username="bob")
    secret = a_phone(bob)
    for turn in range(5):
        client = browser()
        enter(client, "bob", REMOTE_ADDR=f"203.0.113.{turn}")
        assert give(client, "000000").status_code == 422
    client = browser(language="en")
    enter(client, "bob", REMOTE_ADDR="198.51.100.1")
    braked = give(client, code_now(secret))
    assert (braked.status_code, braked["Retry-After"]) == (429, "30")
    assert client.get(SESSION).status_code == 401
    clock.move(minutes=1)
    assert give(client, code_now(secret)).status_code == 200


def test_the_first_step_is_worth_nothing_after_ten_minutes_or_with_another_password(clock: Any) -> None:
    bob = a_user(username="bob")
    secret = a_phone(bob)
    client = browser()
    assert give_after(client, lambda: None, secret).status_code == 200
    late = give_after(client, lambda: clock.move(minutes=11), secret)
    assert (late.status_code, late.json()["code"]) == (401, "first_step_over")
    changed = give_after(client, lambda: User.objects.filter(pk=bob.pk).update(password="!"), secret)
    assert changed.json()["code"] == "first_step_over"
    assert browser().get(SESSION).status_code == 401
    assert Session.objects.filter(user__isnull=False).count() == 0


def give_after(client: Client, happens: Any, secret: str) -> Any:
    enter(client, "bob")
    happens()
    return give(client, code_now(secret))


def test_a_role_that_demands_it_lets_nobody_do_anything_before() -> None:
    bob = a_user("support", username="bob")
    Role.objects.filter(code="support").update(second_factor=True)
    client = browser(bob)
    told = client.get(SESSION).json()
    assert (told["duties"], told["permissions"]) == (["second_factor"], ["identity.self"])
    assert client.get("/api/v1/customers").json()["code"] == "forbidden"
    connect(client, bob)
    told = client.get(SESSION).json()
    assert told["duties"] == []
    assert "crm.read" in told["permissions"]
    kept = act(client, "remove_totp", username="bob")
    assert (kept.status_code, kept.json()["code"]) == (409, "second_factor_needed")
    assert Totp.objects.filter(user=bob, confirmed_at__isnull=False).count() == 1


def test_a_password_that_somebody_else_gave_is_changed_before_anything_else() -> None:
    boss, bob = browser(a_user("administrator")), a_user("support", username="bob")
    assert act(boss, "set_password", username="bob", password="donne-par-un-autre").status_code == 200
    client = browser()
    told = enter(client, "bob", "donne-par-un-autre").json()
    assert (told["duties"], told["permissions"]) == (["password"], ["identity.self"])
    same = {"username": "bob", "current": "donne-par-un-autre", "password": "donne-par-un-autre"}
    assert act(client, "change_password", **same).json()["code"] == "same_password"
    assert act(client, "change_password", **{**same, "password": PASSWORD}).status_code == 200
    assert enter(client, "bob").json()["duties"] == []
    bob.refresh_from_db()
    assert bob.password_to_change is False


def test_an_administrator_resets_it_and_can_do_nothing_else_to_it() -> None:
    boss, bob = a_user("administrator", username="boss"), a_user("support", username="bob")
    theirs, client = browser(boss), browser(bob)
    connect(client, bob)
    for verb in ("begin_totp", "remove_totp", "renew_recovery_codes"):
        refused = act(theirs, verb, username="bob")
        assert (refused.status_code, refused.json()["code"]) == (403, "only_oneself"), verb
    assert act(browser(a_user("support")), "begin_totp", username="bob").json()["code"] == "forbidden"
    assert Totp.objects.filter(user=bob).count() == 1
    assert act(theirs, "reset_second_factors", username="bob", reason="Téléphone perdu.").status_code == 200
    assert client.get(SESSION).status_code == 401
    assert enter(browser(), "bob").status_code == 200
    with acting_as(SYSTEM):
        told = page(AUDIT, {"action": "identity.reset_second_factors"}).items
    assert ("identity_totp", "D") in [(one["table"], one["op"]) for one in told]
    assert {one["actor"] for one in told} == {boss.display_name}


def test_a_dangerous_act_asks_again_who_it_is_after_ten_minutes(clock: Any) -> None:
    boss = a_user("administrator", username="boss")
    client = browser(boss)
    role = {"code": "night", "name_fr": "Nuit", "name_en": "Night", "permissions": ["crm.read"]}
    clock.move(minutes=11)
    assert send(client, "post", "/api/v1/actions/identity.create_role/preview", role).status_code == 200
    refused = act(client, "create_role", **role)
    assert (refused.status_code, refused.json()["code"]) == (403, "proof_needed")
    assert not Role.objects.filter(code="night").exists()
    assert client.get("/api/v1/session/proof").json() == {"ways": ["password"]}
    proof = "/api/v1/session/proof"
    assert send(client, "post", proof, {"password": "wrong"}).json()["code"] == "wrong_proof"
    assert send(client, "post", proof, {}).json()["code"] == "wrong_proof"
    assert act(client, "create_role", **role).status_code == 403
    assert send(client, "post", proof, {"password": PASSWORD}).status_code == 204
    assert act(client, "create_role", **role).status_code == 200
    secret = a_phone(boss)
    clock.move(minutes=11)
    assert send(client, "post", proof, {"code": code_now(secret)}).status_code == 204
    assert act(client, "edit_role", role="night", permissions=[]).status_code == 200


def test_who_guesses_the_password_of_a_session_is_braked(clock: Any) -> None:
    client = browser(a_user(username="bob"))
    tries = [send(client, "post", "/api/v1/session/proof", {"password": "no"}).status_code for _ in range(6)]
    assert tries == [422] * 5 + [429]
