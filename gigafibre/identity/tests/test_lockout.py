"""An account tried from many addresses is locked, its owner told; a session ends after a week whatever happens."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from gigafibre.identity import brakes
from gigafibre.identity.models import LoginAttempt, LoginBrake, Notice, Session
from gigafibre.identity.tests.factories import a_user, browser, enter, send

pytestmark = pytest.mark.django_db
FREE = brakes.OF_AN_ACCOUNT.free


def guess(name: str, times: int) -> list[int]:
    return [enter(browser(), name, "wrong", REMOTE_ADDR=f"203.0.113.{turn}").status_code for turn in range(times)]


def test_an_account_guessed_from_everywhere_is_locked_but_for_where_its_owner_comes_from(clock: Any) -> None:
    bob, boss = a_user(username="bob"), a_user("administrator", username="boss")
    assert enter(browser(), "bob", REMOTE_ADDR="198.51.100.1").status_code == 200
    assert guess("bob", FREE) == [401] * FREE
    locked = enter(browser(), "bob", REMOTE_ADDR="203.0.113.250")
    assert (locked.status_code, locked.json()["code"]) == (429, "too_many_logins")
    assert LoginAttempt.objects.latest("id").outcome == "locked"
    assert enter(browser(), "bob", REMOTE_ADDR="198.51.100.1").status_code == 200
    assert sorted(Notice.objects.values_list("user", flat=True)) == sorted([bob.pk, boss.pk])
    boss_in = browser(boss)
    told = {one["username"]: one["locked_until"] for one in boss_in.get("/api/v1/users").json()["items"]}
    assert (told["bob"] is not None, told["boss"]) == (True, None)
    unlock = "/api/v1/actions/identity.unlock_user"
    assert send(browser(a_user("sales")), "post", unlock, {"username": "bob"}).status_code == 403
    assert send(boss_in, "post", unlock, {"username": "bob"}).status_code == 200
    assert enter(browser(), "bob", REMOTE_ADDR="203.0.113.250").status_code == 200
    assert not LoginBrake.objects.filter(account="bob", failures__gt=0).exists()


def test_a_name_nobody_has_is_locked_like_one_that_somebody_has() -> None:
    assert guess("nobody", FREE + 1) == [401] * FREE + [429]
    assert not Notice.objects.exists()


def test_a_lock_ends_by_itself_after_a_day(clock: Any) -> None:
    a_user(username="bob")
    guess("bob", FREE)
    assert enter(browser(), "bob").status_code == 429
    clock.move(hours=24, minutes=1)
    assert enter(browser(), "bob").status_code == 200


def test_a_session_ends_after_a_week_however_much_it_is_used(clock: Any) -> None:
    client = browser(a_user())
    for _ in range(16):
        clock.move(hours=10)
        assert client.get("/api/v1/session").status_code == 200
    assert Session.objects.get().expire_date - Session.objects.get().created_at == timedelta(days=7)
    clock.move(hours=9)
    assert client.get("/api/v1/session").status_code == 401
