"""A place that goes to another customer: what goes with it, what stays in the books, what keeps it where it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.apps import apps

from gigafibre.billing.tests.factories import a_waiting_charge
from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.dispatch.tests.factories import a_job
from gigafibre.kernel import clock as time
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.network.tests.factories import a_drop
from gigafibre.reports.customer_360 import customer_360
from gigafibre.sales.tests.factories import a_contract, a_quotation
from gigafibre.subscriptions.tests.factories import a_subscription
from gigafibre.support.tests.factories import an_issue

pytestmark = pytest.mark.django_db


def give(place: Any, customer: Any, **more: Any) -> Any:
    given = {"location": place.number, "customer": customer.number, "reason": "Maison vendue"}
    return perform("crm.move_location", given | more, actor=SYSTEM)


def places(customer: Any) -> dict[str, Any]:
    return {place["number"]: place for place in customer_360(customer.number, SYSTEM)["locations"]}


def test_a_place_goes_with_its_drop_and_what_is_over_stays_the_former_customer_s(clock: Any) -> None:
    seller, buyer = a_customer("Sylvie Tremblay"), a_customer("Luc Bergeron")
    place = a_location(seller, contact_name="Sylvie", contact_mobile="+14505550142", access_notes="Code 1234")
    drop = a_drop(location=place, state="connected")
    ended = a_subscription(customer=seller, location=place, state="cancelled", cancelled_on=date(2026, 11, 1))
    give(place, buyer)
    place.refresh_from_db()
    assert (place.customer_id, place.contact_name, place.contact_mobile) == (buyer.pk, "", "")
    assert place.access_notes == "Code 1234"
    assert places(seller) == {}
    assert (places(buyer)[place.number]["subscriptions"], places(buyer)[place.number]["ended"]) == ([], 0)
    drop.refresh_from_db()
    assert drop.location_id == place.pk
    ended.refresh_from_db()
    assert ended.customer_id == seller.pk
    with pytest.raises(Refusal) as refused:
        give(place, buyer)
    assert refused.value.code == "location_there_already"
    give(place, seller)
    assert list(places(seller)) == [place.number]


def waits(owner: Any) -> Any:
    charge = a_waiting_charge(owner, an_item("10.00", kind="labour"), "Frais de visite", time.today())
    charge.location = a_location(owner)
    charge.save(update_fields=["location"])
    return charge.location


def there(table: str, number: str) -> Any:
    return apps.get_model(table)._default_manager.get(number=number).location


#: What makes something under way at a place of a customer's, and that place.
HOLDS: dict[str, Callable[[Any], Any]] = {
    "subscription": lambda owner: a_subscription(customer=owner).location,
    "waiting charge": waits,
    "job": lambda owner: there("dispatch.Job", a_job(owner=owner)),
    "issue": lambda owner: there("support.Issue", an_issue(owner=owner)),
    "quotation": lambda owner: a_quotation(customer=owner).location,
    "contract": lambda owner: a_contract(customer=owner).location,
}


@pytest.mark.parametrize("what", HOLDS)
def test_a_place_stays_while_something_is_under_way_there(what: str, clock: Any) -> None:
    owner, other = a_customer("Sylvie Tremblay"), a_customer("Luc Bergeron")
    with acting_as(SYSTEM):
        place = HOLDS[what](owner)
    with pytest.raises(Refusal) as refused:
        give(place, other)
    assert refused.value.code == "location_held"
    assert f": {what} " in refused.value.as_dict("en")["message"]
    place.refresh_from_db()
    assert place.customer_id == owner.pk
