"""The steps by which a browser comes in, and by which whoever is in proves again that it is he."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from gigafibre.identity import brakes, factors, links, login, passkeys, sessions
from gigafibre.identity.address import address_of, agent_of
from gigafibre.identity.errors import FirstStepOver, LinkOver, PasskeyRefused, TooManyLogins, WrongProof
from gigafibre.identity.models import LoginAttempt, LoginLink, User
from gigafibre.identity.permissions import ONESELF
from gigafibre.identity.queries import Way, second_factors
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform

Outcome = LoginAttempt.Outcome
By = LoginAttempt.Way
_CHALLENGE = "passkey_challenge"


def by_password(request: HttpRequest, username: str, password: str) -> tuple[int, list[Way]]:
    """Begin by a password; returns who it is and the second factors of which one is still to come (none: he is in)."""
    user = login.enter(username, password, address_of(request), agent_of(request))
    ways = second_factors(user.pk)
    if ways:
        sessions.wait_for_second(request, user)
    else:
        sessions.begin(request, user, By.PASSWORD)
    return user.pk, ways


def by_code(request: HttpRequest, code: str) -> int:
    """Finish by a code of the phone or a recovery code; returns who is in."""
    user = sessions.half_in(request)
    if user is None:
        raise FirstStepOver
    try:
        way = factors.take_code(user, code)
    except Refusal as refusal:
        braked = isinstance(refusal, TooManyLogins)
        _note(request, user, Outcome.BRAKED if braked else Outcome.REFUSED, By.TOTP)
        raise
    _note(request, user, Outcome.IN, way)
    sessions.begin(request, user, way)
    return user.pk


def by_passkey(request: HttpRequest, credential: dict[str, Any]) -> int:
    """Come in by a passkey, without a password or as the second factor after it; returns who is in."""
    half = sessions.half_in(request)
    user = _answered(request, credential)
    if half is not None and half != user:
        raise PasskeyRefused
    _note(request, user, Outcome.IN, By.PASSKEY)
    sessions.begin(request, user, By.PASSKEY)
    return user.pk


def by_link(request: HttpRequest, token: str, password: str) -> tuple[int, list[Way]]:
    """Choose a password by a link and come in by that; returns who it is and which second factors are to come."""
    user = read_link(request, token).user
    actor = Actor("staff", user.pk, user.display_name, frozenset({ONESELF}))
    perform("identity.choose_password", {"token": token, "password": password}, actor=actor)
    user.refresh_from_db()
    ways = second_factors(user.pk)
    if ways:
        _note(request, user, Outcome.HALF, By.LINK)
        sessions.wait_for_second(request, user)
    else:
        _note(request, user, Outcome.IN, By.LINK)
        sessions.begin(request, user, By.LINK)
    return user.pk, ways


def read_link(request: HttpRequest, token: str) -> LoginLink:
    """Return the link that a token names; refuses LinkOver, and an address that tries many."""
    try:
        return links.read(token)
    except LinkOver:
        links.count_reading(address_of(request))
        raise


def from_outside(request: HttpRequest, user_id: int, way: str) -> None:
    """Let in whom somebody else vouches for: the company's login, or the proxy before us."""
    user = User.objects.get(pk=user_id)
    _note(request, user, Outcome.IN, By(way))
    sessions.begin(request, user, way)


def passkey_question(request: HttpRequest, known: int | None) -> dict[str, Any]:
    """Return what the browser is to sign with a passkey: one of this person, or of whose password was good, or any."""
    user = User.objects.get(pk=known) if known else sessions.half_in(request)
    options, challenge = passkeys.question(passkeys.origin_of(request), user)
    request.session[_CHALLENGE] = challenge
    return options


def prove(
    request: HttpRequest,
    user_id: int,
    *,
    password: str | None = None,
    code: str | None = None,
    credential: dict[str, Any] | None = None,
) -> None:
    """Prove again that it is he, by whichever way is given: dangerous acts go through for a while."""
    user = User.objects.get(pk=user_id)
    if credential is not None:
        if _answered(request, credential) != user:
            raise PasskeyRefused
    elif code is not None:
        factors.take_code(user, code)
    else:
        _prove_by_password(user, password or "")
    sessions.prove(request)


def _prove_by_password(user: User, password: str) -> None:
    account = brakes.brakes_of(user.pk)[1]
    if until := brakes.count(account, brakes.ANYWHERE, factors.OF_CODES).until:
        raise TooManyLogins(seconds=brakes.seconds_until(until))
    if not user.check_password(password):
        raise WrongProof
    brakes.forget(account, brakes.ANYWHERE)


def _answered(request: HttpRequest, credential: dict[str, Any]) -> User:
    challenge = request.session.pop(_CHALLENGE, "")  # good once, whatever comes
    return passkeys.answered(credential, challenge, passkeys.origin_of(request))


def _note(request: HttpRequest, user: User, outcome: str, way: LoginAttempt.Way) -> None:
    login.note(brakes.account_of(user.username), user.pk, address_of(request), agent_of(request), outcome, way)
