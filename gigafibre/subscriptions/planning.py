"""Finding a subscription to change, and planning for a day to come what can't be done today."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.periods import add_months, period_of
from gigafibre.kernel.rows import one
from gigafibre.subscriptions import changing
from gigafibre.subscriptions.errors import (
    BeforeItBegan,
    DayToCome,
    NoSuchSubscription,
    TooFarAway,
    WrongState,
    refuse_before_it_began,
)
from gigafibre.subscriptions.models import Departure, Subscription, SubscriptionChange
from gigafibre.subscriptions.states import STATES

YEARS_AHEAD = 3
#: A service that began earlier comes with an import, not by hand: a day of another century is a slip.
YEARS_BACK = 10


def ready(number: str) -> Subscription:
    """Lock a subscription for a verb; changes whose day has come are settled first, so that their order holds."""
    found = locked(number)
    if changing.settle_due_of(found, clock.today()):
        found.refresh_from_db()
    return found


def locked(number: str) -> Subscription:
    """Lock a subscription by number, or refuse."""
    found = one(Subscription, number=number, lock=True)
    if found is None:
        raise NoSuchSubscription(subscription=number)
    return found


def come(on: datetime.date | None) -> datetime.date:
    """Return the day, today unless given; refuses a day to come, and one gone for longer than ten years."""
    day = on or clock.today()
    if day > clock.today():
        raise DayToCome(on=day)
    if day < add_months(clock.today(), -12 * YEARS_BACK):
        raise TooFarAway(on=day, years=YEARS_BACK)
    return day


def not_before(found: Subscription, on: datetime.date, until: datetime.date) -> None:
    """Refuse an end that doesn't come after its beginning."""
    if until <= on:
        raise BeforeItBegan(subscription=found.number, began=on)


def plan(
    found: Subscription,
    kind: str,
    on: datetime.date,
    *,
    reason: str,
    item_id: int | None = None,
    price: Decimal | None = None,
    until: datetime.date | None = None,
    location: Any = None,
    departure: Departure | None = None,
) -> SubscriptionChange:
    """Write down a dated change; what makes no sense whatever comes is refused now."""
    refuse_before_it_began(found.number, found.started_on, on)
    if (until or on) > clock.today() + datetime.timedelta(days=366 * YEARS_AHEAD):
        raise TooFarAway(on=until or on, years=YEARS_AHEAD)
    if found.state == "cancelled":
        raise WrongState(subscription=found.number, state=STATES[found.state], wanted=STATES["active"])
    made: SubscriptionChange = SubscriptionChange.objects.create(
        subscription=found,
        kind=kind,
        on=on,
        until=until,
        item_id=item_id,
        price=price,
        location=location,
        departure=departure,
        reason=reason[:255],
    )
    return made


def next_billing_day(day: datetime.date, billing_day: int) -> datetime.date:
    """Return the customer's first billing day on or after a day: what periods are cut from."""
    month = period_of(datetime.date(2000, 1, 31).replace(day=billing_day), 1, day)
    return month.start if month.start == day else month.end


def billing_day_before(day: datetime.date, billing_day: int) -> datetime.date:
    """Return the customer's last billing day on or before a day."""
    return period_of(datetime.date(2000, 1, 31).replace(day=billing_day), 1, day).start
