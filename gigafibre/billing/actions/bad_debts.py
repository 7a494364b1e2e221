"""A debt is given up, with its taxes recovered; what is paid of it afterwards is owed again, with its taxes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.db.models import Sum
from pydantic import BaseModel, Field

from gigafibre.billing.actions.corrections import TaxGiven
from gigafibre.billing.errors import BeyondWrittenOff, NoSuchInvoice, NotAnInvoice, NotOverdue
from gigafibre.billing.events import DebtRecovered, DebtWrittenOff
from gigafibre.billing.models import BadDebt, BadDebtTax, Invoice, InvoiceTax, Tax
from gigafibre.billing.queries.customers import bill_to_id
from gigafibre.kernel import clock, numbers
from gigafibre.kernel.context import rule
from gigafibre.kernel.events import publish
from gigafibre.kernel.money import Amount, cents, spoken, total
from gigafibre.kernel.refs import InvoiceRef, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.ledger.actions import (
    Line,
    add_open_item,
    allocate,
    lock_account,
    post_entry,
    refuse_closed_month,
    unallocate,
)
from gigafibre.ledger.queries import Item, accounts_by_role, allocations_of, item, items_of

ZERO = Decimal("0.00")


class BadDebtMade(BaseModel):
    """A write-off or recovery as posted: its number, its amount, what of it is taxes."""

    number: str
    amount: Amount
    before_taxes: Amount
    taxes: list[TaxGiven]


@action(
    permission="billing.write_off",
    label=Text("Radier une facture", "Write an invoice off"),
    fields={"invoice": Text("Facture", "Invoice"), "reason": Text("Motif", "Reason")},
)
def write_off_invoice(invoice: InvoiceRef, *, reason: Reason) -> BadDebtMade:
    """Give up what an overdue invoice leaves open: a bad debt before taxes, and its share of each tax recovered.

    The share is the tax × what is given up ÷ what the invoice comes to after credits (ETA s. 231, QST s. 444).
    """
    found, today = _locked(invoice), clock.today()
    owed = item("invoice", invoice)
    still = owed.open if owed else ZERO
    late = rule(
        "bad_debt_overdue",
        "LTA 231 / ETA 231, LTVQ 444",
        Text(
            "Échue depuis {days} jours, {open} ouverts : créance devenue irrécouvrable",
            "{days} days past due, {open} open: a debt that has become bad",
        ).with_(days=(today - found.due_date).days, open=spoken(still)),
        still > 0 and found.due_date < today,
    )
    if owed is None or not late:
        raise NotOverdue(invoice=invoice)
    taxes = _share(found, still)
    made = _made(found, BadDebt.Kind.WRITE_OFF, still, taxes, reason)
    credit = add_open_item(
        found.customer_id, side="credit", kind="write_off", number=made.number, on=today, amount=still
    )
    allocate(credit, owed.id, still, on=today)
    publish(
        DebtWrittenOff(
            customer=bill_to_id(found.customer_id).number,
            invoice=invoice,
            number=made.number,
            date=today,
            amount=still,
            taxes=total(taxes.values()),
        )
    )
    return _told(made, taxes)


@action(
    permission="billing.write_off",
    label=Text("Recouvrer une créance radiée", "Recover a debt written off"),
    fields={
        "invoice": Text("Facture radiée", "Invoice written off"),
        "amount": Text("Montant payé (vide : tout)", "Amount paid (empty: all of it)"),
        "reason": Text("Motif", "Reason"),
    },
)
def recover_debt(
    invoice: InvoiceRef, *, reason: Reason, amount: Annotated[Amount, Field(gt=0)] | None = None
) -> BadDebtMade:
    """Owe again what is paid of a debt written off, its share of each tax with it: the invoice is open again, as late
    as it was, and open credits pay it.

    The last recovery takes the last cent of each tax.
    """
    found, today = _locked(invoice), clock.today()
    owed = item("invoice", invoice)
    given_up, back = _total(found, BadDebt.Kind.WRITE_OFF), _total(found, BadDebt.Kind.RECOVERY)
    left = given_up - back
    wanted = left if amount is None else amount
    if owed is None or not 0 < wanted <= left:
        raise BeyondWrittenOff(invoice=invoice, left=left)
    owed_again, before = _taxes(found, BadDebt.Kind.WRITE_OFF), _taxes(found, BadDebt.Kind.RECOVERY)
    taxes = {
        tax: cents(whole * (back + wanted) / given_up) - before.get(tax, ZERO) for tax, whole in owed_again.items()
    }
    made = _made(found, BadDebt.Kind.RECOVERY, wanted, taxes, reason)
    debit = add_open_item(
        found.customer_id, side="debit", kind="recovery", number=made.number, on=today, amount=wanted, due_date=today
    )
    _reopen(owed, debit, wanted, today, reason)
    _pay(owed, wanted, today)
    publish(
        DebtRecovered(
            customer=bill_to_id(found.customer_id).number,
            invoice=invoice,
            number=made.number,
            date=today,
            amount=wanted,
            taxes=total(taxes.values()),
        )
    )
    return _told(made, taxes)


def _locked(number: str) -> Invoice:
    found = Invoice.objects.select_for_update(of=("self",), no_key=True).filter(number=number).first()
    if found is None:
        raise NoSuchInvoice(invoice=number)
    if found.kind != Invoice.Kind.INVOICE or found.state != Invoice.State.ISSUED:
        raise NotAnInvoice(invoice=number)
    refuse_closed_month(clock.today())
    lock_account(found.customer_id)
    return found


def _share(found: Invoice, amount: Decimal) -> dict[int, Decimal]:
    """Return each tax's part of what is given up; parts of several write-offs add up to the part of all of them."""
    notes = Invoice.objects.filter(corrects=found, state=Invoice.State.ISSUED)
    charged_in_all = found.total - (notes.aggregate(sum=Sum("total"))["sum"] or ZERO)
    credited = dict(InvoiceTax.objects.filter(invoice__in=notes).values_list("tax_id").annotate(sum=Sum("amount")))
    back, given_up = _total(found, BadDebt.Kind.RECOVERY), _total(found, BadDebt.Kind.WRITE_OFF)
    written, owed_again = _taxes(found, BadDebt.Kind.WRITE_OFF), _taxes(found, BadDebt.Kind.RECOVERY)
    shares = {}
    for tax, charged in found.taxes.values_list("tax_id", "amount"):
        before = written.get(tax, ZERO) - owed_again.get(tax, ZERO)
        part = (charged - credited.get(tax, ZERO)) * (given_up - back + amount) / charged_in_all
        shares[tax] = max(cents(part) - before, ZERO)
    return shares


