"""Items with a price, for tests of this app and of those above."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from gigafibre.catalog.models import Item, ItemGroup, ItemPrice, Plan, PlanItem

_numbers = count(1)


def a_group(code: str = "internet", *, account: str = "4020") -> ItemGroup:
    """Return an item group with its revenue account (one of the chart every provider starts with)."""
    names = {"name_fr": code.capitalize(), "name_en": code.capitalize(), "revenue_account": account}
    return ItemGroup.objects.get_or_create(code=code, defaults=names)[0]


def an_item(price: str | None = "60.00", *, sku: str = "", group: ItemGroup | None = None, **more: Any) -> Item:
    """Make a recurring item with a price for all days (or none)."""
    number = next(_numbers)
    names = {"name_fr": f"Internet Fibre {number}", "name_en": f"Fibre Internet {number}"}
    values = {"kind": "recurring", "service_kind": "internet", **names, **more}
    item: Item = Item.objects.create(sku=sku or f"NET{number}", group=group or a_group(), **values)
    if price is not None:
        a_price(item, price)
    return item


def a_price(item: Item, price: str, *, since: date | None = None, until: date | None = None) -> ItemPrice:
    """Give an item a price over some days."""
    made: ItemPrice = ItemPrice.objects.create(item=item, days=DateRange(since, until), price=Decimal(price))
    return made


def a_plan(*items: Item, code: str = "", **more: Any) -> Plan:
    """Make a plan of items."""
    code = code or f"PLAN{next(_numbers)}"
    values = {"name_fr": code, "name_en": code, "service_kind": "internet", **more}
    plan: Plan = Plan.objects.create(code=code, **values)
    for item in items:
        PlanItem.objects.create(plan=plan, item=item)
    return plan
