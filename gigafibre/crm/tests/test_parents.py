"""Parent accounts: one level, no circle, by verbs and in the database, also when two set one at a time."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from gigafibre.crm.models import Customer
from gigafibre.crm.tests.factories import a_customer
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform

pytestmark = pytest.mark.django_db


def pays(parent: Customer, child: Customer) -> None:
    given = {"customer": child.number, "parent": parent.number, "reason": "Même famille"}
    perform("crm.set_parent", given, actor=SYSTEM)


def test_a_parent_pays_until_it_is_removed() -> None:
    parent, child = a_customer("Ferme Caron"), a_customer()
    pays(parent, child)
    assert Customer.objects.get(pk=child.pk).parent == parent
    perform("crm.remove_parent", {"customer": child.number, "reason": "Vendue"}, actor=SYSTEM)
    assert Customer.objects.get(pk=child.pk).parent is None
    with pytest.raises(Refusal, match="no_parent"):
        perform("crm.remove_parent", {"customer": child.number, "reason": "Vendue"}, actor=SYSTEM)


def test_two_levels_circles_and_other_taxes_are_refused() -> None:
    parent, child, third = a_customer("Ferme Caron"), a_customer(), a_customer()
    pays(parent, child)
    for payer, paid in ((child, third), (third, parent), (child, parent), (third, third)):
        with pytest.raises(Refusal, match="parent_not_possible"):
            pays(payer, paid)
    with pytest.raises(Refusal, match="parent_taxed_elsewhere"):
        pays(parent, a_customer(tax_category="ON"))
    assert list(Customer.objects.filter(parent__isnull=False)) == [child]


def test_the_database_refuses_them_too() -> None:
    parent, child, third = a_customer("Ferme Caron"), a_customer(), a_customer()
    Customer.objects.filter(pk=child.pk).update(parent=parent)
    attacks: list[tuple[Any, Any, str]] = [
        (third, child, "one_level_of_parents"),
        (parent, third, "one_level_of_parents"),
        (third, third, "customer_not_own_parent"),
    ]
    for paid, payer, constraint in attacks:
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            Customer.objects.filter(pk=paid.pk).update(parent=payer)
    with pytest.raises(IntegrityError, match="one_level_of_parents"), transaction.atomic():
        a_customer("Deux étages", parent=child)


def test_one_reads_who_pays_for_whom() -> None:
    parent, child, other = a_customer("Ferme Caron"), a_customer("Luc Caron"), a_customer()
    pays(parent, child)
    client = browser(a_user("support"))
    read = {who.number: client.get(f"/api/v1/customers/{who.number}/family").json() for who in (parent, child, other)}
    assert read[parent.number]["children"] == [{"number": child.number, "name": "Luc Caron", "status": child.status}]
    assert read[child.number]["parent"]["number"] == parent.number
    assert read[child.number]["children"] == []
    assert read[other.number] == {"parent": None, "children": []}
    assert client.get("/api/v1/customers/C-999999/family").status_code == 404
