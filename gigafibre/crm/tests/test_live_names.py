"""A change is told with the record's number and its customer's, so that only pages showing them read anew."""

from __future__ import annotations

import json

import pytest

from gigafibre.crm.tests.factories import a_customer, a_location, contact_of
from gigafibre.kernel.live import naming
from gigafibre.kernel.live.told import Told

pytestmark = pytest.mark.django_db


def test_a_record_is_named_with_its_customer() -> None:
    customer = a_customer(phone="+14505550100")
    location = a_location(customer)
    contact = contact_of(customer)
    naming.look_up(
        [
            ("crm_location", str(location.pk)),
            ("crm_customer", str(customer.pk)),
            ("crm_contact", str(contact.pk)),
            ("crm_customer", "999999999"),
            ("kernel_setting", "5"),
            ("crm_customer", "*"),
        ]
    )
    assert naming.known("crm_location", str(location.pk)) == (location.number, customer.number)
    assert naming.known("crm_customer", str(customer.pk)) == (customer.number, customer.number)
    assert naming.known("crm_contact", str(contact.pk)) == ("", customer.number)
    assert naming.known("crm_customer", "999999999") is None
    assert not naming.has_names("kernel_setting")


def test_names_are_looked_up_once(django_assert_num_queries: object) -> None:
    customer = a_customer()
    key = ("crm_customer", str(customer.pk))
    with django_assert_num_queries(1):  # type: ignore[operator]
        naming.look_up([key])
        naming.look_up([key])


def test_what_is_not_known_is_not_said() -> None:
    assert json.loads(Told(1, "customer", "7").as_data()) == {"topic": "customer", "id": "7"}
    assert json.loads(Told(1, "crm_location", "7", "LOC-1", "C-1").as_data()) == {
        "topic": "crm_location",
        "id": "7",
        "number": "LOC-1",
        "customer": "C-1",
    }
