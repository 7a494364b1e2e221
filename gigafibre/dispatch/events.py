"""Facts that dispatch publishes; their subject is the customer, so that all of a customer's stay in order."""

from __future__ import annotations

from datetime import date, time
from typing import Literal

from pydantic import BaseModel, ConfigDict

from gigafibre.dispatch.labels import ACTS, KINDS
from gigafibre.kernel.events import Event
from gigafibre.kernel.money import UnitPrice
from gigafibre.kernel.text import Text


class _AboutJob(Event):
    customer: str
    location: str  # empty where none is known
    job: str
    contract: str
    issue: str

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"


class JobCreated(_AboutJob):
    """A job is to be done, on a day wished."""

    kind: str
    date: date

    def says(self) -> Text:
        """In a sentence."""
        kind = KINDS[self.kind]
        return Text("{j} : {k}, le {d}", "{j}: {k}, on {d}").with_(j=self.job, k=kind, d=self.date)


class JobScheduled(_AboutJob):
    """A job has a day and an hour; `technician` is empty while nobody is named."""

    date: date
    starts: time
    minutes: int
    technician: str

    def says(self) -> Text:
        """In a sentence."""
        words = Text("{j} planifiée le {d} à {t}", "{j} scheduled on {d} at {t}")
        return words.with_(j=self.job, d=self.date, t=self.starts.strftime("%H:%M"))


class JobPublished(_AboutJob):
    """The technician is told; the customer may be. The window is what was promised, none when nothing was."""

    date: date
    starts: time
    window_starts: time | None
    window_ends: time | None
    technician: str

    def says(self) -> Text:
        """In a sentence."""
        return Text("{j} publiée pour le {d}", "{j} published for {d}").with_(j=self.job, d=self.date)


class JobUnassigned(_AboutJob):
    """Nobody goes any more; the job waits to be planned anew."""

    date: date
    reason: str

    def says(self) -> Text:
        """In a sentence."""
        return Text("{j} retirée : {r}", "{j} taken back: {r}").with_(j=self.job, r=self.reason)


class TravelStarted(_AboutJob):
    """A technician is on his way."""

    technician: str

    def says(self) -> Text:
        """In a sentence."""
        return Text("{j} : en route", "{j}: on the way").with_(j=self.job)


class JobStarted(_AboutJob):
    """Work began."""

    technician: str

    def says(self) -> Text:
        """In a sentence."""
        return Text("{j} commencée", "{j} started").with_(j=self.job)


class JobCompleted(_AboutJob):
    """A job is done. `chain_id` is its chain's id, 0 when it stands alone; `step` is the template's."""

    kind: str
    chain_id: int
    step: str
    completed_on: date
    code: str
    first_time_fix: bool | None

    def says(self) -> Text:
        """In a sentence."""
        return Text("{j} terminée le {d}", "{j} completed on {d}").with_(j=self.job, d=self.completed_on)


class JobLeftIncomplete(_AboutJob):
    """A job could not be finished."""

    reason: str

    def says(self) -> Text:
        """In a sentence."""
        return Text("{j} incomplète : {r}", "{j} incomplete: {r}").with_(j=self.job, r=self.reason)


class JobCancelled(_AboutJob):
    """A job won't be done."""

    reason: str

    def says(self) -> Text:
        """In a sentence."""
        return Text("{j} annulée : {r}", "{j} cancelled: {r}").with_(j=self.job, r=self.reason)


class JobReopened(_AboutJob):
    """A job that was over is to be done after all."""

    date: date
    reason: str

    def says(self) -> Text:
        """In a sentence."""
        return Text("{j} rouverte : {r}", "{j} opened again: {r}").with_(j=self.job, r=self.reason)


class EquipmentMoved(_AboutJob):
    """Equipment was installed, removed or replaced on a completed job, as read from its label."""

    act: Literal["installed", "removed", "replaced"]
    serial: str
    mac: str
    replaces: str
    model: str
    on: date

    def says(self) -> Text:
        """In a sentence."""
        name = self.serial or self.mac
        return Text("{j} : {s}, {a}", "{j}: {s}, {a}").with_(j=self.job, s=name, a=ACTS[self.act])


class ChargedLine(BaseModel):
    """One line to charge; without a price, the item's of the day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    line: int
    item: str
    description: str
    quantity: str
    unit_price: UnitPrice | None


class WorkCharged(_AboutJob):
    """What a completed job leaves to charge: each line once, also when the job is opened again and closed."""

    lines: list[ChargedLine]
    on: date

    def says(self) -> Text:
        """In a sentence."""
        return Text("{j} : {n} ligne(s) à facturer", "{j}: {n} line(s) to charge").with_(j=self.job, n=len(self.lines))


class _AboutChain(Event):
    customer: str
    chain_id: int
    contract: str
    kind: str

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"


class ChainMade(_AboutChain):
    """The jobs of a contract stand, each with its date."""

    template: str
    jobs: list[str]
    first_on: date

    def says(self) -> Text:
        """In a sentence."""
        words = Text("{n} interventions pour {c}", "{n} jobs for {c}")
        return words.with_(n=len(self.jobs), c=self.contract or self.customer)


class ChainCompleted(_AboutChain):
    """The last job of a chain is done. Told once, whatever is opened again later."""

    location: str
    completed_on: date

    def says(self) -> Text:
        """In a sentence."""
        words = Text("Tout est fait pour {c}, le {d}", "All is done for {c}, on {d}")
        return words.with_(c=self.contract or self.customer, d=self.completed_on)
