"""Addresses as people type them, what is answered, and what is never told."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from gigafibre.catalog.offers import offer_plan
from gigafibre.catalog.tests.factories import a_plan, an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.tests.looking import trail
from gigafibre.network import eligibility
from gigafibre.network.civic import understand
from gigafibre.network.models import Interest, PublicAsking
from gigafibre.network.settings import ASKED_A_MINUTE
from gigafibre.network.tests.factories import a_drop, a_plugged_drop

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def village(clock: Any) -> None:
    a_plugged_drop("1482", "chemin de la Rivière", number="DROP-1", ont_id=4)
    a_drop("1484", "chemin de la Rivière", number="DROP-2")
    a_drop("1482", "rang Sainte-Thérèse", city="Saint-Rémi", postal_code="J0L 2L0", number="DROP-3")
    a_drop("148", "rang Sainte-Thérèse", city="Saint-Rémi", postal_code="J0L 2L0", number="DROP-4")
    a_drop("12A", "4e Concession", city="Lacolle", postal_code="J0J 1J0", number="DROP-5")
    a_drop("12B", "4e Concession", city="Lacolle", postal_code="J0J 1J0", number="DROP-6")
    a_drop("27", "rue de l'Église", unit="1", city="Mercier", number="DROP-7")
    a_drop("27", "rue de l'Église", unit="2", city="Mercier", number="DROP-8")
    a_drop("3", "rang 2", number="DROP-9", state="planned", planned_for="2027-06-01")
    a_drop("3", "rang 3", number="DROP-10")


def found(typed: str) -> list[str]:
    return [one.number for one in eligibility.find(typed).items]


@pytest.mark.parametrize(
    "typed",
    [
        "1482 chemin de la Rivière",
        "1482 ch de la riviere",
        "1482, CH. DE LA RIVIÈRE, Ste-Clotilde",
        "1482 riviere",
        "1482 chemin riv",
        "1482 chem de la rivière sainte clotilde j0l1w0",
        "1482 ch. rivière J0L 1W0",
        "1482 chemin du riviere",
        "1482 chemin de la rivere",
        "1482 chemin de la rivierre",
        "1482 rue de la riviere",
    ],
)
def test_one_address_written_many_ways(typed: str) -> None:
    assert found(typed)[0] == "DROP-1"
    assert "DROP-2" not in found(typed)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("1482", ["DROP-1", "DROP-3"]),
        ("148", ["DROP-4", "DROP-1", "DROP-3", "DROP-2"]),
        ("1482 rang ste-therese", ["DROP-3"]),
        ("1482 rg ste therèse st-remi", ["DROP-3"]),
        ("1482 ste-terese", ["DROP-3"]),
        ("148 rang sainte therese", ["DROP-4"]),
        ("12 4e concession", ["DROP-5", "DROP-6"]),
        ("12b 4e concession", ["DROP-6"]),
        ("12 B 4e concession", ["DROP-6"]),
        ("4e concession lacolle", ["DROP-5", "DROP-6"]),
        ("27 rue de l'eglise app 2", ["DROP-8"]),
        ("27 rue de l eglise #1", ["DROP-7"]),
        ("27 rue de l'église", ["DROP-7", "DROP-8"]),
        ("3 rang 2", ["DROP-9"]),
        ("3 rang 3", ["DROP-10"]),
        ("3 rang 4", []),
        ("1483 chemin de la riviere", []),
        ("", []),
        ("%_'\\", []),
        ("12345678901234567890 rue principale", []),
    ],
)
def test_the_civic_number_is_exact_and_words_are_not(typed: str, numbers: list[str]) -> None:
    assert found(typed) == numbers


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("1482 chemin de la riviere", "serviceable"),
        ("3 rang 2", "planned"),
        ("1482", "choose"),
        ("27 rue de l'eglise", "choose"),
        ("99 rue principale howick", "not_covered"),
        ("99 ru", "type_more"),
        ("rue principale howick", "type_more"),
        ("1482 chemin de la rivere", "choose"),
    ],
)
def test_what_is_answered(typed: str, state: str) -> None:
    assert eligibility.find(typed).state == state


def test_every_abbreviation_is_the_word_it_stands_for() -> None:
    assert understand("12 boul. St-Rémi O, app. 4").words == ("boulevard", "saint", "remi", "ouest")
    assert understand("12 boul. St-Rémi O, app. 4").unit == "4"
    assert (understand("12-14 rue Latour").civic, understand("12-14 rue Latour").words) == (12, ("rue", "latour"))
    assert understand("1er rang").civic is None


def ask(client: Client | None = None, **asked: str) -> Any:
    return (client or Client()).get("/api/public/eligibility", asked)


def test_anybody_is_told_what_can_be_had_and_at_which_price() -> None:
    a_plan(an_item("74.95", download_kbps=500_000), code="FIBRE500", name_fr="Fibre 500")
    with acting_as(SYSTEM):
        offer_plan("FIBRE500", connection_type="FTTH", price=Decimal("69.95"))
    body = ask(q="1482 ch de la riviere").json()
    assert body["state"] == "serviceable"
    assert body["address"] == {
        "drop": "DROP-1",
        "address": "1482, chemin de la Rivière",
        "city": "Sainte-Clotilde",
        "postal_code": "J0L 1W0",
        "state": "serviceable",
        "planned_for": None,
        "exact": True,
    }
    assert [(plan["code"], plan["name"], plan["price"]) for plan in body["plans"]] == [
        ("FIBRE500", "Fibre 500", "69.95")
    ]
    assert (body["interest_list"], ask(drop="DROP-9").json()["interest_list"]) == (False, True)
    assert ask(drop="DROP-9").json()["plans"] == []
    assert ask(drop="DROP-404").status_code == 404


def test_nobody_is_told_who_lives_there_nor_which_port() -> None:
    sylvie = a_customer("Sylvie Tremblay", email="sylvie@exemple.ca")
    location = a_location(sylvie)
    a_plugged_drop("1500", ont_id=9, state="connected", location=location)
    public = ask(q="1500 chemin de la riviere")
    assert public.json()["state"] == "connected"
    told = public.content.decode()
    for secret in ("Sylvie", "Tremblay", sylvie.number, location.number, "OLT-EAST", "ont", "location"):
        assert secret not in told.replace("consent", "")
    staff = browser(a_user("sales")).get("/api/v1/eligibility", {"q": "1500 chemin de la riviere"}).json()["address"]
    assert (staff["olt"], staff["port"], staff["ont_id"], staff["location"]) == ("OLT-EAST", 3, 9, location.number)


def test_who_asks_too_often_waits_and_is_kept_by_no_address(clock: Any) -> None:
    settings.put(ASKED_A_MINUTE, 5)
    answers = [ask(q="1482").status_code for _ in range(7)]
    assert answers == [200] * 5 + [429] * 2
    clock.freeze(datetime.fromisoformat("2026-11-21T09:00:15-05:00"))
    for language, said in (("fr", "Réessayez dans 45 secondes."), ("en", "Try again in 45 seconds.")):
        refused = ask(Client(HTTP_ACCEPT_LANGUAGE=language), q="1482")
        assert (refused.status_code, refused["Retry-After"]) == (429, "45")
        assert (refused.json()["code"], said in refused.json()["message"]) == ("too_many_questions", True)
    assert Client(REMOTE_ADDR="198.51.100.7").get("/api/public/eligibility", {"q": "1482"}).status_code == 200
    assert "127.0.0.1" not in str(list(PublicAsking.objects.values_list("asker", flat=True)))
    clock.move(minutes=1)
    assert ask(q="1482").status_code == 200
    clock.move(hours=2)
    ask(q="1482")
    assert PublicAsking.objects.count() == 1


def leave(**given: Any) -> Any:
    body = {"address": "99, rue Principale, Howick", "email": "Sylvie@Exemple.ca", "consent": True, **given}
    return Client().post("/api/public/eligibility/interest", json.dumps(body), content_type="application/json")


def test_an_email_is_left_with_consent_and_kept_once() -> None:
    assert [leave().json(), leave(address="99 rue principale howick").json()] == [{"kept": True}] * 2
    (kept,) = Interest.objects.all()
    assert (kept.email, kept.state, kept.language) == ("sylvie@exemple.ca", "waiting", "fr")
    assert kept.consent_words.startswith("J’accepte de recevoir un courriel")
    assert "exemple.ca" not in str(trail(table="network_interest"))
    assert leave(drop="DROP-9", address="3, rang 2").status_code == 200
    for wrong, code in (
        ({"consent": False}, "consent_needed"),
        ({"email": "personne"}, "invalid_input"),
        ({"email": ""}, "invalid_input"),
        ({"drop": "DROP-1"}, "drop_state"),
        ({"surely": 1}, "invalid_input"),
    ):
        assert leave(**wrong).json()["code"] == code
    assert Interest.objects.count() == 2
