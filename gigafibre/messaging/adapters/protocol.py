"""What a carrier of messages does: send one under our key, and find what an unknown outcome came to."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from gigafibre.kernel.text import Text


@dataclass(frozen=True)
class Enclosed:
    """A file that goes along."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True)
class Outgoing:
    """One message on its way out; `since` is when it was first tried, `ours` the provider's ids we know of it."""

    key: uuid.UUID
    to: str
    subject: str
    body: str
    language: str
    since: datetime
    callback: str = ""
    sender: str = ""
    unsubscribe: str = ""
    files: tuple[Enclosed, ...] = ()
    ours: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Taken:
    """What a carrier answered when it took a message over."""

    provider_id: str
    segments: int = 0
    cost: Decimal | None = None


class CannotLookUp(Exception):
    """This carrier can't say whether it took a message: a person decides."""


class Unsubscribed(Exception):
    """The carrier says that the receiver wants no messages; ours must remember it."""


class Carrier(Protocol):
    """A way out. Raises the intents' TransportError or OutcomeUnknown, or Unsubscribed."""

    name: str
    #: Whether what it takes leaves this machine.
    real: bool

    def send(self, message: Outgoing) -> Taken:
        """Hand a message over."""

    def find(self, message: Outgoing) -> Taken | None:
        """Return what became of a message whose outcome is unknown; None: it was never taken."""

    def check(self) -> Text:
        """Ask whether it would take a message, sending none; says what was found. Raises NotWorking."""
