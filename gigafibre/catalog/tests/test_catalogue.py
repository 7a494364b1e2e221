"""Items and plans: made, edited, taken out of what is sold; their lists and pages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from gigafibre.catalog.errors import FeeForbidden, ItemNotSold, ItemStillPlanned, NoSuchItem, NoSuchPlan, PlanExists
from gigafibre.catalog.listings import ITEMS, PLANS
from gigafibre.catalog.models import Item, Plan
from gigafibre.catalog.pages import groups, item_page, plan_page
from gigafibre.catalog.queries import item as item_on
from gigafibre.catalog.tests.factories import a_group, a_plan, a_price, an_item
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.listing import page
from gigafibre.kernel.perform import perform

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def november(clock: Any) -> None:
    clock.freeze("2026-11-21T09:00:00-05:00")


def act(verb: str, **given: Any) -> Any:
    return perform(f"catalog.{verb}", given, actor=SYSTEM).result


def refused(kind: type[Refusal], verb: str, **given: Any) -> None:
    before = list(Item.objects.values()), list(Plan.objects.values())
    with pytest.raises(kind), transaction.atomic():
        act(verb, **given)
    assert (list(Item.objects.values()), list(Plan.objects.values())) == before


def test_an_item_made_with_a_price_has_it_from_today() -> None:
    a_group("internet")
    names = {"name_fr": "Fibre 2000", "name_en": "Fibre 2000"}
    act("create_item", sku="NET2000", group="internet", kind="recurring", price="99.95", **names)
    assert item_on("NET2000", on=date(2026, 11, 21)).price == Decimal("99.95")
    assert item_on("NET2000", on=date(2026, 11, 20)).price is None


def test_words_branch_and_class_are_edited_and_what_is_not_given_stays() -> None:
    item = an_item("40.00", kind="one_time", name_fr="Pose", name_en="Fitting")
    a_group("fees", account="4090")
    act("edit_item", item=item.sku, name_fr="Pose intérieure", group="fees", fee_class="installation")
    found = item_page(item.sku)
    assert (found["name_fr"], found["name_en"], found["group"], found["fee_class"], found["law"]) == (
        "Pose intérieure",
        "Fitting",
        "fees",
        "installation",
        "",
    )


@pytest.mark.parametrize("fee", ["activation", "modification"])
def test_no_edit_makes_an_item_a_forbidden_fee(fee: str) -> None:
    item = an_item("40.00", kind="one_time")
    refused(FeeForbidden, "edit_item", item=item.sku, fee_class=fee)
    act("retire_item", item=item.sku, reason="Interdit")
    act("edit_item", item=item.sku, fee_class=fee)
    refused(FeeForbidden, "sell_item", item=item.sku)
    with pytest.raises(IntegrityError), transaction.atomic():
        Item.objects.filter(pk=item.pk).update(active=True)


def test_an_item_of_a_plan_on_sale_stays_on_sale() -> None:
    item = an_item()
    plan = a_plan(item)
    refused(ItemStillPlanned, "retire_item", item=item.sku, reason="Fin")
    act("retire_plan", plan=plan.code, reason="Fin")
    act("retire_item", item=item.sku, reason="Fin")
    refused(ItemNotSold, "sell_plan", plan=plan.code)
    act("sell_item", item=item.sku)
    act("sell_plan", plan=plan.code)
    assert plan_page(plan.code)["active"] is True


def test_a_plan_is_made_of_items_that_are_sold_each_once() -> None:
    one, other, gone = an_item("60.00"), an_item("10.50"), an_item(active=False)
    given = {"name_fr": "Duo", "name_en": "Duo", "plan": "DUO"}
    refused(NoSuchItem, "create_plan", **given, items=["NOTHING"])
    refused(ItemNotSold, "create_plan", **given, items=[gone.sku])
    act("create_plan", **given, items=[one.sku, other.sku, one.sku], commitment_months=24)
    found = plan_page("DUO")
    assert ([part["sku"] for part in found["parts"]], found["price"], found["commitment_months"]) == (
        [one.sku, other.sku],
        "70.50",
        24,
    )
    refused(PlanExists, "create_plan", **given, items=[one.sku])
    act("edit_plan", plan="DUO", items=[other.sku], name_fr="Solo")
    assert (plan_page("DUO")["price"], plan_page("DUO")["name_fr"]) == ("10.50", "Solo")
    refused(NoSuchPlan, "edit_plan", plan="TRIO", name_fr="Trio")


def test_the_item_page_tells_past_present_and_coming_prices() -> None:
    item = an_item(None, name_fr="Fibre", name_en="Fibre")
    a_price(item, "50.00", until=date(2026, 6, 1))
    a_price(item, "55.00", since=date(2026, 6, 1), until=date(2027, 1, 1))
    a_price(item, "58.00", since=date(2027, 1, 1))
    prices = item_page(item.sku)["prices"]
    assert [(p["price"], p["now"]) for p in prices] == [("58.0000", False), ("55.0000", True), ("50.0000", False)]


def test_the_list_shows_todays_price_and_the_one_to_come() -> None:
    item = an_item("55.00", name_fr="Fibre 500")
    act("set_item_price", item=item.sku, price="59.95", since="2027-01-01")
    (row,) = page(ITEMS, {"view": "services"}).items
    assert (row["sku"], row["price"], row["next_price"], row["next_from"]) == (
        item.sku,
        "55.0000",
        "59.9500",
        "2027-01-01",
    )


def test_an_unclassified_item_that_sounds_like_a_fee_is_for_a_person_to_look_at() -> None:
    fee = an_item("25.00", kind="one_time", name_fr="Frais de chèque retourné (NSF)")
    an_item("25.00", kind="one_time", name_fr="Routeur")
    an_item("50.00", kind="one_time", name_fr="Frais NSF", fee_class="penalty")
    assert [row["sku"] for row in page(ITEMS, {"view": "to_classify"}).items] == [fee.sku]


def test_the_list_of_plans_names_their_parts() -> None:
    one, other = an_item("60.00", name_fr="Fibre"), an_item("10.00", name_fr="Téléphone")
    plan = a_plan(one, other)
    (row,) = page(PLANS, {}).items
    assert (row["code"], row["parts"], row["price"]) == (plan.code, "Fibre, Téléphone", "70.00")
    assert [group["items"] for group in groups() if group["code"] == "internet"] == [2]
