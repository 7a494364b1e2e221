"""Facts that billing publishes."""

from __future__ import annotations

import datetime
from decimal import Decimal

from gigafibre.kernel.events import Event
from gigafibre.kernel.money import Amount, spoken
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
        return Text("{what} {n} émise à {c} : {total}", "{what} {n} issued to {c}: {total}").with_(
            what=what, n=self.invoice, c=self.customer, total=spoken(self.total)
        )


class _BadDebt(Event):
    customer: str
    invoice: str
    number: str
    date: datetime.date
    amount: Amount
    taxes: Amount

    def subject(self) -> str:
        """The invoice."""
        return f"invoice:{self.invoice}"

    def _told(self, says: Text) -> Text:
        return says.with_(
            n=self.invoice, c=self.customer, amount=spoken(self.amount), taxes=spoken(self.taxes), number=self.number
        )


class DebtWrittenOff(_BadDebt):
    """What an invoice left open was given up, its taxes recovered."""

    def says(self) -> Text:
        """One sentence."""
        return self._told(
            Text(
                "Facture {n} de {c} radiée : {amount}, dont {taxes} de taxes récupérées ({number})",
                "Invoice {n} of {c} written off: {amount}, of which {taxes} of taxes recovered ({number})",
            )
        )


class DebtRecovered(_BadDebt):
    """What had been given up of an invoice was paid after all; its taxes are owed again."""

    def says(self) -> Text:
        """One sentence."""
        return self._told(
            Text(
                "Créance recouvrée sur la facture {n} de {c} : {amount}, dont {taxes} de taxes à remettre ({number})",
                "Debt recovered on invoice {n} of {c}: {amount}, of which {taxes} of taxes to remit ({number})",
            )
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
            "Facturation du {day} lancée. Clients : {customers}, {subtotal} avant taxes",
            "Billing of {day} launched. Customers: {customers}, {subtotal} before taxes",
        ).with_(day=self.date, customers=Decimal(self.customers), subtotal=spoken(self.subtotal))


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
            "Facturation du {day} terminée. Documents : {documents}, {total}. Parqués : {parked}",
            "Billing of {day} finished. Documents: {documents}, {total}. Parked: {parked}",
        ).with_(
            day=self.date,
            documents=Decimal(self.documents),
            total=spoken(self.total),
            parked=Decimal(self.parked),
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
            "{amount} de {subscription} à la prochaine facture de {customer}",
            "{amount} of {subscription} on the next invoice of {customer}",
        ).with_(amount=spoken(self.amount), subscription=self.subscription, customer=self.customer)


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
        return Text("{c} : exemption de taxes dès le {d}", "{c}: tax exemption from {d}").with_(
            c=self.customer, d=self.since
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
        return Text("{c} : exemption de taxes terminée le {d}", "{c}: tax exemption ended on {d}").with_(
            c=self.customer, d=self.on
        )


class PriceChangeConfirmed(Event):
    """New prices are planned from a day on; who needs single subscriptions reads the change's lines."""

    price_change: str
    effective_on: datetime.date
    subscriptions: int
    customers: int

    def subject(self) -> str:
        """The price change."""
        return f"price_change:{self.price_change}"

    def says(self) -> Text:
        """One sentence."""
        return Text(
            f"{self.price_change} : {self.subscriptions} abonnements changent de prix le {self.effective_on}, "
            f"{self.customers} avis préparés",
            f"{self.price_change}: {self.subscriptions} subscriptions change price on {self.effective_on}, "
            f"{self.customers} notices prepared",
        )


class PriceChangeWithdrawn(Event):
    """A price change was taken back as a whole; `told` customers had their notice already."""

    price_change: str
    subscriptions: int
    told: int
    reason: str

    def subject(self) -> str:
        """The price change."""
        return f"price_change:{self.price_change}"

    def says(self) -> Text:
        """One sentence."""
        return Text(
            f"{self.price_change} retiré : {self.subscriptions} abonnements gardent leur prix, {self.told} clients "
            "avaient reçu l’avis",
            f"{self.price_change} withdrawn: {self.subscriptions} subscriptions keep their price, {self.told} "
            "customers had their notice",
        )


class InterestRateSet(Event):
    """A yearly rate of late interest, in percent, counts from a day on."""

    since: datetime.date
    percent: str

    def subject(self) -> str:
        """All late interest."""
        return "late_interest:rates"

    def says(self) -> Text:
        """One sentence."""
        return Text(
            f"Intérêt de retard : {self.percent.replace('.', ',')}\u00a0% par an à partir du {self.since}",
            f"Late interest: {self.percent}% a year from {self.since}",
        )


class LateInterestCharged(Event):
    """Interest of the days before one waits for its customers' next invoices; of one customer, or of all ("")."""

    until: datetime.date
    customers: int
    charges: int
    total: Amount
    customer: str

    def subject(self) -> str:
        """The customer, or all late interest."""
        return f"customer:{self.customer}" if self.customer else "late_interest:charges"

    def says(self) -> Text:
        """One sentence."""
        return Text(
            "Intérêts de retard jusqu’au {d} : {total}, {n} facture(s) de {c} client(s)",
            "Late interest until {d}: {total}, {n} invoice(s) of {c} customer(s)",
        ).with_(d=self.until, total=spoken(self.total), n=self.charges, c=self.customers)


class InterestPaused(Event):
    """A customer's invoices bear no interest over some days."""

    customer: str
    since: datetime.date
    until: datetime.date | None
    reason: str

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """One sentence."""
        until = Text(f" au {self.until}", f" to {self.until}") if self.until else Text("", "")
        return Text(
            "{c} : sans intérêt de retard du {d}{until}, {why}", "{c}: no late interest from {d}{until}, {why}"
        ).with_(c=self.customer, d=self.since, until=until, why=self.reason)


class InterestPauseOver(Event):
    """A customer's invoices bear interest again from a day on."""

    customer: str
    on: datetime.date

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """One sentence."""
        return Text("{c} : intérêt de retard de nouveau à partir du {d}", "{c}: late interest again from {d}").with_(
            c=self.customer, d=self.on
        )


class PrintFileAsked(Event):
    """Documents of a run were put into a file for the printer; with `again` also those printed before."""

    print_file: str
    date: datetime.date
    documents: int
    again: bool

    def subject(self) -> str:
        """The run."""
        return f"billing_run:{self.date}"

    def says(self) -> Text:
        """One sentence."""
        return Text(
            f"{self.print_file} : {self.documents} documents de la facturation du {self.date} à imprimer",
            f"{self.print_file}: {self.documents} documents of the billing of {self.date} to print",
        )
