"""What each kind of dated change does to a subscription on its day; it ends applied, or refused with a reason."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

from django.db import IntegrityError, transaction

from gigafibre.catalog import queries as catalog
from gigafibre.kernel import clock
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.events import publish
from gigafibre.subscriptions.errors import BeforeItBegan, WrongState
from gigafibre.subscriptions.events import (
    SubscriptionActivated,
    SubscriptionCancelled,
    SubscriptionChanged,
    SubscriptionPaused,
    SubscriptionReactivated,
    SubscriptionSuspended,
)
from gigafibre.subscriptions.models import Subscription, SubscriptionChange
from gigafibre.subscriptions.states import STATES, before, may_become

Day = datetime.date


def activate(subscription: Subscription, on: Day, *, anchor: Day) -> None:
    """Begin it on a day, charged from that day, in periods cut from the anchor."""
    _becomes(subscription, "active")
    subscription.anchor, subscription.started_on, subscription.charged_until = anchor, on, on
    subscription.save(update_fields=["state", "anchor", "started_on", "charged_until"])
    publish(SubscriptionActivated(customer=_customer(subscription), subscription=subscription.number, on=on))


def suspend(subscription: Subscription, on: Day, *, reason: str, keep_charging: bool) -> None:
    """Stop serving it from a day on; charged meanwhile only when asked."""
    _since_it_began(subscription, on)
    _becomes(subscription, "suspended")
    subscription.suspended_on, subscription.charged_while_suspended = on, keep_charging
    if not keep_charging:
        subscription.charged_until = _stops(subscription, on)
    subscription.save(update_fields=["state", "suspended_on", "charged_while_suspended", "charged_until"])
    publish(
        SubscriptionSuspended(
            customer=_customer(subscription),
            subscription=subscription.number,
            on=on,
            reason=reason,
            charging_stops=not keep_charging,
        )
    )


def pause(subscription: Subscription, on: Day, *, until: Day | None) -> None:
    """Rest it from a day on, until another; only active days are charged."""
    _since_it_began(subscription, on)
    _becomes(subscription, "paused")
    subscription.suspended_on, subscription.paused_until = on, until
    if until is None or (subscription.charged_until and subscription.charged_until <= until):
        subscription.charged_until = _stops(subscription, on)
    subscription.save(update_fields=["state", "suspended_on", "paused_until", "charged_until"])
    if until is not None:
        SubscriptionChange.objects.create(
            subscription=subscription, kind="resume", on=until, reason="Fin de la pause · End of the pause"
        )
    publish(SubscriptionPaused(customer=_customer(subscription), subscription=subscription.number, on=on, until=until))


def reactivate(subscription: Subscription, on: Day) -> None:
    """Serve it again from a day on; what was not charged before that day never will be."""
    resumes = subscription.state == "paused" or not subscription.charged_while_suspended
    if subscription.suspended_on is not None and on < subscription.suspended_on:
        raise BeforeItBegan(subscription=subscription.number, began=subscription.suspended_on)
    _becomes(subscription, "active")
    subscription.suspended_on = subscription.paused_until = None
    subscription.charged_while_suspended = False
    if resumes and subscription.charged_until is not None:
        subscription.charged_until = max(subscription.charged_until, on)
    subscription.save(
        update_fields=["state", "suspended_on", "paused_until", "charged_while_suspended", "charged_until"]
    )
    publish(
        SubscriptionReactivated(
            customer=_customer(subscription), subscription=subscription.number, on=on, charging_resumes=resumes
        )
    )


def cancel(subscription: Subscription, on: Day, *, reason: str) -> None:
    """End it: the day is the first one without it."""
    _since_it_began(subscription, on)
    _becomes(subscription, "cancelled")
    subscription.cancelled_on, subscription.ends_on, subscription.cancel_reason = on, on, reason
    if subscription.charged_until is not None:
        subscription.charged_until = _stops(subscription, on)
    subscription.save(update_fields=["state", "cancelled_on", "ends_on", "cancel_reason", "charged_until"])
    publish(
        SubscriptionCancelled(customer=_customer(subscription), subscription=subscription.number, on=on, reason=reason)
    )


def change(subscription: Subscription, on: Day, *, item_id: int | None, price: Decimal | None, reason: str) -> None:
    """From a day on: another item (at its own price unless one is given), or another price."""
    _since_it_began(subscription, on)
    if subscription.state in {"pending", "cancelled"}:
        raise _wrong(subscription, "active")
    was = catalog.item_of(subscription.item_id, on=on)
    was_price = was.price if subscription.price_override is None else subscription.price_override
    if item_id is not None:
        subscription.item_id = item_id
    subscription.price_override, subscription.price_reason = price, reason if price is not None else ""
    subscription.save(update_fields=["item", "price_override", "price_reason"])
    item = catalog.item_of(subscription.item_id, on=on)
    publish(
        SubscriptionChanged(
            customer=_customer(subscription),
            subscription=subscription.number,
            on=on,
            item=item.sku,
            unit_price=item.price if price is None else price,
            was_item=was.sku,
            was_unit_price=was_price,
            reason=reason,
        )
    )


def settle(planned: SubscriptionChange) -> str:
    """Apply a planned change whose day has come, or refuse it with the reason; returns which."""
    subscription = Subscription.objects.select_for_update().get(pk=planned.subscription_id)
    planned.settled_at = clock.now()
    try:
        with transaction.atomic():
            _APPLIED[planned.kind](subscription, planned)
    except Refusal as refusal:
        planned.state, planned.refused_because = SubscriptionChange.State.REFUSED, refusal.said.fr[:255]
    except IntegrityError as error:
        planned.state, planned.refused_because = SubscriptionChange.State.REFUSED, str(error).splitlines()[0][:255]
    else:
        planned.state = SubscriptionChange.State.APPLIED
    planned.save(update_fields=["state", "refused_because", "settled_at"])
    return planned.state


_APPLIED: dict[str, Callable[[Subscription, SubscriptionChange], None]] = {
    "price": lambda s, c: change(s, c.on, item_id=None, price=c.price, reason=c.reason),
    "item": lambda s, c: change(s, c.on, item_id=c.item_id, price=c.price, reason=c.reason),
    "pause": lambda s, c: pause(s, c.on, until=c.until),
    "resume": lambda s, c: reactivate(s, c.on),
    "suspend": lambda s, c: suspend(s, c.on, reason=c.reason, keep_charging=False),
    "end": lambda s, c: cancel(s, c.on, reason=c.reason),
}


def _stops(subscription: Subscription, on: Day) -> Day:
    """Return up to where it is charged when nothing is from a day on."""
    return min(subscription.charged_until or on, on)


def _becomes(subscription: Subscription, wanted: str) -> None:
    if not may_become(subscription.state, wanted):
        raise _wrong(subscription, wanted)
    subscription.state = wanted


def _wrong(subscription: Subscription, wanted: str) -> WrongState:
    return WrongState(subscription=subscription.number, state=STATES[subscription.state], wanted=before(wanted))


def _since_it_began(subscription: Subscription, on: Day) -> None:
    if subscription.started_on is not None and on < subscription.started_on:
        raise BeforeItBegan(subscription=subscription.number, began=subscription.started_on)


def _customer(subscription: Subscription) -> str:
    return str(subscription.customer.number)
