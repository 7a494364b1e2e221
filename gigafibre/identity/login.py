"""Entering with a name and a password: the brake against guessing, the same answer and time for unknown names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cache

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from gigafibre.identity import brakes
from gigafibre.identity.errors import TooManyLogins, WrongLogin
from gigafibre.identity.models import LoginAttempt, User
from gigafibre.identity.notices import notify
from gigafibre.identity.queries import second_factors, who_may
from gigafibre.identity.telling import tell_of
from gigafibre.kernel import clock
from gigafibre.kernel.context import doing
from gigafibre.kernel.text import Text

Outcome = LoginAttempt.Outcome
Way = LoginAttempt.Way
#: For so long an address from which somebody came in is his.
FAMILIAR_FOR = timedelta(days=30)
_LOCKED = Text(
    "Trop d’essais de mot de passe sur le compte de {name}, de plusieurs adresses : il est verrouillé pour un jour.",
    "Too many wrong passwords for {name}’s account, from several addresses: it is locked for a day.",
)


def enter(username: str, password: str, address: str, agent: str) -> User:
    """Return whose password it is, or refuse: WrongLogin (whatever was wrong), TooManyLogins while braked.

    Who has a second factor isn't in by that: `second_factors` says which.
    """
    account = brakes.account_of(username)
    for counted, brake in ((brakes.ANY, brakes.OF_AN_ADDRESS), (account, brakes.OF_AN_ACCOUNT_HERE)):
        if until := brakes.count(counted, address, brake).until:
            note(account, None, address, agent, Outcome.BRAKED)
            raise TooManyLogins(seconds=brakes.seconds_until(until))
    user = User.objects.filter(username__iexact=account).first()
    known_here = user is not None and _came_from(user, address)
    if not known_here:
        _count_anywhere(account, user, address, agent)
    fits = check_password(password, user.password if user else _nobodys_password(), _rehash(user))
    if user is None or not fits or not user.is_active:
        note(account, user.pk if user else None, address, agent, Outcome.REFUSED)
        raise WrongLogin
    with transaction.atomic():
        # The try took one from each count; a good one gives it back.
        brakes.forget(account, address)
        brakes.give_back(brakes.ANY, address)
        if not known_here:
            brakes.give_back(account, brakes.ANYWHERE)
        note(account, user.pk, address, agent, Outcome.HALF if second_factors(user.pk) else Outcome.IN)
    return user


def _came_from(user: User, address: str) -> bool:
    """Say whether somebody came in from there lately: others who guess his password don't lock him out of it."""
    since = clock.now() - FAMILIAR_FOR
    return LoginAttempt.objects.filter(user=user, outcome=Outcome.IN, address=address, at__gte=since).exists()


def _count_anywhere(account: str, user: User | None, address: str, agent: str) -> None:
    counted = brakes.count(account, brakes.ANYWHERE, brakes.OF_AN_ACCOUNT)
    if counted.until:
        note(account, user.pk if user else None, address, agent, Outcome.LOCKED)
        raise TooManyLogins(seconds=brakes.seconds_until(counted.until))
    if user is not None and counted.failures == brakes.OF_AN_ACCOUNT.free:
        words = _LOCKED.with_(name=user.display_name)
        with doing("identity.lock"):
            notify({user.pk, *who_may("identity.admin")}, words, kind="account_locked", url="/settings/account")
            tell_of(user, "locked")


def leave(user_id: int, username: str, address: str, agent: str) -> None:
    """Note that somebody logged out."""
    note(username.lower(), user_id, address, agent, Outcome.OUT)


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
