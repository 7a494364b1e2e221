"""The page where a quotation is read, accepted or declined, by the link its customer got."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from gigafibre.identity.address import address_of, agent_of
from gigafibre.kernel import files
from gigafibre.kernel.errors import InvalidInput
from gigafibre.kernel.perform import perform
from gigafibre.kernel.text import speak
from gigafibre.kernel.values import short_day
from gigafibre.sales import links, papers
from gigafibre.sales.errors import LinkReplaced, NotAgreed
from gigafibre.sales.models import Quotation
from gigafibre.sales.pages.frame import page, pdf, public, visitor
from gigafibre.sales.pages.signing import totals


@require_http_methods(["GET", "HEAD", "POST"])
@public
def quote(request: HttpRequest, token: str) -> HttpResponse:
    """Show a quotation; on POST accept or decline it, once."""
    quotation = _quotation(token)
    speak(quotation.language)
    problem = ""
    if request.method == "POST" and quotation.status == "sent":
        declines = request.POST.get("answer") == "decline"
        given = {
            "quotation": quotation.number,
            "accepted": not declines,
            "agreed": request.POST.get("agreed") == "yes",
            "name": request.POST.get("name", "").strip(),
            "reason": request.POST.get("reason", "").strip(),
            "address": address_of(request),
            "agent": agent_of(request),
        }
        try:
            perform("sales.answer_quotation", given, actor=visitor(quotation.number))
            return HttpResponseRedirect(request.path)
        except (NotAgreed, InvalidInput):
            problem = NotAgreed().said.in_(quotation.language)
    given_page = {
        "problem": problem,
        "token": token,
        "status": quotation.status,
        "name": request.POST.get("name", ""),
        "customer": quotation.customer.display_name if quotation.customer else quotation.prospect_name,
        "title": quotation.title,
        "place": papers.place_of(quotation),
        "lines": [line.description for line in quotation.lines.order_by("position")],
        "totals": totals(quotation, quotation.language),
        "conditions": quotation.terms.splitlines(),
    }
    day = short_day(quotation.valid_until, "en" if quotation.language == "en" else "fr")
    return page(
        request,
        "sales/quote.html",
        given_page,
        quotation.language,
        status=422 if problem else 200,
        number=quotation.number,
        day=day,
    )


@require_safe
@public
def paper(request: HttpRequest, token: str) -> HttpResponse:
    """Give the paper of a quotation, as it was sent."""
    quotation = _quotation(token)
    if quotation.document is None:
        raise LinkReplaced
    return pdf(files.read(quotation.document))


def _quotation(token: str) -> Quotation:
    number, link = links.read(links.QUOTE, token)
    rows = Quotation.objects.select_related("customer", "location", "document")
    found = rows.filter(number=number).first()
    if found is None or not found.link or found.link != link:
        raise LinkReplaced
    return found
