"""The quotation as it is printed: what it costs each month and once, until when it holds, on which conditions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gigafibre.billing.documents.invoice_document import ZERO, ChargeLine, TaxLine, sums
from gigafibre.kernel.documents.letter import Provider
from gigafibre.kernel.documents.wording import Language


@dataclass(frozen=True, kw_only=True)
class QuotedPart:
    """What is paid each month, or once: its lines before taxes, each tax apart, the total, in CAD."""

    lines: tuple[ChargeLine, ...] = ()
    """A promotion stands indented under what it discounts, with its length in the note; it has a negative amount."""
    subtotal: Decimal = ZERO
    taxes: tuple[TaxLine, ...] = ()
    total: Decimal = ZERO


@dataclass(frozen=True, kw_only=True)
class QuotationDocument:
    """Everything a quotation prints, in its reader's language."""

    provider: Provider
    language: Language
    customer: tuple[str, ...]
    """The postal block, name first: at most 7 lines."""
    account_number: str = ""
    """Empty for somebody who is no customer yet."""
    number: str
    """Empty on a draft."""
    made_on: date
    valid_until: date
    """The last day on which it can be accepted."""
    location: str = ""
    """Where it would be served."""
    prepared_by: str = ""
    monthly: QuotedPart = QuotedPart()
    monthly_after: Decimal | None = None
    """What a month comes to, taxes included, once promotions have ended; none when nothing ends."""
    once: QuotedPart = QuotedPart()
    conditions: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    draft: bool = False

    def lines(self) -> Iterator[ChargeLine]:
        """Give every line in printed order."""
        yield from self.monthly.lines
        yield from self.once.lines

    def discrepancies(self) -> list[str]:
        """Say in words every sum that isn't right; an empty list is a quotation that adds up."""
        found = []
        for part, named in ((self.monthly, "each month"), (self.once, "once")):
            wrong = sums(iter(part.lines), part.subtotal, part.taxes, part.total)
            found += [f"{named}: {each}" for each in wrong]
        if self.valid_until < self.made_on:
            found.append(f"it is valid until {self.valid_until}, before it is made")
        return found
