"""The statement of account as it is printed: what was owed, what happened, what is owed, and how old it is."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from gigafibre.kernel.documents.letter import Provider
from gigafibre.kernel.documents.wording import Language

ZERO = Decimal("0.00")

StatementKind = Literal[
    "invoice", "credit_note", "payment", "returned", "refund", "write_off", "recovery", "fee", "interest", "adjustment"
]


@dataclass(frozen=True, kw_only=True)
class StatementLine:
    """A document in the account, in CAD: exactly one of debit and credit is more than nothing."""

    on: date
    kind: StatementKind
    number: str
    debit: Decimal = ZERO
    credit: Decimal = ZERO
    balance: Decimal
    """What the account stands at after it."""
    due_on: date | None = None
    """Of an invoice."""
    about: str = ""
    """The invoice that a credit note or a write-off is about."""


@dataclass(frozen=True, kw_only=True)
class Ages:
    """What is open on the last day by days past due, and the credits that pay nothing yet, in CAD."""

    current: Decimal = ZERO
    days_1_30: Decimal = ZERO
    days_31_60: Decimal = ZERO
    days_61_90: Decimal = ZERO
    over_90: Decimal = ZERO
    credits: Decimal = ZERO

    @property
    def late(self) -> Decimal:
        """What is past due."""
        return self.days_1_30 + self.days_31_60 + self.days_61_90 + self.over_90

    @property
    def balance(self) -> Decimal:
        """What they come to: owed less credits."""
        return self.current + self.late - self.credits


@dataclass(frozen=True, kw_only=True)
class StatementDocument:
    """Everything a statement prints, from the first day to the last, both included."""

    provider: Provider
    language: Language
    customer: tuple[str, ...]
    """The postal block, name first: at most 7 lines."""
    account_number: str
    made_on: date
    first: date
    last: date
    opening: Decimal
    lines: tuple[StatementLine, ...] = ()
    closing: Decimal
    ages: Ages

    @property
    def debits(self) -> Decimal:
        """Everything that raised the balance."""
        return sum((line.debit for line in self.lines), ZERO)

    @property
    def credits(self) -> Decimal:
        """Everything that lowered it."""
        return sum((line.credit for line in self.lines), ZERO)

    def discrepancies(self) -> list[str]:
        """Say in words every sum that isn't right; an empty list is a statement that adds up."""
        found, balance = [], self.opening
        for line in self.lines:
            balance += line.debit - line.credit
            if line.balance != balance:
                found.append(f"after {line.number} the balance is {balance}, the line says {line.balance}")
        if self.closing != balance:
            found.append(f"the documents give {balance}, the closing balance says {self.closing}")
        if self.ages.balance != self.closing:
            found.append(f"by age it is {self.ages.balance}, the closing balance says {self.closing}")
        return found
