"""Gauges: figures that no single row says (a balance, the next invoice), read before and after in every preview.

@gauge("ledger.balance", subject="customer", label=Text("Solde du client", "Customer balance"))
def balance(customer_id: int) -> Decimal: ...
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from gigafibre.kernel.text import Text

Reader = Callable[[int], Decimal | None]


@dataclass(frozen=True)
class Gauge:
    """One figure about one kind of subject (named as in live topics: `customer`), in dollars."""

    name: str
    subject: str
    label: Text
    read: Reader


_gauges: dict[str, Gauge] = {}


def gauge(name: str, *, subject: str, label: Text) -> Callable[[Reader], Reader]:
    """Register a gauge; its reader takes the subject's primary key and may answer None for "does not apply"."""

    def register(read: Reader) -> Reader:
        _gauges[name] = Gauge(name, subject, label, read)
        return read

    return register


def gauges_of(subject: str) -> list[Gauge]:
    """Return the gauges of a kind of subject, by name."""
    return [g for _, g in sorted(_gauges.items()) if g.subject == subject]
