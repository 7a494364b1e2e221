"""Links to choose a password: made for a person, read from what his letter carries, good once.

The letter is written above (`processes/staff_letters.py`), which says too whether one would arrive (`set_arrives`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q

from gigafibre.identity import brakes
from gigafibre.identity.errors import LinkOver, TooManyLogins
from gigafibre.identity.events import LoginLinkMade
from gigafibre.identity.models import LoginLink, OutsideIdentity, User
from gigafibre.kernel import clock
from gigafibre.kernel.events import publish
from gigafibre.kernel.signing import TokenRefused, make_token, read_token

PURPOSE = "identity.login_link"
#: How long a link is good: an invitation waits for the first day of work, the other for nobody.
LASTS = {LoginLink.Kind.INVITATION: timedelta(days=7), LoginLink.Kind.FORGOTTEN: timedelta(minutes=30)}
#: Askings for one name, whoever asks, before no more letters go for a while; and from one address, for all names.
OF_A_NAME = brakes.Brake(5, timedelta(minutes=15), timedelta(hours=4))
OF_AN_ADDRESS = brakes.Brake(20, timedelta(minutes=1), timedelta(hours=1))
_ASKED, _READ = "link asked", "link read"  # no user name has a space

_arrives: Callable[[], bool] = lambda: False  # noqa: E731  whoever sends letters replaces it at start


def set_arrives(arrives: Callable[[], bool]) -> None:
    """Tell who says whether a letter would leave this machine and its link lead somewhere."""
    global _arrives
    _arrives = arrives


def would_arrive() -> bool:
    """Say whether links are sent at all."""
    return _arrives()


def offered() -> bool:
    """Say whether the login page offers a link: letters leave, and somebody comes in by a password of ours."""
    return (
        would_arrive()
        and User.objects.filter(is_active=True).exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX).exists()
    )


def make(user: User, kind: LoginLink.Kind) -> LoginLink:
    """Make a link in the caller's transaction; one that was still open is worth nothing any more."""
    now = clock.now()
    end(user, LoginLink.Ended.REPLACED)
    link = LoginLink.objects.create(user=user, kind=kind, made_at=now, until=now + LASTS[kind])
    publish(LoginLinkMade(person=user.pk, kind=kind.value))
    return link


def end(user: User, how: LoginLink.Ended) -> None:
    """Close the link somebody still has, if he has one."""
    LoginLink.objects.filter(user=user, ended="").update(ended=how, ended_at=clock.now())


def token_of(link: LoginLink) -> str:
    """Return what the letter carries."""
    return make_token(PURPOSE, str(link.pk), link.until)


def read(token: str, *, to_use: bool = False) -> LoginLink:
    """Return an open link of an active person, locked if it is to be used; refuses LinkOver whatever is wrong."""
    try:
        key = int(read_token(PURPOSE, token, clock.now()))
    except TokenRefused as error:
        raise LinkOver from error
    found = LoginLink.objects.filter(pk=key, ended="", until__gt=clock.now(), user__is_active=True)
    link = (found.select_for_update(of=("self",)) if to_use else found).select_related("user").first()
    if link is None:
        raise LinkOver
    return link


def count_reading(address: str) -> None:
    """Count one try of a link that was none, or refuse (TooManyLogins)."""
    _count(_READ, address, OF_AN_ADDRESS)


def count_asking(name: str, address: str) -> bool:
    """Count one asking; refuses an address that asks too often, returns whether a letter may go for that name."""
    _count(_ASKED, address, OF_AN_ADDRESS)
    asked = f"{_ASKED} {sha256(name.strip().lower().encode()).hexdigest()[:32]}"
    return brakes.count(asked, brakes.ANYWHERE, OF_A_NAME).until is None


def _count(what: str, address: str, brake: brakes.Brake) -> None:
    if until := brakes.count(what, address, brake).until:
        raise TooManyLogins(seconds=brakes.seconds_until(until))


def who_forgot(name: str) -> User | None:
    """Return whose user name or email it is, alone, if a link is for him: active, reachable, not only by the company.

    Whoever comes in by the company's own login and never had a password here gets none by a letter.
    """
    found = User.objects.filter(Q(username__iexact=name) | Q(email__iexact=name), is_active=True).exclude(email="")[:2]
    if len(found) != 1:
        return None
    user: User = found[0]
    by_company = not user.has_usable_password() and OutsideIdentity.objects.filter(user=user).exists()
    return None if by_company else user


@dataclass(frozen=True)
class Letter:
    """Whom a letter goes to."""

    name: str
    username: str
    email: str
    language: str


def letter_to(person: int) -> Letter | None:
    """Return how somebody is written to; None for whoever is gone or has no email."""
    user = User.objects.filter(pk=person, is_active=True).exclude(email="").first()
    return Letter(user.display_name, user.username, user.email, user.language) if user else None


def open_link(person: int) -> int | None:
    """Return the link somebody has open, by key; None once he has none."""
    return LoginLink.objects.filter(user=person, ended="").values_list("pk", flat=True).first()


def open_token(link: int) -> str | None:
    """Return the token of a link that is still open; None once it isn't."""
    found = LoginLink.objects.filter(pk=link, ended="", until__gt=clock.now()).first()
    return token_of(found) if found else None
