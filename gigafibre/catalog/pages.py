"""Records of the catalogue whole, for their pages, in the reader's language."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db.models import Count

from gigafibre.catalog.errors import NoSuchItem, NoSuchPlan
from gigafibre.catalog.fees import law_against
from gigafibre.catalog.models import Item, ItemGroup, ItemPrice, Plan
from gigafibre.kernel import clock
from gigafibre.kernel.money import cents, plain
from gigafibre.kernel.text import Text, current_language


def groups() -> list[dict[str, Any]]:
    """Return every group with how many of its items are sold."""
    found = ItemGroup.objects.select_related("parent").annotate(sold=Count("items")).order_by("position", "code")
    return [
        {
            "code": group.code,
            "name": _name(group),
            "parent": group.parent.code if group.parent else None,
            "revenue_account": group.revenue_account,
            "items": group.sold,
        }
        for group in found
    ]


def item_page(sku: str) -> dict[str, Any]:
    """Return an item with its prices, the latest first, or refuse."""
    found = Item.objects.select_related("group").filter(sku=sku).first()
    if found is None:
        raise NoSuchItem(item=sku)
    law = law_against(found.fee_class, consumer=True)
    plain = ("sku", "name_fr", "name_en", "invoice_label_fr", "invoice_label_en", "kind", "service_kind", "fee_class")
    more = ("taxable", "active", "download_kbps", "upload_kbps")
    return {
        **{name: getattr(found, name) for name in plain + more},
        "name": _name(found),
        "group": found.group.code,
        "group_name": _name(found.group),
        "revenue_account": found.group.revenue_account,
        "law": law.in_(current_language()) if law else "",
        "prices": [_price(price) for price in found.prices.order_by("-days")],
        "plans": [
            {"code": plan.code, "name": _name(plan), "active": plan.active}
            for plan in Plan.objects.filter(parts__item=found).order_by("-active", "code")
        ],
    }


def plan_page(code: str) -> dict[str, Any]:
    """Return a plan with its parts at today's price, or refuse."""
    found = Plan.objects.filter(code=code).first()
    if found is None:
        raise NoSuchPlan(plan=code)
    parts: list[dict[str, Any]] = [
        {
            "sku": part.item.sku,
            "name": _name(part.item),
            "kind": part.item.kind,
            "quantity": plain(part.quantity),
            "price": _today(part.item),
            "active": part.item.active,
        }
        for part in found.parts.select_related("item").order_by("pk")
    ]
    priced = all(part["price"] is not None for part in parts)
    total = sum((Decimal(part["price"]) * Decimal(part["quantity"]) for part in parts if priced), Decimal(0))
    kept = ("code", "name_fr", "name_en", "service_kind", "segment", "interval_months", "commitment_months")
    return {
        **{name: getattr(found, name) for name in (*kept, "combinable", "active")},
        "name": _name(found),
        "price": f"{cents(total):.2f}" if priced and parts else None,
        "parts": parts,
    }


def _price(price: ItemPrice) -> dict[str, Any]:
    days, today = price.days, clock.today()
    began = days.lower is None or days.lower <= today
    return {
        "price": str(price.price),
        "since": days.lower,
        "until": days.upper,
        "now": began and (days.upper is None or days.upper > today),
    }


def _today(item: Item) -> str | None:
    price = item.prices.filter(days__contains=clock.today()).values_list("price", flat=True).first()
    return None if price is None else str(price)


def _name(named: Item | ItemGroup | Plan) -> str:
    return Text(named.name_fr, named.name_en).in_(current_language())
