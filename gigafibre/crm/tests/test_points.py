"""Where places are: our own sources first, a geocoder later, a person's word for good; address files read whole."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, connection, transaction

from gigafibre.crm import actions, addresses
from gigafibre.crm.errors import NoSuchAddressFile, PointConfirmed
from gigafibre.crm.geocoding import address_file
from gigafibre.crm.geocoding.geocoder import _of
from gigafibre.crm.models import AddressPoint, Location
from gigafibre.crm.services import _check
from gigafibre.crm.tests.factories import DOORS, a_customer, a_location, point_of
from gigafibre.crm.tests.geocoders import TOKEN, a_geocoder
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import InvalidInput
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.kernel.services import NotWorking
from gigafibre.kernel.work import work_once

RIVER = "1482, chemin de la Rivière"


@pytest.fixture(autouse=True)
def _acting() -> Any:
    with acting_as(SYSTEM):
        yield


@pytest.mark.parametrize(
    ("line1", "read"),
    [
        ("1482, chemin de la Rivière", (1482, "1482", "chemin de la Rivière")),
        ("1482 A, rang Double", (1482, "1482a", "rang Double")),
        ("1482-A rang Double", (1482, "1482a", "rang Double")),
        ("1482A, rang Double app. 3", (1482, "1482a", "rang Double")),
        ("12-14, rue de l’Église, bureau 200", (12, "12", "rue de l’Église")),
        ("96, 4e Rang #2", (96, "96", "4e Rang")),
        ("12 d’Anjou", (12, "12", "d’Anjou")),
        ("chemin de la Rivière", None),
        ("", None),
    ],
)
def test_a_line_is_a_civic_number_and_a_street(line1: str, read: Any) -> None:
    assert addresses.civic_and_street(line1) == read


@pytest.mark.django_db
def test_an_address_file_knows_doors_and_streets() -> None:
    seen = preview("crm.load_address_file", {"name": "Sainte-Clotilde", "csv": DOORS}, actor=SYSTEM)
    assert [str(one.fact.fr) for one in seen.rules] == ["Sainte-Clotilde : 4 portes, à la place de 0"]
    loaded = actions.load_address_file("Sainte-Clotilde", csv=DOORS)
    assert (loaded.doors, loaded.before) == (4, 0)
    door = a_location(line1="1486 ch de la Riviere", city="Sainte-Clotilde").number
    assert actions.find_point(door) == "exact"
    assert point_of(door) == ("45.161800", "-73.671800", "exact", "Sainte-Clotilde")
    # No 1482: the nearest on its side of the street is 1480, not 1485 across it.
    near = a_location(line1=RIVER).number
    assert actions.find_point(near) == "street"
    assert point_of(near)[:3] == ("45.161200", "-73.671200", "street")
    flat = a_location(line1="96-A, rue de l’Église, app. 2", city="St-Rémi", postal_code="J0L 2L0").number
    assert actions.find_point(flat) == "exact"
    unknown = a_location(line1="12, rang Double", city="Howick").number
    assert actions.find_point(unknown) == "unfound"
    assert point_of(unknown) == ("None", "None", "unfound", "")
    again = actions.load_address_file("Sainte-Clotilde", csv=DOORS.splitlines()[0] + "\n" + DOORS.splitlines()[1])
    assert (again.doors, again.before, AddressPoint.objects.count()) == (1, 4, 1)
    assert actions.remove_address_file("Sainte-Clotilde") == 1
    assert point_of(door)[2] == "exact"
    with pytest.raises(NoSuchAddressFile):
        actions.remove_address_file("Sainte-Clotilde")


@pytest.mark.django_db
def test_what_can_not_be_read_is_named_and_nothing_is_loaded() -> None:
    actions.load_address_file("Ville", csv=DOORS)
    bad = "civic,street,city,latitude,longitude\n,rue A,Ville,45.1,-73.1\n4,rue A,Ville,quarante,-73\n5,rue A,Ville,0,0"
    with pytest.raises(InvalidInput) as refused:
        actions.load_address_file("Ville", csv=bad)
    told = [(one.field, one.code, one.text.fr.partition(" :")[0]) for one in refused.value.details]
    assert told == [("csv", "bad_line", "Ligne 2"), ("csv", "bad_line", "Ligne 3"), ("csv", "bad_line", "Ligne 4")]
    for text, code in (("a,b\n1,2", "missing_columns"), ("civic,street,city,latitude,longitude\n", "empty")):
        with pytest.raises(InvalidInput) as refused:
            actions.load_address_file("Ville", csv=text)
        assert [one.code for one in refused.value.details] == [code]
    assert AddressPoint.objects.filter(source="Ville").count() == 4


@pytest.mark.django_db
def test_a_person_has_the_last_word() -> None:
    actions.load_address_file("Sainte-Clotilde", csv=DOORS)
    place = a_location(line1="1486, chemin de la Rivière").number
    actions.confirm_point(place, latitude=Decimal("45.2"), longitude=Decimal("-73.7"))
    assert point_of(place) == ("45.200000", "-73.700000", "confirmed", "")
    with pytest.raises(PointConfirmed):
        actions.find_point(place)
    assert point_of(place)[0] == "45.200000"
    actions.update_location(place, line1="1480, chemin de la Rivière")  # elsewhere: looked for again
    assert point_of(place) == ("45.161200", "-73.671200", "exact", "Sainte-Clotilde")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("crm.update_location", {"latitude": "45.2", "longitude": "-73.7"}),  # it is told by the one verb
        ("crm.confirm_point", {"latitude": "45.2"}),
        ("crm.confirm_point", {"latitude": "", "longitude": ""}),
        ("crm.confirm_point", {"latitude": "91", "longitude": "-73.7"}),
    ],
)
def test_where_a_place_is_is_told_whole_and_by_one_verb(name: str, given: dict[str, str]) -> None:
    place = a_location(line1=RIVER, latitude="45.5", longitude="-73.5", geocode_quality="legacy").number
    with pytest.raises(InvalidInput):
        perform(name, {"location": place} | given, actor=SYSTEM)
    assert point_of(place) == ("45.500000", "-73.500000", "legacy", "")


@pytest.mark.django_db
def test_a_new_place_is_looked_for_at_once_and_a_surer_point_stays() -> None:
    actions.load_address_file("Sainte-Clotilde", csv=DOORS)
    place = actions.add_location(
        a_customer().number, line1="1486, chemin de la Rivière", city="Sainte-Clotilde", postal_code="J0L 1W0"
    )
    assert point_of(place)[2] == "exact"
    legacy = a_location(line1=RIVER, latitude="45.5", longitude="-73.5", geocode_quality="legacy").number
    assert actions.find_point(legacy) == "legacy"  # some door of the street is no surer than the former system's point
    assert point_of(legacy)[0] == "45.500000"


def test_a_geocoder_is_asked_after_the_commit_and_answers_later(committed_db: Any, settings: Any) -> None:
    with a_geocoder() as stand:
        settings.GEOCODER_URL = f"nominatim+http://127.0.0.1:{stand.port}?email=reseau@exemple.ca&pause=0"
        stand.knows[RIVER] = {"lat": "45.1615", "lon": "-73.67149999", "addresstype": "house"}
        place = a_location(line1=RIVER).number
        assert actions.find_point(place) == "none"
        assert stand.asked == []
        work_once()
        assert point_of(place) == ("45.161500", "-73.671500", "address", "nominatim")
        # A postal code it doesn't know does not hide the street.
        assert [question.get("postalcode") for question in stand.asked] == ["J0L 1W0", None]
        assert (stand.asked[0]["countrycodes"], stand.asked[0]["email"]) == ("ca", "reseau@exemple.ca")
        stand.knows["3, rue Perdue"] = {"lat": "45.1", "lon": "-73.6", "addresstype": "town"}
        town, nowhere = (a_location(line1=line).number for line in ("3, rue Perdue", "9, rue Nulle"))
        for one in (town, nowhere):
            actions.find_point(one)
        work_once()
        assert (point_of(town)[2], point_of(nowhere)) == ("area", ("None", "None", "unfound", ""))


def test_an_answer_never_goes_over_what_changed_meanwhile(committed_db: Any, settings: Any) -> None:
    with a_geocoder() as stand:
        settings.GEOCODER_URL = f"mapbox+http://{TOKEN}@127.0.0.1:{stand.port}"
        at = {"latitude": 45.3, "longitude": -73.3, "accuracy": "rooftop"}
        stand.knows[RIVER] = {"properties": {"feature_type": "address", "coordinates": at}}
        confirmed, moved, asked = (a_location(line1=RIVER).number for _ in range(3))
        for one in (confirmed, moved, asked):
            actions.find_point(one)
        actions.confirm_point(confirmed, latitude=Decimal("45.2"), longitude=Decimal("-73.7"))
        Location.objects.filter(number=moved).update(line1="7, rue Neuve")
        work_once()
        assert point_of(confirmed)[:3] == ("45.200000", "-73.700000", "confirmed")
        assert point_of(moved)[2] == "none"
        assert point_of(asked) == ("45.300000", "-73.300000", "address", "mapbox")
        assert stand.asked[0]["permanent"] == "true"


def test_a_geocoder_that_asks_for_a_pause_is_asked_slowly(committed_db: Any, settings: Any, clock: Any) -> None:
    clock.freeze("2026-11-21T10:00:00-05:00")
    settings.GEOCODER_URL = "nominatim+http://127.0.0.1:9?pause=2"
    for _ in range(3):
        actions.find_point(a_location(line1=RIVER).number)
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM due - min(due) OVER ()) FROM kernel_intent ORDER BY due")
        assert [int(row[0]) for row in cursor.fetchall()] == [0, 2, 4]


def test_a_geocoder_that_fails_is_tried_again_and_never_named_with_its_token(committed_db: Any, settings: Any) -> None:
    with a_geocoder() as stand:
        settings.GEOCODER_URL = f"mapbox+http://{TOKEN}@127.0.0.1:{stand.port}"
        stand.status = 503
        place = a_location(line1=RIVER).number
        actions.find_point(place)
        work_once()
        with connection.cursor() as cursor:
            cursor.execute("SELECT state, attempts, error FROM kernel_intent")
            [(state, attempts, error)] = cursor.fetchall()
        assert (state, attempts, error) == (
            "pending",
            1,
            "gigafibre.kernel.intents.TransportError: mapbox answered 503",
        )
        with pytest.raises(NotWorking):
            _check()
        stand.status, stand.knows["Montréal"] = 200, {"properties": {}}
        assert _check().en == "The account answers: Montréal is found."
    assert point_of(place)[2] == "none"


@pytest.mark.parametrize("url", ["ftp://x", "mapbox://api.mapbox.com", "nominatim://", "nominatim+gopher://h"])
def test_an_address_of_no_geocoder_is_refused_without_its_secret(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="GIGAFIBRE_GEOCODER_URL reads"):
        _of(url)


@pytest.mark.django_db
def test_the_database_keeps_a_point_and_its_sureness_together() -> None:
    wrong: list[dict[str, Any]] = [
        {"geocode_quality": "exact"},
        {"geocode_quality": "none", "latitude": "45.1", "longitude": "-73.1"},
        {"geocode_quality": "sure", "latitude": "45.1", "longitude": "-73.1"},
    ]
    for given in wrong:
        with pytest.raises(IntegrityError, match="location_sure_of_a_point"), transaction.atomic():
            a_location(**given)
    door = {"source": "x", "civic": "1", "street": "rue A", "city": "V", "civic_number": 1, "civic_key": "1"}
    AddressPoint.objects.create(**door, latitude="45", longitude="-73")
    with pytest.raises(IntegrityError, match="one_door_per_address_file"), transaction.atomic():
        AddressPoint.objects.create(**{**door, "street": "Rue  A"}, latitude="45", longitude="-73")
    with pytest.raises(IntegrityError, match="address_point_on_earth"), transaction.atomic():
        AddressPoint.objects.create(**{**door, "source": "y"}, latitude="91", longitude="-73")
    assert address_file.read(DOORS)[0].civic_key == "1480"
