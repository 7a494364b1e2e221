"""What staff and integrations read of webhooks. Writing is `POST /actions/webhooks.…`."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import serve
from gigafibre.webhooks import catalogue, queries
from gigafibre.webhooks.endpoint_listing import ENDPOINTS
from gigafibre.webhooks.listings import DELIVERIES
from gigafibre.webhooks.schemas import WebhookEventOut

router = Router(tags=["webhooks"])
READ = Needs("webhooks.read")

serve(router, "/webhook-endpoints", ENDPOINTS)
serve(router, "/webhook-deliveries", DELIVERIES)


@router.get("/webhook-events", auth=READ, response=list[WebhookEventOut], operation_id="list_webhook_events")
def list_webhook_events(request: HttpRequest) -> Any:
    """List every kind of fact one can be told of, with an example."""
    return list(catalogue.kinds())


@router.get(
    "/webhook-deliveries/{int:number}",
    auth=READ,
    response=queries.WebhookDeliveryPage,
    operation_id="read_webhook_delivery",
)
def read_webhook_delivery(request: HttpRequest, number: int) -> Any:
    """Show a delivery: what is posted, and each try with its answer."""
    return queries.delivery(number)
