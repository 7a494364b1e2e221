"""Plans at an address: by zone and connection, the offer that says most, never one that can't be priced."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError

from gigafibre.catalog.actions import offer_plan, withdraw_offer
from gigafibre.catalog.errors import NoSuchPlan, PlanNotOffered
from gigafibre.catalog.offers import plans_at
from gigafibre.catalog.tests.factories import a_plan, an_item
from gigafibre.kernel.actor import SYSTEM, acting_as

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


def here(zone: str = "", connection: str = "FTTH") -> list[tuple[str, str]]:
    return [(plan.code, str(plan.price)) for plan in plans_at(zone, connection, on=TODAY)]


def test_a_plan_is_sold_everywhere_until_places_are_named() -> None:
    a_plan(an_item("60.00"), an_item("15.00"), code="DUO")
    assert here() == here("Howick", "DSL") == [("DUO", "75.00")]
    with acting_as(SYSTEM):
        offer_plan("DUO", zone="Howick", price=Decimal("69.95"))
        assert (here(), here("Howick"), here("Mercier")) == ([], [("DUO", "69.95")], [])
        offer_plan("DUO", connection_type="FTTH")
        assert (here("Mercier"), here("Mercier", "DSL"), here("Howick")) == (
            [("DUO", "75.00")],
            [],
            [("DUO", "69.95")],
        )
        withdraw_offer("DUO", zone="Howick")
        withdraw_offer("DUO", connection_type="FTTH")
        assert here("Mercier", "DSL") == [("DUO", "75.00")]
        with pytest.raises(PlanNotOffered):
            withdraw_offer("DUO", zone="Howick")
        with pytest.raises(NoSuchPlan):
            offer_plan("RIEN")


def test_what_has_no_price_or_is_sold_no_more_is_offered_to_nobody() -> None:
    a_plan(an_item("60.00"), an_item(None), code="UNPRICED")
    a_plan(an_item("60.00"), code="GONE", active=False)
    a_plan(an_item("60.00", active=False), code="OLD")
    a_plan(code="EMPTY")
    assert here() == []


def test_an_offer_stands_once_and_costs_no_less_than_nothing() -> None:
    plan = a_plan(an_item())
    plan.offers.create(zone="Howick")
    with pytest.raises(IntegrityError, match="plan_offered_once"):
        plan.offers.create(zone="Howick")


def test_an_offer_costs_no_less_than_nothing() -> None:
    with pytest.raises(IntegrityError, match="plan_offer_price"):
        a_plan(an_item()).offers.create(price=Decimal("-1"))
