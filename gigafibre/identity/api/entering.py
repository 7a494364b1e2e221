"""Logging in, in one step or two, and out: the only writes beside the actions, for nobody acts before he is in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import get_token
from ninja import Router, Status

from gigafibre.identity import links, login, queries, sessions, steps
from gigafibre.identity.address import address_of, agent_of
from gigafibre.identity.csrf import comes_from_our_page
from gigafibre.identity.errors import CsrfFailed, NoSession
from gigafibre.identity.permissions import spelled_out
from gigafibre.identity.schemas import (
    ChosenIn,
    CodeIn,
    ForgottenIn,
    LinkIn,
    LinkOut,
    LoginIn,
    LoginWays,
    PasskeyIn,
    PasskeyQuestion,
    PreferencesIn,
    ProofIn,
    ProofWays,
    Provider,
    SecondStep,
    SessionOut,
    SessionUser,
)
from gigafibre.identity.tasks import send_to_who_forgot
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.errors import NotLoggedIn
from gigafibre.kernel.http import ANYBODY
from gigafibre.kernel.perform import perform
from gigafibre.kernel.text import speak

router = Router(tags=["identity"])


@router.get("/session", auth=None, response=SessionOut, operation_id="identity_session")
def read_session(request: HttpRequest) -> SessionOut:
    """Return who is logged in (401 if nobody); in any case the answer sets the CSRF cookie."""
    get_token(request)
    return _session(request, _person(request))


@router.get("/session/ways", auth=None, response=LoginWays, operation_id="identity_login_ways")
def read_ways(request: HttpRequest) -> LoginWays:
    """Return how one may come in beside the password."""
    return LoginWays(openid=queries.login_provider_name(), forgotten=links.offered())


@router.post("/session", auth=None, response={200: SessionOut, 202: SecondStep}, operation_id="identity_log_in")
def log_in(request: HttpRequest, body: LoginIn) -> Status[SessionOut] | Status[SecondStep]:
    """Log in by user name and password; 202 when a second factor is still to come (`/session/code` or `/passkey`).

    After too many tries the answer says how long to wait (Retry-After).
    """
    _from_our_page(request)
    user, ways = steps.by_password(request, body.username, body.password.get_secret_value())
    if ways:
        return Status(202, SecondStep(ways=ways, csrf=get_token(request)))
    return Status(200, _in(request, user))


@router.post("/session/forgotten", auth=None, response={204: None}, operation_id="identity_forgotten")
def forgotten(request: HttpRequest, body: ForgottenIn) -> Status[None]:
    """Ask for a letter to choose a new password; answers the same whoever it is, or is not."""
    _from_our_page(request)
    if links.count_asking(body.name, address_of(request)):
        send_to_who_forgot.defer(name=body.name)
    return Status(204, None)


@router.post("/session/link", auth=None, response=LinkOut, operation_id="identity_read_link")
def read_link(request: HttpRequest, body: LinkIn) -> LinkOut:
    """Return whose link it is; 410 once it was used, replaced, or is too old."""
    _from_our_page(request)
    link = steps.read_link(request, body.token.get_secret_value())
    return LinkOut(
        kind="invitation" if link.kind == "invitation" else "forgotten",
        username=link.user.username,
        display_name=link.user.display_name,
        second_factor_demanded=queries.account(link.user.pk).second_factor_demanded,
    )


@router.post(
    "/session/link/password",
    auth=None,
    response={200: SessionOut, 202: SecondStep},
    operation_id="identity_use_link",
)
def choose(request: HttpRequest, body: ChosenIn) -> Status[SessionOut] | Status[SecondStep]:
    """Choose a password by a link and come in; 202 when a second factor is still to come."""
    _from_our_page(request)
    user, ways = steps.by_link(request, body.token.get_secret_value(), body.password.get_secret_value())
    if ways:
        return Status(202, SecondStep(ways=ways, csrf=get_token(request)))
    return Status(200, _in(request, user))


@router.post("/session/code", auth=None, response=SessionOut, operation_id="identity_log_in_code")
def log_in_code(request: HttpRequest, body: CodeIn) -> SessionOut:
    """Finish logging in by a code of the phone, or by a recovery code."""
    _from_our_page(request)
    return _in(request, steps.by_code(request, body.code.get_secret_value()))


@router.post("/session/passkey/question", auth=None, response=PasskeyQuestion, operation_id="identity_ask_passkey")
def ask_passkey(request: HttpRequest) -> dict[str, Any]:
    """Return what the browser is to sign with a passkey: with one of the person's where we know him, else with any."""
    _from_our_page(request)
    known = getattr(request, "person", None)
    return {"options": steps.passkey_question(request, known.id if known else None)}


