"""What the wizard asks of the network: which addresses can be served. Answered by whoever is wired in config.

The shape is that of the public eligibility call, so that both read the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Answer = Literal["connected", "serviceable", "planned", "not_covered"]


@dataclass(frozen=True)
class Eligible:
    """An address and what can be had there; `plans` are codes, all of those sold when it is empty."""

    address: str
    city: str
    postal_code: str
    answer: Answer
    plans: tuple[str, ...] = ()
    connection_type: str = ""


Eligibility = Callable[[str], list[Eligible]]
_asked: list[Eligibility] = []


def answer_with(eligibility: Eligibility | None) -> None:
    """Say who answers; None: nobody, and the wizard takes an address as it is typed."""
    _asked[:] = [eligibility] if eligibility else []


def is_answered() -> bool:
    """Whether anybody answers."""
    return bool(_asked)


def eligible(query: str) -> list[Eligible]:
    """Return the addresses a query may mean, the likeliest first; none while nobody answers."""
    return _asked[0](query) if _asked and len(query.strip()) >= 3 else []
