"""Credit notes: an issued invoice is corrected by another document, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from django.db.models import Sum
from pydantic import BaseModel, ConfigDict, Field

from gigafibre.billing.errors import NoSuchInvoice, NoSuchLine, NotAnInvoice, NothingCredited, OverCredited
from gigafibre.billing.events import InvoiceIssued
from gigafibre.billing.models import (
    ChargedPeriod,
    Invoice,
    InvoiceLine,
    InvoiceTax,
    LeviedMonth,
    LineRelief,
    PromotedPeriod,
    Tax,
)
from gigafibre.billing.posting import issue
from gigafibre.billing.queries.customers import bill_to_id
from gigafibre.billing.taxes import tax_credited
from gigafibre.kernel import clock
from gigafibre.kernel.events import publish
from gigafibre.kernel.money import Amount, spoken
from gigafibre.kernel.refs import InvoiceRef, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.ledger.actions import allocate, allocate_oldest_first, refuse_closed_month
from gigafibre.ledger.queries import accounts_by_role, item

ZERO = Decimal("0.00")


class CreditedLine(BaseModel):
    """A line of the invoice, by its position, and how much of it is given back before taxes.

    By default what is left of it; an amount has the sign of its line.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    position: Annotated[int, Field(ge=1)]
    amount: Amount | None = None


class TaxGiven(BaseModel):
    """A tax given back (or billed), by its code and in the reader's words."""

    tax: str
    name: str
    amount: Amount

    @classmethod
    def of(cls, tax: Tax, amount: Decimal) -> TaxGiven:
        """Return it for one of our taxes."""
        return cls(tax=tax.code, name=Text(tax.name_fr, tax.name_en).in_(), amount=amount)


class Credited(BaseModel):
    """A credit note as issued: what it gives back, what of it pays the invoice, and what may still be given back."""

    number: str
    subtotal: Amount
    taxes: list[TaxGiven]
    total: Amount
    applied: Amount
    left: Amount


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
) -> Credited:
    """Give back an invoice, what is left of it, or some of its lines, taxes at its own rates.

    The last credit takes the last cent. The note pays the invoice as far as it is open, then other debts; days given
    back whole are not charged again by themselves.
    """
    found = Invoice.objects.select_for_update(of=("self",)).filter(number=invoice).first()
    if found is None:
        raise NoSuchInvoice(invoice=invoice)
    if found.kind != Invoice.Kind.INVOICE or found.state != Invoice.State.ISSUED:
        raise NotAnInvoice(invoice=invoice)
    today = clock.today()
    refuse_closed_month(today)
    earlier = _Earlier.of(found)
    chosen = _chosen(found, lines, earlier)
    note = _note(found, reason)
    for position, (line, amount) in enumerate(chosen, start=1):
        _credit_line(note, position, line, amount, earlier)
    taxes, accounts = _add_up(note, found, earlier)
    credit = issue(note, accounts)
    owed = item("invoice", found.number or "")
    applied = min(owed.open, note.total) if credit is not None and owed is not None else ZERO
    if credit is not None:
        if owed is not None and applied:
            allocate(credit, owed.id, applied, on=today)
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
    return Credited(
        number=note.number or "",
        subtotal=note.subtotal,
        taxes=taxes,
        total=note.total,
        applied=applied,
        left=found.total - earlier.total - note.total,
    )


@dataclass(frozen=True)
class _Earlier:
    """What earlier credit notes of an invoice gave back: in all, of taxable lines, by line and by tax."""

    subtotal: Decimal
    total: Decimal
    taxable: Decimal
    lines: dict[int, Decimal]
    taxes: dict[int, Decimal]
    relieved: dict[int, set[int]]
    """By tax, the lines of the invoice that a certificate spared it."""

    @classmethod
    def of(cls, found: Invoice) -> _Earlier:
        """Read them."""
        notes = Invoice.objects.filter(corrects=found, state=Invoice.State.ISSUED)
        sums = notes.aggregate(subtotal=Sum("subtotal"), total=Sum("total"))
        rows = InvoiceLine.objects.filter(invoice__in=notes)
        by_line = rows.filter(credits__isnull=False).values_list("credits_id").annotate(sum=Sum("amount"))
        relieved: dict[int, set[int]] = {}
        for tax, line in LineRelief.objects.filter(line__invoice=found).values_list("tax_id", "line_id"):
            relieved.setdefault(tax, set()).add(line)
        by_tax = InvoiceTax.objects.filter(invoice__in=notes).values_list("tax_id").annotate(sum=Sum("amount"))
        return cls(
            sums["subtotal"] or ZERO,
            sums["total"] or ZERO,
            rows.filter(taxable=True).aggregate(sum=Sum("amount"))["sum"] or ZERO,
            dict(by_line),
            dict(by_tax),
            relieved,
        )

    def left_of(self, line: InvoiceLine) -> Decimal:
        """Return what a line has left."""
        amount: Decimal = line.amount
        return amount - self.lines.get(line.pk, ZERO)

    def taxed_by(self, tax: int) -> Decimal:
        """Return what they gave back of the lines that a tax is on."""
        return self.taxable - sum((self.lines.get(line, ZERO) for line in self.relieved.get(tax, ())), ZERO)


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


