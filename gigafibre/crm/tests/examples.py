"""One example per action: a state, and valid input."""

from __future__ import annotations

from typing import Any

from gigafibre.crm.actions import give_consent
from gigafibre.crm.geocoding import address_file
from gigafibre.crm.models import Contact
from gigafibre.crm.tests.factories import DOORS, a_customer, a_location, contact_of
from gigafibre.kernel.tests.examples import example


@example("crm.create_customer")
def _create() -> dict[str, Any]:
    a_customer(email="luc@exemple.ca")
    return {
        "first_name": "Luc",
        "last_name": "Bergeron",
        "email": "luc@exemple.ca",
        "phone": "450 555-0177 poste 12",
        "line1": "96, rue de l’Église",
        "city": "Sainte-Clotilde",
        "postal_code": "j0l1w0",
    }


@example("crm.update_customer")
def _update() -> dict[str, Any]:
    return {"customer": a_customer().number, "last_name": "Tremblay-Roy", "vip": True, "postal_code": "J0L 1W1"}


@example("crm.set_customer_status")
def _status() -> dict[str, Any]:
    return {"customer": a_customer().number, "status": "terminated", "on": "2026-11-21", "reason": "Déménage."}


@example("crm.add_contact")
def _contact() -> dict[str, Any]:
    return {"customer": a_customer().number, "name": "Luc Bergeron", "role": "on_site", "phone": "450 555 0177"}


@example("crm.update_contact")
def _change_contact() -> dict[str, Any]:
    customer = a_customer()
    return {"customer": customer.number, "contact": contact_of(customer).pk, "role": "billing"}


@example("crm.remove_contact")
def _remove_contact() -> dict[str, Any]:
    customer = a_customer(phone="+14505550142")
    Contact.objects.create(customer=customer, name="Luc Bergeron", role="on_site", position=1)
    return {"customer": customer.number, "contact": contact_of(customer).pk}


@example("crm.add_contact_point")
def _point() -> dict[str, Any]:
    customer = a_customer()
    return {
        "customer": customer.number,
        "contact": contact_of(customer).pk,
        "kind": "email",
        "value": "Sylvie.Tremblay@exemple.ca",
    }


@example("crm.update_contact_point")
def _change_point() -> dict[str, Any]:
    customer = a_customer(email="sylvie.t@ancien.example")
    point = customer.points.get()
    return {"customer": customer.number, "point": point.pk, "value": "sylvie.tremblay@exemple.ca"}


@example("crm.remove_contact_point")
def _remove_point() -> dict[str, Any]:
    customer = a_customer(phone="+14505550142")
    return {"customer": customer.number, "point": customer.points.get().pk}


@example("crm.add_location")
def _location() -> dict[str, Any]:
    return {
        "customer": a_customer().number,
        "line1": "317, rang Saint-Joseph",
        "city": "Saint-Chrysostome",
        "postal_code": "J0S 1R0",
        "label": "Chalet",
        "connection_type": "FTTH",
        "latitude": "45.100000",
        "longitude": "-73.760000",
    }


@example("crm.update_location")
def _move() -> dict[str, Any]:
    return {"location": a_location().number, "line1": "96, rue de l’Église", "access_notes": "Porte de côté."}


@example("crm.give_consent")
def _consent() -> dict[str, Any]:
    return {"customer": a_customer().number, "channel": "sms", "source": "Appel du 21 novembre"}


@example("crm.withdraw_consent")
def _withdraw() -> dict[str, Any]:
    customer = a_customer()
    give_consent(customer.number, channel="sms", purpose="promotion", source="Portail")
    return {"customer": customer.number, "channel": "sms", "purpose": "promotion"}


@example("crm.set_parent")
def _set_parent() -> dict[str, Any]:
    return {"customer": a_customer().number, "parent": a_customer("Ferme Caron").number, "reason": "Même propriétaire"}


@example("crm.remove_parent")
def _remove_parent() -> dict[str, Any]:
    return {"customer": a_customer(parent=a_customer("Ferme Caron")).number, "reason": "Vendue"}


@example("crm.move_location")
def _move_location() -> dict[str, Any]:
    return {"location": a_location().number, "customer": a_customer("Luc Bergeron").number, "reason": "Maison vendue"}


@example("crm.merge_customers")
def _merge_customers() -> dict[str, Any]:
    twice = a_customer("Sylvie Tremblay")
    a_location(twice)
    return {"survivor": a_customer("Sylvie Tremblay").number, "duplicate": twice.number, "reason": "Inscrite deux fois"}


@example("crm.find_point")
def _find_point() -> dict[str, Any]:
    address_file.load("Sainte-Clotilde", address_file.read(DOORS))
    return {"location": a_location(line1="1486, chemin de la Rivière").number}


@example("crm.confirm_point")
def _confirm_point() -> dict[str, Any]:
    return {"location": a_location().number, "latitude": "45.161200", "longitude": "-73.671200"}


@example("crm.load_address_file")
def _load_address_file() -> dict[str, Any]:
    return {"name": "Sainte-Clotilde", "csv": DOORS}


@example("crm.remove_address_file")
def _remove_address_file() -> dict[str, Any]:
    address_file.load("Sainte-Clotilde", address_file.read(DOORS))
    return {"name": "Sainte-Clotilde"}
