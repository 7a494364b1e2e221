"""What of the issues keeps a place a customer’s."""

from __future__ import annotations

from gigafibre.crm.holds import holds_location
from gigafibre.kernel.text import Text
from gigafibre.support.models import DONE, Issue


@holds_location(Text("billet", "issue"))
def unsettled(location_id: int) -> list[str]:
    """Numbers of the issues that are not settled."""
    there = Issue.objects.filter(location_id=location_id).exclude(status__in=DONE)
    return list(there.order_by("pk").values_list("number", flat=True))
