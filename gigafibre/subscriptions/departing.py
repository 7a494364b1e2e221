"""Leaving: what an early end may cost, in words; and when the last of what leaves together has ended."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from gigafibre.kernel.context import rule
from gigafibre.kernel.events import publish
from gigafibre.kernel.money import format_money
from gigafibre.kernel.text import Text
from gigafibre.subscriptions.early_termination import WITHOUT as CRTC
from gigafibre.subscriptions.errors import NoSuchDeparture
from gigafibre.subscriptions.events import DepartureOver, MoveMade
from gigafibre.subscriptions.models import Departure, Subscription, SubscriptionChange
from gigafibre.subscriptions.queries import early_end

LEAVES = ("end", "move")


def say_what_an_early_end_costs(number: str, day: datetime.date, *, named: str = "") -> Decimal:
    """Let a preview show at most what the law lets one claim, with its arithmetic; returns it, in dollars."""
    owed, code = early_end(number, on=day), f"subscriptions.early_end{'.' if named else ''}{named}"
    before = Text(f"{named}, ", f"{named}, ") if named else Text("", "")
    if owed is None:
        fact = Text(
            "fin anticipée : aucun engagement noté, rien n’est dû", "early end: no commitment recorded, nothing is owed"
        )
        rule(code, CRTC.en, _joined(before, fact), passed=True)
        return Decimal("0.00")
    for n, line in enumerate(owed.lines, 1):
        rule(f"{code}.{n}", owed.article.in_(), _joined(before, line), passed=True)
    total = Text("fin anticipée, au plus : {amount} ({article})", "early end, at most: {amount} ({article})").with_(
        amount=Text(format_money(owed.amount, "fr"), format_money(owed.amount, "en")), article=owed.article
    )
    rule(code, owed.article.in_(), _joined(before, total), passed=True)
    return owed.amount


def locked(number: str) -> Departure:
    """Return a departure by number, locked, or refuse."""
    found = Departure.objects.select_for_update(of=("self",)).filter(number=number).first()
    if found is None:
        raise NoSuchDeparture(departure=number)
    return found


def what_left(subscription: Subscription) -> None:
    """A service ended: when it was the last of a departure, that is over, and told, once."""
    part = SubscriptionChange.objects.filter(
        subscription=subscription, kind="end", departure__state="announced", state__in=["planned", "applied", "refused"]
    ).first()
    if part is None or part.departure is None:
        return
    departure = Departure.objects.select_for_update(of=("self",)).get(pk=part.departure.pk)
    services = services_of(departure)
    if departure.state != "announced" or any(each.state != "cancelled" for each in services):
        return
    departure.state, departure.over_on = "over", max(each.cancelled_on for each in services if each.cancelled_on)
    departure.save(update_fields=["state", "over_on"])
    claims = [each.number for each in services if departure.claims_early_end and _may_be_claimed(each)]
    publish(DepartureOver(**about(departure), claims=claims))


def what_moved(planned: SubscriptionChange) -> None:
    """A service moved: when it was the last of its departure, all of it is at the new location, and that is told."""
    if planned.departure is None:
        return
    departure = Departure.objects.select_for_update(of=("self",)).get(pk=planned.departure.pk)
    others = departure.changes.filter(kind="move", state="planned").exclude(pk=planned.pk)
    if departure.state != "announced" or others.exists():
        return
    departure.state, departure.over_on = "over", planned.on
    departure.save(update_fields=["state", "over_on"])
    publish(MoveMade(**about(departure), **where_to(departure)))


def where_to(departure: Departure) -> dict[str, Any]:
    """Return what the facts of a move say besides."""
    return {
        "to": departure.moves_to.number if departure.moves_to else "",
        "on": departure.last_day + datetime.timedelta(days=1),
        "drop": departure.drop,
        "devices": departure.devices,
    }


def services_of(departure: Departure) -> list[Subscription]:
    """Return what leaves, in the order of keys."""
    return list(
        Subscription.objects.filter(changes__departure=departure, changes__kind__in=LEAVES).distinct().order_by("pk")
    )


def about(departure: Departure) -> dict[str, Any]:
    """Return what every fact says of a departure."""
    return {
        "customer": departure.customer.number,
        "departure": departure.number,
        "location": departure.location.number,
        "subscriptions": [each.number for each in services_of(departure)],
        "last_day": departure.last_day,
    }


def _may_be_claimed(subscription: Subscription) -> bool:
    owed = early_end(subscription.number, on=subscription.cancelled_on) if subscription.cancelled_on else None
    return owed is not None and owed.amount > 0


def _joined(before: Text, after: Text) -> Text:
    return Text(before.fr + after.in_("fr"), before.en + after.in_("en"))
