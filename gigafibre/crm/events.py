"""Facts of the CRM: numbers and dates, no names."""

from __future__ import annotations

from datetime import date

from gigafibre.crm import words
from gigafibre.kernel.events import Event
from gigafibre.kernel.text import Text


class CustomerCreated(Event):
    """A customer is known to us."""

    customer: str

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """In one sentence."""
        return Text("Client {c} créé", "Customer {c} created").with_(c=self.customer)


class CustomerStatusChanged(Event):
    """A customer became active, suspended, terminated or a prospect."""

    customer: str
    before: str
    after: str
    on: date

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """In one sentence."""
        before, after = words.STATUS[self.before], words.STATUS[self.after]
        return Text("Statut : {before} → {after}", "Status: {before} → {after}").with_(before=before, after=after)


class LocationAdded(Event):
    """A customer has a further service location."""

    customer: str
    location: str

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """In one sentence."""
        return Text("Lieu de service {l} ajouté", "Service location {l} added").with_(l=self.location)


class LocationMoved(Event):
    """A service location is another customer's from now on; its past stays the former one's."""

    customer: str
    location: str
    before: str
    reason: str

    def subject(self) -> str:
        """The new customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """In one sentence."""
        said = Text("Lieu de service {l} : de {b} à {c}", "Service location {l}: from {b} to {c}")
        return said.with_(l=self.location, b=self.before, c=self.customer)


class CustomersMerged(Event):
    """A customer turned out to be another one: all that was the duplicate's is his."""

    customer: str
    duplicate: str
    reason: str

    def subject(self) -> str:
        """The customer who is kept."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """In one sentence."""
        return Text("{d} fusionné avec {c}", "{d} merged into {c}").with_(d=self.duplicate, c=self.customer)


class LocationAddressChanged(Event):
    """A service location has another address; the former one is kept until that day."""

    customer: str
    location: str
    on: date

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """In one sentence."""
        return Text("Adresse de {l} changée", "Address of {l} changed").with_(l=self.location)


class ConsentGiven(Event):
    """A customer agreed to be written to on a channel."""

    customer: str
    channel: str
    purpose: str

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """In one sentence."""
        channel, purpose = words.CHANNEL[self.channel], words.PURPOSE[self.purpose]
        made = Text("Consentement donné : {channel}, {purpose}", "Consent given: {channel}, {purpose}")
        return made.with_(channel=channel, purpose=purpose)


class ConsentWithdrawn(Event):
    """A customer no longer agrees."""

    customer: str
    channel: str
    purpose: str

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """In one sentence."""
        channel, purpose = words.CHANNEL[self.channel], words.PURPOSE[self.purpose]
        made = Text("Consentement retiré : {channel}, {purpose}", "Consent withdrawn: {channel}, {purpose}")
        return made.with_(channel=channel, purpose=purpose)


class ParentSet(Event):
    """Another account pays for a customer from now on."""

    customer: str
    parent: str
    reason: str

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """In one sentence."""
        made = Text("{c} : payé par {p}", "{c}: paid by {p}")
        return made.with_(c=self.customer, p=self.parent)


class ParentRemoved(Event):
    """A customer pays for himself again."""

    customer: str
    parent: str
    reason: str

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"

    def says(self) -> Text:
        """In one sentence."""
        made = Text("{c} : n’est plus payé par {p}", "{c}: no longer paid by {p}")
        return made.with_(c=self.customer, p=self.parent)
