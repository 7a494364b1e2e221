"""Which of the things that fit stands first: what an agent at the telephone is asked for."""

from typing import Any

import pytest

from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.dispatch.tests.factories import a_technician
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.search import search

pytestmark = pytest.mark.django_db


def found(words: str) -> list[tuple[str, str]]:
    return [(one.kind, one.number) for one in search(words, SYSTEM)]


def test_a_name_of_a_customer_and_of_a_technician_is_the_customers(clock: Any) -> None:
    technician = a_technician("Marc Tremblay")
    a_customer("Marc Tremblay", number="C-7", status="terminated")
    a_location(a_customer("Marcelle Tremblay", number="C-8"), number="LOC-8")
    expected = {("customer", "C-7"), ("customer", "C-8"), ("location", "LOC-8")}
    for typed in ("marc tremblay", "tremblay marc", "Marc Trembla", "ma tr", "marc"):
        *callers, last = found(typed)
        assert (set(callers), last) == (expected, ("technician", technician)), typed
        assert callers[0][0] == "customer", typed


def test_what_is_sold_waits_behind_who_calls_though_it_fits_as_well(clock: Any) -> None:
    an_item(sku="PRO-1")
    a_customer("Luc Provencher", number="C-9")
    technician = a_technician("Éric Proulx")
    assert found("pro") == [("customer", "C-9"), ("item", "PRO-1"), ("technician", technician)]


def test_the_very_number_stands_before_words_and_words_before_what_resembles(clock: Any) -> None:
    technician = a_technician("Réjean Gauthier")
    a_customer(f"Ferme {technician}", number="C-10")
    assert found(technician.lower())[0] == ("technician", technician)
    a_customer("Réjean Gautier", number="C-11")
    assert found("rejean gauthier")[0] == ("technician", technician)


def test_a_technician_comes_only_when_meant(clock: Any) -> None:
    technician = a_technician("Yannick Lefebvre")
    assert [found(typed) for typed in ("lefe", "lefebvre yan", technician.lower())] == [
        [("technician", technician)]
    ] * 3
    for typed in ("sylvie", "yannick roy", "450 555 1234", "yannick@exemple.ca", "annick", "%%", "__"):
        assert found(typed) == [], typed
