"""Entering with a name and a password: the brake against guessing, the same answer and time for unknown names."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from gigafibre.identity import brakes
from gigafibre.identity.errors import TooManyLogins, WrongLogin
from gigafibre.identity.models import LoginAttempt, User
from gigafibre.identity.queries import second_factors
from gigafibre.kernel import clock

Outcome = LoginAttempt.Outcome
Way = LoginAttempt.Way


def enter(username: str, password: str, address: str, agent: str) -> User:
    """Return whose password it is, or refuse: WrongLogin (whatever was wrong), TooManyLogins while braked.

    Who has a second factor isn't in by that: `second_factors` says which.
    """
    account = account_of(username)
    for counted, brake in ((brakes.ANY, brakes.OF_AN_ADDRESS), (account, brakes.OF_AN_ACCOUNT_HERE)):
        if until := brakes.count(counted, address, brake).until:
            note(account, None, address, agent, Outcome.BRAKED)
            raise TooManyLogins(seconds=brakes.seconds_until(until))
    user = User.objects.filter(username__iexact=account).first()
    fits = check_password(password, user.password if user else _nobodys_password(), _rehash(user))
    if user is None or not fits or not user.is_active:
        note(account, user.pk if user else None, address, agent, Outcome.REFUSED)
        raise WrongLogin
    with transaction.atomic():
        # The try took one from each count; a good one gives it back.
        brakes.forget(account, address)
        brakes.give_back(brakes.ANY, address)
        note(account, user.pk, address, agent, Outcome.HALF if second_factors(user.pk) else Outcome.IN)
    return user


def leave(user_id: int, username: str, address: str, agent: str) -> None:
    """Note that somebody logged out."""
    note(username.lower(), user_id, address, agent, Outcome.OUT)


def account_of(username: str) -> str:
    """Return a name as tries are counted under it."""
    return username.strip().lower()[:64]


def note(
    account: str, user: int | None, address: str, agent: str, outcome: str, way: LoginAttempt.Way = Way.PASSWORD
) -> None:
    """Keep one try to log in."""
    LoginAttempt.objects.create(
        at=clock.now(), username=account, user_id=user, address=address, agent=agent, outcome=outcome, way=way
    )


@cache
def _nobodys_password() -> str:
    """A hash of nothing: verifying against it takes as long as against a real one."""
    return make_password("nobody")


def _rehash(user: User | None) -> Callable[[str], None] | None:
    """Return what stores a password anew when the way we hash has become stronger."""
    if user is None:
        return None

    def store(password: str) -> None:
        user.password = make_password(password)
        user.save(update_fields=["password"])

    return store
