"""An example of each verb."""

from __future__ import annotations

from datetime import date
from typing import Any

from gigafibre.catalog.tests.factories import a_group, a_plan, a_price, an_item
from gigafibre.kernel.tests.examples import example


@example("catalog.set_item_price")
def _price() -> dict[str, Any]:
    return {"item": an_item("54.95").sku, "price": "59.95", "since": "2027-01-01"}


@example("catalog.create_item")
def _create() -> dict[str, Any]:
    a_group("internet")
    names = {"name_fr": "Internet Fibre 2000", "name_en": "Fibre Internet 2000"}
    return {"sku": "NET2000", **names, "group": "internet", "kind": "recurring", "service_kind": "internet"}


@example("catalog.edit_item")
def _edit() -> dict[str, Any]:
    return {"item": an_item().sku, "name_fr": "Internet Fibre 1 Gbit/s", "fee_class": "optional"}


@example("catalog.retire_item")
def _retire() -> dict[str, Any]:
    return {"item": an_item().sku, "reason": "N’existe plus"}


@example("catalog.sell_item")
def _sell() -> dict[str, Any]:
    return {"item": an_item(active=False).sku}


@example("catalog.create_plan")
def _create_plan() -> dict[str, Any]:
    items = [an_item().sku, an_item("10.00").sku]
    return {"plan": "DUO", "name_fr": "Duo fibre", "name_en": "Fibre duo", "items": items}


@example("catalog.edit_plan")
def _edit_plan() -> dict[str, Any]:
    return {"plan": a_plan(an_item()).code, "items": [an_item().sku], "commitment_months": 12}


@example("catalog.retire_plan")
def _retire_plan() -> dict[str, Any]:
    return {"plan": a_plan(an_item()).code, "reason": "Remplacé"}


@example("catalog.sell_plan")
def _sell_plan() -> dict[str, Any]:
    return {"plan": a_plan(an_item(), active=False).code}


@example("catalog.withdraw_item_price")
def _withdraw_price() -> dict[str, Any]:
    item = an_item(None)
    a_price(item, "55.00", until=date(2027, 1, 1))
    a_price(item, "58.00", since=date(2027, 1, 1))
    return {"item": item.sku, "since": "2027-01-01"}


@example("catalog.offer_plan")
def _offer() -> dict[str, Any]:
    return {"plan": a_plan(an_item()).code, "zone": "Saint-Rémi", "connection_type": "FTTH", "price": "54.95"}


@example("catalog.withdraw_offer")
def _withdraw_offer() -> dict[str, Any]:
    plan = a_plan(an_item())
    plan.offers.create(zone="Saint-Rémi")
    return {"plan": plan.code, "zone": "Saint-Rémi"}
