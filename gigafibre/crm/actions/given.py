"""What the verbs share: records looked up and locked, the fields that were given, addresses that hold together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigafibre.crm import addresses
from gigafibre.crm.errors import NoSuchCustomer, NoSuchLocation, NothingToChange
from gigafibre.crm.models import Address, Contact, ContactPoint, Customer, Location
from gigafibre.kernel.errors import Detail, InvalidInput
from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue

ADDRESS = ("line1", "line2", "city", "province", "postal_code")


def lock_customer(number: str) -> Customer:
    """Return a customer by number, locked until the transaction ends, or refuse."""
    try:
        return Customer.objects.select_for_update(no_key=True).get(number=number)
    except Customer.DoesNotExist:
        raise NoSuchCustomer(number=number) from None


def lock_customers(*numbers: str) -> list[Customer]:
    """Return customers by number in the order asked, locked in key order, or refuse."""
    found = {c.number: c for c in Customer.objects.select_for_update().filter(number__in=numbers).order_by("pk")}
    for number in numbers:
        if number not in found:
            raise NoSuchCustomer(number=number)
    return [found[number] for number in numbers]


def lock_location(number: str) -> Location:
    """Return a service location by number, its customer locked before it, or refuse."""
    owner = Location.objects.filter(number=number).values_list("customer__number", flat=True).first()
    if owner is None:
        raise NoSuchLocation(number=number)
    lock_customer(owner)
    return Location.objects.select_for_update().get(number=number)


def only_given(**fields: Any) -> dict[str, Any]:
    """Return the fields that are not None, or refuse when there are none."""
    given = {name: value for name, value in fields.items() if value is not None}
    if not given:
        raise NothingToChange
    return given


def check_address(record: Address | None, given: Mapping[str, Any]) -> None:
    """Refuse a postal code of another province."""
    province = given.get("province", record.province if record else "QC")
    postal_code = given.get("postal_code", record.postal_code if record else "")
    if postal_code and {"province", "postal_code"} & set(given):
        try:
            addresses.refuse_other_province(postal_code, province)
        except BadValue as error:
            raise InvalidInput(Detail("postal_code", "value_error", error.text)) from error


def not_empty(**fields: str | None) -> None:
    """Refuse fields that are given empty."""
    empty = [name for name, value in fields.items() if value == ""]
    if empty:
        text = Text("Ce champ est requis.", "This field is required.")
        raise InvalidInput(*[Detail(name, "missing", text) for name in empty])


def add_point(contact: Contact, kind: str, value: str, *, for_billing: bool = False) -> ContactPoint:
    """Write one way to reach a contact; a telephone number may come as `number;extension`."""
    number, _, extension = value.partition(";")
    point: ContactPoint = ContactPoint.objects.create(
        contact=contact,
        customer_id=contact.customer_id,
        kind=kind,
        value=number,
        extension=extension,
        for_billing=for_billing,
        position=contact.points.count(),
    )
    return point
