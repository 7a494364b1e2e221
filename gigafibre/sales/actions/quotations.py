"""Quotations: prepared, written anew, sent, accepted, declined, run out; attached to a customer; subscribed."""

from __future__ import annotations

import datetime
from datetime import timedelta
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from gigafibre.crm import queries as crm
from gigafibre.crm.refs import Email, Phone
from gigafibre.kernel import clock, files, numbers, settings
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import rule
from gigafibre.kernel.events import publish
from gigafibre.kernel.money import Amount
from gigafibre.kernel.refs import CustomerRef, LocationRef, LongText, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.sales import links, offers, papers
from gigafibre.sales.errors import AlreadyAttached, ForNobody, NoSuchQuotation, NotAgreed, ValidityGone, WrongStatus
from gigafibre.sales.events import QuotationAccepted, QuotationDeclined, QuotationExpired, QuotationSent
from gigafibre.sales.labels import QUOTATION_STATUSES
from gigafibre.sales.models import Quotation, QuotationLine
from gigafibre.sales.offers import LinesGiven
from gigafibre.sales.pricing import Figures
from gigafibre.subscriptions.errors import OtherCustomersLocation

QuotationRef = Annotated[str, Field(pattern=r"^QUO-\d+$", max_length=16, json_schema_extra={"format": "ref:quotation"})]
Source = Literal["manual", "online", "quotation", "contract", "referral"]
Spoken = Literal["fr", "en"]
Status = Quotation.Status

QUOTATION = {"quotation": Text("Soumission", "Quotation")}
CONTENT = {
    "lines": Text("Lignes", "Lines"),
    "title": Text("Titre", "Title"),
    "po_number": Text("Bon de commande du client", "Customer's purchase order"),
    "terms": Text("Conditions", "Terms"),
    "valid_until": Text("Valide jusqu’au", "Valid until"),
    "starts_on": Text("Début prévu", "Planned start"),
    "location": Text("Lieu de service", "Service location"),
    "address": Text("Adresse, si ce n’est pas encore un lieu", "Address, while it is no location"),
}


class Offer(BaseModel):
    """What an offer comes to, taxes included: each month, once, and the first days up to the billing day."""

    number: str
    monthly_total: Amount
    once_total: Amount
    first_total: Amount


class SentQuotation(BaseModel):
    """A quotation that went out: its link for the customer, good to the end of its validity."""

    number: str
    link: str
    valid_until: datetime.date


@action(
    permission="sales.edit",
    label=Text("Préparer une soumission", "Prepare a quotation"),
    fields={
        "customer": Text("Client", "Customer"),
        "prospect_name": Text("Nom de la personne intéressée", "Name of who is interested"),
        "prospect_email": Text("Son courriel", "Email"),
        "prospect_phone": Text("Son téléphone", "Telephone"),
        "language": Text("Langue", "Language"),
        "source": Text("Provenance", "Source"),
    }
    | CONTENT,
)
def create_quotation(
    *,
    lines: LinesGiven,
    customer: CustomerRef | None = None,
    prospect_name: Annotated[str, Field(max_length=160)] = "",
    prospect_email: Email = "",
    prospect_phone: Phone = "",
    language: Spoken = "fr",
    source: Source = "manual",
    location: LocationRef | None = None,
    address: Annotated[str, Field(max_length=300)] = "",
    title: Annotated[str, Field(max_length=160)] = "",
    po_number: Annotated[str, Field(max_length=64)] = "",
    terms: LongText = "",
    valid_until: datetime.date | None = None,
    starts_on: datetime.date | None = None,
) -> Offer:
    """Prepare a quotation for a customer or for somebody who is none yet; returns its number and what it comes to."""
    today = clock.today()
    if customer is None and not prospect_name:
        raise ForNobody
    owner = crm.customer(customer) if customer else None
    spoken = owner.language if owner else language
    made = Quotation(
        source=source,
        customer_id=owner.id if owner else None,
        prospect_name="" if owner else prospect_name,
        prospect_email="" if owner else prospect_email,
        prospect_phone="" if owner else prospect_phone,
        language=spoken,
        prepared_by=current_actor().name,
        made_on=today,
        created_at=clock.now(),
    )
    _fill(made, location, address, title, po_number, terms, valid_until, starts_on)
    made.number = numbers.take_one("quotation")
    return _written(made, lines)


@action(
    permission="sales.edit",
    label=Text("Modifier la soumission", "Edit the quotation"),
    fields=QUOTATION | CONTENT,
)
def edit_quotation(
    quotation: QuotationRef,
    *,
    lines: LinesGiven,
    location: LocationRef | None = None,
    address: Annotated[str, Field(max_length=300)] = "",
    title: Annotated[str, Field(max_length=160)] = "",
    po_number: Annotated[str, Field(max_length=64)] = "",
    terms: LongText = "",
    valid_until: datetime.date | None = None,
    starts_on: datetime.date | None = None,
) -> Offer:
    """Write a draft anew: its lines, texts and days, at today's prices and taxes."""
    found = locked(quotation, Status.DRAFT)
    found.made_on = clock.today()
    _fill(found, location, address, title, po_number, terms, valid_until, starts_on)
    QuotationLine.objects.filter(quotation=found).delete()
    return _written(found, lines)


