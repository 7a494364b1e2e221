"""What staff and integrations read of subscriptions: the list of them, of planned changes, of one customer's."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from ninja import Router

from gigafibre.crm import queries as crm
from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import page, serve
from gigafibre.subscriptions.listings import PLANNED_CHANGES, SUBSCRIPTIONS

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
