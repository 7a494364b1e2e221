"""The endpoints as a list: how each does, what it is told of, in words; turned off many at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.batches import input_for
from gigafibre.kernel.listing import page
from gigafibre.kernel.perform import perform
from gigafibre.kernel.text import speak
from gigafibre.webhooks import catalogue
from gigafibre.webhooks.actions import disable_endpoint
from gigafibre.webhooks.endpoint_listing import ENDPOINTS
from gigafibre.webhooks.models import Endpoint
from gigafibre.webhooks.tests.factories import a_delivery, an_endpoint

pytestmark = pytest.mark.django_db
RECEIVED, SIGNED = "payments.payment_received", "sales.contract_signed"


@pytest.fixture(autouse=True)
def _acting(clock: Any) -> Any:
    clock.freeze("2026-11-21T10:00:00-05:00")
    with acting_as(SYSTEM):
        yield


def names(**asked: str) -> list[str]:
    return [row["name"] for row in page(ENDPOINTS, asked).items]


def test_each_says_where_it_is_what_it_is_told_of_and_how_it_does() -> None:
    some = an_endpoint("https://compta.exemple.ca/ici", SIGNED, RECEIVED, name="Comptabilité")
    for state in ["failed", "failed", "pending", "sending", "done"]:
        a_delivery(some, state)
    (row,) = page(ENDPOINTS, {}).items
    assert row == {
        "name": "Comptabilité",
        "state": "on",
        "url": "https://compta.exemple.ca/ici",
        "events": ["Paiement reçu", "Contrat signé"],
        "waiting": 2,
        "failed": 2,
        "last_received_at": "2026-11-21T15:00:00Z",
        "off_reason": None,
        "failing_since": None,
        "former_until": None,
        "created_at": "2026-11-21T15:00:00Z",
        "created_by": "system",
        "event_types": [RECEIVED, SIGNED],
        "endpoint": some.pk,
    }
    speak("en")
    assert page(ENDPOINTS, {}).items[0]["events"] == ["Payment received", "Contract signed"]


def test_who_names_no_kind_is_told_of_all_in_words() -> None:
    an_endpoint(name="Tout")
    (row,) = page(ENDPOINTS, {}).items
    assert (row["events"], row["event_types"]) == (["Tous les événements"], [])


def test_every_kind_is_called_as_it_is_posted() -> None:
    kinds = [kind.name for kind in catalogue.kinds()][:100]
    an_endpoint("https://hooks.exemple.ca/x", *kinds)
    (row,) = page(ENDPOINTS, {}).items
    assert sorted(row["event_types"]) == sorted(kinds)
    assert sorted(row["events"]) == sorted(kind.label for kind in catalogue.kinds() if kind.name in kinds)


def test_they_are_narrowed_by_state_and_by_what_they_hear() -> None:
    an_endpoint(name="Tout")
    mute = an_endpoint("https://hooks.exemple.ca/x", RECEIVED, name="Muette")
    Endpoint.objects.filter(pk=mute.pk).update(failing_since=clock.now() - timedelta(days=1))
    stopped = an_endpoint("https://hooks.exemple.ca/y", SIGNED, name="Éteinte")
    disable_endpoint(stopped.pk)
    a_delivery(stopped)
    assert names() == ["Éteinte", "Muette", "Tout"]
    assert [names(view=view) for view in ["on", "failing", "off"]] == [["Tout"], ["Muette"], ["Éteinte"]]
    assert names(event=RECEIVED) == ["Muette", "Tout"]
    assert names(event=f"{SIGNED},{RECEIVED}") == ["Éteinte", "Muette", "Tout"]
    assert names(given_up="true") == ["Éteinte"]
    assert names(q="contrat signe") == ["Éteinte"]
    assert page(ENDPOINTS, {"view": "off"}).items[0]["off_reason"] == "person"


def test_many_are_turned_off_by_what_the_list_knows_them_by() -> None:
    one = an_endpoint(name="Une")
    verb = ENDPOINTS.verb("webhooks.disable_endpoint")
    (row,) = page(ENDPOINTS, {}).items
    perform(verb.action, input_for({}, verb.field, verb.prefix, str(row[verb.column])), actor=SYSTEM)
    assert Endpoint.objects.get(pk=one.pk).off_reason == "person"