@action(
    permission="sales.edit",
    label=Text("Copier la soumission", "Copy the quotation"),
    fields=QUOTATION,
)
def copy_quotation(quotation: QuotationRef) -> str:
    """Begin a new draft with what another quotation says, valid anew; returns its number."""
    found = locked(quotation)
    today = clock.today()
    lines = list(found.lines.order_by("position"))
    made: Quotation = Quotation.objects.create(
        number=numbers.take_one("quotation"),
        source=found.source,
        customer_id=found.customer_id,
        location_id=found.location_id,
        prospect_name=found.prospect_name,
        prospect_email=found.prospect_email,
        prospect_phone=found.prospect_phone,
        address=found.address,
        language=found.language,
        tax_category=found.tax_category,
        title=found.title,
        po_number=found.po_number,
        terms=found.terms,
        prepared_by=current_actor().name,
        made_on=today,
        valid_until=today + timedelta(days=settings.get("sales.valid_days")),
        starts_on=max(found.starts_on, today),
        created_at=clock.now(),
    )
    for line in lines:
        line.pk, line.legacy_id, line.quotation = None, None, made
        line.save(force_insert=True)
    _add_up(made)
    return made.number


@action(
    permission="sales.edit",
    label=Text("Jeter le brouillon", "Discard the draft"),
    harmful=True,
    fields=QUOTATION,
)
def discard_quotation(quotation: QuotationRef) -> None:
    """Throw a draft away; its trail stays in the audit."""
    found = locked(quotation, Status.DRAFT)
    QuotationLine.objects.filter(quotation=found).delete()
    found.delete()


@action(
    permission="sales.edit",
    label=Text("Envoyer la soumission", "Send the quotation"),
    fields=QUOTATION,
)
def send_quotation(quotation: QuotationRef) -> SentQuotation:
    """Freeze a quotation with its paper and make its link for the customer; one sent already gets a new link."""
    found = locked(quotation, Status.DRAFT, Status.SENT)
    if found.valid_until < clock.today():
        raise ValidityGone(until=found.valid_until)
    if found.status == Status.DRAFT:
        found.made_on = clock.today()
        worked = _add_up(found)
        paper = papers.quotation_pdf(found, worked, draft=False)
        found.document = files.store(paper, f"{found.number}.pdf")
        found.status = Status.SENT
    found.sent_at = clock.now()
    found.link = links.next_name(found.link)
    found.save()
    publish(QuotationSent(quotation=found.number, customer=number_of(found), valid_until=found.valid_until))
    return SentQuotation(number=found.number, link=link_of(found), valid_until=found.valid_until)


@action(
    permission="sales.edit",
    label=Text("Noter l’acceptation", "Record the acceptance"),
    fields=QUOTATION | {"name": Text("Acceptée par", "Accepted by")},
)
def accept_quotation(quotation: QuotationRef, *, name: Annotated[str, Field(min_length=2, max_length=160)]) -> None:
    """Record that a quotation was accepted by telephone or on paper; twice is once."""
    decide(quotation, accepted=True, name=name, address="", agent="", reason="")


@action(
    permission="sales.edit",
    label=Text("Noter le refus", "Record the refusal"),
    harmful=True,
    fields=QUOTATION | {"reason": Text("Raison", "Reason")},
)
def decline_quotation(quotation: QuotationRef, *, reason: Reason) -> None:
    """Record that a quotation was declined, and why."""
    decide(quotation, accepted=False, name="", address="", agent="", reason=reason)


@action(
    permission="sales.sign",
    label=Text("Répondre à la soumission", "Answer the quotation"),
    fields=QUOTATION
    | {
        "accepted": Text("Acceptée", "Accepted"),
        "agreed": Text("Lue et acceptée", "Read and accepted"),
        "name": Text("Nom", "Name"),
        "reason": Text("Raison", "Reason"),
        "address": Text("Adresse IP", "IP address"),
        "agent": Text("Navigateur", "Browser"),
    },
)
def answer_quotation(
    quotation: QuotationRef,
    *,
    accepted: bool,
    agreed: bool = False,
    name: Annotated[str, Field(max_length=160)] = "",
    reason: Annotated[str, Field(max_length=500)] = "",
    address: Annotated[str, Field(max_length=45)] = "",
    agent: Annotated[str, Field(max_length=300)] = "",
) -> None:
    """Accept or decline as the customer who holds the link: accepting takes a tick and a name."""
    if accepted and not (agreed and len(name) >= 2):
        raise NotAgreed
    decide(quotation, accepted=accepted, name=name, address=address, agent=agent, reason=reason)


