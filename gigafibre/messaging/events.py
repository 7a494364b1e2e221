"""Facts that messaging publishes."""

from __future__ import annotations

from gigafibre.kernel.events import Event
from gigafibre.kernel.text import Text


class _AboutCustomer(Event):
    customer: str
    message: int

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"


class MessageFailed(_AboutCustomer):
    """A message could not be delivered; `customer` is empty when it was for an address that is no customer's."""

    channel: str
    reason: str

    def subject(self) -> str:
        """The customer, or the message itself."""
        return super().subject() if self.customer else f"message:{self.message}"

    def says(self) -> Text:
        """In a sentence."""
        return Text("Message non remis : {r}", "Message not delivered: {r}").with_(r=self.reason)


class CustomerAnswered(_AboutCustomer):
    """A customer wrote to us by text message."""

    def says(self) -> Text:
        """In a sentence."""
        return Text("Le client a écrit par SMS", "The customer wrote by SMS")


class VendorSpoke(Event):
    """A provider told us something, stored as it came."""

    event: int
    about: str

    def subject(self) -> str:
        """The provider's message: what is told of one is handled in order."""
        return f"provider:{self.about}"

    def says(self) -> Text:
        """In a sentence."""
        return Text("Un fournisseur a écrit", "A provider wrote")
