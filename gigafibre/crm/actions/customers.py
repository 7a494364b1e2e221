"""A customer is made, changed in place, becomes active, suspended or terminated."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from gigafibre.crm import queries, words
from gigafibre.crm.actions.given import add_point, check_address, lock_customer, not_empty, only_given
from gigafibre.crm.errors import StatusNotPossible
from gigafibre.crm.events import CustomerCreated, CustomerStatusChanged
from gigafibre.crm.models import Contact, Customer
from gigafibre.crm.refs import (
    City,
    Delivery,
    Email,
    Kind,
    Language,
    LongName,
    Name,
    Phone,
    PostalCode,
    Province,
    Segment,
    Status,
)
from gigafibre.kernel import clock, numbers
from gigafibre.kernel.context import rule
from gigafibre.kernel.errors import Detail, InvalidInput
from gigafibre.kernel.events import publish
from gigafibre.kernel.refs import CustomerRef, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

FIELDS = {
    "customer": Text("Client", "Customer"),
    "kind": Text("Genre", "Kind"),
    "segment": Text("Segment", "Segment"),
    "title": Text("Titre", "Title"),
    "first_name": Text("Prénom", "First name"),
    "last_name": Text("Nom", "Last name"),
    "company": Text("Entreprise", "Company"),
    "language": Text("Langue", "Language"),
    "email": Text("Courriel", "Email"),
    "phone": Text("Téléphone", "Telephone"),
    "phone_kind": Text("Genre de téléphone", "Kind of telephone"),
    "line1": Text("Adresse", "Address"),
    "line2": Text("Adresse, suite", "Address, line 2"),
    "city": Text("Municipalité", "City"),
    "province": Text("Province", "Province"),
    "postal_code": Text("Code postal", "Postal code"),
    "invoice_delivery": Text("Envoi des factures", "Invoice delivery"),
    "billing_day": Text("Jour de facturation", "Billing day"),
    "vip": Text("VIP", "VIP"),
    "bad_payer": Text("Mauvais payeur", "Bad payer"),
    "status": Text("État", "Status"),
    "on": Text("En date du", "On"),
    "reason": Text("Raison", "Reason"),
    "tax_category": Text("Catégorie de taxes", "Tax category"),
}
BillingDay = Annotated[int, Field(ge=1, le=31)]
TaxCategory = Annotated[str, Field(pattern=r"^[A-Z0-9-]{2,16}$")]
_UNNAMED = Text("Écrivez un nom ou une entreprise.", "Write a name or a company.")


def _fields(*names: str) -> dict[str, Text]:
    return {name: FIELDS[name] for name in names}


@action(
    permission="crm.edit",
    label=Text("Créer un client", "Create a customer"),
    fields=_fields(
        "kind", "first_name", "last_name", "company", "segment", "language", "email", "phone", "phone_kind", "line1",
        "line2", "city", "province", "postal_code", "invoice_delivery",
    ),
)  # fmt: skip
def create_customer(
    *,
    kind: Kind = "individual",
    first_name: Name = "",
    last_name: Name = "",
    company: LongName = "",
    segment: Segment = "residential",
    language: Language = "fr",
    email: Email = "",
    phone: Phone = "",
    phone_kind: Annotated[str, Field(pattern=r"^(mobile|home|office)$")] = "mobile",
    line1: LongName = "",
    line2: LongName = "",
    city: City = "",
    province: Province = "QC",
    postal_code: PostalCode = "",
    invoice_delivery: Delivery = "email",
) -> str:
    """Make a prospect with its owner's contact; returns its number. Look for duplicates before."""
    person = f"{first_name} {last_name}".strip()
    name = company if kind == "company" and company else person or company
    if not name:
        raise InvalidInput(Detail("company" if kind == "company" else "last_name", "missing", _UNNAMED))
    address = {"line1": line1, "line2": line2, "city": city, "province": province, "postal_code": postal_code}
    check_address(None, address)
    alike = queries.possible_duplicates(email=email, phone=phone, line1=line1, city=city)
    rule(
        "crm.duplicate",
        "10-crm",
        Text("Ressemble à {n} client(s) : {who}", "Looks like {n} customer(s): {who}").with_(
            n=len(alike), who=", ".join(one.number for one in alike) or "—"
        ),
        not alike,
    )
    customer = Customer.objects.create(
        number=numbers.take_one("customer"),
        kind=kind,
        segment=segment,
        first_name=first_name,
        last_name=last_name,
        company=company,
        display_name=name,
        language=language,
        invoice_delivery=invoice_delivery,
        created_at=clock.now(),
        **address,
    )
    contact = Contact.objects.create(customer=customer, role="owner", name=person or name)
    if phone:
        add_point(contact, phone_kind, phone)
    if email:
        add_point(contact, "email", email, for_billing=True)
    publish(CustomerCreated(customer=customer.number))
    return customer.number


