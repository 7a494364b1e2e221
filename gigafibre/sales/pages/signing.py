"""The page where a contract is read and signed, by the link its customer got."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from gigafibre.identity.address import address_of, agent_of
from gigafibre.kernel import files
from gigafibre.kernel.errors import InvalidInput
from gigafibre.kernel.money import format_money
from gigafibre.kernel.perform import perform
from gigafibre.kernel.text import speak
from gigafibre.kernel.values import Language
from gigafibre.sales import contract_paper, links, sealing
from gigafibre.sales.errors import LinkClosed, LinkReplaced, NotAgreed
from gigafibre.sales.models import Contract, ContractReading
from gigafibre.sales.pages.frame import day_of, page, pdf, public, visitor


@require_http_methods(["GET", "HEAD", "POST"])
@public
def sign(request: HttpRequest, token: str) -> HttpResponse:
    """Show a contract, French first; on POST note the language asked for, or sign."""
    contract = _contract(token)
    if contract.status == "signed":
        return _signed(request, contract, token)
    language = _language_of(contract)
    if request.method != "POST":
        _note(request, contract, language)
        return _shown(request, contract, token, language)
    wanted = request.POST.get("language", "")
    if wanted in {"fr", "en"}:
        _note(request, contract, wanted)
        return HttpResponseRedirect(request.path)
    speak(language)
    given = {
        "contract": contract.number,
        "name": request.POST.get("name", "").strip(),
        "agreed": request.POST.get("agreed") == "yes",
        "strokes": _strokes(request.POST.get("strokes", "")),
        "language": language,
        "link": contract.link,
        "address": address_of(request),
        "agent": agent_of(request),
    }
    try:
        perform("sales.sign_contract", given, actor=visitor(contract.number))
    except (NotAgreed, InvalidInput):
        return _shown(request, contract, token, language, problem=NotAgreed().said.in_(language))
    # What it takes to seal is done once; should it fail, the next look at the paper does it.
    sealing.sealed_paper(contract.number)
    return HttpResponseRedirect(request.path)


@require_safe
@public
def paper(request: HttpRequest, token: str, language: str) -> HttpResponse:
    """Give the paper to read in a language that was handed over; once signed, the sealed one."""
    contract = _contract(token)
    if contract.status == "signed":
        return pdf(sealing.sealed_paper(contract.number))
    opened = ContractReading.objects.filter(contract=contract, what="opened", language=language).exists()
    stored = contract.paper_en if language == "en" and opened else contract.paper_fr
    if stored is None or contract.status != "sent":
        raise LinkReplaced
    return pdf(files.read(stored))


def _contract(token: str) -> Contract:
    number, link = links.read(links.SIGN, token)
    rows = Contract.objects.select_related("customer", "location", "plan", "paper_fr", "paper_en")
    found = rows.filter(number=number).first()
    if found is not None and found.status in {"cancelled", "expired"}:
        raise LinkClosed
    if found is None or not found.link or found.link != link or found.track != "residential":
        raise LinkReplaced
    return found


def _language_of(contract: Contract) -> str:
    """Return the language the customer chose last; French until he chooses."""
    chosen = ContractReading.objects.filter(contract=contract, what="language").order_by("-pk").first()
    return chosen.language if chosen else "fr"


def _note(request: HttpRequest, contract: Contract, language: str) -> None:
    given = {
        "contract": contract.number,
        "language": language,
        "address": address_of(request),
        "agent": agent_of(request),
    }
    known = ContractReading.objects.filter(contract=contract, what="opened", language=language).exists()
    if not known or _language_of(contract) != language:
        perform("sales.note_reading", given, actor=visitor(contract.number))


def _shown(request: HttpRequest, contract: Contract, token: str, language: str, *, problem: str = "") -> HttpResponse:
    spoken: Language = "en" if language == "en" else "fr"
    given: dict[str, Any] = {
        "problem": problem,
        "token": token,
        "name": request.POST.get("name", ""),
        "customer": contract.customer.display_name,
        "place": ", ".join(filter(None, (contract.location.line1, contract.location.city))),
        "lines": [
            (line.description_en or line.description) if language == "en" else line.description
            for line in contract.lines.order_by("position")
        ],
        "totals": totals(contract, language),
        "agreed": contract_paper.agreed(contract, spoken),
        "then": contract_paper.then(contract_paper.figures_of(contract, spoken), spoken),
        "ending": contract_paper.ending(contract, spoken),
    }
    until = day_of(contract.link_until, language)
    return page(
        request,
        "sales/sign.html",
        given,
        language,
        status=422 if problem else 200,
        number=contract.number,
        day=until,
    )


def totals(offer: Any, language: str) -> list[tuple[str, str]]:
    """Return the sums a customer is shown: the key of the words, the amount."""
    shown = [("monthly", offer.monthly_total), ("once", offer.once_total), ("first", offer.first_total)]
    return [(key, format_money(amount, "en" if language == "en" else "fr")) for key, amount in shown if amount]


def _signed(request: HttpRequest, contract: Contract, token: str) -> HttpResponse:
    signature = contract.signature
    given = {"token": token, "digest": sealing.sealed_paper(contract.number).sha256}
    day = day_of(signature.at, signature.language)
    return page(
        request,
        "sales/signed.html",
        given,
        signature.language,
        number=contract.number,
        name=signature.name,
        day=day,
    )


def _strokes(raw: str) -> Any:
    if not raw:
        return []
    try:
        return json.loads(raw[:200_000])
    except ValueError:
        return []
