"""What of a customer’s services keeps a place his."""

from __future__ import annotations

from django.db.models import Q

from gigafibre.crm.holds import holds_location
from gigafibre.kernel.text import Text
from gigafibre.subscriptions.models import Departure, Subscription


@holds_location(Text("abonnement", "subscription"))
def running(location_id: int) -> list[str]:
    """Numbers of the services that are not over."""
    there = Subscription.objects.filter(location_id=location_id).exclude(state=Subscription.State.CANCELLED)
    return list(there.order_by("pk").values_list("number", flat=True))


@holds_location(Text("départ ou déménagement", "departure or move"))
def leaving(location_id: int) -> list[str]:
    """Numbers of the departures announced from or to the place."""
    announced = Departure.objects.filter(Q(location_id=location_id) | Q(moves_to_id=location_id), state="announced")
    return list(announced.order_by("pk").values_list("number", flat=True))
