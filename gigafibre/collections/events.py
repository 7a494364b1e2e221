"""Facts that collections publish; their subject is the customer."""

from __future__ import annotations

from datetime import date

from gigafibre.kernel.events import Event
from gigafibre.kernel.money import Amount, format_money
from gigafibre.kernel.text import Text


class _AboutCustomer(Event):
    customer: str

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"


class ArrangementMade(_AboutCustomer):
    """A customer promised to pay; dunning waits."""

    arrangement_id: int
    amount: Amount
    due_on: date
    cutoff_on: date | None

    def says(self) -> Text:
        """In a sentence."""
        amount = Text(format_money(self.amount, "fr"), format_money(self.amount, "en"))
        return Text("Accord : {a} avant le {d}", "Arrangement: {a} by {d}").with_(a=amount, d=self.due_on)


class ArrangementKept(_AboutCustomer):
    """A promise was kept."""

    arrangement_id: int

    def says(self) -> Text:
        """In a sentence."""
        return Text("Accord tenu", "Arrangement kept")


class ArrangementBroken(_AboutCustomer):
    """A promise was not kept in time."""

    arrangement_id: int
    reason: str

    def says(self) -> Text:
        """In a sentence."""
        return Text("Accord rompu : {r}", "Arrangement broken: {r}").with_(r=self.reason)


class ArrangementCancelled(_AboutCustomer):
    """An arrangement was taken back."""

    arrangement_id: int
    reason: str

    def says(self) -> Text:
        """In a sentence."""
        return Text("Accord annulé : {r}", "Arrangement cancelled: {r}").with_(r=self.reason)


class SuspensionRecorded(_AboutCustomer):
    """A customer is suspended from a day on, by us or on his wish."""

    suspension_id: int
    starts_on: date
    ends_on: date | None
    voluntary: bool

    def says(self) -> Text:
        """In a sentence."""
        return Text("Suspension à partir du {d}", "Suspended from {d}").with_(d=self.starts_on)


class SuspensionEnded(_AboutCustomer):
    """A customer's suspension ends on a day."""

    suspension_id: int
    ends_on: date

    def says(self) -> Text:
        """In a sentence."""
        return Text("Fin de la suspension le {d}", "Suspension ends on {d}").with_(d=self.ends_on)
