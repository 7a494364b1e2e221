"""What staff and integrations read of price changes: before, how far, and the letters."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from gigafibre.billing import price_letters
from gigafibre.billing.actions.prices import wanted_of
from gigafibre.billing.api.sending import sent
from gigafibre.billing.price_listings import PRICE_CHANGE_LINES, PRICE_CHANGES, PRICE_NOTICES
from gigafibre.billing.price_schemas import PriceChangeOut, PricePreviewOut
from gigafibre.billing.queries import prices
from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import serve

router = Router(tags=["billing"])
READ = Needs("billing.read")
PDF = {"responses": {200: {"content": {"application/pdf": {}}, "description": "The PDF, inline"}}}
Price = Annotated[Decimal, Field(ge=0, max_digits=14, decimal_places=4)]
Percent = Annotated[Decimal, Field(gt=-100, le=200, max_digits=6, decimal_places=2)]

serve(router, "/price-changes", PRICE_CHANGES)
serve(router, "/price-change-lines", PRICE_CHANGE_LINES)
serve(router, "/price-notices", PRICE_NOTICES)


@router.get("/price-changes/preview", auth=READ, response=PricePreviewOut, operation_id="preview_price_change")
def preview_price_change(
    request: HttpRequest,
    effective_on: datetime.date,
    items: str = "",
    group: str = "",
    segment: Literal["", "residential", "commercial"] = "",
    new_price: Price | None = None,
    percent: Percent | None = None,
    in_catalogue: bool = True,
) -> dict[str, Any]:
    """Compute what a change of prices would do (`items`: SKUs by commas); nothing is written."""
    skus = [sku for sku in items.split(",") if sku]
    wanted, _ = wanted_of(skus, group, segment, new_price, percent, effective_on, in_catalogue)
    return prices.preview(wanted)


@router.get("/price-changes/{number}", auth=READ, response=PriceChangeOut, operation_id="read_price_change")
def read_price_change(request: HttpRequest, number: str) -> dict[str, Any]:
    """Return a price change whole, with how far it is."""
    return prices.price_change(number)


@router.get("/price-changes/{number}/letters", auth=READ, operation_id="read_price_letters", openapi_extra=PDF)
def read_price_letters(request: HttpRequest, number: str) -> HttpResponse:
    """Return the letters that were not sent yet as one PDF to print, at most 500."""
    paper = price_letters.letters_of(number)
    return sent(paper.content, paper.name)


@router.get("/price-notices/{notice}/document", auth=READ, operation_id="read_price_notice", openapi_extra=PDF)
def read_price_notice(request: HttpRequest, notice: int) -> HttpResponse:
    """Return a notice as a letter: made once, always the same bytes."""
    paper = price_letters.letter_of(notice)
    return sent(paper.content, paper.name)
