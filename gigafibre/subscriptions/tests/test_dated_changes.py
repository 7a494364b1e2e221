"""Every dated change ends applied, refused with the reason, or withdrawn: none is dropped; those of a day in order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.subscriptions.errors import KeepsChargingFromToday, NothingToSubscribe, TooFarAway, WrongState
from gigafibre.subscriptions.models import Subscription, SubscriptionChange
from gigafibre.subscriptions.tests.factories import a_planned_change, a_subscription

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 10)


@pytest.fixture(autouse=True)
def the_day(clock: Any) -> Any:
    clock.freeze("2026-11-21T09:00:00-05:00")
    return clock


def does(subscription: Subscription, verb: str, **given: Any) -> Any:
    return perform(f"subscriptions.{verb}", {"subscription": subscription.number, **given}, actor=SYSTEM).result


def night(clock: Any, day: str) -> dict[str, int]:
    """Let the night's task of a day do its work."""
    clock.freeze(f"{day}T00:05:00-05:00")
    done: dict[str, int] = perform("subscriptions.apply_due_changes", {}, actor=SYSTEM).result
    return done


def became(subscription: Subscription) -> list[tuple[str, str, str]]:
    found = SubscriptionChange.objects.filter(subscription=subscription).order_by("pk")
    return [(change.kind, str(change.on), change.state) for change in found]


@pytest.mark.parametrize(
    ("verb", "given", "kind", "state"),
    [
        ("suspend_subscription", {"reason": "Non-paiement"}, "suspend", "suspended"),
        ("pause_subscription", {"until": "2027-04-01"}, "pause", "paused"),
        ("cancel_subscription", {"reason": "Déménagement"}, "end", "cancelled"),
        ("set_price_override", {"price": "49.95", "reason": "Fidélité"}, "price", "active"),
    ],
)
def test_a_verb_of_a_day_to_come_is_planned_and_done_on_its_day(
    the_day: Any, verb: str, given: dict[str, str], kind: str, state: str
) -> None:
    subscription = a_subscription()
    does(subscription, verb, on="2026-12-10", **given)
    subscription.refresh_from_db()
    assert subscription.state == "active"
    assert became(subscription) == [(kind, "2026-12-10", "planned")]
    assert night(the_day, "2026-12-09") == {"applied": 0, "refused": 0}
    assert night(the_day, "2026-12-10") == {"applied": 1, "refused": 0}
    subscription.refresh_from_db()
    assert subscription.state == state
    assert became(subscription)[0] == (kind, "2026-12-10", "applied")


def test_another_item_is_planned_at_its_own_price_or_one_agreed(the_day: Any) -> None:
    subscription = a_subscription(item=an_item("60.00"), monthly_price="45.00")
    faster = an_item("90.00", sku="NET1000")
    does(subscription, "change_item", item="NET1000", on="2026-12-10", reason="Plus vite")
    night(the_day, "2026-12-10")
    subscription.refresh_from_db()
    assert (subscription.item_id, subscription.price_override) == (faster.pk, None)
    does(subscription, "change_item", item="NET1000", price="80.00", reason="Entente")
    subscription.refresh_from_db()
    assert (subscription.price_override, subscription.price_reason) == (Decimal("80.0000"), "Entente")


def test_the_items_price_again_from_a_day_on(the_day: Any) -> None:
    subscription = a_subscription(item=an_item("60.00"), monthly_price="45.00")
    does(subscription, "set_price_override", on="2026-12-10", reason="Fin de l’entente")
    night(the_day, "2026-12-10")
    subscription.refresh_from_db()
    assert (subscription.price_override, subscription.price_reason) == (None, "")


def test_two_of_one_day_are_made_in_the_order_in_which_they_were_planned(the_day: Any) -> None:
    subscription = a_subscription()
    for price in ("50.00", "40.00"):
        does(subscription, "set_price_override", on="2026-12-10", price=price, reason="Entente")
    assert night(the_day, "2026-12-10") == {"applied": 2, "refused": 0}
    subscription.refresh_from_db()
    assert subscription.price_override == Decimal("40.0000")


def test_a_verb_of_today_comes_after_what_was_planned_for_today(the_day: Any) -> None:
    subscription = a_subscription()
    does(subscription, "set_price_override", on="2026-12-10", price="40.00", reason="Entente")
    the_day.freeze("2026-12-12T09:00:00-05:00")  # Two nights were missed.
    does(subscription, "set_price_override", price="50.00", reason="Correction")
    subscription.refresh_from_db()
    assert subscription.price_override == Decimal("50.0000")
    assert became(subscription) == [("price", "2026-12-10", "applied")]
    assert night(the_day, "2026-12-13") == {"applied": 0, "refused": 0}


