"""The face for reading: customers by number, and who looks like somebody we know."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from gigafibre.crm import reach
from gigafibre.crm.errors import NoSuchCustomer, NoSuchLocation
from gigafibre.crm.models import Customer
from gigafibre.kernel.context import running
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.validation import BadValue

#: What status may follow what.
FOLLOWS = {
    "prospect": {"active", "terminated"},
    "active": {"suspended", "terminated"},
    "suspended": {"active", "terminated"},
    "terminated": {"active", "prospect"},
}


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
    """A customer who looks like the one being made; `because` is among email, phone, address, name."""

    number: str
    name: str
    status: str
    address: str
    because: list[str]


@dataclass(frozen=True)
class Way:
    """One way to write to a customer; `kind` is mobile or email."""

    kind: str
    value: str
    for_billing: bool


@dataclass(frozen=True)
class Reach:
    """Who a customer is when he is written to, and how he is reached, the best way of each kind first."""

    id: int
    number: str
    name: str
    first_name: str
    language: str
    status: str
    ended_on: date | None
    ways: list[Way]
    agreed: bool
    withdrew: bool

    def best(self, kind: str, *, billing: bool = False) -> list[str]:
        """Return his addresses of a kind, the first one to take first."""
        found = [way for way in self.ways if way.kind == kind]
        return [way.value for way in sorted(found, key=lambda way: billing and not way.for_billing)]


_REACH = Prepared("""
SELECT c.id, c.number, c.display_name, coalesce(nullif(c.first_name, ''), nullif(c.company, ''), c.display_name),
  c.language, c.status, c.ended_on,
  (SELECT coalesce(jsonb_agg(jsonb_build_array(p.kind, p.value, p.for_billing)
                             ORDER BY o.position, p.position, p.id), '[]')
   FROM crm_contactpoint p JOIN crm_contact o ON o.id = p.contact_id
   WHERE p.customer_id = c.id AND p.valid AND p.kind IN ('mobile', 'email')),
  (SELECT coalesce(jsonb_agg(jsonb_build_array(l.contact_mobile, l.contact_email) ORDER BY l.id), '[]')
   FROM crm_location l WHERE l.customer_id = c.id AND l.contact_mobile || l.contact_email <> ''),
  coalesce(given.agreed, false), coalesce(given.withdrew, false)
FROM crm_customer c CROSS JOIN LATERAL (
  SELECT bool_or(n.withdrawn_at IS NULL) AS agreed, bool_or(n.withdrawn_at IS NOT NULL) AS withdrew
  FROM crm_consent n WHERE n.customer_id = c.id AND n.channel = %(channel)s AND n.purpose = %(purpose)s) given
WHERE c.number = %(number)s
""")


def reach_of(number: str, channel: str, purpose: str) -> Reach:
    """Return how a customer is reached, and his consent for a channel and purpose, or refuse.

    Points of his contacts come first, then what is only written at his places (`contact_mobile`, `contact_email`).
    """
    with connection.cursor() as cursor:
        cursor.execute(_REACH, {"number": number, "channel": channel, "purpose": purpose})
        row = cursor.fetchone()
    if row is None:
        raise NoSuchCustomer(number=number)
    key, number, name, first_name, language, status, ended_on, points, places, agreed, withdrew = row
    ways = [Way(*point) for point in json.loads(points)]
    for mobile, email in json.loads(places):
        ways += [Way(kind, value, False) for kind, value in _written_at(mobile, email)]
    # The first of what is written twice.
    once = {(way.kind, way.value): way for way in reversed(ways)}
    written = list(once.values())[::-1]
    return Reach(key, number, name, first_name, language, status, ended_on, written, agreed, withdrew)


def whose_number(e164: str) -> list[str]:
    """Return the numbers of the customers reached at a telephone number, at most ten."""
    found = Customer.objects.filter(points__value=e164, points__kind__in=["mobile", "home", "office"])
    return list(found.order_by("number").distinct().values_list("number", flat=True)[:10])


def _written_at(mobile: str, email: str) -> list[tuple[str, str]]:
    """Return what is written at a place, a mobile number and an email, where they can be read."""
    found = []
    for kind, raw in (("mobile", mobile), ("email", email)):
        with suppress(BadValue):
            found += [(kind, reach.read_phone(raw)[0] if kind == "mobile" else reach.read_email(raw))] if raw else []
    return found


#: Read, and read to hang something on: the row stays as it is found until the transaction ends, so that who gives a
#: place to another customer waits for us, or we see him done. Those who hang things there hold it together.
_CUSTOMER = "SELECT id, number, display_name, status, language FROM crm_customer WHERE number = %s"
_LOCATION = (
    "SELECT id, number, customer_id, label, concat_ws(', ', nullif(line1, ''), nullif(city, '')) "
    "FROM crm_location WHERE number = %s"
)
_HELD = " FOR KEY SHARE"


def _read(sql: str, number: str) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(Prepared(sql if running() is None else sql + _HELD), [number])
        found: tuple[Any, ...] | None = cursor.fetchone()
    return found


def customer(number: str) -> CustomerHead:
    """Return a customer by number, or refuse; an action holds him until it is done."""
    row = _read(_CUSTOMER, number)
    if row is None:
        raise NoSuchCustomer(number=number)
    return CustomerHead(*row)


def location(number: str) -> LocationHead:
    """Return a service location by number, or refuse; an action holds it until it is done."""
    row = _read(_LOCATION, number)
    if row is None:
        raise NoSuchLocation(number=number)
    return LocationHead(*row)


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
  SELECT id, 'name' FROM crm_customer WHERE %(name)s <> '' AND sort_key = fold(%(name)s)
  UNION
  SELECT id, 'address' FROM crm_customer
  WHERE %(line1)s <> '' AND crm_canonical(line1 || ' ' || city) = crm_canonical(%(line1)s || ' ' || %(city)s)
)
SELECT c.number, c.display_name, c.status, concat_ws(', ', nullif(c.line1, ''), nullif(c.city, '')),
       array_agg(h.because ORDER BY h.because)
FROM hit h JOIN crm_customer c ON c.id = h.customer_id AND c.number <> %(but)s AND c.merged_into_id IS NULL
GROUP BY c.id ORDER BY count(*) DESC, c.status = 'terminated', c.id DESC LIMIT 10
"""


def possible_duplicates(
    *, email: str = "", phone: str = "", line1: str = "", city: str = "", name: str = "", but: str = ""
) -> list[Duplicate]:
    """Return customers with the same email, telephone (E.164), address or name, the most alike first, at most ten."""
    given = {"email": email, "phone": phone.partition(";")[0], "line1": line1, "city": city, "name": name, "but": but}
    if not (email or phone or line1 or name):
        return []
    with connection.cursor() as cursor:
        cursor.execute(ALIKE, given)
        return [Duplicate(*row) for row in cursor.fetchall()]
