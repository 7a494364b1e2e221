"""The addresses by which a browser goes to the company's login and comes back from it; no page of theirs is ours."""

from __future__ import annotations

from urllib.parse import urlencode

import structlog
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from gigafibre.identity import login, openid, sessions, steps
from gigafibre.identity.address import address_of, agent_of
from gigafibre.identity.passkeys import origin_of
from gigafibre.identity.queries import login_provider
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.encrypted import seal, unseal
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform

log = structlog.get_logger(__name__)
_ASKED = "openid"
_TOKEN = "openid_token"  # noqa: S105  the key under which the session keeps it, sealed


@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """Send the browser to the provider; it comes back to `next`."""
    provider = login_provider()
    if provider is None:
        return _back("openid_off")
    try:
        asked = openid.ask(provider, origin_of(request) + openid.CALLBACK)
    except Refusal as refusal:
        return _refused(refusal)
    wanted = request.GET.get("next", "/")
    ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    request.session[_ASKED] = [asked.state, asked.nonce, asked.verifier, wanted if ours else "/"]
    return HttpResponseRedirect(asked.url)


@require_GET
def come_back(request: HttpRequest) -> HttpResponse:
    """Let in whom the provider vouches for, in a session of his own."""
    provider = login_provider()
    state, nonce, verifier, wanted = request.session.pop(_ASKED, ["", "", "", "/"])
    if provider is None or not state or not constant_time_compare(state, request.GET.get("state", "")):
        return _back("openid_refused")
    if "code" not in request.GET:
        return _back("openid_refused")
    try:
        redirect = origin_of(request) + openid.CALLBACK
        told = openid.told(provider, redirect, request.GET["code"], nonce=nonce, verifier=verifier)
        given = {
            "issuer": provider.issuer,
            "subject": told.subject,
            "username": told.username,
            "email": told.email,
            "email_verified": told.email_verified,
            "first_name": told.first_name,
            "last_name": told.last_name,
            "groups": told.groups,
        }
        user_id = perform("identity.admit_outsider", given, actor=SYSTEM, reason="OpenID Connect").result
    except Refusal as refusal:
        return _refused(refusal)
    steps.from_outside(request, user_id, "openid")
    request.session[_TOKEN] = seal(told.id_token)
    return HttpResponseRedirect(wanted)


@require_GET
def leave(request: HttpRequest) -> HttpResponse:
    """Log out here and at the provider, asked by a page of ours only."""
    if request.META.get("HTTP_SEC_FETCH_SITE", "same-origin") != "same-origin":
        return HttpResponseRedirect("/")
    provider, token = login_provider(), unseal(request.session.get(_TOKEN, ""))
    person = getattr(request, "person", None)
    if person is not None:
        login.leave(person.id, person.username, address_of(request), agent_of(request))
    sessions.end(request)
    if provider is None or not token:
        return HttpResponseRedirect("/login")
    try:
        return HttpResponseRedirect(openid.leave_url(provider, token, origin_of(request) + "/login"))
    except Refusal:
        return HttpResponseRedirect("/login")


@csrf_exempt
@require_POST
def told_to_leave(request: HttpRequest) -> HttpResponse:
    """End the sessions of who has left the provider, told by itself (back-channel logout)."""
    provider = login_provider()
    answer = HttpResponse(status=200 if provider else 400)
    answer["Cache-Control"] = "no-store"
    if provider is not None:
        try:
            subject = openid.ended(provider, request.POST.get("logout_token", ""))
            perform("identity.end_outsider", {"issuer": provider.issuer, "subject": subject}, actor=SYSTEM)
        except Refusal:
            answer.status_code = 400
    return answer


def _refused(refusal: Refusal) -> HttpResponse:
    """Say little to who came, and the whole cause to the logs: it is the provider's or its setup's."""
    log.warning("company_login_refused", code=refusal.code, **refusal.values)
    return _back(refusal.code)


def _back(problem: str) -> HttpResponse:
    return HttpResponseRedirect(f"/login?{urlencode({'problem': problem})}")
