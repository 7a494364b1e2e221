"""Gauges: figures that no single row says (a balance, the next invoice), read before and after in every preview.

@gauge("ledger.balance", subject="customer", takes="billing.read", label=Text("Solde du client", "Customer balance"))
def balance(customer_id: int) -> Decimal: ...
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from gigafibre.kernel.actor import Actor
from gigafibre.kernel.text import Text

Reader = Callable[[int], Decimal | None]


@dataclass(frozen=True)
class Gauge:
    """One figure about one kind of subject (named as in live topics: `customer`), in dollars; whom it may be told."""

    name: str
    subject: str
    takes: str
    label: Text
    read: Reader


_gauges: dict[str, Gauge] = {}


def gauge(name: str, *, subject: str, takes: str, label: Text) -> Callable[[Reader], Reader]:
    """Register a gauge; its reader takes the subject's primary key and may answer None for "does not apply".

    `takes` is the right to see the figure where it stands: a preview is no way around it.
    """

    def register(read: Reader) -> Reader:
        _gauges[name] = Gauge(name, subject, takes, label, read)
        return read

    return register


def gauges_of(subject: str, actor: Actor) -> list[Gauge]:
    """Return the gauges of a kind of subject that an actor may read, by name."""
    return [g for _, g in sorted(_gauges.items()) if g.subject == subject and actor.may(g.takes)]
