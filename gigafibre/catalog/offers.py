"""Where plans are sold and at which price: offers by zone and connection, and the plans of an address."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated, Literal

from django.db import connection
from pydantic import Field

from gigafibre.catalog.errors import NoSuchPlan, PlanNotOffered
from gigafibre.catalog.models import Plan, PlanOffer
from gigafibre.kernel.money import UnitPrice, cents
from gigafibre.kernel.registry import action
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text

PlanCode = Annotated[str, Field(pattern=r"^\S{1,40}$", max_length=40)]
Zone = Annotated[str, Field(max_length=40)]
Connection = Literal["", "FTTH", "FTTB", "cable", "DSL", "wireless"]
_FIELDS = {
    "plan": Text("Forfait", "Plan"),
    "zone": Text("Zone (vide : toutes)", "Zone (empty: all)"),
    "connection_type": Text("Raccordement (vide : tous)", "Connection (empty: any)"),
}


@action(
    permission="catalog.edit",
    label=Text("Offrir un forfait quelque part", "Offer a plan somewhere"),
    undo="catalog.withdraw_offer",
    fields=_FIELDS
    | {"price": Text("Prix à cet endroit (vide : celui des articles)", "Price there (empty: the items’)")},
)
def offer_plan(
    plan: PlanCode,
    *,
    zone: Zone = "",
    connection_type: Connection = "",
    price: Annotated[UnitPrice, Field(ge=0)] | None = None,
) -> None:
    """Sell a plan in a zone, over a connection, at its items' price or one of that place; said again, it is changed.

    Its first offer makes it a plan of named places: elsewhere it is sold no more.
    """
    found = Plan.objects.select_for_update().filter(code=plan).first()
    if found is None:
        raise NoSuchPlan(plan=plan)
    PlanOffer.objects.update_or_create(
        plan=found, zone=zone, connection_type=connection_type, defaults={"price": price}
    )


@action(
    permission="catalog.edit",
    label=Text("Retirer une offre", "Withdraw an offer"),
    undo="catalog.offer_plan",
    undo_asks=True,
    fields=_FIELDS,
)
def withdraw_offer(plan: PlanCode, *, zone: Zone = "", connection_type: Connection = "") -> None:
    """Sell a plan no more in a zone over a connection; without any offer left it is sold everywhere again."""
    found = PlanOffer.objects.filter(plan__code=plan, zone=zone, connection_type=connection_type)
    removed, _ = found.delete()
    if not removed:
        raise PlanNotOffered(plan=plan)


@dataclass(frozen=True)
class PlanHere:
    """A plan at an address: `price` is per interval of so many months, before taxes."""

    code: str
    name: Text
    service_kind: str
    segment: str
    interval_months: int
    commitment_months: int
    combinable: bool
    price: Decimal
    download_kbps: int
    upload_kbps: int


# The offer that says most wins: zone and connection, then zone, then connection, then neither.
_HERE = Prepared("""
SELECT p.code, p.name_fr, p.name_en, p.service_kind, p.segment, p.interval_months, p.commitment_months, p.combinable,
       coalesce(o.price, parts.price), parts.download, parts.upload
FROM catalog_plan p
LEFT JOIN LATERAL (
  SELECT x.price, true AS there FROM catalog_planoffer x
  WHERE x.plan_id = p.id AND x.zone IN ('', %(zone)s) AND x.connection_type IN ('', %(connection)s)
  ORDER BY x.zone = '', x.connection_type = '' LIMIT 1) o ON true
CROSS JOIN LATERAL (
  SELECT sum(t.quantity * r.price) AS price, count(*) = count(r.price) AND count(*) > 0 AND bool_and(i.active) AS whole,
         max(i.download_kbps) AS download, max(i.upload_kbps) AS upload
  FROM catalog_planitem t JOIN catalog_item i ON i.id = t.item_id
  LEFT JOIN catalog_itemprice r ON r.item_id = i.id AND r.days @> %(on)s::date
  WHERE t.plan_id = p.id) parts
WHERE p.active AND parts.whole
  AND (o.there OR NOT EXISTS (SELECT FROM catalog_planoffer y WHERE y.plan_id = p.id))
ORDER BY p.service_kind, 9, p.code
""")


@dataclass(frozen=True)
class PartHere:
    """An item of a plan at an address; a plan's parts come to its price there."""

    item: str
    name: Text
    quantity: Decimal
    unit_price: Decimal


_PARTS = """
SELECT p.code, i.sku, i.name_fr, i.name_en, t.quantity, r.price
FROM catalog_plan p JOIN catalog_planitem t ON t.plan_id = p.id JOIN catalog_item i ON i.id = t.item_id
JOIN catalog_itemprice r ON r.item_id = i.id AND r.days @> %(on)s::date
WHERE p.code = ANY(%(codes)s) ORDER BY p.code, t.id
"""


def parts_of(plans: Sequence[PlanHere], *, on: datetime.date) -> dict[str, list[PartHere]]:
    """Return the items of plans as they are sold at a place, by code: its dearest carries what the place changes."""
    if not plans:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_PARTS, {"codes": [plan.code for plan in plans], "on": on})
        rows = cursor.fetchall()
    found: dict[str, list[PartHere]] = {plan.code: [] for plan in plans}
    for code, sku, fr, en, quantity, price in rows:
        found[code].append(PartHere(sku, Text(fr, en), quantity, price))
    return {plan.code: _priced(found[plan.code], plan.price) for plan in plans}


def _priced(parts: list[PartHere], price: Decimal) -> list[PartHere]:
    usual = sum((part.quantity * part.unit_price for part in parts), Decimal(0))
    if not parts or cents(usual) == price:
        return parts
    dearest = max(range(len(parts)), key=lambda place: parts[place].quantity * parts[place].unit_price)
    part = parts[dearest]
    there = (part.unit_price + (price - usual) / part.quantity).quantize(Decimal("0.0001"))
    return [*parts[:dearest], replace(part, unit_price=there), *parts[dearest + 1 :]]


def plans_at(zone: str, connection_type: str, *, on: datetime.date) -> list[PlanHere]:
    """Return the plans sold in a zone over a connection on a day, each with its price there."""
    with connection.cursor() as cursor:
        cursor.execute(_HERE, {"zone": zone, "connection": connection_type, "on": on})
        rows = cursor.fetchall()
    return [
        PlanHere(code, Text(fr, en), kind, segment, interval, commitment, combinable, cents(price), down, up)
        for code, fr, en, kind, segment, interval, commitment, combinable, price, down, up in rows
    ]
