"""Exemptions: which certificate spares a customer which taxes, where and when."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from django.db.backends.postgresql.psycopg_any import DateRange
from pydantic import Field

from gigafibre.billing.errors import (
    ExemptionDays,
    ExemptionEnded,
    ExemptionNeedsLocation,
    NoSuchExemption,
    NoSuchTax,
    OthersDocument,
    OthersLocation,
)
from gigafibre.billing.events import ExemptionEndedEarly, ExemptionGranted
from gigafibre.billing.exemption_errors import CertificateNotReadable
from gigafibre.billing.models import ExemptedTax, Tax, TaxExemption
from gigafibre.billing.queries.customers import bill_to, bill_to_id
from gigafibre.crm import queries as crm
from gigafibre.kernel import clock
from gigafibre.kernel.context import rule
from gigafibre.kernel.events import publish
from gigafibre.kernel.files import attachments_of
from gigafibre.kernel.refs import CustomerRef, FileOfCustomer, LocationRef, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

Kind = Literal["status_indian", "band", "other_gov", "diplomat", "reseller", "other"]
Treatment = Literal["zero_rated", "exempt", "relieved"]
TaxCode = Annotated[str, Field(pattern=r"^[A-Z0-9-]{2,12}$")]

#: How a tax return reports what a certificate spares, unless said otherwise.
TREATMENT: dict[str, Treatment] = {"other_gov": "exempt", "reseller": "exempt", "other": "exempt"}

_FIELDS = {
    "customer": Text("Client", "Customer"),
    "kind": Text("Genre", "Kind"),
    "certificate": Text("Numéro de certificat", "Certificate number"),
    "taxes": Text("Taxes", "Taxes"),
    "since": Text("À partir du", "From"),
    "until": Text("Jusqu’au (exclu)", "Until (without that day)"),
    "location": Text("Lieu de service (vide : tous)", "Service location (empty: all)"),
    "band": Text("Bande", "Band"),
    "treatment": Text("Code au rapport de taxes", "Code in the tax report"),
    "document": Text("Copie du certificat", "Copy of the certificate"),
    "reason": Text("Note", "Note"),
}


@action(
    permission="billing.edit",
    label=Text("Inscrire une exemption de taxes", "Record a tax exemption"),
    undo="billing.end_exemption",
    fields=_FIELDS,
)
def grant_exemption(
    customer: CustomerRef,
    *,
    kind: Kind,
    certificate: Annotated[str, Field(min_length=2, max_length=64)],
    taxes: Annotated[list[TaxCode], Field(min_length=1, max_length=12)],
    since: datetime.date,
    until: datetime.date | None = None,
    location: LocationRef | None = None,
    band: Annotated[str, Field(max_length=120)] = "",
    treatment: Treatment | None = None,
    document: FileOfCustomer | None = None,
    reason: Annotated[str, Field(max_length=255)] = "",
) -> int:
    """Record a certificate: documents of its days spare these taxes, everywhere or at one location; returns its id.

    The day that counts is the document's, as for rates. Once expired the lines are taxed again by themselves.
    """
    owner = bill_to(customer)
    if until is not None and until <= since:
        raise ExemptionDays(since=since, until=until)
    located = kind != "status_indian" or location is not None
    fact = Text("Une adresse de service est nommée", "A service address is named")
    if not rule("billing.exemption_at_a_location", "GST policy B-039", fact, passed=located):
        raise ExemptionNeedsLocation(kind=kind)
    place = crm.location(location) if location else None
    if place is not None and place.customer_id != owner.id:
        raise OthersLocation(location=location, customer=customer)
    known = {tax.code: tax.pk for tax in Tax.objects.filter(code__in=taxes)}
    for code in taxes:
        if code not in known:
            raise NoSuchTax(tax=code)
    if document is not None:
        copies = [a.file for a in attachments_of(document) if a.subject == f"customer:{customer}"]
        if not copies:
            raise OthersDocument(customer=customer)
        typed = str(copies[0].content_type)
        if typed != "application/pdf" and not typed.startswith("image/"):
            raise CertificateNotReadable(kind=typed)
    made = TaxExemption.objects.create(
        customer_id=owner.id,
        location_id=place.id if place else None,
        kind=kind,
        treatment=treatment or TREATMENT.get(kind, "relieved"),
        certificate=certificate,
        band=band,
        days=DateRange(since, until),
        document_id=document,
        reason=reason,
    )
    ExemptedTax.objects.bulk_create(ExemptedTax(exemption=made, tax_id=key) for _, key in sorted(known.items()))
    publish(ExemptionGranted(customer=customer, certificate=certificate, kind=kind, since=since, until=until))
    return int(made.pk)


@action(
    permission="billing.edit",
    label=Text("Mettre fin à une exemption", "End an exemption"),
    harmful=True,
    fields={
        "exemption": Text("Exemption", "Exemption"),
        "on": Text("À partir du", "From"),
        "reason": Text("Motif", "Reason"),
    },
)
def end_exemption(exemption: Annotated[int, Field(ge=1)], *, reason: Reason, on: datetime.date | None = None) -> None:
    """End a certificate on a day (today unless given): documents from that day on are taxed; issued ones stay."""
    found = TaxExemption.objects.select_for_update().filter(pk=exemption).first()
    if found is None:
        raise NoSuchExemption(exemption=exemption)
    day, days = on or clock.today(), found.days
    if days.isempty or (days.upper is not None and days.upper <= day):
        raise ExemptionEnded(exemption=exemption)
    found.days = DateRange(days.lower, max(day, days.lower))
    found.ended_because = reason[:255]
    found.save(update_fields=["days", "ended_because"])
    publish(ExemptionEndedEarly(customer=bill_to_id(found.customer_id).number, exemption=exemption, on=day))
