"""Which fee may be charged to whom: the law's articles, checked wherever a fee gets onto an invoice."""

from __future__ import annotations

from gigafibre.billing.errors import PenaltyForbidden
from gigafibre.billing.queries.customers import BillTo
from gigafibre.catalog.errors import FeeForbidden
from gigafibre.catalog.fees import FORBIDDEN, law_against
from gigafibre.catalog.queries import Item
from gigafibre.kernel.context import rule
from gigafibre.kernel.text import Text

_FACT = Text("Frais permis à ce client", "Fee this customer may be charged")


def refuse_forbidden_fee(item: Item, customer: BillTo) -> None:
    """Refuse an item that the law forbids to charge to a customer, naming the article."""
    law = law_against(item.fee_class, consumer=customer.consumer)
    if rule("billing.fee_allowed", law.en if law else "CPA s. 13, Telecom Act s. 27.04", _FACT, passed=law is None):
        return
    if item.fee_class in FORBIDDEN:
        raise FeeForbidden(law=law)
    raise PenaltyForbidden(item=item.sku)
