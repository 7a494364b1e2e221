"""What of the offers keeps a place a customer’s."""

from __future__ import annotations

from gigafibre.crm.holds import holds_location
from gigafibre.kernel.text import Text
from gigafibre.sales.models import Contract, Quotation


@holds_location(Text("soumission", "quotation"))
def offered(location_id: int) -> list[str]:
    """Numbers of the quotations that may still become a contract."""
    there = Quotation.objects.filter(location_id=location_id, status__in=["draft", "sent"])
    return list(there.order_by("pk").values_list("number", flat=True))


@holds_location(Text("contrat", "contract"))
def agreed(location_id: int) -> list[str]:
    """Numbers of the contracts to be signed."""
    there = Contract.objects.filter(location_id=location_id, status__in=["draft", "sent"])
    return list(there.order_by("pk").values_list("number", flat=True))
