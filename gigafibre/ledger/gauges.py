"""What previews show of the ledger before and after."""

from __future__ import annotations

from decimal import Decimal

from gigafibre.kernel.gauges import gauge
from gigafibre.kernel.text import Text
from gigafibre.ledger import queries


@gauge("ledger.balance", subject="customer", takes="billing.read", label=Text("Solde du client", "Customer balance"))
def balance(customer_id: int) -> Decimal:
    """Return what a customer owes (negative: we owe him)."""
    return queries.balance(customer_id)
