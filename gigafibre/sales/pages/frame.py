"""What every public page shares: its policy, its brake, its frame, and refusals said in the reader's language."""

from __future__ import annotations

import functools
import secrets
from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from gigafibre.billing import settings as _declared  # noqa: F401  declares what is read below
from gigafibre.identity.address import address_of
from gigafibre.kernel import clock, settings
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.files import Stored
from gigafibre.kernel.signing import TokenRefused
from gigafibre.kernel.text import current_language
from gigafibre.kernel.values import Language, short_day
from gigafibre.sales import brake
from gigafibre.sales.pages.words import said

View = Callable[..., HttpResponseBase]


def public(view: View) -> View:
    """Brake a public page, and say a refusal on a page of its own; forged links are braked harder."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            brake.count(address_of(request))
            try:
                return view(request, *args, **kwargs)
            except TokenRefused:
                brake.count(address_of(request), "bad")
                raise
        except Refusal as refusal:
            language = current_language()
            return page(
                request, "sales/refused.html", {"message": refusal.said.in_(language)}, language, status=refusal.status
            )

    return guarded


def page(
    request: HttpRequest, template: str, given: Mapping[str, Any], language: str, *, status: int = 200, **values: object
) -> HttpResponse:
    """Render a page that runs nothing but its own script, keeps nothing, and is in no one's frame."""
    nonce = secrets.token_urlsafe(16)
    shared = {
        "language": language,
        "nonce": nonce,
        "company": settings.get("company.name") or settings.get("company.legal_name") or "Gigafibre",
        "contact": settings.get("company.contact").get(language, []),
        "say": said(language, **values),
    }
    answer = render(request, template, {**shared, **given}, status=status)
    answer["Content-Security-Policy"] = (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src 'self' data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    answer["Cache-Control"] = "no-store"
    # Nothing of the link goes elsewhere; `no-referrer` would make the browser post its form from the origin `null`.
    answer["Referrer-Policy"] = "same-origin"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def pdf(paper: Stored) -> HttpResponse:
    """Answer a PDF, kept by nobody on the way."""
    answer = HttpResponse(paper.content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{paper.name}"'
    answer["Cache-Control"] = "no-store"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def visitor(subject: str) -> Actor:
    """Return who holds a link, as the trail names him: by what the link is for."""
    return Actor("customer", None, subject, frozenset({"sales.sign"}))


def day_of(moment: Any, language: str) -> str:
    """Return the company's day of an instant, written out."""
    spoken: Language = "en" if language == "en" else "fr"
    return short_day(moment.astimezone(clock.zone()).date(), spoken)
