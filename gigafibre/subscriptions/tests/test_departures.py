"""Departures: what leaves a place and when, what is refused, what the database holds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.tests.looking import facts
from gigafibre.subscriptions import actions, queries
from gigafibre.subscriptions.errors import (
    DepartureNotOpen,
    EndsWithDeparture,
    LeavesAlready,
    LeavesOnePlace,
    NoSuchDeparture,
    NothingToLeave,
    OtherCustomersLocation,
    WrongState,
)
from gigafibre.subscriptions.models import Departure, SubscriptionChange
from gigafibre.subscriptions.tests.factories import a_location, a_planned_change, a_subscription

pytestmark = pytest.mark.django_db
LAST = date(2026, 12, 15)


@pytest.fixture(autouse=True)
def acting(clock: Any) -> Any:
    with acting_as(SYSTEM):
        yield clock


def leave(served: Any, last_day: date = LAST, **given: Any) -> str:
    return actions.announce_departure(served.customer.number, last_day=last_day, reason="Déménage", **given)


def ends(*services: Any) -> list[date | None]:
    return [queries.day_it_ends(one.number) for one in services]


def test_all_of_a_place_ends_after_the_last_day() -> None:
    internet = a_subscription()
    phone = a_subscription(customer=internet.customer, location=internet.location)
    gone = a_subscription(
        customer=internet.customer, location=internet.location, state="cancelled", cancelled_on=date(2026, 2, 1)
    )
    number = leave(internet)
    assert ends(internet, phone, gone) == [date(2026, 12, 16), date(2026, 12, 16), date(2026, 2, 1)]
    (head,) = queries.departures_of(internet.customer.number)
    assert (head.number, head.state, head.last_day, head.removal_on) == (number, "announced", LAST, LAST)
    assert head.subscriptions == [internet.number, phone.number]
    types = [fact["type"] for fact in facts(subject=f"customer:{internet.customer.number}")]
    assert types == ["subscriptions.DepartureAnnounced", "subscriptions.RemovalWanted"]


def test_a_day_that_is_over_ends_it_at_once() -> None:
    served = a_subscription()
    leave(served, date(2026, 11, 20), visit=False)
    head = queries.subscription(served.number, on=LAST)
    assert (head.state, head.ends_on) == ("cancelled", date(2026, 11, 21))
    (departure,) = queries.departures_of(served.customer.number)
    assert (departure.state, departure.over_on, departure.removal_on) == ("over", date(2026, 11, 21), None)


def test_ended_earlier_one_by_one_it_is_over_with_the_last(acting: Any) -> None:
    internet = a_subscription()
    phone = a_subscription(customer=internet.customer, location=internet.location)
    leave(internet)
    actions.cancel_subscription(internet.number, reason="Tout de suite")
    (head,) = queries.departures_of(internet.customer.number)
    assert head.state == "announced"
    actions.cancel_subscription(phone.number, reason="Tout de suite")
    (head,) = queries.departures_of(internet.customer.number)
    assert (head.state, head.over_on) == ("over", date(2026, 11, 21))
    assert [fact["type"] for fact in facts(type="subscriptions.DepartureOver")] == ["subscriptions.DepartureOver"]


def test_withdrawn_it_can_be_announced_again_and_not_withdrawn_twice() -> None:
    served = a_subscription()
    number = leave(served)
    actions.withdraw_departure(number, reason="Il reste")
    assert ends(served) == [None]
    with pytest.raises(DepartureNotOpen):
        actions.withdraw_departure(number, reason="Encore")
    assert leave(served) != number
    with pytest.raises(NoSuchDeparture):
        actions.withdraw_departure("DEP-404", reason="Encore")


def test_after_the_last_day_it_is_too_late(acting: Any) -> None:
    served = a_subscription()
    number = leave(served)
    acting.freeze("2026-12-16T00:01:00")
    with pytest.raises(DepartureNotOpen), transaction.atomic():
        actions.withdraw_departure(number, reason="Trop tard")
    assert ends(served) == [date(2026, 12, 16)]


def test_what_makes_no_sense_is_refused_and_changes_nothing() -> None:
    served = a_subscription()
    elsewhere = a_subscription(customer=served.customer, location=a_location(served.customer))
    gone = a_subscription(customer=served.customer, location=served.location, state="cancelled", cancelled_on=LAST)
    with pytest.raises(LeavesOnePlace, match=elsewhere.location.number):
        leave(served)
    with pytest.raises(OtherCustomersLocation):
        leave(served, location=a_location().number)
    with pytest.raises(NothingToLeave):
        leave(served, services=[a_subscription().number])
    with pytest.raises(WrongState):
        leave(served, services=[gone.number])
    assert Departure.objects.count() == 0
    leave(served, location=served.location.number)
    with pytest.raises(LeavesAlready, match="DEP-"):
        leave(served, services=[served.number])
    assert SubscriptionChange.objects.count() == 1


def test_its_end_is_withdrawn_with_it_only() -> None:
    served = a_subscription()
    leave(served)
    change = SubscriptionChange.objects.get()
    with pytest.raises(EndsWithDeparture, match="DEP-"):
        actions.withdraw_change(change.pk, reason="Non")


def test_what_did_not_come_back_is_noted_once(acting: Any) -> None:
    served = a_subscription()
    number = leave(served, date(2026, 11, 20))
    assert queries.departures_to_remind() == []
    acting.move(days=14)
    assert [found.number for found in queries.departures_to_remind()] == [number]
    for _ in range(2):
        actions.settle_return(number, devices=["EQP-7"])
    (told,) = facts(type="subscriptions.ReturnOverdue")
    assert (told["payload"]["days"], told["payload"]["devices"]) == (15, ["EQP-7"])
    assert queries.departures_to_remind() == []


def a_departure(served: Any, **given: Any) -> Departure:
    facts = {"number": "DEP-900", "location": served.location, "last_day": LAST, "reason": "Essai", **given}
    made: Departure = Departure.objects.create(customer=served.customer, **facts)
    return made


@pytest.mark.parametrize(
    ("rule", "given"),
    [
        ("departure_number_form", {"number": "900"}),
        ("departure_says_why", {"reason": ""}),
        ("withdrawn_departure_says_why", {"state": "withdrawn"}),
        ("departure_over_on_a_day", {"state": "over"}),
        ("departure_over_on_a_day", {"over_on": LAST}),
        ("move_says_what_of_the_devices", {"devices": "exchanged"}),
        ("move_says_what_of_the_devices", {"drop": "DROP-7"}),
    ],
)
def test_the_database_refuses_half_a_departure(rule: str, given: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError, match=rule):
        a_departure(a_subscription(), **given)


def test_the_database_refuses_to_leave_twice_at_a_time_or_to_move_nowhere() -> None:
    served = a_subscription()
    departure = a_departure(served)
    with pytest.raises(IntegrityError, match="departure_goes_elsewhere"), transaction.atomic():
        a_departure(served, number="DEP-901", moves_to=served.location, devices="exchanged", drop="DROP-7")
    with pytest.raises(IntegrityError, match="only_a_move_goes_somewhere"), transaction.atomic():
        a_planned_change(served, "move", LAST)
    with pytest.raises(IntegrityError, match="only_a_move_goes_somewhere"), transaction.atomic():
        a_planned_change(served, "end", LAST, location=served.location)
    a_planned_change(served, "end", LAST, departure=departure)
    with pytest.raises(IntegrityError, match="leaves_once_at_a_time"):
        a_planned_change(served, "end", LAST + timedelta(days=1), departure=departure)
