"""What staff and integrations read of subscriptions: the list of them, of planned changes, of one customer's."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from gigafibre.crm import queries as crm
from gigafibre.kernel import clock
from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import page, serve
from gigafibre.kernel.text import current_language
from gigafibre.subscriptions import queries
from gigafibre.subscriptions.listings import PLANNED_CHANGES, SUBSCRIPTIONS
from gigafibre.subscriptions.schemas import CommitmentPageOut, DepartureOut, DeparturesOut

router = Router(tags=["subscriptions"])
READ = Needs("subscriptions.read")

serve(router, "/subscriptions", SUBSCRIPTIONS)
serve(router, "/planned-changes", PLANNED_CHANGES)


@router.get(
    "/customers/{number}/subscriptions",
    auth=READ,
    operation_id="list_customer_subscriptions",
    openapi_extra={
        "parameters": SUBSCRIPTIONS.parameters(),
        "responses": {
            200: {
                "description": "OK",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/SubscriptionsPage"}}},
            }
        },
    },
)
def list_customer_subscriptions(request: HttpRequest, number: str) -> HttpResponse:
    """List what one customer has, with the filters, order and pages of the whole list."""
    found = page(SUBSCRIPTIONS, {**request.GET.dict(), "customer": crm.customer(number).number})
    body = {
        "items": found.items,
        "next_cursor": found.next_cursor,
        "count": found.count,
        "count_exact": found.count_exact,
        "totals": found.totals,
    }
    return HttpResponse(json.dumps(body, ensure_ascii=False), content_type="application/json")


@router.get(
    "/customers/{number}/departures",
    auth=READ,
    response=DeparturesOut,
    operation_id="list_customer_departures",
)
def list_customer_departures(request: HttpRequest, number: str) -> dict[str, Any]:
    """Show what a customer announced: leaving a location, or moving to another; with what became of it."""
    english = current_language() == "en"
    names = [field for field in DepartureOut.model_fields if field != "services"]
    return {
        "items": [
            {name: getattr(one, name) for name in names} | {"services": one.services_en if english else one.services}
            for one in queries.departures_of(crm.customer(number).number)
        ]
    }


@router.get(
    "/subscriptions/{number}/commitment",
    auth=READ,
    response=CommitmentPageOut,
    operation_id="read_subscription_commitment",
)
def read_subscription_commitment(request: HttpRequest, number: str) -> dict[str, Any]:
    """Show what was agreed at the start, and what an early end may cost by law with its arithmetic."""
    today, language = clock.today(), current_language()
    queries.subscription(number, on=today)
    found = queries.commitment_of(number, today=today)
    if found is None:
        return {"commitment": None}
    said = {name: getattr(found, name) for name in ("starts_on", "term_months", "until", "goods", "on", "ends")}
    limit = found.clause_limit
    return {
        "commitment": said
        | {
            "inducement": f"{found.inducement:.2f}",
            "clause_limit": None if limit is None else f"{limit:.2f}",
            "waived": found.waived.in_(language) if found.waived else "",
            "owed": f"{found.owed.amount:.2f}",
            "article": found.owed.article.in_(language),
            "lines": [line.in_(language) for line in found.owed.lines],
        }
    }
