"""Invoices made by hand: drafted, issued, thrown away."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from gigafibre.billing import issuing
from gigafibre.billing.actions.corrections import TaxGiven
from gigafibre.billing.errors import (
    CannotBill,
    DraftChanged,
    EmptyInvoice,
    LineWithoutItem,
    NegativeInvoice,
    NoSuchInvoice,
    NoSuchRevenueAccount,
    NotADraft,
    cause_in_words,
)
from gigafibre.billing.events import InvoiceIssued
from gigafibre.billing.fees import refuse_forbidden_fee
from gigafibre.billing.models import Invoice, InvoiceLine, InvoiceTax, LineRelief
from gigafibre.billing.posting import issue
from gigafibre.billing.queries.customers import BillTo, Relief, TaxDue, bill_to, bill_to_id, reliefs_of, taxes_due
from gigafibre.billing.queries.drafts import draft_version
from gigafibre.billing.taxes import taxes_on
from gigafibre.catalog import queries as catalog
from gigafibre.crm import queries as crm
from gigafibre.kernel import clock
from gigafibre.kernel.events import publish
from gigafibre.kernel.money import Amount, UnitPrice, cents, spoken
from gigafibre.kernel.refs import CustomerRef, InvoiceRef, ItemRef, LocationRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.ledger.actions import allocate_oldest_first, refuse_closed_month
from gigafibre.ledger.queries import items_of

ZERO = Decimal("0.00")
Quantity = Annotated[Decimal, Field(gt=0, max_digits=10, decimal_places=3)]

_INVOICE = {"invoice": Text("Facture", "Invoice")}


class DraftLine(BaseModel):
    """A line of a manual invoice: an item, at its price unless another is given, in other words if need be.

    Without an item it says its words, its price, the account it is earned on, and whether it is taxable; an item knows.
    With a first and a last day it says the period it is for; both are inside it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    item: ItemRef | None = None
    account: Annotated[str, Field(max_length=16)] = ""
    taxable: bool = True
    quantity: Quantity = Decimal(1)
    unit_price: UnitPrice | None = None
    description: Annotated[str, Field(max_length=200)] = ""
    location: LocationRef | None = None
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None

    @model_validator(mode="after")
    def _days(self) -> DraftLine:
        if (self.first_day is None) != (self.last_day is None):
            raise ValueError("a period has a first and a last day")
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValueError("a period ends after it began")
        return self


class DraftedLine(BaseModel):
    """A line as it would be printed."""

    description: str
    unit_price: UnitPrice
    amount: Amount


class Drafted(BaseModel):
    """A draft as it stands: its key (it is named `DRAFT-{key}` until it has a number), its lines, today's taxes.

    `version` changes with its content: given back, it keeps one from writing over what somebody else wrote.
    """

    draft_id: int
    version: str
    due_date: datetime.date
    lines: list[DraftedLine]
    subtotal: Amount
    taxes: list[TaxGiven]
    total: Amount


Lines = Annotated[list[DraftLine], Field(max_length=500)]
PoNumber = Annotated[str, Field(max_length=64)]
Version = Annotated[str, Field(max_length=32)]
Words = Annotated[str, Field(max_length=2000, json_schema_extra={"format": "long"})]

_DRAFT = {
    "lines": Text("Lignes", "Lines"),
    "po_number": Text("Bon de commande du client", "Customer's purchase order"),
    "message": Text("Message sur la facture", "Message on the invoice"),
    "notes": Text("Notes internes", "Internal notes"),
    "due_date": Text("Échéance", "Due date"),
}
_SEEN = _INVOICE | {"version": Text("Version lue", "Version read")}


@action(
    permission="billing.edit",
    label=Text("Préparer une facture", "Prepare an invoice"),
    undo="billing.discard_draft",
    fields={"customer": Text("Client", "Customer")} | _DRAFT,
)
def create_draft(
    customer: CustomerRef,
    *,
    lines: Lines,
    po_number: PoNumber = "",
    message: Words = "",
    notes: Words = "",
    due_date: datetime.date | None = None,
) -> Drafted:
    """Prepare a manual invoice with today's taxes; it is named `DRAFT-{key}` until it has a number."""
    owner, today = bill_to(customer), clock.today()
    draft = Invoice(
        customer_id=owner.id,
        date=today,
        due_date=due_date or issuing.due_date_of(today),
        subtotal=ZERO,
        tax_total=ZERO,
        total=ZERO,
        bill_name=owner.name,
        bill_address=owner.address,
        language=owner.language,
        po_number=po_number,
        message=message,
        notes=notes,
    )
    return _written(draft, owner, lines)


