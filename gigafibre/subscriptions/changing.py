"""What each kind of dated change does to a subscription on its day; it ends applied, or refused with a reason."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from gigafibre.catalog import queries as catalog
from gigafibre.kernel import clock
from gigafibre.kernel.errors import Conflict, Refusal
from gigafibre.kernel.events import publish
from gigafibre.kernel.rows import some, write
from gigafibre.kernel.text import Text
from gigafibre.subscriptions import departing
from gigafibre.subscriptions.errors import AfterTheEnd, BeforeItBegan, WrongState, refuse_before_it_began
from gigafibre.subscriptions.events import (
    ChangeRefused,
    ChangeWithdrawn,
    DaysLeftUncharged,
    SubscriptionActivated,
    SubscriptionCancelled,
    SubscriptionChanged,
    SubscriptionMoved,
    SubscriptionPaused,
    SubscriptionReactivated,
    SubscriptionSuspended,
)
from gigafibre.subscriptions.models import Rest, Subscription, SubscriptionChange
from gigafibre.subscriptions.states import STATES, before, may_become

Day = datetime.date
State = SubscriptionChange.State
STOPPED = Text("suspendu ou en pause", "suspended or paused")
RUNNING = Text("actif, suspendu ou en pause", "active, suspended or paused")
SEASON = "Pause saisonnière · Seasonal pause"
BACK = "Reprise · Resumed"
PAUSE_ENDS = "Fin de la pause · End of the pause"


def activate(subscription: Subscription, on: Day, *, anchor: Day) -> None:
    """Begin it on a day, charged from that day, in periods cut from the anchor."""
    if subscription.state != "pending":
        raise _wrong(subscription, STATES["pending"])
    _becomes(subscription, "active")
    write(subscription, state=subscription.state, anchor=anchor, started_on=on, charged_until=on)
    publish(SubscriptionActivated(customer=_customer(subscription), subscription=subscription.number, on=on))


def suspend(subscription: Subscription, on: Day, *, reason: str, keep_charging: bool) -> None:
    """Stop serving it from a day on; charged meanwhile only when asked."""
    _since_it_began(subscription, on)
    if keep_charging and subscription.state == "paused":  # there is nothing to keep
        raise _wrong(subscription, STATES["active"])
    if not keep_charging:
        _leave_charged(subscription, on)
    if subscription.state == "paused":  # the end of the season is no reason to serve it again
        returns = SubscriptionChange.objects.filter(subscription=subscription, state=State.PLANNED, kind="resume")
        returns.filter(reason=PAUSE_ENDS).update(state=State.WITHDRAWN, settled_at=clock.now())
    _becomes(subscription, "suspended")
    subscription.suspended_on, subscription.charged_while_suspended = on, keep_charging
    if not keep_charging:
        subscription.charged_until = _stops(subscription, on)
    subscription.save(update_fields=["state", "suspended_on", "charged_while_suspended", "charged_until"])
    if not keep_charging:
        _rests(subscription, on, until=None)
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
    _leave_charged(subscription, on)
    _becomes(subscription, "paused")
    subscription.suspended_on, subscription.paused_until = on, until
    if until is None or (subscription.charged_until and subscription.charged_until <= until):
        subscription.charged_until = _stops(subscription, on)
    subscription.save(update_fields=["state", "suspended_on", "paused_until", "charged_until"])
    _rests(subscription, on, until=until)
    if until is not None:
        SubscriptionChange.objects.create(subscription=subscription, kind="resume", on=until, reason=PAUSE_ENDS)
    publish(SubscriptionPaused(customer=_customer(subscription), subscription=subscription.number, on=on, until=until))


def reactivate(subscription: Subscription, on: Day) -> None:
    """Serve it again from a day on; what was not charged before that day never will be."""
    if subscription.state not in {"suspended", "paused"}:
        raise _wrong(subscription, STOPPED)
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
    _serves(subscription, on)
    _no_second_return(subscription, on)
    publish(
        SubscriptionReactivated(
            customer=_customer(subscription), subscription=subscription.number, on=on, charging_resumes=resumes
        )
    )


def cancel(subscription: Subscription, on: Day, *, reason: str) -> None:
    """End it: the day is the first one without it."""
    _since_it_began(subscription, on)
    _leave_charged(subscription, on)
    _becomes(subscription, "cancelled")
    subscription.cancelled_on, subscription.ends_on, subscription.cancel_reason = on, on, reason[:255]
    if subscription.charged_until is not None:
        subscription.charged_until = _stops(subscription, on)
    subscription.save(update_fields=["state", "cancelled_on", "ends_on", "cancel_reason", "charged_until"])
    _nothing_after_the_end(subscription, on)
    publish(
        SubscriptionCancelled(customer=_customer(subscription), subscription=subscription.number, on=on, reason=reason)
    )
    departing.what_left(subscription)


def change(subscription: Subscription, on: Day, *, item_id: int | None, price: Decimal | None, reason: str) -> None:
    """From a day on: another item (at its own price unless one is given), or another price."""
    _since_it_began(subscription, on)
    if subscription.state in {"pending", "cancelled"}:
        raise _wrong(subscription, RUNNING)
    was = catalog.item_of(subscription.item_id, on=on)
    was_price = was.price if subscription.price_override is None else subscription.price_override
    _leave_charged(subscription, on)
    if item_id is not None:
        subscription.item_id = item_id
    subscription.price_override = price
    subscription.price_reason = reason[:255] if price is not None else ""
    subscription.save(update_fields=["item", "price_override", "price_reason", "charged_until"])
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


def move(subscription: Subscription, planned: SubscriptionChange) -> None:
    """Serve it at another location from its day on; no day is charged twice and none is left out."""
    _since_it_began(subscription, planned.on)
    if subscription.state == "cancelled" or planned.location is None:
        raise _wrong(subscription, RUNNING)
    was = subscription.location.number
    subscription.location = planned.location
    subscription.save(update_fields=["location"])
    publish(
        SubscriptionMoved(
            customer=_customer(subscription),
            subscription=subscription.number,
            on=planned.on,
            location=planned.location.number,
            was_location=was,
        )
    )
    departing.what_moved(planned)


def settle_due(day: Day) -> list[str]:
    """Settle every planned change up to a day, oldest first; returns what each became."""
    due = SubscriptionChange.objects.filter(state=State.PLANNED, on__lte=day)
    # Locks in key order first, as the billing run takes them.
    concerned = Subscription.objects.select_for_update().filter(pk__in=due.values("subscription_id")).order_by("pk")
    list(concerned.values_list("pk"))
    return [settle(planned) for planned in due.order_by("on", "pk")]


def settle_due_of(subscription: Subscription, day: Day) -> int:
    """Settle what is due of one subscription, which is locked; returns how many."""
    planned_of = some(SubscriptionChange, subscription_id=subscription.pk, state=State.PLANNED)
    due = [planned for planned in planned_of if planned.on <= day]
    for planned in sorted(due, key=lambda one: (one.on, one.pk)):
        settle(planned)
    return len(due)


def settle(planned: SubscriptionChange) -> str:
    """Apply a planned change whose day has come, or refuse it with the reason; returns which."""
    planned.refresh_from_db()
    if planned.state != State.PLANNED:  # An earlier one of the day ended the subscription, and this one with it.
        return str(planned.state)
    try:
        with transaction.atomic():
            apply(planned)
    except Refusal as refusal:
        refuse(planned, refusal.said)
    except IntegrityError as error:
        constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
        refuse(planned, Conflict(rule=constraint or "database").said)
    return str(planned.state)


def apply(planned: SubscriptionChange) -> None:
    """Apply a planned change, or raise why it can't be."""
    subscription = Subscription.objects.select_for_update(of=("self",)).get(pk=planned.subscription_id)
    _APPLIED[planned.kind](subscription, planned)
    planned.state, planned.settled_at = State.APPLIED, clock.now()
    planned.save(update_fields=["state", "settled_at"])


