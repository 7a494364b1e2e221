"""Facts that only a story knows, since several apps make them true together."""

from __future__ import annotations

from datetime import date

from gigafibre.kernel.events import Event
from gigafibre.kernel.text import Text


class OrderBegun(Event):
    """A signed contract has its installation issue and its job chain. Told once per contract."""

    contract: str
    customer: str
    issue: str
    jobs: list[str]
    first_on: date

    def subject(self) -> str:
        """The contract."""
        return f"contract:{self.contract}"

    def says(self) -> Text:
        """In a sentence."""
        words = Text("{c} : {n} interventions, dès le {d}", "{c}: {n} jobs, from {d}")
        return words.with_(c=self.contract, n=len(self.jobs), d=self.first_on)