@action(
    permission="billing.edit",
    label=Text("Modifier le brouillon", "Edit the draft"),
    fields=_SEEN | _DRAFT,
)
def edit_draft(
    invoice: InvoiceRef,
    *,
    lines: Lines,
    po_number: PoNumber = "",
    message: Words = "",
    notes: Words = "",
    due_date: datetime.date | None = None,
    version: Version = "",
) -> Drafted:
    """Write a draft anew: its lines, texts and due date, with today's taxes; refused if it is not the version read."""
    draft = _draft(invoice, version)
    owner = bill_to_id(draft.customer_id)
    draft.date = clock.today()
    draft.due_date = due_date or issuing.due_date_of(draft.date)
    draft.po_number, draft.message, draft.notes = po_number, message, notes
    draft.bill_name, draft.bill_address, draft.language = owner.name, owner.address, owner.language
    InvoiceLine.objects.filter(invoice=draft).delete()
    return _written(draft, owner, lines)


@action(
    permission="billing.issue",
    label=Text("Émettre la facture", "Issue the invoice"),
    fields=_SEEN,
)
def issue_invoice(invoice: InvoiceRef, *, version: Version = "") -> str:
    """Number, post and freeze a draft, dated today with today's taxes; open credit pays it. Returns its number."""
    draft = _draft(invoice, version)
    owner, today = bill_to_id(draft.customer_id), clock.today()
    refuse_closed_month(today)
    draft.due_date += today - draft.date
    draft.date = today
    draft.bill_name, draft.bill_address, draft.language = owner.name, owner.address, owner.language
    accounts = _add_up(draft, owner)
    if draft.total < 0:
        raise NegativeInvoice(total=spoken(draft.total))
    LineRelief.objects.bulk_create(
        LineRelief(line=line, tax_id=by.tax_id, exemption_id=by.exemption_id, treatment=by.treatment)
        for line, by in _reliefs(draft, owner, taxes_due(owner.tax_category, today))
    )
    issue(draft, accounts)
    for credit in items_of(draft.customer_id, only_open=True):
        if credit.side == "credit":
            allocate_oldest_first(credit.id, on=today)
    publish(
        InvoiceIssued(
            customer=owner.number,
            invoice=draft.number or "",
            kind=draft.kind,
            date=draft.date,
            due_date=draft.due_date,
            total=draft.total,
        )
    )
    return draft.number or ""


@action(
    permission="billing.edit",
    label=Text("Jeter le brouillon", "Discard the draft"),
    harmful=True,
    fields=_SEEN,
)
def discard_draft(invoice: InvoiceRef, *, version: Version = "") -> None:
    """Throw a draft away; its trail stays in the audit."""
    draft = _draft(invoice, version)
    InvoiceTax.objects.filter(invoice=draft).delete()
    InvoiceLine.objects.filter(invoice=draft).delete()
    draft.delete()


def _written(draft: Invoice, owner: BillTo, lines: list[DraftLine]) -> Drafted:
    if not lines:
        raise EmptyInvoice
    draft.save()
    for position, line in enumerate(lines, start=1):
        _add_line(draft, owner, position, line)
    _add_up(draft, owner)
    taxes = draft.taxes.select_related("tax").order_by("tax__position")
    return Drafted(
        draft_id=int(draft.pk),
        version=draft_version(draft.pk),
        due_date=draft.due_date,
        lines=[
            DraftedLine(description=line.description, unit_price=line.unit_price, amount=line.amount)
            for line in draft.lines.order_by("position")
        ],
        subtotal=draft.subtotal,
        taxes=[TaxGiven.of(tax.tax, tax.amount) for tax in taxes],
        total=draft.total,
    )


