"""The page that says whether a paper is a contract of ours, unchanged."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from gigafibre.identity.address import address_of
from gigafibre.kernel.files import MAX_BYTES, FileTooLarge
from gigafibre.kernel.text import current_language
from gigafibre.sales import brake, sealing
from gigafibre.sales.pages.frame import day_of, page, public


@require_http_methods(["GET", "HEAD", "POST"])
@public
def verify(request: HttpRequest) -> HttpResponse:
    """Take a PDF and say what it is; nothing of it is kept."""
    language = current_language()
    sent = request.FILES.get("paper") if request.method == "POST" else None
    if sent is None:
        return page(request, "sales/verify.html", {"looked": None}, language)
    brake.count(address_of(request), "look")
    if (sent.size or 0) > MAX_BYTES:
        raise FileTooLarge(size=f"{(sent.size or 0) / 1e6:.1f}", limit=MAX_BYTES // 1_000_000)
    looked = sealing.look(sent.read())
    day = day_of(looked.sealed_at, language) if looked.sealed_at else ""
    return page(request, "sales/verify.html", {"looked": looked}, language, number=looked.contract, day=day)
