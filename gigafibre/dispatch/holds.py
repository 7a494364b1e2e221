"""What of the field’s work keeps a place a customer’s."""

from __future__ import annotations

from gigafibre.crm.holds import holds_location
from gigafibre.dispatch.models import Job
from gigafibre.kernel.text import Text

#: Nobody goes there for these any more.
ENDED = ("completed", "incomplete", "cancelled")


@holds_location(Text("intervention", "job"))
def planned(location_id: int) -> list[str]:
    """Numbers of the jobs that are neither done nor given up."""
    there = Job.objects.filter(location_id=location_id).exclude(status__in=ENDED)
    return list(there.order_by("pk").values_list("number", flat=True))
