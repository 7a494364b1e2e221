"""What the database itself refuses, and the brake under many guesses at once."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.identity import login
from gigafibre.identity.brakes import OF_AN_ACCOUNT_HERE
from gigafibre.identity.errors import TooManyLogins, WrongLogin
from gigafibre.identity.models import LoginBrake, ServiceToken, User
from gigafibre.identity.tests.factories import PASSWORD, a_token, a_user
from gigafibre.kernel import clock


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "rule"), [({"language": "de"}, "user_language_known"), ({"theme": "pink"}, "user_theme_known")]
)
def test_a_person_speaks_and_sees_what_we_know(change: dict[str, str], rule: str) -> None:
    bob = a_user()
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        User.objects.filter(pk=bob.pk).update(**change)
    bob.refresh_from_db()
    assert (bob.language, bob.theme) == ("fr", "system")


@pytest.mark.django_db
def test_two_living_tokens_never_share_a_name() -> None:
    a_token("robot", "crm.read")
    with pytest.raises(IntegrityError, match="live_token_name_once"), transaction.atomic():
        ServiceToken.objects.create(name="robot", start="gf_", digest="x", created_by_name="x")
    ServiceToken.objects.update(revoked_at=clock.now())
    a_token("robot", "crm.read")


@pytest.mark.django_db
def test_an_account_has_one_brake_per_address() -> None:
    facts: dict[str, Any] = {"account": "bob", "address": "::1", "last_at": clock.now(), "until": clock.now()}
    LoginBrake.objects.create(**facts)
    with pytest.raises(IntegrityError, match="one_brake_per_account_and_address"), transaction.atomic():
        LoginBrake.objects.create(**facts)


def test_many_guesses_at_once_are_braked_like_one_after_the_other(committed_db: Any) -> None:
    a_user(username="bob")

    def guess(number: int) -> str:
        try:
            login.enter("bob", PASSWORD if number == 15 else f"wrong-{number}", "203.0.113.9", "test")
        except (WrongLogin, TooManyLogins) as refusal:
            return refusal.code
        finally:
            connection.close()
        return "in"

    with ThreadPoolExecutor(8) as pool:
        # The right one comes late: what was tried before it has already braked the account.
        told = Counter(pool.map(guess, range(16)))
    assert told == {"wrong_login": OF_AN_ACCOUNT_HERE.free, "too_many_logins": 16 - OF_AN_ACCOUNT_HERE.free}


@pytest.mark.django_db
def test_a_guess_begun_a_moment_before_the_last_one_counted_is_not_braked_by_it() -> None:
    a_user(username="bob")
    clock.freeze("2026-03-02T09:00:01")
    with pytest.raises(WrongLogin):
        login.enter("bob", "wrong", "203.0.113.9", "test")
    clock.freeze("2026-03-02T09:00:00")
    with pytest.raises(WrongLogin):
        login.enter("bob", "wrong", "203.0.113.9", "test")
    assert LoginBrake.objects.get(account="bob", address="203.0.113.9").failures == 2
