"""Our own drops say where places are."""

from __future__ import annotations

from typing import Any

import pytest

from gigafibre.crm import actions
from gigafibre.crm.tests.factories import a_location, point_of
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.network.tests.factories import a_drop


@pytest.fixture(autouse=True)
def _acting(db: Any) -> Any:
    with acting_as(SYSTEM):
        yield


def found(number: str) -> tuple[str, str, str]:
    latitude, _, quality, source = point_of(number)
    return latitude, quality, source


def test_the_drop_that_serves_a_place_says_where_it_is() -> None:
    place = a_location(line1="12, rang Double", city="Howick")
    drop = a_drop("99", "rue Ailleurs", state="connected", location=place, latitude="45.11", longitude="-73.81")
    assert actions.find_point(place.number) == "exact"
    assert found(place.number) == ("45.110000", "exact", drop.number)


def test_the_drop_of_its_address_then_the_nearest_of_its_street() -> None:
    near = a_drop("1488", latitude="45.1888", longitude="-73.7")
    a_drop("1483", latitude="45.1483", longitude="-73.7")
    a_drop("1482", latitude=None, longitude=None)
    place = a_location()  # 1482: a drop without a point
    assert actions.find_point(place.number) == "street"
    assert found(place.number) == ("45.188800", "street", near.number)
    door = a_location(line1="1483 ch. de la rivière")
    assert actions.find_point(door.number) == "exact"


def test_a_street_of_another_town_is_another_street() -> None:
    a_drop("1482", city="Howick", latitude="45.1", longitude="-73.7")
    place = a_location(line1="1490, chemin de la Rivière")
    assert actions.find_point(place.number) == "unfound"