@action(
    permission="sales.edit",
    label=Text("Rattacher à un client", "Attach to a customer"),
    fields=QUOTATION | {"customer": Text("Client", "Customer"), "location": Text("Lieu de service", "Location")},
)
def attach_quotation(quotation: QuotationRef, *, customer: CustomerRef, location: LocationRef) -> None:
    """Say which customer and place a prospect's quotation has become; once, also after it was sent or accepted."""
    found = locked(quotation)
    owner, place = crm.customer(customer), crm.location(location)
    if place.customer_id != owner.id:
        raise OtherCustomersLocation(location=location, customer=customer)
    if found.customer_id not in {None, owner.id} or found.location_id not in {None, place.id}:
        raise AlreadyAttached(quotation=quotation)
    found.customer_id, found.location_id = owner.id, place.id
    found.save(update_fields=["customer_id", "location_id"])


@action(permission="sales.edit", label=Text("Clore ce qui a expiré", "Close what has run out"))
def expire_quotations() -> int:
    """Close sent quotations whose last day is over (each night); returns how many."""
    late = Quotation.objects.select_for_update(of=("self",)).select_related("customer")
    found = list(late.filter(status=Status.SENT, valid_until__lt=clock.today()).order_by("pk"))
    for one in found:
        one.status = Status.EXPIRED
        one.save(update_fields=["status"])
        publish(QuotationExpired(quotation=one.number, customer=number_of(one)))
    return len(found)


def decide(quotation: str, *, accepted: bool, name: str, address: str, agent: str, reason: str) -> None:
    """Accept or decline what was sent, once: the same answer again changes nothing, another one is refused."""
    found = locked(quotation)
    wanted = Status.ACCEPTED if accepted else Status.DECLINED
    if found.status == wanted:
        return
    if found.status != Status.SENT:
        raise _wrong(found, Status.SENT)
    fact = Text("valide jusqu’au {day}", "valid until {day}").with_(day=found.valid_until)
    if not rule("sales.in_time", "11-catalog-sales", fact, found.valid_until >= clock.today()):
        raise ValidityGone(until=found.valid_until)
    found.status, found.decided_at = wanted, clock.now()
    found.decided_by, found.decided_from, found.decided_agent = name, address, agent
    found.decline_reason = reason
    found.save()
    made = QuotationAccepted if accepted else QuotationDeclined
    publish(made(quotation=found.number, customer=number_of(found), by_customer=current_actor().kind == "customer"))


def locked(number: str, *statuses: str) -> Quotation:
    """Return a quotation, locked; refuse one that does not exist or is in another state."""
    rows = Quotation.objects.select_for_update(of=("self",)).select_related("customer", "location")
    found = rows.filter(number=number).first()
    if found is None:
        raise NoSuchQuotation(quotation=number)
    if statuses and found.status not in statuses:
        raise _wrong(found, statuses[0])
    return found


def number_of(found: Quotation) -> str | None:
    """Return the customer's number, if it has one."""
    return found.customer.number if found.customer else None


def link_of(found: Quotation) -> str:
    """Return the address where the customer answers; good to the end of the last day."""
    return links.quote_link(found.number, found.link, clock.start_of(found.valid_until + timedelta(days=1)))


def _wrong(found: Quotation, wanted: str) -> WrongStatus:
    return WrongStatus(number=found.number, status=QUOTATION_STATUSES[found.status], wanted=QUOTATION_STATUSES[wanted])


def _fill(
    made: Quotation,
    location: str | None,
    address: str,
    title: str,
    po_number: str,
    terms: str,
    valid_until: datetime.date | None,
    starts_on: datetime.date | None,
) -> None:
    place = crm.location(location) if location else None
    if place is not None and place.customer_id != made.customer_id:
        raise OtherCustomersLocation(location=location, customer=made.customer.number if made.customer else "—")
    today = clock.today()
    made.location_id = place.id if place else None
    made.address = "" if place else address
    made.title, made.po_number = title, po_number
    made.terms = terms or settings.get("sales.terms").get(made.language, "")
    made.valid_until = valid_until or today + timedelta(days=settings.get("sales.valid_days"))
    made.starts_on = max(starts_on or today, today)
    if made.valid_until < today:
        raise ValidityGone(until=made.valid_until)


def _written(made: Quotation, lines: LinesGiven) -> Offer:
    whom = party_of(made)
    made.tax_category = whom.tax_category
    rows: list[dict[str, Any]] = offers.rows_of(lines, whom, on=clock.today(), language=made.language)
    made.save()
    QuotationLine.objects.bulk_create(QuotationLine(quotation=made, **row) for row in rows)
    _add_up(made)
    return Offer(
        number=made.number,
        monthly_total=made.monthly_total,
        once_total=made.once_total,
        first_total=made.first_total,
    )


def party_of(made: Quotation) -> offers.Party:
    """Return whom a quotation is for, as far as money goes."""
    return offers.party(made.customer_id, made.location_id, language=made.language, tax_category=made.tax_category)


def _add_up(made: Quotation) -> Figures:
    worked = offers.worked_out(made.lines.order_by("position"), party_of(made), on=made.made_on, start=made.starts_on)
    made.monthly_total, made.once_total = worked.monthly.total, worked.once.total
    made.first_total = worked.first.total
    made.save()
    return worked
