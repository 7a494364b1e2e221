"""The invoice as it is printed: frozen facts, no database; the caller fills them from rows as of the day of issue."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from gigafibre.kernel.documents.letter import Provider
from gigafibre.kernel.documents.wording import Language
from gigafibre.kernel.periods import Period

ZERO = Decimal("0.00")


@dataclass(frozen=True, kw_only=True)
class ChargeLine:
    """One line of charges in CAD before taxes; a credit or a promotion is negative."""

    description: str
    amount: Decimal
    period: Period | None = None
    """Days of service; None for what is charged once."""
    note: str = ""
    """Said in grey after the description, in the document's language: `jusqu’au 30 avril 2027`."""
    quantity: Decimal = Decimal(1)
    unit_price: Decimal | None = None
    """Printed as `3 × 25,00 $` when the quantity isn't 1."""
    indented: bool = False
    """Belongs to the line above, as a promotion does."""


@dataclass(frozen=True, kw_only=True)
class LocationCharges:
    """The lines of one service location, under its name and address; it has no subtotal."""

    location: str
    lines: tuple[ChargeLine, ...]


@dataclass(frozen=True, kw_only=True)
class TaxLine:
    """One tax, computed once on the whole document and printed apart with its registration number."""

    name: str
    rate: Decimal | None
    """As a fraction: 0.05, 0.09975; None on a tax of the former system whose rate is not known."""
    registration: str
    amount: Decimal


@dataclass(frozen=True, kw_only=True)
class Movement:
    """What changed the balance since the earlier invoice, in CAD; what lowers it is negative."""

    kind: Literal["payment", "credit", "returned", "refund", "interest", "adjustment"]
    on: date
    amount: Decimal


@dataclass(frozen=True, kw_only=True)
class AccountSummary:
    """The account since the earlier invoice: previous balance, what came in, what remains."""

    previous_invoice_on: date | None
    """None when money came in before the first invoice."""
    previous_balance: Decimal
    movements: tuple[Movement, ...]
    remaining: Decimal


@dataclass(frozen=True, kw_only=True)
class Autopay:
    """The payment that will be taken without the customer doing anything."""

    kind: Literal["card", "bank"]
    last_four: str
    on: date


@dataclass(frozen=True, kw_only=True)
class PayLink:
    """The signed address behind the QR code and the last day on which it opens the invoice."""

    url: str
    valid_until: date


@dataclass(frozen=True, kw_only=True)
class Referral:
    """The customer's referral code and what he earns with it, in CAD."""

    code: str
    reward: Decimal


@dataclass(frozen=True, kw_only=True)
class InvoiceDocument:
    """Everything an invoice prints, in its customer's language."""

    provider: Provider
    language: Language
    customer: tuple[str, ...]
    """The postal block, name first, as frozen at issue: at most 7 lines."""
    account_number: str
    number: str
    """Empty on a draft."""
    issued_on: date
    due_on: date
    groups: tuple[LocationCharges, ...] = ()
    other: tuple[ChargeLine, ...] = ()
    subtotal: Decimal
    taxes: tuple[TaxLine, ...] = ()
    total: Decimal
    amount_due: Decimal
    """What the customer owes in all, in CAD; negative when he has a credit."""
    purchase_order: str = ""
    summary: AccountSummary | None = None
    autopay: Autopay | None = None
    pay_link: PayLink | None = None
    referral: Referral | None = None
    change_explanation: str = ""
    """Why the amount differs from the earlier invoice, in plain words."""
    messages: tuple[str, ...] = ()
    draft: bool = False
    verbatim: bool = False
    """An invoice of the former system, printed as stored even where its sums are off by a cent."""

    def lines(self) -> Iterator[ChargeLine]:
        """Give every charge line in printed order."""
        for group in self.groups:
            yield from group.lines
        yield from self.other

    def discrepancies(self) -> list[str]:
        """Say in words every sum that isn't right; an empty list is a document that adds up."""
        found = sums(self.lines(), self.subtotal, self.taxes, self.total)
        owed = self.total
        if self.summary:
            moved = sum((movement.amount for movement in self.summary.movements), ZERO)
            if self.summary.previous_balance + moved != self.summary.remaining:
                found.append(
                    f"previous balance {self.summary.previous_balance} and movements {moved}"
                    f" don't give the remaining balance {self.summary.remaining}"
                )
            owed += self.summary.remaining
        if self.amount_due != owed:
            found.append(f"the amount due is {self.amount_due}, the document gives {owed}")
        return found


def sums(lines: Iterator[ChargeLine], subtotal: Decimal, taxes: tuple[TaxLine, ...], total: Decimal) -> list[str]:
    """Check lines against the subtotal, and the subtotal and taxes against the total."""
    found = []
    charged = sum((line.amount for line in lines), ZERO)
    if charged != subtotal:
        found.append(f"the lines make {charged}, the subtotal says {subtotal}")
    taxed = subtotal + sum((tax.amount for tax in taxes), ZERO)
    if taxed != total:
        found.append(f"subtotal and taxes make {taxed}, the total says {total}")
    return found
