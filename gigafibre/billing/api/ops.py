"""What staff and integrations read of billing: runs before and after, invoices, their paper."""

from __future__ import annotations

import datetime
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Router

from gigafibre.billing import document, queries
from gigafibre.billing.api import shapes
from gigafibre.billing.api.interest import router as interest
from gigafibre.billing.api.prices import router as prices
from gigafibre.billing.api.printing import router as printing
from gigafibre.billing.api.sending import sent
from gigafibre.billing.api.statements import router as statements
from gigafibre.billing.api.taxes import router as taxes
from gigafibre.billing.charge_listings import CHARGES
from gigafibre.billing.listings import INVOICES
from gigafibre.billing.run_listings import BILLING_RUNS
from gigafibre.billing.schemas import (
    DifferencesOut,
    ExemptionOut,
    InvoiceOut,
    PromotionOut,
    RunPageOut,
    RunPreviewOut,
    WhyOut,
)
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import serve

router = Router(tags=["billing"])
READ = Needs("billing.read")
router.add_router("", prices)
router.add_router("", statements)
router.add_router("", interest)
router.add_router("", printing)
router.add_router("", taxes)
Kind = Literal["new", "gone", "price", "unusual"]

serve(router, "/billing-runs", BILLING_RUNS)


@router.get("/billing-runs/preview", auth=READ, response=RunPreviewOut, operation_id="preview_billing_run")
def preview_billing_run(request: HttpRequest, date: datetime.date) -> dict[str, Any]:
    """Compute what a run of a day would bill; nothing is written. `refused` says why it could not be confirmed."""
    return shapes.preview(queries.preview_run(date), queries.why_not(date))


@router.get("/billing-runs/{date}", auth=READ, response=RunPageOut, operation_id="read_billing_run")
def read_billing_run(request: HttpRequest, date: datetime.date) -> dict[str, Any]:
    """Return a run whole: how far it is, its proof sheet, totals against the month before, who waits and why."""
    return shapes.run_page(queries.run_page(date))


@router.get(
    "/billing-runs/{date}/differences",
    auth=READ,
    response=DifferencesOut,
    operation_id="list_billing_run_differences",
)
def list_billing_run_differences(
    request: HttpRequest, date: datetime.date, kind: Kind = "unusual", limit: int = 200
) -> dict[str, Any]:
    """List the customers billed differently in one way, of a made run or of one that would be."""
    return shapes.differences(date, *queries.differences_of(date, kind, min(max(limit, 1), 1000)))


serve(router, "/invoices", INVOICES)
serve(router, "/charges", CHARGES)


@router.get("/invoices/{number}", auth=READ, response=InvoiceOut, operation_id="read_invoice")
def read_invoice(request: HttpRequest, number: str) -> dict[str, Any]:
    """Return an invoice or credit note whole (`DRAFT-12` for a draft)."""
    return shapes.invoice(queries.invoice(number))


@router.get("/invoices/{number}/why", auth=READ, response=WhyOut | None, operation_id="read_invoice_why")
def read_invoice_why(request: HttpRequest, number: str) -> dict[str, Any] | None:
    """Return why an issued invoice differs from the one before, in plain words; nothing for a credit note."""
    return shapes.why(queries.why_of(number))


@router.get(
    "/customers/{number}/promotions", auth=READ, response=list[PromotionOut], operation_id="list_customer_promotions"
)
def list_customer_promotions(request: HttpRequest, number: str) -> list[dict[str, Any]]:
    """List the promotions of a customer's subscriptions, with the cycles they have left."""
    return [shapes.promotion(row) for row in queries.promotions_of(number)]


@router.get(
    "/customers/{number}/exemptions", auth=READ, response=list[ExemptionOut], operation_id="list_customer_exemptions"
)
def list_customer_exemptions(request: HttpRequest, number: str) -> list[dict[str, Any]]:
    """List a customer's tax exemptions with their certificates."""
    return [shapes.exemption(row) for row in queries.exemptions_of(number)]


@router.get(
    "/invoices/{number}/document",
    auth=READ,
    operation_id="read_invoice_document",
    openapi_extra={"responses": {200: {"content": {"application/pdf": {}}, "description": "The PDF, inline"}}},
)
def read_invoice_document(request: HttpRequest, number: str) -> HttpResponse:
    """Return the PDF: stored once issued, always the same bytes; a draft's is marked as such and not stored."""
    paper = document.paper(number)
    answer = sent(paper.content, paper.name)
    if paper.sha256:
        answer["ETag"] = f'"{paper.sha256}"'
    return answer


@router.get(
    "/settings/sample-invoice",
    auth=READ,
    operation_id="read_sample_invoice",
    openapi_extra={"responses": {200: {"content": {"application/pdf": {}}, "description": "The PDF, inline"}}},
)
def read_sample_invoice(request: HttpRequest) -> HttpResponse:
    """Return the newest invoice as the provider's settings of now would print it; nothing is stored."""
    paper = document.sample()
    if paper is None:
        raise NotFound(what="invoice")
    return sent(paper.content, paper.name)
