"""From what happens to a service to what the customer is charged, in the order in which it happens."""

from __future__ import annotations

from gigafibre.billing import actions as billing
from gigafibre.kernel.events import on
from gigafibre.subscriptions.events import (
    ChangeWithdrawn,
    DaysLeftUncharged,
    SubscriptionActivated,
    SubscriptionCancelled,
    SubscriptionChanged,
    SubscriptionPaused,
    SubscriptionReactivated,
    SubscriptionSuspended,
)


@on(SubscriptionActivated)
def bill_the_rest_of_the_month(event: SubscriptionActivated) -> None:
    """A new service is invoiced at once, up to the next billing day."""
    billing.bill_first_period(event.subscription, from_day=event.on)


@on(DaysLeftUncharged)
def charge_what_was_served_before(event: DaysLeftUncharged) -> None:
    """Days served before a change and on no invoice yet are charged at what they cost then, on the next one."""
    billing.charge_served(
        event.subscription,
        since=event.since,
        until=event.on,
        item=event.item,
        unit_price=event.unit_price,
        reason="Jours servis avant un changement · Days served before a change",
    )


@on(ChangeWithdrawn)
def charge_as_without_it(event: ChangeWithdrawn) -> None:
    """Days that a run billed as a change had planned them are charged as they are without it, or given back."""
    billing.settle_service(
        event.subscription,
        since=event.on,
        until=event.until,
        item=event.item if event.served else None,
        unit_price=event.unit_price if event.served else None,
        reason=event.reason,
    )


@on(SubscriptionChanged)
def adjust_the_days_charged(event: SubscriptionChanged) -> None:
    """Another item or price: the rest is credited at the old price and charged at the new, on the next invoice."""
    billing.settle_service(
        event.subscription,
        since=event.on,
        item=event.item,
        unit_price=event.unit_price,
        was_item=event.was_item,
        was_unit_price=event.was_unit_price,
        reason=event.reason or "Changement · Change",
    )


@on(SubscriptionSuspended)
def credit_what_is_not_served(event: SubscriptionSuspended) -> None:
    """A suspension that stops charging gives the rest back."""
    billing.settle_service(event.subscription, since=event.on, charging_stops=event.charging_stops, reason="Suspension")


@on(SubscriptionPaused)
def credit_the_days_of_rest(event: SubscriptionPaused) -> None:
    """Only active days are charged."""
    billing.settle_service(event.subscription, since=event.on, until=event.until, reason="Pause")


@on(SubscriptionReactivated)
def charge_the_days_used_after_all(event: SubscriptionReactivated) -> None:
    """Back before its day: what was given back beyond is charged again; the rest comes with the next run."""
    billing.charge_again(event.subscription, since=event.on, reason="Reprise · Resumed")


@on(SubscriptionCancelled)
def credit_what_was_paid_beyond_the_end(event: SubscriptionCancelled) -> None:
    """The end gives back what was paid beyond it."""
    billing.settle_service(event.subscription, since=event.on, reason=event.reason or "Fin · End")
