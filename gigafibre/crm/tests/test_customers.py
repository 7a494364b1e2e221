"""Customers, contacts, consents, service locations: what the verbs do and what they refuse."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.crm import actions, queries
from gigafibre.crm.errors import (
    AlreadyReached,
    ConsentGivenAlready,
    LastContact,
    NoSuchContact,
    NoSuchCustomer,
    NothingToChange,
    StatusNotPossible,
)
from gigafibre.crm.models import Consent, ContactPoint, Customer, FormerAddress, Location
from gigafibre.crm.tests.factories import a_customer, a_location, contact_of
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import InvalidInput
from gigafibre.kernel.preview import preview
from gigafibre.kernel.tests import looking

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _acting(clock: Any) -> Iterator[None]:
    with acting_as(SYSTEM):
        yield


def test_a_new_customer_has_a_number_without_padding_and_an_owner() -> None:
    number = actions.create_customer(
        first_name="Sylvie", last_name="Tremblay", email="Sylvie@exemple.ca", phone="450 555-0142", postal_code="j0l1w0"
    )
    customer = Customer.objects.get(number=number)
    assert number.removeprefix("C-").isdigit()
    assert not number.startswith("C-0")
    assert (customer.display_name, customer.status, customer.postal_code) == ("Sylvie Tremblay", "prospect", "J0L 1W0")
    owner = contact_of(customer)
    assert (owner.name, owner.role) == ("Sylvie Tremblay", "owner")
    assert list(owner.points.order_by("pk").values_list("kind", "value", "for_billing")) == [
        ("mobile", "+14505550142", False),
        ("email", "sylvie@exemple.ca", True),
    ]


def test_a_company_is_called_by_its_name_and_nobody_is_nameless() -> None:
    number = actions.create_customer(kind="company", company="Ferme Guérin inc.", first_name="Luc", last_name="Guérin")
    assert Customer.objects.get(number=number).display_name == "Ferme Guérin inc."
    before = Customer.objects.count()
    with pytest.raises(InvalidInput):
        actions.create_customer(first_name=" ")
    assert Customer.objects.count() == before


def test_only_given_fields_change_and_the_trail_says_so() -> None:
    customer = a_customer("Sylvie Tremblay")
    actions.update_customer(customer.number, last_name="Roy", line2="")
    customer.refresh_from_db()
    assert (customer.display_name, customer.first_name, customer.city) == ("Sylvie Roy", "Sylvie", "Sainte-Clotilde")
    last = looking.trail(table="crm_customer", row=str(customer.pk))[-1]
    assert last["after"] == {"last_name": "Roy", "display_name": "Sylvie Roy", "sort_key": "sylvie roy"}
    assert last["action"] == "crm.update_customer"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"postal_code": "JOL 1WO"}, "postal_code"),
        ({"postal_code": "K1A 0B1"}, "postal_code"),
        ({"province": "ZZ"}, "province"),
        ({"billing_day": 32}, "billing_day"),
        ({"language": "es"}, "language"),
        ({"first_name": "", "last_name": ""}, "last_name"),
    ],
)
def test_a_bad_value_is_refused_beside_its_field(given: dict[str, Any], field: str) -> None:
    customer = a_customer()
    before = Customer.objects.filter(pk=customer.pk).values().get()
    with pytest.raises(InvalidInput) as refused:
        actions.update_customer(customer.number, **given)
    assert [detail.field for detail in refused.value.details] == [field]
    assert Customer.objects.filter(pk=customer.pk).values().get() == before


def test_a_suggestion_comes_with_the_refusal() -> None:
    with pytest.raises(InvalidInput) as refused:
        actions.update_customer(a_customer().number, postal_code="JOL 1WO")
    told = refused.value.as_dict("fr")["details"][0]
    assert (told["message"], told["suggestion"]) == ("Vouliez-vous dire J0L 1W0 ?", "J0L 1W0")


def test_nothing_given_and_nobody_there_are_refused() -> None:
    with pytest.raises(NothingToChange):
        actions.update_customer(a_customer().number)
    with pytest.raises(NoSuchCustomer):
        actions.update_customer("C-1", vip=True)


def test_status_moves_along_its_arrows_only() -> None:
    customer = a_customer(status="prospect", customer_since=None)
    with pytest.raises(StatusNotPossible):
        actions.set_customer_status(customer.number, status="suspended", on=date(2026, 11, 21), reason="Impayé.")
    actions.set_customer_status(customer.number, status="active", on=date(2026, 11, 21), reason="Installé.")
    actions.set_customer_status(customer.number, status="terminated", on=date(2026, 12, 1), reason="Déménage.")
    customer.refresh_from_db()
    assert (customer.status, customer.customer_since, customer.ended_on, customer.end_reason) == (
        "terminated",
        date(2026, 11, 21),
        date(2026, 12, 1),
        "Déménage.",
    )


def test_a_contact_is_reached_once_by_each_way_and_the_last_contact_stays() -> None:
    customer = a_customer(phone="+14505550142")
    owner = contact_of(customer)
    with pytest.raises(AlreadyReached):
        actions.add_contact_point(customer.number, contact=owner.pk, kind="mobile", value="(450) 555-0142")
    with pytest.raises(LastContact):
        actions.remove_contact(customer.number, contact=owner.pk)
    other = a_customer()
    with pytest.raises(NoSuchContact):
        actions.add_contact_point(other.number, contact=owner.pk, kind="mobile", value="450 555-0143")
    assert ContactPoint.objects.filter(contact=owner).count() == 1


def test_a_changed_number_is_read_again_with_its_extension() -> None:
    customer = a_customer(phone="+14505550142")
    point = customer.points.get()
    actions.update_contact_point(customer.number, point=point.pk, valid=False)
    actions.update_contact_point(customer.number, point=point.pk, kind="office", value="450 555-0177 poste 4")
    point.refresh_from_db()
    assert (point.kind, point.value, point.extension, point.valid) == ("office", "+14505550177", "4", True)
    with pytest.raises(InvalidInput) as refused:
        actions.update_contact_point(customer.number, point=point.pk, kind="email", value="sylvie@gmial.com")
    assert refused.value.details[0].suggestion == "sylvie@gmail.com"


def test_consent_is_given_once_withdrawn_and_given_again() -> None:
    customer = a_customer()
    actions.give_consent(customer.number, channel="email", source="Appel")
    with pytest.raises(ConsentGivenAlready):
        actions.give_consent(customer.number, channel="email", source="Appel")
    actions.withdraw_consent(customer.number, channel="email")
    actions.give_consent(customer.number, channel="email", source="Portail")
    rows = Consent.objects.filter(customer=customer).order_by("id")
    assert [(row.source, row.withdrawn_at is None) for row in rows] == [("Appel", False), ("Portail", True)]
    with pytest.raises(IntegrityError, match="one_open_consent"), transaction.atomic():
        Consent.objects.create(customer=customer, channel="email", source="x", given_at=rows[0].given_at)


def test_a_former_address_is_kept_with_its_dates(clock: Any) -> None:
    number = actions.add_location(
        a_customer().number,
        line1="1482, chemin de la Rivière",
        city="Sainte-Clotilde",
        postal_code="J0L 1W0",
        latitude="45.1",  # type: ignore[arg-type]
        longitude="-73.7",  # type: ignore[arg-type]
    )
    assert number.startswith("LOC-0")
    clock.move(days=10)
    actions.update_location(number, line1="1482 ch de la rivière", label="Maison")
    assert not FormerAddress.objects.exists()
    actions.update_location(number, line1="96, rue de l’Église")
    former = FormerAddress.objects.get()
    assert (former.line1, former.since, former.until) == (
        "1482 ch de la rivière",
        date(2026, 11, 21),
        date(2026, 12, 1),
    )
    location = Location.objects.get(number=number)
    assert (location.latitude, location.geocode_quality) == (None, "unfound")


def test_looking_like_somebody_known_is_shown_not_refused() -> None:
    known = a_customer("Sylvie Tremblay", email="sylvie@exemple.ca", phone="+14505550142")
    a_location(known)
    alike = queries.possible_duplicates(
        email="sylvie@exemple.ca", phone="+14505550142", line1="1482 ch. de la Rivière", city="Ste-Clotilde"
    )
    assert [(one.number, one.because) for one in alike] == [(known.number, ["address", "email", "phone"])]
    seen = preview("crm.create_customer", {"first_name": "S", "email": "sylvie@exemple.ca"}, actor=SYSTEM)
    assert [(rule.code, rule.passed) for rule in seen.rules] == [("crm.duplicate", False)]
    assert queries.possible_duplicates(email="", phone="", line1="") == []


def test_duplicates_over_http() -> None:
    known = a_customer(phone="+14505550142")
    client = browser(a_user("support"))
    found = client.get("/api/v1/customers/duplicates", {"phone": "450 555-0142", "email": "x@y.ca"}).json()
    assert [(one["number"], one["because"]) for one in found] == [(known.number, ["phone"])]
    assert client.get("/api/v1/customers/duplicates", {"phone": "450"}).json() == []
    named = {"name": f" {known.display_name.upper()} "}
    assert [one["because"] for one in client.get("/api/v1/customers/duplicates", named).json()] == [["name"]]
    assert client.get("/api/v1/customers/duplicates", named | {"but": known.number}).json() == []


def texts(customer: Customer) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT text FROM crm_searchtext WHERE customer_id = %s ORDER BY location_id NULLS FIRST", [customer.pk]
        )
        return [row[0] for row in cursor.fetchall()]


def test_what_a_customer_is_found_by_follows_every_change() -> None:
    customer = a_customer("Sylvie Côté", phone="+14505550142", legacy_customer_id="DR2")
    location = a_location(customer, city="Ste-Clotilde")
    customers_text, places_text = texts(customer)
    for word in (" sylvie cote ", "+14505550142", " dr2 ", " sainte clotilde "):
        assert word in customers_text
    assert " sylvie cote " in places_text
    actions.update_customer(customer.number, last_name="Roy")
    actions.update_location(location.number, city="Howick")
    actions.remove_contact_point(customer.number, point=customer.points.get().pk)
    customers_text, places_text = texts(customer)
    assert " howick " in customers_text
    assert "+1450" not in customers_text
    assert " sylvie roy " in places_text
    assert "clotilde" not in places_text


@pytest.mark.parametrize(
    ("sql", "constraint"),
    [
        ("UPDATE crm_customer SET number = 'X-1' WHERE id = %s", "customer_number_form"),
        ("UPDATE crm_customer SET display_name = '' WHERE id = %s", "customer_named"),
        ("UPDATE crm_customer SET language = 'es' WHERE id = %s", "customer_language_known"),
        ("UPDATE crm_customer SET billing_day = 0 WHERE id = %s", "customer_billing_day"),
        ("UPDATE crm_location SET number = 'L1' WHERE customer_id = %s", "location_number_form"),
        ("UPDATE crm_location SET latitude = 45 WHERE customer_id = %s", "location_both_coordinates"),
        (
            "INSERT INTO crm_contactpoint "
            "(contact_id, customer_id, kind, value, extension, valid, for_billing, position) "
            "SELECT contact_id, customer_id, kind, value, extension, true, true, 9 FROM crm_contactpoint "
            "WHERE customer_id = %s",
            "contact_point_once",
        ),
        (
            "INSERT INTO crm_formeraddress (customer_id, line1, line2, city, province, postal_code, since, until) "
            "VALUES (%s, '', '', '', '', '', '2026-02-01', '2026-01-01')",
            "former_address_dates",
        ),
        (
            "INSERT INTO crm_searchtext (customer_id, weight, name, text) VALUES (%s, 0, '', '')",
            "one_text_per_customer",
        ),
        (
            "INSERT INTO crm_searchtext (customer_id, location_id, weight, name, text) "
            "SELECT customer_id, id, 0, '', '' FROM crm_location WHERE customer_id = %s",
            "one_text_per_location",
        ),
    ],
)
def test_the_database_itself_refuses(sql: str, constraint: str) -> None:
    customer = a_customer(phone="+14505550142")
    a_location(customer)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [customer.pk])
