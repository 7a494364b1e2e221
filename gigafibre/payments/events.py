"""Facts that payments publish. Their subject is the customer, so that what happens to one account keeps its order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from gigafibre.kernel.events import Event
from gigafibre.kernel.money import Amount, format_money
from gigafibre.kernel.text import Text


def _amount(value: Decimal) -> Text:
    return Text(format_money(value, "fr"), format_money(value, "en"))


class PaymentReceived(Event):
    """A payment was recorded and posted; `unapplied` is what stays as credit."""

    payment: str
    customer: str
    amount: Amount
    unapplied: Amount
    mode: str
    on: date

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """In a sentence."""
        words = Text("Paiement {p} de {a} reçu", "Payment {p} of {a} received")
        return words.with_(p=self.payment, a=_amount(self.amount))


class PaymentReversed(Event):
    """A payment came back (NSF, chargeback) or was recorded by mistake: what it had paid is open again."""

    payment: str
    reversal: str
    customer: str
    amount: Amount
    reason: str
    on: date

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """In a sentence."""
        words = Text("Paiement {p} de {a} renversé : {r}", "Payment {p} of {a} reversed: {r}")
        return words.with_(p=self.payment, a=_amount(self.amount), r=self.reason)


class PaymentMethodAdded(Event):
    """A customer has one more way to pay."""

    customer: str
    method_id: int
    kind: str

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """In a sentence."""
        return Text("Mode de paiement ajouté", "Payment method added")


class AutopayChanged(Event):
    """A customer's payments are taken by themselves, or no longer."""

    customer: str
    method_id: int
    on: bool

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """In a sentence."""
        if self.on:
            return Text("Paiement automatique activé", "Autopay turned on")
        return Text("Paiement automatique désactivé", "Autopay turned off")


class PaymentMethodEnded(Event):
    """A way to pay is used no more."""

    customer: str
    method_id: int
    reason: str

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """In a sentence."""
        return Text("Mode de paiement retiré : {r}", "Payment method removed: {r}").with_(r=self.reason)
