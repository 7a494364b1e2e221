"""Facts that billing publishes."""

from __future__ import annotations

import datetime

from gigafibre.kernel.events import Event
from gigafibre.kernel.money import Amount
from gigafibre.kernel.text import Text


class InvoiceIssued(Event):
    """An invoice or a credit note outside a run was numbered, posted and frozen."""

    customer: str
    invoice: str
    kind: str
    date: datetime.date
    due_date: datetime.date
    total: Amount

    def subject(self) -> str:
        """The document."""
        return f"invoice:{self.invoice}"

    def says(self) -> Text:
        """One sentence."""
        what = Text("Note de crédit", "Credit note") if self.kind == "credit_note" else Text("Facture", "Invoice")
        return Text(
            f"{what.fr} {self.invoice} émise à {self.customer} : {self.total} $",
            f"{what.en} {self.invoice} issued to {self.customer}: ${self.total}",
        )


class BillingRunConfirmed(Event):
    """A person launched the billing of a day."""

    date: datetime.date
    customers: int
    subtotal: Amount

    def subject(self) -> str:
        """The run."""
        return f"billing_run:{self.date}"

    def says(self) -> Text:
        """One sentence."""
        return Text(
            f"Facturation du {self.date} lancée : {self.customers} clients, {self.subtotal} $ avant taxes",
            f"Billing of {self.date} launched: {self.customers} customers, ${self.subtotal} before taxes",
        )


class BillingRunFinished(Event):
    """Every customer of a run is settled; who needs single documents reads them by the run."""

    date: datetime.date
    documents: int
    subtotal: Amount
    total: Amount
    parked: int

    def subject(self) -> str:
        """The run."""
        return f"billing_run:{self.date}"

    def says(self) -> Text:
        """One sentence."""
        return Text(
            f"Facturation du {self.date} terminée : {self.documents} documents, {self.total} $, {self.parked} parqués",
            f"Billing of {self.date} finished: {self.documents} documents, ${self.total}, {self.parked} parked",
        )


class ChargesPrepared(Event):
    """Credits and charges of a changed service wait for the customer's next invoice."""

    customer: str
    subscription: str
    charges: int
    amount: Amount

    def subject(self) -> str:
        """The subscription."""
        return f"subscription:{self.subscription}"

    def says(self) -> Text:
        """One sentence."""
        return Text(
            f"{self.amount} $ de {self.subscription} à la prochaine facture de {self.customer}",
            f"${self.amount} of {self.subscription} on the next invoice of {self.customer}",
        )


class ExemptionGranted(Event):
    """A certificate spares a customer some taxes over some days."""

    customer: str
    certificate: str
    kind: str
    since: datetime.date
    until: datetime.date | None

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """One sentence."""
        return Text(
            f"{self.customer} : exemption de taxes dès le {self.since}",
            f"{self.customer}: tax exemption from {self.since}",
        )


class ExemptionEndedEarly(Event):
    """A certificate counts no longer from a day on."""

    customer: str
    exemption: int
    on: datetime.date

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """One sentence."""
        return Text(
            f"{self.customer} : exemption de taxes terminée le {self.on}",
            f"{self.customer}: tax exemption ended on {self.on}",
        )
