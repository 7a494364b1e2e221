"""Contracts: prepared from a quotation or a plan, sent with their texts, cancelled, run out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, Field

from gigafibre.catalog import queries as catalog
from gigafibre.crm import queries as crm
from gigafibre.kernel import clock, files, numbers, settings
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import rule
from gigafibre.kernel.events import publish
from gigafibre.kernel.intents import intend
from gigafibre.kernel.money import Amount
from gigafibre.kernel.refs import CustomerRef, LocationRef, LongText, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import one
from gigafibre.kernel.text import Text
from gigafibre.sales import contract_paper, links, offers
from gigafibre.sales.actions.quotations import Offer, QuotationRef, Source
from gigafibre.sales.actions.quotations import locked as locked_quotation
from gigafibre.sales.eligibility import lines_at
from gigafibre.sales.errors import (
    NeedsACustomer,
    NoLegalTexts,
    NoSuchContract,
    QuotationHasContract,
    WrongStatus,
)
from gigafibre.sales.events import ContractCancelled, ContractExpired, ContractSent
from gigafibre.sales.labels import CONTRACT_STATUSES
from gigafibre.sales.models import Contract, ContractClause, ContractLine, Quotation
from gigafibre.sales.offers import LineGiven, LinesGiven
from gigafibre.sales.queries.contracts import plan_sold, services_of, texts_in_force
from gigafibre.sales.referring import owner_of
from gigafibre.sales.slots import Slot
from gigafibre.subscriptions.errors import OtherCustomersLocation

ContractRef = Annotated[str, Field(pattern=r"^CTR-\d+$", max_length=16, json_schema_extra={"format": "ref:contract"})]
PlanRef = Annotated[str, Field(min_length=1, max_length=40, json_schema_extra={"format": "ref:plan"})]
Months = Annotated[int, Field(ge=0, le=60)]
Inducement = Annotated[Amount, Field(ge=0)]
Code = Annotated[str, Field(max_length=12)]
Status = Contract.Status

CONTRACT = {"contract": Text("Contrat", "Contract")}
TERMS = {
    "commitment_months": Text("Mois d’engagement", "Commitment months"),
    "inducement": Text("Avantage donné au début", "Inducement given at the start"),
    "starts_on": Text("Début prévu", "Planned start"),
    "appointment_on": Text("Rendez-vous d’installation", "Installation appointment"),
    "appointment_slot": Text("Plage", "Slot"),
    "installation": Text("Installation", "Installation"),
    "referral_code": Text("Code de parrainage", "Referral code"),
    "source": Text("Provenance", "Source"),
}


class SentContract(BaseModel):
    """A contract that waits for its signature; the link is empty when a provider collects it."""

    number: str
    link: str
    until: datetime.datetime


@action(
    permission="sales.edit",
    label=Text("Préparer un contrat", "Prepare a contract"),
    fields={
        "customer": Text("Client", "Customer"),
        "location": Text("Lieu de service", "Service location"),
        "plan": Text("Forfait", "Plan"),
        "lines": Text("Lignes", "Lines"),
    }
    | TERMS,
)
def create_contract(
    customer: CustomerRef,
    *,
    location: LocationRef,
    plan: PlanRef | None = None,
    lines: LinesGiven | None = None,
    commitment_months: Months | None = None,
    inducement: Inducement = Decimal(0),
    starts_on: datetime.date | None = None,
    appointment_on: datetime.date | None = None,
    appointment_slot: Slot = "",
    installation: LongText = "",
    referral_code: Code = "",
    source: Source = "contract",
) -> Offer:
    """Prepare a contract of a plan's items, of lines, or both; a plan brings its commitment unless another is given."""
    owner, place = crm.customer(customer), crm.location(location)
    if place.customer_id != owner.id:
        raise OtherCustomersLocation(location=location, customer=customer)
    sold = plan_sold(plan) if plan else None
    given = lines_at(sold, location) if sold else []
    made = Contract(
        customer_id=owner.id,
        location_id=place.id,
        plan_id=sold.id if sold else None,
        commitment_months=commitment_months
        if commitment_months is not None
        else (sold.commitment_months if sold else 0),
    )
    _fill(made, inducement, starts_on, appointment_on, appointment_slot, installation, referral_code, source)
    return _written(made, [*given, *(lines or [])])


