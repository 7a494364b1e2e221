"""What staff and integrations read of sales: quotations, contracts, their papers, templates, legal texts."""

from __future__ import annotations

from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Router

from gigafibre.kernel.files import Stored
from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import serve
from gigafibre.sales.listings import CONTRACTS, LEGAL_TEXTS, QUOTATIONS
from gigafibre.sales.queries import offers
from gigafibre.sales.schemas import ContractOut, QuotationOut, QuotationTemplateOut

router = Router(tags=["sales"])
READ = Needs("sales.read")

serve(router, "/quotations", QUOTATIONS)
serve(router, "/contracts", CONTRACTS)
serve(router, "/legal-texts", LEGAL_TEXTS)


@router.get("/quotations/{number}", auth=READ, response=QuotationOut, operation_id="read_quotation")
def read_quotation(request: HttpRequest, number: str) -> dict[str, Any]:
    """Return a quotation whole, with what it comes to."""
    return offers.quotation_page(number)


@router.get("/quotations/{number}/pdf", auth=READ, operation_id="read_quotation_pdf")
def read_quotation_pdf(request: HttpRequest, number: str) -> HttpResponse:
    """Return a quotation's paper, as it was sent; a draft's as it would be."""
    return _pdf(offers.quotation_paper(number))


@router.get("/contracts/{number}", auth=READ, response=ContractOut, operation_id="read_contract")
def read_contract(request: HttpRequest, number: str) -> dict[str, Any]:
    """Return a contract whole: terms, texts, readings, signature, seal."""
    return offers.contract_page(number)


@router.get("/contracts/{number}/pdf", auth=READ, operation_id="read_contract_pdf")
def read_contract_pdf(request: HttpRequest, number: str, language: Literal["fr", "en"] = "fr") -> HttpResponse:
    """Return a contract's paper: sealed once it is signed, else as it was sent, else as the draft would be."""
    return _pdf(offers.contract_paper_of(number, language))


@router.get("/contracts/{number}/audit", auth=READ, operation_id="read_contract_audit")
def read_contract_audit(request: HttpRequest, number: str) -> HttpResponse:
    """Return the log the e-signature provider kept of how a contract was signed there."""
    return _pdf(offers.contract_audit_of(number))


@router.get(
    "/quotation-templates", auth=READ, response=list[QuotationTemplateOut], operation_id="list_quotation_templates"
)
def list_quotation_templates(request: HttpRequest) -> list[dict[str, Any]]:
    """List the templates one may start a quotation from."""
    return offers.templates()


def _pdf(paper: Stored) -> HttpResponse:
    answer = HttpResponse(paper.content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{paper.name}"'
    return answer
