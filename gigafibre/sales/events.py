"""Facts that sales publish: numbers, days and amounts, never a name."""

from __future__ import annotations

from datetime import date, datetime

from gigafibre.kernel.events import Event
from gigafibre.kernel.money import Amount, format_money
from gigafibre.kernel.text import Text


class _AboutQuotation(Event):
    quotation: str

    def subject(self) -> str:
        """The quotation."""
        return f"quotation:{self.quotation}"


class QuotationSent(_AboutQuotation):
    """A quotation went out; whoever writes to customers sends its link (`queries.quote_link`)."""

    customer: str | None
    valid_until: date

    def says(self) -> Text:
        """In a sentence."""
        return Text("Soumission {q} envoyée", "Quotation {q} sent").with_(q=self.quotation)


class QuotationAccepted(_AboutQuotation):
    """A quotation was accepted."""

    customer: str | None
    by_customer: bool

    def says(self) -> Text:
        """In a sentence."""
        return Text("Soumission {q} acceptée", "Quotation {q} accepted").with_(q=self.quotation)


class QuotationDeclined(_AboutQuotation):
    """A quotation was declined."""

    customer: str | None
    by_customer: bool

    def says(self) -> Text:
        """In a sentence."""
        return Text("Soumission {q} refusée", "Quotation {q} declined").with_(q=self.quotation)


class QuotationExpired(_AboutQuotation):
    """A quotation ran out unanswered."""

    customer: str | None

    def says(self) -> Text:
        """In a sentence."""
        return Text("Soumission {q} expirée", "Quotation {q} expired").with_(q=self.quotation)


class QuotationSubscribed(_AboutQuotation):
    """An accepted quotation became pending subscriptions without a contract."""

    customer: str
    subscriptions: list[str]

    def says(self) -> Text:
        """In a sentence."""
        return Text("{q} : abonnements {s}", "{q}: subscriptions {s}").with_(
            q=self.quotation, s=", ".join(self.subscriptions)
        )


class _AboutContract(Event):
    contract: str
    customer: str

    def subject(self) -> str:
        """The contract."""
        return f"contract:{self.contract}"


class ContractSent(_AboutContract):
    """A contract waits for its signature; whoever writes to customers sends its link (`queries.sign_link`)."""

    track: str
    until: datetime

    def says(self) -> Text:
        """In a sentence."""
        return Text("Contrat {c} envoyé pour signature", "Contract {c} sent for signature").with_(c=self.contract)


class ContractSigned(_AboutContract):
    """A contract was signed: what the way from order to payment begins with. Published once per contract."""

    location: str
    plan: str | None
    quotation: str | None
    appointment_on: date | None
    appointment_slot: str
    starts_on: date
    commitment_months: int
    language: str
    how: str
    signed_at: datetime

    def says(self) -> Text:
        """In a sentence."""
        return Text("Contrat {c} signé", "Contract {c} signed").with_(c=self.contract)


class ContractCancelled(_AboutContract):
    """A contract was cancelled, before or after its signature."""

    was_signed: bool

    def says(self) -> Text:
        """In a sentence."""
        return Text("Contrat {c} annulé", "Contract {c} cancelled").with_(c=self.contract)


class ContractExpired(_AboutContract):
    """A contract's link ran out unsigned."""

    def says(self) -> Text:
        """In a sentence."""
        return Text("Contrat {c} expiré", "Contract {c} expired").with_(c=self.contract)


class ReferralRecorded(Event):
    """A customer came by another's code."""

    referrer: str
    referee: str

    def subject(self) -> str:
        """The one who came."""
        return f"customer:{self.referee}"

    def says(self) -> Text:
        """In a sentence."""
        return Text("{a} parrainé par {b}", "{a} referred by {b}").with_(a=self.referee, b=self.referrer)


class ReferralCredited(Event):
    """Who recommended a customer got his credit."""

    referrer: str
    referee: str
    amount: Amount

    def subject(self) -> str:
        """The one who recommended."""
        return f"customer:{self.referrer}"

    def says(self) -> Text:
        """In a sentence."""
        amount = Text(format_money(self.amount, "fr"), format_money(self.amount, "en"))
        return Text("Parrainage de {b} : {m} à {a}", "Referral of {b}: {m} to {a}").with_(
            a=self.referrer, b=self.referee, m=amount
        )
