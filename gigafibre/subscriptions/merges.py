"""What of a customer’s services follows him when he turns out to be another one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.apps import apps

from gigafibre.crm.merging import before_merge, goes_along
from gigafibre.kernel.text import Text
from gigafibre.subscriptions.models import Subscription
from gigafibre.subscriptions.planning import billing_day_before

goes_along("subscriptions_subscription", what=Text("abonnements", "subscriptions"))
goes_along("subscriptions_departure", what=Text("départs et déménagements", "departures and moves"))


@before_merge
def one_billing_day(former: int, survivor: int) -> None:
    """Charge the former’s services from where they are charged to, in periods of the survivor’s billing day."""
    customers: Any = apps.get_model("crm", "Customer")
    day = customers.objects.select_related("parent").get(pk=survivor)
    theirs = (day.parent or day).billing_day
    ours = customers.objects.select_related("parent").get(pk=former)
    if (ours.parent or ours).billing_day == theirs:
        return
    live = (
        Subscription.objects.select_for_update()
        .filter(customer_id=former)
        .exclude(state__in=[Subscription.State.PENDING, Subscription.State.CANCELLED])
    )
    for found in live.order_by("pk"):
        charged: date = found.charged_until or found.anchor
        found.anchor = billing_day_before(charged, theirs)
        found.save(update_fields=["anchor"])
