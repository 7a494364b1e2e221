"""Customers and service locations for tests, also of other apps."""

from __future__ import annotations

from itertools import count
from typing import Any

from gigafibre.crm.models import Contact, ContactPoint, Customer, Location

# Far above what series give, so that neither takes the other's numbers.
_numbers = count(900_001)
ADDRESS = {"line1": "1482, chemin de la Rivière", "city": "Sainte-Clotilde", "postal_code": "J0L 1W0"}


def a_customer(name: str = "Sylvie Tremblay", *, email: str = "", phone: str = "", **given: Any) -> Customer:
    """Make an active customer with an owner, and an email and a mobile number (E.164) if given."""
    first, _, last = name.partition(" ")
    facts = {"display_name": name, "first_name": first, "last_name": last, "status": "active", **ADDRESS}
    customer: Customer = Customer.objects.create(**{"number": f"C-{next(_numbers)}", **facts, **given})
    contact = Contact.objects.create(customer=customer, role="owner", name=name)
    for kind, value in (("mobile", phone), ("email", email)):
        if value:
            ContactPoint.objects.create(contact=contact, customer=customer, kind=kind, value=value)
    return customer


def the_customer(number: str) -> Customer:
    """Return a customer that an action made."""
    return Customer.objects.get(number=number)


def a_location(customer: Customer | None = None, label: str = "Maison", **given: Any) -> Location:
    """Make a service location, at the customer's own address unless given."""
    owner = customer or a_customer()
    address = {"line1": owner.line1, "city": owner.city, "postal_code": owner.postal_code}
    facts = {"number": f"LOC-{next(_numbers)}", "label": label, "connection_type": "FTTH", **address}
    location: Location = Location.objects.create(customer=owner, **{**facts, **given})
    return location


def point_of(number: str) -> tuple[str, str, str, str]:
    """Return a place's latitude, longitude, how sure they are, and who says so."""
    found = Location.objects.get(number=number)
    return str(found.latitude), str(found.longitude), found.geocode_quality, found.geocode_source


def contact_of(customer: Customer) -> Contact:
    """Return a customer's first contact."""
    return customer.contacts.order_by("position", "id")[0]


#: A municipality's address file, as they come: French heads, a semicolon, degrees with a comma.
DOORS = """No civique;Nom de rue;Municipalité;Code postal;Latitude;Longitude
1480;chemin de la Rivière;Sainte-Clotilde;J0L 1W0;45,161200;-73,671200
1486;ch. de la Rivière;Ste-Clotilde;J0L 1W0;45,161800;-73,671800
1485;chemin de la Rivière;Sainte-Clotilde;J0L 1W0;45,161700;-73,671700
96 A;rue de l’Église;Saint-Rémi;J0L 2L0;45,263000;-73,620000
"""
