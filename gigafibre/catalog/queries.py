"""The face of the catalogue for reading: items with their words, account and price on a day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from gigafibre.catalog.errors import NoSuchItem
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text


@dataclass(frozen=True)
class Item:
    """An item as it stands on invoices; `price` is None on a day that has none."""

    id: int
    sku: str
    label: Text
    kind: str
    service_kind: str
    fee_class: str
    taxable: bool
    active: bool
    revenue_account: str
    price: Decimal | None


_ITEM = Prepared("""
SELECT i.id, i.sku, coalesce(nullif(i.invoice_label_fr, ''), i.name_fr),
       coalesce(nullif(i.invoice_label_en, ''), i.name_en), i.kind, i.service_kind, i.fee_class, i.taxable, i.active,
       g.revenue_account, p.price
FROM catalog_item i JOIN catalog_itemgroup g ON g.id = i.group_id
LEFT JOIN catalog_itemprice p ON p.item_id = i.id AND p.days @> %(on)s::date
WHERE i.sku = %(sku)s OR i.id = %(id)s
""")


_SOLD_ONCE = """
SELECT i.id, i.sku, i.name_fr, i.name_en, i.kind, i.service_kind, i.fee_class, i.taxable, i.active,
       g.revenue_account, p.price
FROM catalog_item i JOIN catalog_itemgroup g ON g.id = i.group_id
LEFT JOIN catalog_itemprice p ON p.item_id = i.id AND p.days @> %(on)s::date
WHERE i.active AND i.kind IN ('one_time', 'equipment', 'labour') ORDER BY fold(i.name_fr), i.id
"""


def sold_once(*, on: datetime.date) -> list[Item]:
    """Return what is sold once (work, equipment, fees) under its own name, with its price on a day."""
    with connection.cursor() as cursor:
        cursor.execute(_SOLD_ONCE, {"on": on})
        return [Item(key, code, Text(fr, en), *rest) for key, code, fr, en, *rest in cursor.fetchall()]


def item(sku: str, *, on: datetime.date) -> Item:
    """Return an item by SKU with its price on a day, or refuse."""
    found = _one(on, sku=sku)
    if found is None:
        raise NoSuchItem(item=sku)
    return found


def item_of(item_id: int, *, on: datetime.date) -> Item:
    """Return an item by key with its price on a day."""
    found = _one(on, item_id=item_id)
    if found is None:
        raise NoSuchItem(item=item_id)
    return found


def _one(on: datetime.date, *, sku: str | None = None, item_id: int | None = None) -> Item | None:
    with connection.cursor() as cursor:
        cursor.execute(_ITEM, {"on": on, "sku": sku, "id": item_id})
        row = cursor.fetchone()
    if row is None:
        return None
    key, code, fr, en, *rest = row
    return Item(key, code, Text(fr, en), *rest)


def is_revenue_account(number: str) -> bool:
    """Whether a branch of the catalogue is sold on an account."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM catalog_itemgroup WHERE revenue_account = %s)", [number])
        return bool(cursor.fetchone()[0])


def groups_on_accounts() -> list[tuple[str, Text]]:
    """Return each branch's revenue account, by number, with the branch's name; by account, then in their order."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT revenue_account, name_fr, name_en FROM catalog_itemgroup ORDER BY revenue_account, position, code"
        )
        return [(number, Text(fr, en)) for number, fr, en in cursor.fetchall()]


@dataclass(frozen=True)
class Chosen:
    """An item chosen for a price change: its key and SKU, whether a price of it begins on a day or later."""

    id: int
    sku: str
    priced_later: bool


_CHOSEN = """
SELECT i.id, i.sku, EXISTS (SELECT FROM catalog_itemprice p WHERE p.item_id = i.id AND lower(p.days) >= %(since)s::date)
FROM catalog_item i JOIN catalog_itemgroup g ON g.id = i.group_id
WHERE i.kind IN ('recurring', 'discount') AND (i.sku = ANY (%(skus)s::text[]) OR g.code = %(group)s) ORDER BY i.sku
"""


def chosen(skus: list[str], group: str, *, since: datetime.date) -> list[Chosen]:
    """Return recurring items by SKU and those of a group, or refuse a SKU that is none."""
    with connection.cursor() as cursor:
        cursor.execute(_CHOSEN, {"skus": skus, "group": group, "since": since})
        found = [Chosen(*row) for row in cursor.fetchall()]
    known = {item.sku for item in found}
    if missing := [sku for sku in skus if sku not in known]:
        raise NoSuchItem(item=missing[0])
    return found
