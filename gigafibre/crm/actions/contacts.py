"""People of a customer, and how each is reached."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from gigafibre.crm import reach
from gigafibre.crm.actions.given import add_point, lock_customer, not_empty, only_given
from gigafibre.crm.errors import AlreadyReached, LastContact, NoSuchContact
from gigafibre.crm.models import Contact, ContactPoint, Customer
from gigafibre.crm.refs import Email, Phone, PointKind, Role
from gigafibre.kernel.context import taken_back_by
from gigafibre.kernel.errors import Detail, InvalidInput
from gigafibre.kernel.refs import CustomerRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue

_CUSTOMER = {"customer": Text("Client", "Customer")}
_CONTACT = _CUSTOMER | {"contact": Text("Contact", "Contact")}
_PERSON = {
    "name": Text("Nom", "Name"),
    "role": Text("Rôle", "Role"),
    "preferred_channel": Text("Canal préféré", "Preferred channel"),
}
_POINT = {
    "kind": Text("Genre", "Kind"),
    "value": Text("Courriel ou numéro", "Email or number"),
    "for_billing": Text("Pour la facturation", "For billing"),
    "valid": Text("Valide", "Valid"),
}
PersonName = Annotated[str, Field(min_length=1, max_length=200)]
Value = Annotated[str, Field(min_length=1, max_length=254)]
Preferred = Literal["", "email", "sms", "call", "mail"]


@action(
    permission="crm.edit",
    label=Text("Ajouter un contact", "Add a contact"),
    undo="crm.remove_contact",
    fields=_CUSTOMER | _PERSON | {"email": Text("Courriel", "Email"), "phone": Text("Téléphone", "Telephone")},
)
def add_contact(
    customer: CustomerRef,
    *,
    name: PersonName,
    role: Role = "owner",
    phone: Phone = "",
    email: Email = "",
    preferred_channel: Preferred = "",
) -> int:
    """Add a person to a customer, with a telephone number and an email if given; returns the contact's id."""
    found = lock_customer(customer)
    contact = Contact.objects.create(
        customer=found,
        name=name,
        role=role,
        preferred_channel=preferred_channel,
        position=found.contacts.count(),
    )
    if phone:
        add_point(contact, "mobile", phone)
    if email:
        add_point(contact, "email", email, for_billing=role == "billing")
    return int(contact.pk)


@action(
    permission="crm.edit",
    label=Text("Modifier un contact", "Change a contact"),
    undo="crm.update_contact",
    fields=_CONTACT | _PERSON,
)
def update_contact(
    customer: CustomerRef,
    *,
    contact: int,
    name: PersonName | None = None,
    role: Role | None = None,
    preferred_channel: Preferred | None = None,
) -> None:
    """Change a person's name, role or preferred channel."""
    given = only_given(name=name, role=role, preferred_channel=preferred_channel)
    not_empty(name=name)
    found = _contact(lock_customer(customer), contact)
    before = {field: getattr(found, field) for field in given}
    taken_back_by("crm.update_contact", customer=customer, contact=contact, **before)
    for field, value in given.items():
        setattr(found, field, value)
    found.save(update_fields=list(given))


@action(
    permission="crm.edit",
    label=Text("Retirer un contact", "Remove a contact"),
    fields=_CONTACT,
)
def remove_contact(customer: CustomerRef, *, contact: int) -> None:
    """Remove a person and the ways to reach him; the audit trail keeps them. The last one stays."""
    owner = lock_customer(customer)
    found = _contact(owner, contact)
    if owner.contacts.count() == 1:
        raise LastContact(customer=owner.number)
    found.points.all().delete()
    found.delete()


@action(
    permission="crm.edit",
    label=Text("Ajouter un courriel ou un téléphone", "Add an email or telephone"),
    undo="crm.remove_contact_point",
    fields=_CONTACT | _POINT,
)
def add_contact_point(
    customer: CustomerRef, *, contact: int, kind: PointKind, value: Value, for_billing: bool = False, valid: bool = True
) -> int:
    """Add an email or a telephone number to a person; returns its id."""
    found = _contact(lock_customer(customer), contact)
    number, extension = _read(kind, value)
    _refuse_twice(found, kind, number, extension)
    point = add_point(found, kind, f"{number};{extension}" if extension else number, for_billing=for_billing)
    if not valid:
        point.valid = False
        point.save(update_fields=["valid"])
    return int(point.pk)


@action(
    permission="crm.edit",
    label=Text("Modifier un courriel ou un téléphone", "Change an email or telephone"),
    undo="crm.update_contact_point",
    fields=_CUSTOMER | {"point": Text("Courriel ou téléphone", "Email or telephone")} | _POINT,
)
def update_contact_point(
    customer: CustomerRef,
    *,
    point: int,
    kind: PointKind | None = None,
    value: Value | None = None,
    for_billing: bool | None = None,
    valid: bool | None = None,
) -> None:
    """Change an email or a telephone number; a new value is valid again unless said otherwise."""
    given = only_given(kind=kind, value=value, for_billing=for_billing, valid=valid)
    found = _point(lock_customer(customer), point)
    before = _said(found)
    taken_back_by("crm.update_contact_point", customer=customer, point=point, **before)
    if "value" in given or "kind" in given:
        raw = given.get("value", before["value"])
        number, extension = _read(given.get("kind", found.kind), raw)
        _refuse_twice(found.contact, given.get("kind", found.kind), number, extension, but=found.pk)
        given |= {"value": number, "extension": extension}
        given.setdefault("valid", True)
    for field, new in given.items():
        setattr(found, field, new)
    found.save(update_fields=list(given))


@action(
    permission="crm.edit",
    label=Text("Retirer un courriel ou un téléphone", "Remove an email or telephone"),
    undo="crm.add_contact_point",
    fields=_CUSTOMER | {"point": Text("Courriel ou téléphone", "Email or telephone")},
)
def remove_contact_point(customer: CustomerRef, *, point: int) -> None:
    """Remove an email or a telephone number; the audit trail keeps it."""
    found = _point(lock_customer(customer), point)
    taken_back_by("crm.add_contact_point", customer=customer, contact=found.contact_id, **_said(found))
    found.delete()


def _said(point: ContactPoint) -> dict[str, Any]:
    """Return a way to reach somebody as it is typed."""
    value = f"{point.value} x{point.extension}" if point.extension else point.value
    return {"kind": point.kind, "value": value, "for_billing": point.for_billing, "valid": point.valid}


def _contact(customer: Customer, key: int) -> Contact:
    found = customer.contacts.filter(pk=key).first()
    if found is None:
        raise NoSuchContact(customer=customer.number)
    return found


def _point(customer: Customer, key: int) -> ContactPoint:
    found = customer.points.select_related("contact").filter(pk=key).first()
    if found is None:
        raise NoSuchContact(customer=customer.number)
    return found


def _read(kind: str, raw: str) -> tuple[str, str]:
    try:
        return (reach.read_email(raw), "") if kind == "email" else reach.read_phone(raw)
    except BadValue as error:
        raise InvalidInput(Detail("value", "value_error", error.text, error.suggestion)) from error


def _refuse_twice(contact: Contact, kind: str, value: str, extension: str, *, but: int = 0) -> None:
    if contact.points.filter(kind=kind, value=value, extension=extension).exclude(pk=but).exists():
        raise AlreadyReached(value=value if kind == "email" else reach.show_phone(value))
