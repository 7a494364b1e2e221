"""What of a customer’s bills keeps a place his."""

from __future__ import annotations

from django.db.models import Q

from gigafibre.billing.models import PendingCharge, TaxExemption
from gigafibre.crm.holds import holds_location
from gigafibre.kernel import clock
from gigafibre.kernel.text import Text


@holds_location(Text("frais en attente", "waiting charge"))
def waiting(location_id: int) -> list[str]:
    """What waits for his next invoice."""
    there = PendingCharge.objects.filter(location_id=location_id, line=None, withdrawn_at=None)
    return list(there.order_by("pk").values_list("description_fr", flat=True))


@holds_location(Text("exemption de taxes", "tax exemption"))
def exempted(location_id: int) -> list[str]:
    """Certificates in force there, today or later."""
    in_force = Q(days__upper_inf=True) | Q(days__endswith__gt=clock.today())
    there = TaxExemption.objects.filter(in_force, location_id=location_id)
    return list(there.order_by("pk").values_list("certificate", flat=True))
