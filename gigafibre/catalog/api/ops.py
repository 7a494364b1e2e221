"""What staff and integrations read of the catalogue: items, their prices over time, plans, groups."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from gigafibre.catalog import pages
from gigafibre.catalog.listings import ITEMS, PLANS
from gigafibre.catalog.schemas import ItemGroupOut, ItemOut, PlanOut
from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import serve

router = Router(tags=["catalog"])
READ = Needs("catalog.read")

serve(router, "/items", ITEMS)
serve(router, "/plans", PLANS)


@router.get("/item-groups", auth=READ, response=list[ItemGroupOut], operation_id="list_item_groups")
def list_item_groups(request: HttpRequest) -> list[dict[str, Any]]:
    """List the branches of the catalogue, in order."""
    return pages.groups()


@router.get("/items/{sku}", auth=READ, response=ItemOut, operation_id="read_item")
def read_item(request: HttpRequest, sku: str) -> dict[str, Any]:
    """Return an item with its prices over time and the plans it is part of."""
    return pages.item_page(sku)


@router.get("/plans/{code}", auth=READ, response=PlanOut, operation_id="read_plan")
def read_plan(request: HttpRequest, code: str) -> dict[str, Any]:
    """Return a plan with its parts."""
    return pages.plan_page(code)
