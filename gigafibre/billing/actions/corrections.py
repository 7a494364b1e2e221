"""Credit notes: an issued invoice is corrected by another document, never changed."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from django.db.models import Sum
from pydantic import BaseModel, ConfigDict, Field

from gigafibre.billing.errors import EmptyInvoice, NoSuchInvoice, NotAnInvoice, OverCredited
from gigafibre.billing.events import InvoiceIssued
from gigafibre.billing.models import ChargedPeriod, Invoice, InvoiceLine, InvoiceTax
from gigafibre.billing.posting import issue
from gigafibre.billing.queries.customers import bill_to_id
from gigafibre.billing.taxes import tax_credited
from gigafibre.kernel import clock
from gigafibre.kernel.events import publish
from gigafibre.kernel.money import Amount
from gigafibre.kernel.refs import InvoiceRef, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.ledger.actions import allocate, allocate_oldest_first, refuse_closed_month
from gigafibre.ledger.queries import accounts_by_role, item

ZERO = Decimal("0.00")
Positive = Annotated[Amount, Field(gt=0)]


class CreditedLine(BaseModel):
    """A line of the invoice, by its position, and how much of it is given back before taxes (all of it by default)."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    position: Annotated[int, Field(ge=1)]
    amount: Positive | None = None


@action(
    permission="billing.issue",
    label=Text("Faire une note de crédit", "Make a credit note"),
    fields={
        "invoice": Text("Facture corrigée", "Invoice corrected"),
        "lines": Text("Lignes (vide : toutes)", "Lines (empty: all)"),
        "reason": Text("Motif", "Reason"),
    },
)
def credit_invoice(
    invoice: InvoiceRef, *, reason: Reason, lines: Annotated[list[CreditedLine], Field(max_length=500)] | None = None
) -> str:
    """Give back an invoice or some of its lines, taxes at its own rates; the last credit takes the last cent.

    The note pays the invoice as far as it is open, then other debts; days it gives back are not charged again by
    themselves. Returns its number.
    """
    found = Invoice.objects.select_for_update(of=("self",)).filter(number=invoice).first()
    if found is None:
        raise NoSuchInvoice(invoice=invoice)
    if found.kind != Invoice.Kind.INVOICE or found.state != Invoice.State.ISSUED:
        raise NotAnInvoice(invoice=invoice)
    today = clock.today()
    refuse_closed_month(today)
    note = _note(found, reason)
    for position, (line, amount) in enumerate(_chosen(found, lines), start=1):
        _credit_line(note, position, line, amount)
    accounts = _add_up(note, found)
    credit = issue(note, accounts)
    owed = item("invoice", found.number or "")
    if credit is not None and owed is not None and owed.open > 0:
        allocate(credit, owed.id, min(owed.open, note.total), on=today)
    if credit is not None:
        allocate_oldest_first(credit, on=today)
    publish(
        InvoiceIssued(
            customer=bill_to_id(found.customer_id).number,
            invoice=note.number or "",
            kind=note.kind,
            date=today,
            due_date=today,
            total=note.total,
        )
    )
    return note.number or ""


def _note(found: Invoice, reason: str) -> Invoice:
    today = clock.today()
    made: Invoice = Invoice.objects.create(
        kind=Invoice.Kind.CREDIT_NOTE,
        customer_id=found.customer_id,
        corrects=found,
        date=today,
        due_date=today,
        subtotal=ZERO,
        tax_total=ZERO,
        total=ZERO,
        bill_name=found.bill_name,
        bill_address=found.bill_address,
        language=found.language,
        po_number=found.po_number,
        notes=reason,
    )
    return made


def _chosen(found: Invoice, lines: list[CreditedLine] | None) -> list[tuple[InvoiceLine, Decimal]]:
    """Return what is given back of each line; never more than the invoice has left."""
    by_position = {line.position: line for line in found.lines.order_by("position")}
    left = found.subtotal - _before(found, "subtotal")
    if lines is None:
        chosen = [(line, line.amount) for line in by_position.values()]
    else:
        if any(line.position not in by_position for line in lines):
            raise NoSuchInvoice(invoice=f"{found.number}, {[line.position for line in lines]}")
        chosen = [(by_position[line.position], line.amount or by_position[line.position].amount) for line in lines]
    total = sum((amount for _, amount in chosen), ZERO)
    if not chosen or total <= 0:
        raise EmptyInvoice
    if total > left or any(amount > line.amount for line, amount in chosen if line.amount > 0):
        raise OverCredited(invoice=found.number, left=left)
    return chosen


def _credit_line(note: Invoice, position: int, line: InvoiceLine, amount: Decimal) -> None:
    InvoiceLine.objects.create(
        invoice=note,
        position=position,
        kind=InvoiceLine.Kind.CREDIT,
        subscription_id=line.subscription_id,
        location_id=line.location_id,
        item_id=line.item_id,
        sku=line.sku,
        description=line.description,
        quantity=line.quantity if amount == line.amount else 1,
        unit_price=line.unit_price if amount == line.amount else amount,
        amount=amount,
        taxable=line.taxable,
        revenue_account=line.revenue_account,
        period_start=line.period_start,
        period_end=line.period_end,
    )
    if amount == line.amount:
        ChargedPeriod.objects.filter(line=line).delete()


def _add_up(note: Invoice, found: Invoice) -> dict[int, str]:
    """Give back taxes in proportion, at the invoice's own rates; returns the account of each."""
    roles = accounts_by_role()
    lines = note.lines.all()
    taxable = sum((line.amount for line in lines if line.taxable), ZERO)
    whole = sum((line.amount for line in found.lines.all() if line.taxable), ZERO)
    earlier = Invoice.objects.filter(corrects=found, state=Invoice.State.ISSUED)
    before = InvoiceLine.objects.filter(invoice__in=earlier, taxable=True).aggregate(sum=Sum("amount"))["sum"] or ZERO
    accounts, taxes = {}, ZERO
    for tax in found.taxes.select_related("tax"):
        given = InvoiceTax.objects.filter(invoice__in=earlier, tax=tax.tax).aggregate(sum=Sum("amount"))["sum"] or ZERO
        amount = tax_credited(whole, tax.amount, taxable, before=before, tax_before=given)
        if amount:
            InvoiceTax.objects.create(invoice=note, tax=tax.tax, rate=tax.rate, base=taxable, amount=amount)
        taxes += amount
        accounts[tax.tax_id] = roles[tax.tax.account_role]
    note.subtotal = sum((line.amount for line in lines), ZERO)
    note.tax_total, note.total = taxes, note.subtotal + taxes
    note.save()
    return accounts


def _before(found: Invoice, column: str) -> Decimal:
    """What earlier credit notes gave back already."""
    earlier = Invoice.objects.filter(corrects=found, state=Invoice.State.ISSUED)
    return earlier.aggregate(sum=Sum(column))["sum"] or ZERO