def _made(found: Invoice, kind: BadDebt.Kind, amount: Decimal, taxes: dict[int, Decimal], reason: str) -> BadDebt:
    """Write the record down and post it: bad debts and taxes on one side, the receivable on the other."""
    today, roles = clock.today(), accounts_by_role()
    number = numbers.take_one("bad_debt", on=today)
    made: BadDebt = BadDebt.objects.create(
        number=number, kind=kind, invoice=found, date=today, amount=amount, reason=reason
    )
    gives_up = kind == BadDebt.Kind.WRITE_OFF
    amounts = {roles["bad_debt"]: amount - total(taxes.values())}
    for tax, role in Tax.objects.filter(pk__in=taxes).order_by("position").values_list("pk", "account_role"):
        if taxes[tax]:
            BadDebtTax.objects.create(bad_debt=made, tax_id=tax, amount=taxes[tax])
            amounts[roles[role]] = amounts.get(roles[role], ZERO) + taxes[tax]
    lines = [
        Line(account, debit=value if gives_up else ZERO, credit=ZERO if gives_up else value)
        for account, value in amounts.items()
        if value
    ]
    receivable = Line(
        roles["receivable"],
        debit=ZERO if gives_up else amount,
        credit=amount if gives_up else ZERO,
        customer_id=found.customer_id,
    )
    post_entry(today, kind.value, number, [*lines, receivable], description=f"{found.number}: {reason}"[:200])
    return made


def _reopen(owed: Item, debit: int, amount: Decimal, today: date, reason: str) -> None:
    """Let what gave the invoice up pay the recovery instead, so that the invoice itself is open again."""
    left = amount
    for applied in allocations_of(owed.id):
        given_up = item("write_off", applied.credit)
        if given_up is None or not left:
            continue
        moved = min(applied.amount, left)
        unallocate(applied.id, because=reason, on=today)
        if applied.amount > moved:
            allocate(given_up.id, owed.id, applied.amount - moved, on=today)
        allocate(given_up.id, debit, moved, on=today)
        left -= moved


def _pay(owed: Item, amount: Decimal, today: date) -> None:
    """Let the customer's open credits pay what is owed again."""
    left = amount
    for credit in items_of(owed.customer_id, only_open=True):
        if credit.side == "credit" and left:
            used = min(credit.open, left)
            allocate(credit.id, owed.id, used, on=today)
            left -= used


def _total(found: Invoice, kind: BadDebt.Kind) -> Decimal:
    return BadDebt.objects.filter(invoice=found, kind=kind).aggregate(sum=Sum("amount"))["sum"] or ZERO


def _taxes(found: Invoice, kind: BadDebt.Kind) -> dict[int, Decimal]:
    rows = BadDebtTax.objects.filter(bad_debt__invoice=found, bad_debt__kind=kind)
    return dict(rows.values_list("tax_id").annotate(sum=Sum("amount")))


def _told(made: BadDebt, taxes: dict[int, Decimal]) -> BadDebtMade:
    return BadDebtMade(
        number=made.number,
        amount=made.amount,
        before_taxes=made.amount - total(taxes.values()),
        taxes=[
            TaxGiven.of(tax, taxes[tax.pk])
            for tax in Tax.objects.filter(pk__in=[key for key, amount in taxes.items() if amount]).order_by("position")
        ],
    )