def test_what_cannot_be_is_refused_with_its_reason_and_stops_nothing_else(the_day: Any) -> None:
    subscription, other = a_subscription(), a_subscription()
    a_planned_change(subscription, "resume", DAY)
    a_planned_change(other, "price", DAY, price="40.00")
    assert night(the_day, "2026-12-10") == {"applied": 1, "refused": 1}
    refused = SubscriptionChange.objects.get(subscription=subscription)
    assert refused.refused_because == (
        f"{subscription.number} est actif : cette action demande un abonnement suspendu ou en pause."
    )
    assert refused.refused_because_en.startswith(f"{subscription.number} is active: ")
    assert refused.settled_at is not None
    other.refresh_from_db()
    assert other.price_override == Decimal("40.0000")


def test_what_the_database_refuses_is_refused_too(the_day: Any) -> None:
    subscription = a_subscription()
    a_planned_change(subscription, "price", DAY, price="40.00", reason="")
    assert night(the_day, "2026-12-10") == {"applied": 0, "refused": 1}
    (refused,) = SubscriptionChange.objects.all()
    assert "override_says_why" in refused.refused_because
    assert "override_says_why" in refused.refused_because_en
    subscription.refresh_from_db()
    assert subscription.price_override is None


def test_an_end_refuses_what_was_planned_after_it_and_says_so(the_day: Any) -> None:
    subscription = a_subscription()
    does(subscription, "pause_subscription", until="2027-04-01")
    does(subscription, "set_price_override", on="2027-05-01", price="40.00", reason="Entente")
    does(subscription, "cancel_subscription", on="2026-12-10", reason="Déménagement")
    night(the_day, "2026-12-10")
    assert became(subscription) == [
        ("resume", "2027-04-01", "withdrawn"),
        ("price", "2027-05-01", "refused"),
        ("end", "2026-12-10", "applied"),
    ]
    refused = SubscriptionChange.objects.get(state="refused")
    assert refused.refused_because_en == (
        f"{subscription.number} is cancelled since Dec.\xa010,\xa02026: nothing of it can change any more."
    )
    assert night(the_day, "2027-06-01") == {"applied": 0, "refused": 0}


def test_an_end_found_late_with_others_of_the_next_day_settles_each_once(the_day: Any) -> None:
    subscription = a_subscription()
    a_planned_change(subscription, "end", DAY)
    a_planned_change(subscription, "price", date(2026, 12, 11), price="40.00")
    assert night(the_day, "2026-12-15") == {"applied": 1, "refused": 1}
    assert [state for _, _, state in became(subscription)] == ["applied", "refused"]


@pytest.mark.parametrize(
    ("verb", "given", "refusal"),
    [
        (
            "suspend_subscription",
            {"on": "2026-12-10", "reason": "Essai", "keep_charging": True},
            KeepsChargingFromToday,
        ),
        ("cancel_subscription", {"on": "2030-12-10", "reason": "Essai"}, TooFarAway),
        ("change_item", {"on": "2026-12-10", "item": "POSE", "reason": "Essai"}, NothingToSubscribe),
        ("plan_change", {"on": "2026-11-21", "kind": "resume", "reason": "Essai"}, WrongState),
    ],
)
def test_what_makes_no_sense_is_refused_at_once_and_leaves_nothing(
    verb: str, given: dict[str, Any], refusal: type[Refusal]
) -> None:
    an_item("75.00", sku="POSE", kind="one_time")
    subscription = a_subscription()
    with pytest.raises(refusal):
        does(subscription, verb, **given)
    assert became(subscription) == []
    subscription.refresh_from_db()
    assert (subscription.state, subscription.price_override) == ("active", None)


def test_what_was_stopped_is_reactivated_not_activated_anew() -> None:
    stopped: dict[str, Any] = {"state": "suspended", "suspended_on": date(2026, 11, 1)}
    subscription, pending = a_subscription(**stopped), a_subscription(state="pending", started_on=None)
    with pytest.raises(WrongState):
        does(subscription, "activate_subscription")
    with pytest.raises(WrongState):
        does(pending, "reactivate_subscription")
    subscription.refresh_from_db()
    assert (subscription.state, subscription.anchor) == ("suspended", date(2026, 1, 1))
