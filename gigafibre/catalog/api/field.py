"""What a technician's phone may charge: items sold once, with today's price."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from ninja import Router

from gigafibre.catalog import queries
from gigafibre.kernel import clock
from gigafibre.kernel.http import Needs
from gigafibre.kernel.text import current_language

router = Router(tags=["catalog"])


@dataclass(frozen=True)
class FieldItemOut:
    """An item to choose; without a price today, somebody says one."""

    item: str
    name: str
    price: str | None


@router.get("/items", auth=Needs("dispatch.work"), response=list[FieldItemOut], operation_id="field_list_items")
def field_list_items(request: HttpRequest) -> list[FieldItemOut]:
    """List what is sold once (work, equipment, fees), by name."""
    language = current_language()
    return [
        FieldItemOut(one.sku, one.label.in_(language), f"{one.price:.2f}" if one.price is not None else None)
        for one in queries.sold_once(on=clock.today())
    ]
