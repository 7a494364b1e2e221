"""Entering with a name and a password: the brake against guessing, the same answer and time for unknown names.

A try is counted as failed before the password is looked at, in a transaction of its own, so that many tries sent at
once are braked like many sent one after the other; a good one takes the count back.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.db import connection, transaction
from django.db.models import F

from gigafibre.identity.errors import TooManyLogins, WrongLogin
from gigafibre.identity.models import LoginAttempt, LoginBrake, User
from gigafibre.kernel import clock

#: Wrong passwords an account takes from one address before it stops listening, then 15 s, 30 s, 60 s, up to 15 min.
FREE_TRIES = 5
#: The same for one address over all accounts.
FREE_TRIES_OF_AN_ADDRESS = 50
FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(minutes=15)
#: The account under which an address is counted over all accounts.
ANY = ""
#: After so long without a failure all is forgotten.
FORGOTTEN_AFTER = timedelta(hours=24)

# One statement, so that two tries at once are two tries. A try while braked changes nothing and returns no row.
# Who isn't braked has an end long past, never this moment: a try begun just before ours would find itself braked.
COUNT = """
INSERT INTO identity_loginbrake AS b (account, address, failures, last_at, until)
VALUES (%(account)s, %(address)s, 1, %(now)s, %(forgotten)s)
ON CONFLICT (account, address) DO UPDATE SET
  failures = CASE WHEN b.last_at < %(forgotten)s THEN 1 ELSE b.failures + 1 END,
  last_at = %(now)s,
  until = CASE WHEN b.last_at >= %(forgotten)s AND b.failures + 1 >= %(free)s
    THEN %(now)s + least(%(longest)s, %(first)s * power(2, least(b.failures + 1 - %(free)s, 20))) ELSE %(forgotten)s END
WHERE b.until <= %(now)s
RETURNING id
"""


def enter(username: str, password: str, address: str, agent: str) -> User:
    """Return who enters, or refuse: WrongLogin (whatever was wrong), TooManyLogins while braked."""
    account = username.strip().lower()[:64]
    if (until := _count(account, address)) is not None:
        _note(account, None, address, agent, LoginAttempt.Outcome.BRAKED)
        raise TooManyLogins(seconds=max(1, int((until - clock.now()).total_seconds())))
    user = User.objects.filter(username__iexact=account).first()
    fits = check_password(password, user.password if user else _nobodys_password(), _rehash(user))
    if user is None or not fits or not user.is_active:
        _note(account, user.pk if user else None, address, agent, LoginAttempt.Outcome.REFUSED)
        raise WrongLogin
    with transaction.atomic():
        # The try took one from each count; a good one gives it back.
        LoginBrake.objects.filter(account=account, address=address).delete()
        free = {"failures": F("failures") - 1, "until": clock.now() - FORGOTTEN_AFTER}
        LoginBrake.objects.filter(account=ANY, address=address).update(**free)
        _note(account, user.pk, address, agent, LoginAttempt.Outcome.IN)
    return user


def leave(user_id: int, username: str, address: str, agent: str) -> None:
    """Note that somebody logged out."""
    _note(username.lower(), user_id, address, agent, LoginAttempt.Outcome.OUT)


def _count(account: str, address: str) -> datetime | None:
    """Count one try; returns until when it is braked, or None."""
    now = clock.now()
    common: dict[str, Any] = {
        "address": address,
        "now": now,
        "forgotten": now - FORGOTTEN_AFTER,
        "first": FIRST_WAIT,
        "longest": LONGEST_WAIT,
    }
    with transaction.atomic(), connection.cursor() as cursor:
        for counted, free in ((ANY, FREE_TRIES_OF_AN_ADDRESS), (account, FREE_TRIES)):
            cursor.execute(COUNT, {**common, "account": counted, "free": free})
            if cursor.fetchone() is None:
                return LoginBrake.objects.get(account=counted, address=address).until
    return None


def _note(account: str, user: int | None, address: str, agent: str, outcome: LoginAttempt.Outcome) -> None:
    LoginAttempt.objects.create(
        at=clock.now(), username=account, user_id=user, address=address, agent=agent, outcome=outcome
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
