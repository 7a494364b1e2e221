"""What is answered where no view answers: in the reader's language, without a word of what broke inside."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse

from gigafibre.identity.errors import CsrfFailed, Unexpected
from gigafibre.kernel.errors import InvalidInput, NotFound, Refusal
from gigafibre.kernel.text import current_language
from gigafibre.sales.pages.frame import page


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400: what came in isn't even a request (wrong host, too many fields)."""
    return _say(request, InvalidInput(), 400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404."""
    return _say(request, NotFound(what=request.path[:200]), 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer 500; the log has the rest."""
    return _say(request, Unexpected(), 500)


def not_from_our_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 to a form that was not sent from its page, on a page that says how to go on."""
    refusal = CsrfFailed()
    if request.path.startswith("/api/"):
        return _say(request, refusal, refusal.status)
    language = current_language()
    return page(request, "sales/refused.html", {"message": refusal.said.in_(language)}, language, status=refusal.status)


def _say(request: HttpRequest, refusal: Refusal, status: int) -> HttpResponse:
    told = refusal.as_dict(current_language())
    if request.path.startswith("/api/"):
        return JsonResponse(told, status=status)
    return HttpResponse(told["message"], status=status, content_type="text/plain; charset=utf-8")