@action(
    permission="crm.edit",
    label=Text("Modifier un client", "Change a customer"),
    fields=_fields(
        "customer", "kind", "segment", "title", "first_name", "last_name", "company", "language", "line1", "line2",
        "city", "province", "postal_code", "invoice_delivery", "billing_day", "vip", "bad_payer", "tax_category",
    ),
)  # fmt: skip
def update_customer(
    customer: CustomerRef,
    *,
    kind: Kind | None = None,
    segment: Segment | None = None,
    title: Annotated[str, Field(max_length=32)] | None = None,
    first_name: Name | None = None,
    last_name: Name | None = None,
    company: LongName | None = None,
    language: Language | None = None,
    line1: LongName | None = None,
    line2: LongName | None = None,
    city: City | None = None,
    province: Province | None = None,
    postal_code: PostalCode | None = None,
    invoice_delivery: Delivery | None = None,
    billing_day: BillingDay | None = None,
    vip: bool | None = None,
    bad_payer: bool | None = None,
    tax_category: TaxCategory | None = None,
) -> None:
    """Change the fields that are given; the others stay. Text is emptied by an empty text."""
    given = only_given(
        kind=kind, segment=segment, title=title, first_name=first_name, last_name=last_name, company=company,
        language=language, line1=line1, line2=line2, city=city, province=province, postal_code=postal_code,
        invoice_delivery=invoice_delivery, billing_day=billing_day, vip=vip, bad_payer=bad_payer,
        tax_category=tax_category,
    )  # fmt: skip
    found = lock_customer(customer)
    check_address(found, given)
    not_empty(tax_category=tax_category)
    for name, value in given.items():
        setattr(found, name, value)
    if {"kind", "first_name", "last_name", "company"} & set(given):
        person = f"{found.first_name} {found.last_name}".strip()
        found.display_name = found.company if found.kind == "company" and found.company else person or found.company
        if not found.display_name:
            raise InvalidInput(Detail("last_name", "missing", _UNNAMED))
        given["display_name"] = found.display_name
    found.save(update_fields=list(given))


@action(
    permission="crm.edit",
    label=Text("Changer l’état d’un client", "Change a customer’s status"),
    fields=_fields("customer", "status", "on", "reason"),
)
def set_customer_status(customer: CustomerRef, *, status: Status, on: date, reason: Reason) -> None:
    """Make a customer active, suspended, terminated or a prospect from a day on; his services are changed elsewhere."""
    found = lock_customer(customer)
    before = found.status
    if status == before:
        return
    if status not in queries.FOLLOWS[before]:
        raise StatusNotPossible(before=words.STATUS[before], after=words.STATUS[status])
    found.status = status
    found.ended_on = on if status == "terminated" else None
    found.end_reason = reason[:200] if status == "terminated" else ""
    if status == "active" and found.customer_since is None:
        found.customer_since = on
    found.save(update_fields=["status", "ended_on", "end_reason", "customer_since"])
    publish(CustomerStatusChanged(customer=found.number, before=before, after=status, on=on))