def _chosen(found: Invoice, lines: list[CreditedLine] | None, earlier: _Earlier) -> list[tuple[InvoiceLine, Decimal]]:
    """Return what is given back of each line: never more than the line has left, nor the invoice."""
    by_position = {line.position: line for line in found.lines.order_by("position")}
    left = found.subtotal - earlier.subtotal
    if lines is None:
        chosen = [(line, earlier.left_of(line)) for line in by_position.values()]
    else:
        asked = {line.position: line for line in lines}
        if strangers := sorted(asked.keys() - by_position.keys()):
            raise NoSuchLine(invoice=found.number, lines=", ".join(map(str, strangers)))
        chosen = [
            (by_position[at], earlier.left_of(by_position[at]) if one.amount is None else one.amount)
            for at, one in sorted(asked.items())
        ]
    chosen = [(line, amount) for line, amount in chosen if amount]
    total = sum((amount for _, amount in chosen), ZERO)
    if total > left or any(not _within(amount, earlier.left_of(line)) for line, amount in chosen):
        raise OverCredited(invoice=found.number, left=spoken(left))
    if total <= 0:
        raise (
            OverCredited(invoice=found.number, left=spoken(left))
            if left <= 0
            else NothingCredited(invoice=found.number)
        )
    return chosen


def _within(amount: Decimal, left: Decimal) -> bool:
    """Whether an amount takes no more than is left, on the same side of zero."""
    return 0 < amount <= left if left > 0 else left <= amount < 0


def _credit_line(note: Invoice, position: int, line: InvoiceLine, amount: Decimal, earlier: _Earlier) -> None:
    made = InvoiceLine.objects.create(
        invoice=note,
        position=position,
        kind=InvoiceLine.Kind.CREDIT,
        subscription_id=line.subscription_id,
        child_id=line.child_id,
        location_id=line.location_id,
        item_id=line.item_id,
        sku=line.sku,
        description=line.description,
        quantity=line.quantity if amount == line.amount else 1,
        unit_price=line.unit_price if amount == line.amount else amount,
        amount=amount,
        taxable=line.taxable,
        revenue_account=line.revenue_account,
        credits=line,
        period_start=line.period_start,
        period_end=line.period_end,
    )
    for relief in LineRelief.objects.filter(line=line):
        relief.pk, relief.line = None, made
        relief.save(force_insert=True)
    if amount == earlier.left_of(line) and line.subscription_id is not None:
        for days in (ChargedPeriod, LeviedMonth):
            days.objects.filter(subscription_id=line.subscription_id, line=line).delete()
        PromotedPeriod.objects.filter(promotion__subscription_id=line.subscription_id, line=line).delete()


def _add_up(note: Invoice, found: Invoice, earlier: _Earlier) -> tuple[list[TaxGiven], dict[int, str]]:
    """Give back taxes in proportion, at the invoice's own rates; returns them, and the account of each."""
    roles = accounts_by_role()
    lines = list(note.lines.all())
    note.subtotal = sum((line.amount for line in lines), ZERO)
    billed = [line for line in found.lines.all() if line.taxable]
    last = note.subtotal == found.subtotal - earlier.subtotal
    accounts, given = {}, []
    for tax in found.taxes.select_related("tax").order_by("tax__position"):
        spared = earlier.relieved.get(tax.tax_id, set())
        whole = sum((line.amount for line in billed if line.pk not in spared), ZERO)
        taxable = sum((line.amount for line in lines if line.taxable and line.credits_id not in spared), ZERO)
        before = earlier.taxes.get(tax.tax_id, ZERO)
        if last:
            amount = tax.amount - before
        else:
            amount = tax_credited(whole, tax.amount, taxable, before=earlier.taxed_by(tax.tax_id), tax_before=before)
        if amount:
            InvoiceTax.objects.create(invoice=note, tax=tax.tax, rate=tax.rate, base=taxable, amount=amount)
            given.append(TaxGiven.of(tax.tax, amount))
        accounts[tax.tax_id] = roles[tax.tax.account_role]
    note.tax_total = sum((tax.amount for tax in given), ZERO)
    note.total = note.subtotal + note.tax_total
    note.save()
    return given, accounts
