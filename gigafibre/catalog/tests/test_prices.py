"""Dated prices and the fees the law forbids."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from gigafibre.catalog.errors import FeeForbidden, ItemExists, NoSuchGroup, NoSuchItem
from gigafibre.catalog.models import Item
from gigafibre.catalog.queries import item as item_on
from gigafibre.catalog.tests.factories import a_group, a_price, an_item
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform

pytestmark = pytest.mark.django_db


def set_price(sku: str, price: str, since: str) -> None:
    perform("catalog.set_item_price", {"item": sku, "price": price, "since": since}, actor=SYSTEM)


def test_a_new_price_begins_on_its_day_and_the_old_one_ends() -> None:
    item = an_item("54.95")
    set_price(item.sku, "59.95", "2027-01-01")
    assert item_on(item.sku, on=date(2026, 12, 31)).price == Decimal("54.95")
    assert item_on(item.sku, on=date(2027, 1, 1)).price == Decimal("59.95")


def test_a_later_price_is_replaced() -> None:
    item = an_item("54.95")
    set_price(item.sku, "59.95", "2027-01-01")
    set_price(item.sku, "57.95", "2026-12-01")
    assert [item_on(item.sku, on=day).price for day in (date(2026, 11, 30), date(2027, 6, 1))] == [
        Decimal("54.95"),
        Decimal("57.95"),
    ]


def test_no_day_has_two_prices() -> None:
    item = an_item("54.95")
    with pytest.raises(IntegrityError, match="one_price_a_day"), transaction.atomic():
        a_price(item, "59.95", since=date(2027, 1, 1))


def test_an_unknown_item_has_no_price_to_set() -> None:
    with pytest.raises(NoSuchItem):
        set_price("NOTHING", "1.00", "2027-01-01")


@pytest.mark.parametrize("fee", ["activation", "modification"])
def test_fees_the_law_forbids_do_not_enter_the_catalogue(fee: str) -> None:
    a_group("fees", account="4090")
    given = {"sku": "FEE", "name_fr": "Frais", "name_en": "Fee", "group": "fees", "kind": "one_time", "fee_class": fee}
    with pytest.raises(FeeForbidden, match="Act, s"):
        perform("catalog.create_item", given, actor=SYSTEM)
    assert not Item.objects.exists()


def test_an_item_is_made_once_in_a_known_group() -> None:
    given = {"sku": "NET1", "name_fr": "Un", "name_en": "One", "group": "internet", "kind": "recurring"}
    with pytest.raises(NoSuchGroup):
        perform("catalog.create_item", given, actor=SYSTEM)
    a_group("internet")
    perform("catalog.create_item", given, actor=SYSTEM)
    with pytest.raises(ItemExists):
        perform("catalog.create_item", given, actor=SYSTEM)
    assert Item.objects.count() == 1
