"""Lists over HTTP: one line in `api/ops.py` gives a list and its export."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja import Router

from gigafibre.kernel.actor import acting_as
from gigafibre.kernel.errors import Detail, InvalidInput
from gigafibre.kernel.http import Needs, RefusalBody, actor_of
from gigafibre.kernel.listing.declared import Listing
from gigafibre.kernel.listing.export import as_csv, as_xlsx
from gigafibre.kernel.listing.query import Page, run, understand
from gigafibre.kernel.text import Text

_REFUSALS = dict.fromkeys((401, 403, 422), RefusalBody)


def serve(router: Router, path: str, listing: Listing) -> None:
    """Answer a list at `path` and its export at `path/export`; call it before a route such as `path/{number}`."""

    def read(request: HttpRequest) -> HttpResponse:
        return answer(listing, request)

    def export(request: HttpRequest) -> HttpResponseBase:
        return exported(listing, request)

    read.__doc__ = f"List {listing.label.en.lower()}: filters, order, and a page by cursor."
    export.__doc__ = f"Export {listing.label.en.lower()} as CSV or XLSX, by the same filters."
    router.get(
        path,
        auth=Needs(listing.permission),
        response={200: listing.schema(), **_REFUSALS},
        operation_id=f"list_{listing.name}",
        summary=listing.label.en,
        openapi_extra={"parameters": listing.parameters()},
    )(read)
    router.get(
        f"{path}/export",
        auth=Needs(listing.permission),
        response=_REFUSALS,
        operation_id=f"export_{listing.name}",
        summary=f"{listing.label.en}: export",
        openapi_extra={"parameters": listing.parameters(export=True)},
    )(export)


def answer(listing: Listing, request: HttpRequest, **fixed: Any) -> HttpResponse:
    """Answer a page of a list; `fixed` gives values of the source, such as the customer whose page it is."""
    with acting_as(actor_of(request)):
        found = page(listing, request.GET.dict(), **fixed)
    body = {
        "items": found.items,
        "keys": found.keys,
        "next_cursor": found.next_cursor,
        "count": found.count,
        "count_exact": found.count_exact,
        "totals": found.totals,
    }
    return HttpResponse(json.dumps(body, ensure_ascii=False), content_type="application/json")


def page(listing: Listing, asked: Mapping[str, str], **fixed: Any) -> Page:
    """Return a page of a list for the words of an address; refuses bad filters and cursors."""
    return run(listing, understand(listing, asked, fixed))


def exported(listing: Listing, request: HttpRequest, **fixed: Any) -> HttpResponseBase:
    """Answer a whole list as a file, by the same filters and order, as it is read."""
    raw = request.GET.dict()
    given = raw.get("format", "csv")
    if given not in {"csv", "xlsx"}:
        raise InvalidInput(Detail("format", "bad_value", Text("csv ou xlsx.", "csv or xlsx.")))
    with acting_as(actor_of(request)):
        asked = understand(listing, raw, fixed)
    return as_csv(listing, asked) if given == "csv" else as_xlsx(listing, asked)
