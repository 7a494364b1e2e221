"""Logging in and out: the only writes beside the actions, for nobody is an actor before he is in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from ninja import Router, Status

from gigafibre.identity import login, queries, sessions
from gigafibre.identity.address import address_of, agent_of
from gigafibre.identity.api.lists import router as lists_router
from gigafibre.identity.api.live import router as live_router
from gigafibre.identity.api.presence import router as presence_router
from gigafibre.identity.csrf import comes_from_our_page
from gigafibre.identity.errors import CsrfFailed, NoSession, TooManyLogins
from gigafibre.identity.middleware import refused
from gigafibre.identity.permissions import spelled_out
from gigafibre.identity.schemas import LoginIn, PreferencesIn, Provider, SessionOut, SessionUser
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.errors import NotLoggedIn
from gigafibre.kernel.http import ANYBODY
from gigafibre.kernel.perform import perform
from gigafibre.kernel.text import speak

router = Router(tags=["identity"])
router.add_router("", live_router)
router.add_router("", presence_router)
router.add_router("", lists_router)


@router.get("/session", auth=None, response=SessionOut, operation_id="identity_session")
def read_session(request: HttpRequest) -> SessionOut:
    """Return who is logged in (401 if nobody); in any case the answer sets the CSRF cookie."""
    get_token(request)
    return _session(request, _person(request))


@router.post("/session", auth=None, response=SessionOut, operation_id="identity_log_in")
def log_in(request: HttpRequest, body: LoginIn) -> SessionOut | HttpResponse:
    """Log in by user name and password; after too many tries the answer says how long to wait (Retry-After)."""
    if not comes_from_our_page(request):
        raise CsrfFailed
    try:
        user = login.enter(body.username, body.password.get_secret_value(), address_of(request), agent_of(request))
    except TooManyLogins as braked:
        answer = refused(braked)
        answer["Retry-After"] = str(braked.values["seconds"])
        return answer
    sessions.begin(request, user)
    found = queries.person(user.pk)
    if found is None:
        raise NotLoggedIn
    speak(found.language)
    return _session(request, found)


@router.patch("/session", auth=ANYBODY, response=SessionOut, operation_id="identity_change_preferences")
def change_preferences(request: HttpRequest, body: PreferencesIn) -> SessionOut:
    """Change one's language or theme."""
    before = _person(request)
    wanted = {"username": before.username, **body.model_dump(exclude_none=True)}
    perform("identity.set_preferences", wanted, actor=before.actor)
    found = queries.person(before.id)
    if found is None:
        raise NotLoggedIn
    speak(found.language)
    return _session(request, found)


@router.delete("/session", auth=ANYBODY, response={204: None}, operation_id="identity_log_out")
def log_out(request: HttpRequest) -> Status[None]:
    """Log out; the session's row is gone."""
    found = _person(request)
    login.leave(found.id, found.username, address_of(request), agent_of(request))
    sessions.end(request)
    return Status(204, None)


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
        provider=Provider(name=provider.name, accent=provider.accent),
        csrf=get_token(request),
    )