@action(
    permission="sales.edit",
    label=Text("Préparer le contrat de la soumission", "Prepare the quotation’s contract"),
    fields={"quotation": Text("Soumission", "Quotation"), "plan": Text("Forfait", "Plan")} | TERMS,
)
def contract_quotation(
    quotation: QuotationRef,
    *,
    plan: PlanRef | None = None,
    commitment_months: Months | None = None,
    inducement: Inducement = Decimal(0),
    starts_on: datetime.date | None = None,
    appointment_on: datetime.date | None = None,
    appointment_slot: Slot = "",
    installation: LongText = "",
    referral_code: Code = "",
    source: Source = "quotation",
) -> Offer:
    """Prepare the contract of a quotation that was sent or accepted: its lines and prices, once."""
    found = locked_quotation(quotation, Quotation.Status.ACCEPTED, Quotation.Status.SENT)
    if found.customer_id is None or found.location_id is None:
        raise NeedsACustomer(quotation=quotation)
    other = found.contracts.filter(status__in=[Status.DRAFT, Status.SENT, Status.SIGNED]).first()
    if other is not None:
        raise QuotationHasContract(quotation=quotation, contract=other.number)
    sold = plan_sold(plan) if plan else None
    made = Contract(
        customer_id=found.customer_id,
        location_id=found.location_id,
        quotation=found,
        plan_id=sold.id if sold else None,
        commitment_months=commitment_months
        if commitment_months is not None
        else (sold.commitment_months if sold else 0),
    )
    begins = starts_on or found.starts_on
    _fill(made, inducement, begins, appointment_on, appointment_slot, installation, referral_code, source)
    lines = [
        LineGiven(
            cycle="monthly" if line.cycle == "monthly" else "once",
            item=line.sku if line.item_id else None,
            description=line.description,
            quantity=line.quantity,
            unit_price=line.unit_price,
            taxable=line.taxable,
            off_amount=line.off_amount,
            off_percent=line.off_percent,
            off_cycles=line.off_cycles,
            off_words=line.off_words,
        )
        for line in found.lines.order_by("position")
    ]
    return _written(made, lines)


@action(
    permission="sales.edit",
    label=Text("Modifier le contrat", "Edit the contract"),
    fields=CONTRACT | {key: words for key, words in TERMS.items() if key not in {"referral_code", "source"}},
)
def edit_contract(
    contract: ContractRef,
    *,
    commitment_months: Months = 0,
    inducement: Inducement = Decimal(0),
    starts_on: datetime.date | None = None,
    appointment_on: datetime.date | None = None,
    appointment_slot: Slot = "",
    installation: LongText = "",
) -> None:
    """Change the terms of a draft: length, beginning, installation."""
    found = locked(contract, Status.DRAFT)
    found.commitment_months = commitment_months
    code, source = found.referral_code, found.source
    _fill(found, inducement, starts_on, appointment_on, appointment_slot, installation, code, source)
    _add_up(found)


@action(
    permission="sales.edit",
    label=Text("Jeter le brouillon", "Discard the draft"),
    harmful=True,
    fields=CONTRACT,
)
def discard_contract(contract: ContractRef) -> None:
    """Throw a draft away; its trail stays in the audit."""
    found = locked(contract, Status.DRAFT)
    ContractLine.objects.filter(contract=found).delete()
    found.delete()


@action(
    permission="sales.edit",
    label=Text("Envoyer pour signature", "Send for signature"),
    fields=CONTRACT,
)
def send_contract(contract: ContractRef) -> SentContract:
    """Freeze a contract with the legal texts in force and its papers, French first; sent again it gets a new link."""
    found = locked(contract, Status.DRAFT, Status.SENT)
    if found.status == Status.DRAFT:
        found.made_on = clock.today()
        consumer = contract_paper.party_of(found).consumer
        outside = not consumer and settings.get("sales.signing_provider") != "none"
        found.track = "commercial" if outside else "residential"
        kinds = {sold.kind for sold in services_of(found).values()}
        texts = texts_in_force("residential" if consumer else "commercial", found.made_on, kinds)
        fact = Text("textes légaux en vigueur : {n}", "legal texts in force: {n}").with_(n=len(texts))
        if not rule("sales.legal_texts", "CPA s. 214.2", fact, bool(texts)):
            raise NoLegalTexts
        ContractClause.objects.bulk_create(
            ContractClause(contract=found, text=text, position=at) for at, text in enumerate(texts, start=1)
        )
        _add_up(found)
        found.paper_fr = files.store(contract_paper.contract_pdf(found, "fr"), f"{found.number}-fr.pdf")
        found.paper_en = files.store(contract_paper.contract_pdf(found, "en"), f"{found.number}-en.pdf")
        found.status = Status.SENT
    found.sent_at = clock.now()
    found.link = links.next_name(found.link)
    found.link_until = clock.now() + timedelta(days=settings.get("sales.link_days"))
    found.save()
    publish(
        ContractSent(contract=found.number, customer=found.customer.number, track=found.track, until=found.link_until)
    )
    if found.track == "commercial":
        intend("sales.request_signature", f"contract:{found.number}", {"contract": found.number})
        return SentContract(number=found.number, link="", until=found.link_until)
    link = links.sign_link(found.number, found.link, found.link_until)
    return SentContract(number=found.number, link=link, until=found.link_until)


