"""What a person asked of his personal information follows him when he turns out to be another one."""

from __future__ import annotations

from gigafibre.crm.merging import goes_along, merge_waits_for, stays
from gigafibre.kernel.text import Text
from gigafibre.privacy.models import Erasure, Hold

goes_along("privacy_request", what=Text("demandes de vie privée", "privacy requests"))
goes_along("privacy_personexport", what=Text("envois de renseignements", "exports of information"))
goes_along("privacy_hold", what=Text("conservations pour litige", "holds for a dispute"))
stays("privacy_erasure", because="it is the one who was made nobody, for good")


@merge_waits_for(Text("client anonymisé", "anonymised customer"))
def made_nobody(former: int, survivor: int) -> list[str]:
    """Who was made nobody is nobody else either."""
    found = Erasure.objects.filter(customer_id__in=[former, survivor]).select_related("customer")
    return [row.customer.number for row in found]


@merge_waits_for(Text("deux conservations pour litige", "two holds for a dispute"))
def held_twice(former: int, survivor: int) -> list[str]:
    """One hold at a time: lift one of the two first."""
    found = Hold.objects.filter(customer_id__in=[former, survivor], lifted_at=None).select_related("customer")
    return [row.customer.number for row in found] if len(found) > 1 else []