def refuse(planned: SubscriptionChange, because: Text) -> None:
    """End a planned change refused, with the reason in both languages; who planned it is told."""
    planned.state, planned.settled_at = State.REFUSED, clock.now()
    planned.refused_because, planned.refused_because_en = because.fr[:255], because.en[:255]
    planned.save(update_fields=["state", "refused_because", "refused_because_en", "settled_at"])
    publish(
        ChangeRefused(
            customer=_customer(planned.subscription),
            subscription=planned.subscription.number,
            on=planned.on,
            change=planned.pk,
            kind=planned.kind,
            because=planned.refused_because,
            because_en=planned.refused_because_en,
        )
    )


def withdraw(planned: SubscriptionChange, reason: str) -> None:
    """Take back a planned change; days that a run billed as planned are told, to be charged as they are without it."""
    planned.state, planned.settled_at = State.WITHDRAWN, clock.now()
    planned.reason = f"{planned.reason} · {reason}"[:255]
    planned.save(update_fields=["state", "settled_at", "reason"])
    if planned.kind == "move":  # it costs the same here and there
        return
    subscription, day = planned.subscription, planned.on
    served = subscription.state == "active" or _charged_meanwhile(subscription)
    item_id, price, until = subscription.item_id, subscription.price_override, None
    for other in SubscriptionChange.objects.filter(subscription=subscription, state=State.PLANNED).order_by("on", "pk"):
        if other.on > day:
            until = other.on
            break
        if other.kind in {"item", "price"}:
            item_id, price = other.item_id or item_id, other.price
        elif other.kind != "move":
            served = other.kind == "resume" or (other.until is not None and other.until <= day)
    item = catalog.item_of(item_id, on=day)
    publish(
        ChangeWithdrawn(
            customer=_customer(subscription),
            subscription=subscription.number,
            on=day,
            change=planned.pk,
            kind=planned.kind,
            until=until,
            served=served,
            item=item.sku,
            unit_price=item.price if price is None else price,
            reason=reason,
        )
    )