@action(
    permission="sales.edit",
    label=Text("Annuler le contrat", "Cancel the contract"),
    harmful=True,
    fields=CONTRACT | {"reason": Text("Raison", "Reason")},
)
def cancel_contract(contract: ContractRef, *, reason: Reason) -> None:
    """Cancel a contract that was sent or signed, saying why; its link is worth nothing from now on."""
    found = locked(contract, Status.SENT, Status.SIGNED)
    was_signed = found.status == Status.SIGNED
    found.status, found.ended_at, found.end_reason, found.link = Status.CANCELLED, clock.now(), reason, ""
    found.save()
    _withdraw_request(found)
    publish(ContractCancelled(contract=found.number, customer=found.customer.number, was_signed=was_signed))


@action(permission="sales.edit", label=Text("Clore les contrats expirés", "Close contracts that have run out"))
def expire_contracts() -> int:
    """Close contracts whose link ran out unsigned (each night); returns how many."""
    late = Contract.objects.select_for_update(of=("self",)).select_related("customer")
    found = list(late.filter(status=Status.SENT, link_until__lte=clock.now()).order_by("pk"))
    for each in found:
        each.status, each.ended_at = Status.EXPIRED, clock.now()
        each.save(update_fields=["status", "ended_at"])
        _withdraw_request(each)
        publish(ContractExpired(contract=each.number, customer=each.customer.number))
    return len(found)


def locked(number: str, *statuses: str) -> Contract:
    """Return a contract, locked; refuse one that does not exist or is in another state."""
    found = one(Contract, number=number, lock=True)
    if found is None:
        raise NoSuchContract(contract=number)
    if statuses:
        must_be(found, *statuses)
    return found


def must_be(contract: Contract, *statuses: str) -> None:
    """Refuse a contract that is in another state."""
    if contract.status not in statuses:
        here, wanted = CONTRACT_STATUSES[contract.status], CONTRACT_STATUSES[statuses[0]]
        raise WrongStatus(number=contract.number, status=here, wanted=wanted)


def _fill(
    made: Contract,
    inducement: Decimal,
    starts_on: datetime.date | None,
    appointment_on: datetime.date | None,
    appointment_slot: str,
    installation: str,
    referral_code: str,
    source: str,
) -> None:
    today = clock.today()
    made.inducement, made.installation = inducement, installation
    made.appointment_on, made.appointment_slot = appointment_on, appointment_slot
    made.starts_on = max(starts_on or appointment_on or today, today)
    made.source = source
    if referral_code:
        made.referral_code = owner_of(referral_code, but=made.customer_id).code
        made.source = "referral"


def _written(made: Contract, lines: Sequence[LineGiven]) -> Offer:
    whom = contract_paper.party_of(made)
    made.tax_category = whom.tax_category
    made.made_on, made.created_at = clock.today(), clock.now()
    made.prepared_by = current_actor().name
    rows = offers.rows_of(lines, whom, on=made.made_on, language="fr")
    made.number = numbers.take_one("contract")
    made.save()
    ContractLine.objects.bulk_create(
        ContractLine(contract=made, **row, **_english(row, line)) for row, line in zip(rows, lines, strict=True)
    )
    _add_up(made)
    return Offer(
        number=made.number,
        monthly_total=made.monthly_total,
        once_total=made.once_total,
        first_total=made.first_total,
    )


def _english(row: dict[str, Any], line: LineGiven) -> dict[str, str]:
    """Return the English words: an item knows its own, what a person wrote stays as written."""
    if line.item is None:
        return {"description_en": row["description"], "off_words_en": row["off_words"]}
    label = catalog.item(line.item, on=clock.today()).label
    own = line.description and line.description not in {label.fr, label.en}
    if not own:
        row["description"] = label.fr
    return {"description_en": row["description"] if own else label.en, "off_words_en": row["off_words"]}


def _add_up(made: Contract) -> None:
    worked = contract_paper.figures_of(made)
    made.monthly_total, made.once_total = worked.monthly.total, worked.once.total
    made.first_total = worked.first.total
    made.save()


def _withdraw_request(found: Contract) -> None:
    if found.track == "commercial" and found.outside_id and found.signed_at is None:
        intend("sales.withdraw_request", f"contract:{found.number}", {"outside_id": found.outside_id})
