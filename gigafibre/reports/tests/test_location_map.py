"""A place on the map: its point or its town's middle, the doors around by right, the style of the settings."""

from __future__ import annotations

from typing import Any

import pytest

from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.identity.actions import create_role
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.network.tests.factories import a_drop

pytestmark = pytest.mark.django_db


def read(number: str, *, role: str = "network") -> dict[str, Any]:
    answer = browser(a_user(role)).get(f"/api/v1/locations/{number}/map")
    assert answer.status_code == 200, answer.content
    told: dict[str, Any] = answer.json()
    return told


def test_a_place_and_the_doors_around(settings: Any) -> None:
    settings.MAP_STYLE_URL = "https://cartes.exemple.ca/style.json"
    sure: dict[str, Any] = {"latitude": "45.1610", "longitude": "-73.6710", "geocode_quality": "exact"}
    place = a_location(a_customer("Luc Bergeron"), **sure)
    drop = a_drop("1480", latitude="45.1612", longitude="-73.6712")
    a_drop("9", "rue Loin", latitude="45.9", longitude="-73.6")
    other = a_location(line1="1490, chemin de la Rivière", **{**sure, "latitude": "45.1611"})
    a_location(line1="1492, chemin de la Rivière", **{**sure, "geocode_quality": "street"})
    told = read(place.number)
    assert [(door["kind"], door["number"], door["label"], door["street"]) for door in told["doors"]] == [
        ("place", other.number, "1490", "chemin de la Rivière"),
        ("drop", drop.number, "1480", "chemin de la Rivière"),
    ]
    assert (told["latitude"], told["quality_said"], told["customer_name"]) == (45.161, "À la porte", "Luc Bergeron")
    assert told["style_url"] == "https://cartes.exemple.ca/style.json"


def test_without_a_point_one_looks_at_its_town() -> None:
    a_drop("1", "rue A", latitude="45.2", longitude="-73.4")
    a_drop("2", "rue A", latitude="45.4", longitude="-73.6")
    a_drop("3", "rue B", city="Howick", latitude="45.9", longitude="-73.9")
    told = read(a_location(line1="5, rue Neuve", city="Ste-Clotilde").number)
    assert (told["latitude"], told["center_latitude"]) == (None, pytest.approx(45.5, abs=0.2))


def test_drops_are_for_who_may_see_the_network() -> None:
    sure: dict[str, Any] = {"latitude": "45.1610", "longitude": "-73.6710", "geocode_quality": "exact"}
    place = a_location(**sure)
    a_drop("1480", latitude="45.1612", longitude="-73.6712")
    with acting_as(SYSTEM):
        create_role("door", name_fr="Accueil", name_en="Desk", permissions=["crm.read"])
    assert read(place.number, role="door")["doors"] == []
    assert len(read(place.number)["doors"]) == 1
    missing = browser(a_user("network")).get("/api/v1/locations/LOC-1/map")
    assert (missing.status_code, missing.json()["code"]) == (404, "no_such_location")
