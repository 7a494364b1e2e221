"""What people type in the one box, and what they find."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.search import Found, Question, search

pytestmark = pytest.mark.django_db
AGENT = Actor("staff", 1, "Maude", frozenset({"crm.read"}))


@pytest.fixture(autouse=True)
def _town(db: None) -> None:
    sylvie = a_customer("Sylvie Tremblay", number="C-4217", email="sylvie.tremblay@exemple.ca", phone="+14505551234")
    a_location(sylvie, number="LOC-06118")
    a_location(sylvie, "Chalet", number="LOC-11902", line1="317, rang Saint-Joseph", city="St-Chrysostome")
    rejean = a_customer("Réjean Tremblay", number="C-42", line1="96, rue de l’Église", city="Ste-Clotilde")
    a_location(rejean, number="LOC-04471")
    a_customer("Rita Du Rand", number="C-77", legacy_customer_id="DR2", status="terminated", line1="3, ch. du Lac")
    a_customer("Ferme Guérin et fils inc.", number="C-871", kind="company", company="Ferme Guérin et fils inc.")
    a_customer("Tremblay Sylvain", number="C-2940", status="terminated", city="Howick", line1="5, rue Principale")


def found(words: str, **more: Any) -> list[Found]:
    return search(words, AGENT, **more)


def numbers(words: str, kind: str = "customer") -> list[str]:
    return [one.number for one in found(words) if one.kind == kind]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("C-42", "C-42"),
        ("c-4217", "C-4217"),
        ("C4217", "C-4217"),
        ("4217", "C-4217"),
        ("450 555 1234", "C-4217"),
        ("(450) 555-1234", "C-4217"),
        ("4505551234", "C-4217"),
        ("555-1234", "C-4217"),
        ("+1 450 555 1234", "C-4217"),
        ("DR2", "C-77"),
        ("dr2", "C-77"),
        ("sylvie.tremblay@exemple.ca", "C-4217"),
        ("sylvie.trem", "C-4217"),
        ("tremblay sylvie", "C-4217"),
        ("SYLVIE TREMBLAY", "C-4217"),
        ("rejean", "C-42"),
        ("réjean trem", "C-42"),
        ("guerin", "C-871"),
        ("96 rue de l'eglise", "C-42"),
        ("tremblay ste-clotilde 96", "C-42"),
        ("tremblay sainte clotilde eglise", "C-42"),
        ("rg st-joseph", "C-4217"),
        ("rang saint joseph tremblay", "C-4217"),
        ("3 chemin du lac", "C-77"),
        ("trembley rejean", "C-42"),
        ("sylvye tramblay", "C-4217"),
        ("gueriin", "C-871"),
        ("j0l1w0 rejean", "C-42"),
        ("319 rang st-joseph", "C-4217"),
        ("98 rue de l'eglise", "C-42"),
    ],
)
def test_the_customer_meant_comes_first(typed: str, first: str) -> None:
    assert numbers(typed)[:1] == [first]


def test_both_tremblays_of_the_village_are_found_and_their_places() -> None:
    assert set(numbers("tremblay ste-clotilde")) == {"C-42", "C-4217"}
    assert set(numbers("tremblay ste-clotilde", "location")) == {"LOC-04471", "LOC-06118"}
    assert numbers("loc-044", "location") == ["LOC-04471"]


def test_the_living_come_before_the_gone() -> None:
    assert numbers("tremblay")[-1] == "C-2940"
    assert numbers("C-42") == ["C-42", "C-4217"]


@pytest.mark.parametrize(
    ("typed", "field", "text"),
    [
        ("450 555", "phone", "+14505551234"),
        ("dr2", "legacy", "DR2"),
        ("exemple.ca sylvie.tremblay", "email", "sylvie.tremblay@exemple.ca"),
        ("sylvie", "name", "Sylvie Tremblay"),
        ("rang st-joseph", "address", "317, rang Saint-Joseph, St-Chrysostome, J0L 1W0"),
        ("C-4217", "number", "C-4217"),
        ("sylvye tramblay", "name", "Sylvie Tremblay"),
    ],
)
def test_it_says_why(typed: str, field: str, text: str) -> None:
    matched = found(typed)[0].matched
    assert matched is not None
    assert (matched.field, matched.text) == (field, text)


@pytest.mark.parametrize(
    "typed", ["", " ", "x", "%%", "_", "'; DROP TABLE crm_customer; --", "zzzz qqqq", "\\", "💥💥"]
)
def test_nonsense_finds_nothing_and_breaks_nothing(typed: str) -> None:
    assert found(typed) == []


def test_one_statement_finds_it_all() -> None:
    for words in ("tremblay ste-clotilde", "C-42", "450 555 1234", "zzzz qqqq"):
        with CaptureQueriesContext(connection) as queries:
            found(words)
        assert len([query for query in queries if "crm_searchtext" in query["sql"]]) == 1


def test_only_what_the_role_may_see_is_asked() -> None:
    assert search("tremblay", Actor("staff", 2, "X", frozenset({"billing.read"}))) == []
    assert {one.kind for one in found("tremblay", kinds=["location"])} == {"location"}
    assert len(found("tremblay", limit=2)) == 2


def test_over_http_in_the_readers_language() -> None:
    client = browser(a_user("support", language="en"))
    answer = client.get("/api/v1/search", {"q": "dr2"}).json()
    (item,) = answer["items"]
    expected = {
        "kind": "customer",
        "kind_label": "Customer",
        "number": "C-77",
        "title": "Rita Du Rand",
        "subtitle": "Sainte-Clotilde",
        "url": "/customers/C-77",
        "status": "terminated",
        "customer": "C-77",
        "matched": {"field": "legacy", "label": "Former account number", "text": "DR2"},
    }
    assert item | expected == item
    assert browser().get("/api/v1/search", {"q": "dr2"}).status_code == 401


def test_a_question_is_understood() -> None:
    assert Question("AA:BB:cc:dd:ee:0F").mac == Question("aabb.ccdd.ee0f").mac == "aabbccddee0f"
    assert Question("450 555 1234").phone == "4505551234"
    assert Question("12 45").phone == ""
    assert Question("sinv-2026-700010").number == "SINV-2026-700010"
    assert Question("12345").number == "12345"
    assert Question("tremblay").number == ""