@router.post("/session/passkey", auth=None, response=SessionOut, operation_id="identity_log_in_passkey")
def log_in_passkey(request: HttpRequest, body: PasskeyIn) -> SessionOut:
    """Log in by a passkey: without a password, or as the second factor after it."""
    _from_our_page(request)
    return _in(request, steps.by_passkey(request, body.credential))


@router.get("/session/proof", auth=ANYBODY, response=ProofWays, operation_id="identity_proof_ways")
def proof_ways(request: HttpRequest) -> dict[str, Any]:
    """Return how the person may prove again that it is he: `password`, `passkey`, `totp`, `recovery`."""
    return {"ways": queries.proof_ways(_person(request).id)}


@router.post("/session/proof", auth=ANYBODY, response={204: None}, operation_id="identity_prove")
def prove(request: HttpRequest, body: ProofIn) -> Status[None]:
    """Prove again that it is he, by whichever way was given; dangerous acts go through for ten minutes."""
    given = {name: value.get_secret_value() for name in ("password", "code") if (value := getattr(body, name))}
    steps.prove(request, _person(request).id, credential=body.credential, **given)
    return Status(204, None)


@router.patch("/session", auth=ANYBODY, response=SessionOut, operation_id="identity_change_preferences")
def change_preferences(request: HttpRequest, body: PreferencesIn) -> SessionOut:
    """Change one's language or theme."""
    before = _person(request)
    wanted = {"username": before.username, **body.model_dump(exclude_none=True)}
    perform("identity.set_preferences", wanted, actor=before.actor)
    return _session(request, _again(request, before.id))


@router.delete("/session", auth=ANYBODY, response={204: None}, operation_id="identity_log_out")
def log_out(request: HttpRequest) -> Status[None]:
    """Log out; the session's row is gone."""
    found = _person(request)
    login.leave(found.id, found.username, address_of(request), agent_of(request))
    sessions.end(request)
    return Status(204, None)


def _from_our_page(request: HttpRequest) -> None:
    if not comes_from_our_page(request):
        raise CsrfFailed


def _in(request: HttpRequest, user_id: int) -> SessionOut:
    return _session(request, _again(request, user_id))


def _again(request: HttpRequest, user_id: int) -> queries.Person:
    found = queries.person(user_id)
    if found is None:
        raise NotLoggedIn
    speak(found.language)
    return found.held_back(request.session.get("way", ""))


def _person(request: HttpRequest) -> queries.Person:
    found = getattr(request, "person", None)
    if isinstance(found, queries.Person):
        return found
    if isinstance(getattr(request, "actor", None), Actor):
        raise NoSession
    raise NotLoggedIn


def _session(request: HttpRequest, found: queries.Person) -> SessionOut:
    provider = queries.company()
    return SessionOut(
        user=SessionUser(
            username=found.username,
            display_name=found.display_name,
            initials=found.initials,
            role_labels=[label.in_() for label in found.role_labels],
            language=found.language,
            theme=found.theme,
        ),
        permissions=spelled_out(found.actor),
        duties=list(found.duties),
        way=request.session.get("way", ""),
        provider=Provider(name=provider.name, accent=provider.accent),
        csrf=get_token(request),
    )
