"""The face for reading: customers by number, and who looks like somebody we know."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from gigafibre.crm.errors import NoSuchCustomer, NoSuchLocation
from gigafibre.crm.models import Customer, Location


@dataclass(frozen=True)
class CustomerHead:
    """A customer as others name him."""

    id: int
    number: str
    name: str
    status: str
    language: str


@dataclass(frozen=True)
class LocationHead:
    """A service location as others name it."""

    id: int
    number: str
    customer_id: int
    label: str
    address: str


@dataclass(frozen=True)
class Duplicate:
    """A customer who looks like the one being made; `because` is among email, phone, address."""

    number: str
    name: str
    status: str
    address: str
    because: list[str]


def customer(number: str) -> CustomerHead:
    """Return a customer by number, or refuse."""
    found = Customer.objects.filter(number=number).first()
    if found is None:
        raise NoSuchCustomer(number=number)
    return _head(found)


def location(number: str) -> LocationHead:
    """Return a service location by number, or refuse."""
    found = Location.objects.filter(number=number).first()
    if found is None:
        raise NoSuchLocation(number=number)
    address = ", ".join(part for part in (found.line1, found.city) if part)
    return LocationHead(found.pk, found.number, found.customer_id, found.label, address)


@dataclass(frozen=True)
class Family:
    """Who pays for a customer, and for whom he pays: one level, so never both."""

    parent: CustomerHead | None
    children: list[CustomerHead]


def family_of(number: str) -> Family:
    """Return a customer's parent account and those he pays for, by number, or refuse."""
    found = Customer.objects.select_related("parent").filter(number=number).first()
    if found is None:
        raise NoSuchCustomer(number=number)
    children = [_head(child) for child in found.children.order_by("pk")]
    return Family(_head(found.parent) if found.parent else None, children)


def _head(found: Customer) -> CustomerHead:
    return CustomerHead(found.pk, found.number, found.display_name, found.status, found.language)


ALIKE = """
WITH hit AS (
  SELECT customer_id, 'email' AS because FROM crm_contactpoint
  WHERE %(email)s <> '' AND value = %(email)s AND kind = 'email'
  UNION
  SELECT customer_id, 'phone' FROM crm_contactpoint
  WHERE %(phone)s <> '' AND value = %(phone)s AND kind IN ('mobile', 'home', 'office')
  UNION
  SELECT customer_id, 'address' FROM crm_location
  WHERE %(line1)s <> '' AND address_key = crm_canonical(%(line1)s || ' ' || %(city)s)
  UNION
  SELECT id, 'address' FROM crm_customer
  WHERE %(line1)s <> '' AND crm_canonical(line1 || ' ' || city) = crm_canonical(%(line1)s || ' ' || %(city)s)
)
SELECT c.number, c.display_name, c.status, concat_ws(', ', nullif(c.line1, ''), nullif(c.city, '')),
       array_agg(h.because ORDER BY h.because)
FROM hit h JOIN crm_customer c ON c.id = h.customer_id AND c.number <> %(but)s
GROUP BY c.id ORDER BY count(*) DESC, c.status = 'terminated', c.id DESC LIMIT 10
"""


def possible_duplicates(
    *, email: str = "", phone: str = "", line1: str = "", city: str = "", but: str = ""
) -> list[Duplicate]:
    """Return customers with the same email, telephone (E.164) or address, the most alike first, at most ten."""
    given = {"email": email, "phone": phone.partition(";")[0], "line1": line1, "city": city, "but": but}
    if not (email or phone or line1):
        return []
    with connection.cursor() as cursor:
        cursor.execute(ALIKE, given)
        return [Duplicate(*row) for row in cursor.fetchall()]
