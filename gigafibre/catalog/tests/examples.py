"""An example of each verb."""

from __future__ import annotations

from typing import Any

from gigafibre.catalog.tests.factories import a_group, an_item
from gigafibre.kernel.tests.examples import example


@example("catalog.set_item_price")
def _price() -> dict[str, Any]:
    return {"item": an_item("54.95").sku, "price": "59.95", "since": "2027-01-01"}


@example("catalog.create_item")
def _create() -> dict[str, Any]:
    a_group("internet")
    names = {"name_fr": "Internet Fibre 2000", "name_en": "Fibre Internet 2000"}
    return {"sku": "NET2000", **names, "group": "internet", "kind": "recurring", "service_kind": "internet"}
