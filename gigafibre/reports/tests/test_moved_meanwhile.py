"""A place is given away while a service begins there: two connections, either way round."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connections, transaction

from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform

Does = Callable[[], Any]


def first_and_meanwhile(first: Does, second: Does, *, waits: bool = True) -> list[str]:
    """Do the first and, before it is committed, let another connection begin the second; return what that one met."""
    met: list[str] = []

    def other() -> None:
        try:
            second()
            met.append("done")
        except Refusal as refused:
            met.append(refused.code)
        finally:
            connections.close_all()

    hand = threading.Thread(target=other)
    with transaction.atomic():
        first()
        hand.start()
        hand.join(0.4)
        assert met == [] or not waits, "the second has to wait for the first"
    hand.join(20)
    return met


@pytest.mark.usefixtures("committed_db")
def test_a_place_given_away_while_a_service_begins_there_keeps_one_customer(clock: Any) -> None:
    seller, buyer = a_customer("Sylvie Tremblay"), a_customer("Luc Bergeron")
    place = a_location(seller)
    item = an_item("60.00").sku

    def begin() -> None:
        wanted = {"customer": seller.number, "location": place.number, "item": item}
        perform("subscriptions.create_subscription", wanted, actor=SYSTEM)

    def give() -> None:
        wanted = {"location": place.number, "customer": buyer.number, "reason": "Maison vendue"}
        perform("crm.move_location", wanted, actor=SYSTEM)

    assert first_and_meanwhile(give, begin) == ["other_customers_location"]
    place.refresh_from_db()
    assert place.customer_id == buyer.pk
    perform(
        "crm.move_location", {"location": place.number, "customer": seller.number, "reason": "Repris"}, actor=SYSTEM
    )
    assert first_and_meanwhile(begin, give) == ["location_held"]
    place.refresh_from_db()
    assert place.customer_id == seller.pk
