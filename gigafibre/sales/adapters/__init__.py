"""E-signature providers of commercial contracts: what one must do, and which one is in use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Protocol

from django.conf import settings as django_settings

from gigafibre.kernel import settings
from gigafibre.kernel.intents import TransportError
from gigafibre.kernel.text import Text


@dataclass(frozen=True)
class Request:
    """A paper to be signed: `key` is ours, by which the request is found again; `page` is where the fields go."""

    key: str
    title: str
    paper: bytes
    page: int
    name: str
    email: str
    language: str


@dataclass(frozen=True)
class State:
    """How far a request is: `waiting`, `signed`, `declined` or `expired`; who signed, the signed paper, and the
    provider's own log of it (a PDF; empty while it is not made yet).
    """

    id: str
    status: str
    name: str = ""
    paper: bytes = b""
    audit: bytes = b""


class Signer(Protocol):
    """Collects a signature. Raises TransportError when it did not, OutcomeUnknown when nobody can know."""

    def request(self, wanted: Request) -> str:
        """Ask for a signature; returns the provider's id."""

    def find(self, key: str) -> str | None:
        """Return the provider's id of a request by our key, or None when there is none."""

    def remind(self, outside_id: str) -> None:
        """Write again to who was asked."""

    def withdraw(self, outside_id: str) -> None:
        """Let a request be signed no longer; one that is over or gone stays as it is."""

    def state(self, outside_id: str) -> State:
        """Return how far a request is, with the signed paper once it is signed."""

    def check(self) -> Text:
        """Ask whether it would take a request, making none; says what was found. Raises NotWorking."""

    def told(self, headers: dict[str, str], body: bytes) -> str | None:
        """Return which request a webhook is about (the provider's id), or None when it is not the provider's."""


def signer() -> Signer:
    """Return the provider the settings name; TransportError (permanent) when there is none."""
    from gigafibre.sales.adapters.docuseal import DocuSeal

    chosen = settings.get("sales.signing_provider")
    if chosen == "docuseal":
        return DocuSeal(django_settings.DOCUSEAL_URL, django_settings.DOCUSEAL_TOKEN, django_settings.DOCUSEAL_SECRET)
    if chosen == "simulator":
        return _simulator()
    raise TransportError("no e-signature provider is set up", permanent=True)


@cache
def _simulator() -> Signer:
    from gigafibre.sales.adapters.simulator import Simulator

    return Simulator()
