"""Facts that support publishes; their subject is the customer, so that all of a customer's stay in order."""

from __future__ import annotations

from datetime import date

from gigafibre.kernel.events import Event
from gigafibre.kernel.text import Text
from gigafibre.support.labels import KINDS


class _AboutIssue(Event):
    customer: str
    location: str  # empty where none is known
    issue: str
    kind: str
    contract: str  # empty when it is of none

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"


class IssueOpened(_AboutIssue):
    """Something is to be settled for a customer."""

    source: str
    opened_on: date

    def says(self) -> Text:
        """In a sentence."""
        return Text("{i} ouvert : {k}", "{i} opened: {k}").with_(i=self.issue, k=KINDS[self.kind])


class IssueResolved(_AboutIssue):
    """It is settled; its words are on the issue."""

    resolved_on: date

    def says(self) -> Text:
        """In a sentence."""
        return Text("{i} réglé le {d}", "{i} resolved on {d}").with_(i=self.issue, d=self.resolved_on)


class IssueReopened(_AboutIssue):
    """It was not settled after all."""

    reason: str

    def says(self) -> Text:
        """In a sentence."""
        return Text("{i} rouvert : {r}", "{i} reopened: {r}").with_(i=self.issue, r=self.reason)
