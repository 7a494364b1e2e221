"""Who asks and in which language: set on every request before any view runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.crypto import constant_time_compare
from django.utils.translation import get_language_from_request

from gigafibre.identity import pace
from gigafibre.identity.address import address_of
from gigafibre.identity.csrf import comes_from_our_page
from gigafibre.identity.errors import BadToken, CsrfFailed, MethodNotAllowed
from gigafibre.identity.forwarded import named_by_proxy
from gigafibre.identity.queries import Person, person, person_of_email, token_actor
from gigafibre.identity.sessions import PROVED_AT
from gigafibre.identity.steps import from_outside
from gigafibre.kernel.away import answered, refusal_for
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import current_language, speak

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
API = "/api/"
#: Asked by machines, which must be answered even where the database is gone.
NOBODYS = frozenset({"/healthz", "/readyz", "/metrics"})


class ActorMiddleware:
    """Set `request.actor` (and `request.person` for staff), speak their language, guard cookie logins by CSRF."""

    sync_capable, async_capable = True, False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request, or refuse it before a view sees it."""
        self._speak(get_language_from_request(request))
        if request.path in NOBODYS:
            return self.get_response(request)
        try:
            self._recognise(request)
            if request.path.startswith(API):
                pace.count(pace.asker(request, address_of(request)), pace.kind_of(request.method or "", request.path))
        except Refusal as refusal:
            return refused(refusal)
        except OperationalError as error:
            return refused(refusal_for(error))
        if hasattr(request, "actor"):
            answered()  # who asks was read from it a moment ago
        response = self.get_response(request)
        if response.status_code == 405 and request.path.startswith(API):
            told = refused(MethodNotAllowed(method=request.method))
            told["Allow"] = response.get("Allow", "")
            return told
        return response

    def _recognise(self, request: HttpRequest) -> None:
        scheme, _, secret = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() == "bearer" and request.path.startswith(API):
            actor = token_actor(secret.strip())
            if actor is None:
                # Guessed tokens are slowed down by address; good ones never come here.
                pace.count(f"address:{address_of(request)}", "token")
                raise BadToken
            request.actor = actor  # type: ignore[attr-defined]
            return
        named = named_by_proxy(request)
        if settings.SESSION_COOKIE_NAME not in request.COOKIES and not named:
            return
        found = _logged_in(request, named)
        if found is None:
            return
        if request.method not in SAFE and request.path.startswith(API) and not comes_from_our_page(request):
            raise CsrfFailed
        self._speak(found.language)
        request.proved_at = _proved_at(request)  # type: ignore[attr-defined]
        request.person = found  # type: ignore[attr-defined]
        request.actor = found.actor  # type: ignore[attr-defined]

    @staticmethod
    def _speak(language: str) -> None:
        speak(language)
        translation.activate(current_language())


def _logged_in(request: HttpRequest, named: str) -> Person | None:
    """Return the active person of the session; a changed password or a disabled person ends it at once.

    So does another name, or none, than the proxy's word that began it.
    """
    user_id = request.session.get(SESSION_KEY)
    by_proxy = request.session.get("way") == "proxy"
    if (named or by_proxy) and (user_id is None or by_proxy):
        vouched = person_of_email(named)
        if vouched != (int(user_id) if user_id else None):
            request.session.flush()
            if vouched is None:
                return None
            from_outside(request, vouched, "proxy")
            user_id = vouched
    if user_id is None:
        return None
    found = person(int(user_id))
    if found is None or not constant_time_compare(request.session.get(HASH_SESSION_KEY, ""), found.seal):
        request.session.flush()
        return None
    request.session.touch()  # type: ignore[attr-defined]
    return found.held_back(request.session.get("way", ""))


def _proved_at(request: HttpRequest) -> datetime | None:
    told = request.session.get(PROVED_AT)
    return datetime.fromisoformat(told) if told else None


def refused(refusal: Refusal) -> JsonResponse:
    """Answer a refusal outside of the API's own handlers."""
    answer = JsonResponse(refusal.as_dict(current_language()), status=refusal.status)
    if "seconds" in refusal.values:
        answer["Retry-After"] = str(refusal.values["seconds"])
    return answer