def _draft(number: str, version: str = "") -> Invoice:
    key = number.removeprefix("DRAFT-")
    if not number.startswith("DRAFT-") or not key.isdecimal():
        if Invoice.objects.filter(number=number).exists():
            raise NotADraft(invoice=number)
        raise NoSuchInvoice(invoice=number)
    found = Invoice.objects.select_for_update(of=("self",)).filter(pk=int(key), state=Invoice.State.DRAFT).first()
    if found is None:
        raise NoSuchInvoice(invoice=number)
    if version and version != draft_version(found.pk):
        raise DraftChanged(invoice=number)
    return found


def _add_line(draft: Invoice, owner: BillTo, position: int, line: DraftLine) -> None:
    sold = _sold(draft, owner, line) if line.item else _in_words(position, line)
    InvoiceLine.objects.create(
        invoice=draft,
        position=position,
        location_id=crm.location(line.location).id if line.location else None,
        quantity=line.quantity,
        amount=cents(sold["unit_price"] * line.quantity),
        kind="one_time" if sold["unit_price"] >= 0 else "credit",
        period_start=line.first_day,
        period_end=line.last_day + datetime.timedelta(days=1) if line.last_day else None,
        **sold,
    )


def _sold(draft: Invoice, owner: BillTo, line: DraftLine) -> dict[str, Any]:
    """Return what a line takes from its item."""
    item = catalog.item(line.item or "", on=draft.date)
    price = item.price if line.unit_price is None else line.unit_price
    if price is None:
        raise CannotBill(who=item.sku, cause=cause_in_words("no_price"))
    if price >= 0:
        refuse_forbidden_fee(item, owner)
    return {
        "item_id": item.id,
        "sku": item.sku,
        "description": line.description or item.label.in_(owner.language),
        "unit_price": price,
        "taxable": item.taxable,
        "revenue_account": item.revenue_account,
    }


def _in_words(position: int, line: DraftLine) -> dict[str, Any]:
    """Return what a line without an item says by itself."""
    if not line.description.strip() or line.unit_price is None or not line.account:
        raise LineWithoutItem(line=position)
    if not catalog.is_revenue_account(line.account):
        raise NoSuchRevenueAccount(account=line.account)
    return {
        "description": line.description,
        "unit_price": line.unit_price,
        "taxable": line.taxable,
        "revenue_account": line.account,
    }


def _add_up(draft: Invoice, owner: BillTo) -> dict[int, str]:
    """Compute totals and the taxes of the draft's day; returns the account of each tax."""
    lines = list(draft.lines.order_by("position"))
    taxable = sum((line.amount for line in lines if line.taxable), ZERO)
    due = taxes_due(owner.tax_category, draft.date)
    by_code = {tax.rate.tax: tax for tax in due}
    spared: dict[str, Decimal] = {}
    for line, relief in _reliefs(draft, owner, due):
        spared[relief.tax] = spared.get(relief.tax, ZERO) + line.amount
    InvoiceTax.objects.filter(invoice=draft).delete()
    found = taxes_on(taxable, [tax.rate for tax in due], spared) if taxable else []
    for tax in found:
        InvoiceTax.objects.create(
            invoice=draft, tax_id=by_code[tax.tax].id, rate=tax.rate, base=tax.base, amount=tax.amount
        )
    draft.subtotal = sum((line.amount for line in lines), ZERO)
    draft.tax_total = sum((tax.amount for tax in found), ZERO)
    draft.total = draft.subtotal + draft.tax_total
    draft.save()
    return {tax.id: tax.account for tax in due}


def _reliefs(draft: Invoice, owner: BillTo, due: list[TaxDue]) -> list[tuple[InvoiceLine, Relief]]:
    """Return what certificates of the draft's day spare each taxable line, once per tax."""
    taxes, known = {tax.id for tax in due}, reliefs_of(owner.id, draft.date)
    found: dict[tuple[int, int], tuple[InvoiceLine, Relief]] = {}
    for line in draft.lines.filter(taxable=True).order_by("position") if known else ():
        for relief in known:
            if relief.tax_id in taxes and relief.spares(line.location_id):
                found.setdefault((line.pk, relief.tax_id), (line, relief))
    return list(found.values())
