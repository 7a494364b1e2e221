"""The credit note as it is printed: which invoice it corrects, why, what is given back and where it goes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gigafibre.billing.documents.invoice_document import ZERO, ChargeLine, LocationCharges, TaxLine, sums
from gigafibre.kernel.documents.letter import Provider
from gigafibre.kernel.documents.wording import Language


@dataclass(frozen=True, kw_only=True)
class CreditNoteDocument:
    """Everything a credit note prints; amounts are positive, as what is given back to the customer."""

    provider: Provider
    language: Language
    customer: tuple[str, ...]
    """The postal block, name first, as frozen at issue: at most 7 lines."""
    account_number: str
    number: str
    """Empty on a draft."""
    issued_on: date
    corrects_number: str
    """Empty when it corrects no invoice of ours: nothing is said then."""
    corrects_issued_on: date
    reason: str = ""
    groups: tuple[LocationCharges, ...] = ()
    other: tuple[ChargeLine, ...] = ()
    subtotal: Decimal
    taxes: tuple[TaxLine, ...] = ()
    """At the rates of the invoice it corrects."""
    total: Decimal
    applied: Decimal = ZERO
    """What of it pays invoices already sent; the rest waits for the next one."""
    refunded_on: date | None = None
    """The day it was paid out, when it was."""
    messages: tuple[str, ...] = ()
    draft: bool = False
    verbatim: bool = False
    """A credit note of the former system, printed as stored even where its sums are off by a cent."""

    def lines(self) -> Iterator[ChargeLine]:
        """Give every line in printed order."""
        for group in self.groups:
            yield from group.lines
        yield from self.other

    def discrepancies(self) -> list[str]:
        """Say in words every sum that isn't right; an empty list is a document that adds up."""
        found = sums(self.lines(), self.subtotal, self.taxes, self.total)
        if not ZERO <= self.applied <= max(self.total, ZERO):
            found.append(f"{self.applied} of {self.total} can't be applied")
        return found