_APPLIED: dict[str, Callable[[Subscription, SubscriptionChange], None]] = {
    "price": lambda s, c: change(s, c.on, item_id=None, price=c.price, reason=c.reason),
    "item": lambda s, c: change(s, c.on, item_id=c.item_id, price=c.price, reason=c.reason),
    "pause": lambda s, c: pause(s, c.on, until=c.until),
    "resume": lambda s, c: reactivate(s, c.on),
    "suspend": lambda s, c: suspend(s, c.on, reason=c.reason, keep_charging=False),
    "end": lambda s, c: cancel(s, c.on, reason=c.reason),
    "move": move,
}


def _no_second_return(subscription: Subscription, on: Day) -> None:
    """Back already: a return planned for later, before the next stop, has nothing left to do."""
    later = SubscriptionChange.objects.filter(subscription=subscription, state=State.PLANNED, on__gt=on)
    stop = later.filter(kind__in=["pause", "suspend"]).order_by("on").values_list("on", flat=True).first()
    returns = later.filter(kind="resume")
    if stop is not None:
        returns = returns.filter(on__lte=stop)
    returns.update(state=State.WITHDRAWN, settled_at=clock.now())


def _nothing_after_the_end(subscription: Subscription, on: Day) -> None:
    """What was planned for later can't come any more: refused now, and its planner told; a pause's own return falls."""
    later = SubscriptionChange.objects.filter(subscription=subscription, state=State.PLANNED, on__gt=on)
    later.filter(kind="resume").update(state=State.WITHDRAWN, settled_at=clock.now())
    for planned in later.order_by("on", "pk"):
        refuse(planned, AfterTheEnd(subscription=subscription.number, on=on).said)


def _serves(subscription: Subscription, on: Day) -> None:
    """No rest lasts longer than to a day."""
    for rest in Rest.objects.filter(subscription=subscription, days__overlap=DateRange(on, None)):
        if rest.days.lower >= on:
            rest.delete()
        else:
            rest.days = DateRange(rest.days.lower, on)
            rest.save(update_fields=["days"])


def _rests(subscription: Subscription, on: Day, *, until: Day | None) -> None:
    """Note the days on which nothing is served nor charged."""
    _serves(subscription, on)
    Rest.objects.create(subscription=subscription, days=DateRange(on, until))


def _charged_meanwhile(subscription: Subscription) -> bool:
    return subscription.state == "suspended" and subscription.charged_while_suspended


def _leave_charged(subscription: Subscription, on: Day) -> None:
    """Before a change: tell the days served and not charged yet, to be charged as they were; charging goes on after.

    Days that have no price wait for one: nobody could charge them.
    """
    since = subscription.charged_until
    if since is None or since >= on or not (subscription.state == "active" or _charged_meanwhile(subscription)):
        return
    item = catalog.item_of(subscription.item_id, on=since)
    if subscription.price_override is None and item.price is None:
        return
    subscription.charged_until = on
    publish(
        DaysLeftUncharged(
            customer=_customer(subscription),
            subscription=subscription.number,
            on=on,
            since=since,
            item=item.sku,
            unit_price=subscription.price_override,
        )
    )


def _stops(subscription: Subscription, on: Day) -> Day:
    """Return up to where it is charged when nothing is from a day on."""
    return min(subscription.charged_until or on, on)


def _becomes(subscription: Subscription, wanted: str) -> None:
    if not may_become(subscription.state, wanted):
        raise _wrong(subscription, before(wanted))
    subscription.state = wanted


def _wrong(subscription: Subscription, wanted: Text) -> WrongState:
    return WrongState(subscription=subscription.number, state=STATES[subscription.state], wanted=wanted)


def _since_it_began(subscription: Subscription, on: Day) -> None:
    refuse_before_it_began(subscription.number, subscription.started_on, on)


def _customer(subscription: Subscription) -> str:
    return str(subscription.customer.number)
