"""Who planned a change that is refused on its day hears why, by the bell; nobody else does."""

from __future__ import annotations

from typing import Any

import pytest

from gigafibre.identity.queries import notices
from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel.actor import SYSTEM, Actor
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.perform import perform
from gigafibre.subscriptions.tests.factories import a_planned_change, a_subscription

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def the_day(clock: Any) -> Any:
    clock.freeze("2026-11-21T09:00:00-05:00")
    return clock


def night(clock: Any, day: str) -> None:
    clock.freeze(f"{day}T00:05:00-05:00")
    perform("subscriptions.apply_due_changes", {}, actor=SYSTEM)
    deliver_all()


def bell(user: Any) -> list[tuple[str, str]]:
    return [(notice.text.en.replace("\u00a0", " "), notice.url) for notice in notices(user.pk)[0]]


def test_who_planned_it_hears_why(the_day: Any) -> None:
    clerk, colleague = a_user("billing"), a_user("billing")
    subscription = a_subscription()
    given = {"subscription": subscription.number, "on": "2026-12-10"}
    actor = Actor("staff", clerk.pk, clerk.display_name, frozenset({"*"}))
    perform("subscriptions.suspend_subscription", {**given, "reason": "Voyage"}, actor=actor)
    perform("subscriptions.suspend_subscription", {**given, "reason": "Encore"}, actor=actor)
    night(the_day, "2026-12-10")
    number = subscription.number
    said = (
        f"{number}: the change planned for December 10, 2026 is refused. "
        f"{number} is suspended: this takes a subscription that is active or paused."
    )
    assert bell(clerk) == [(said, f"/subscriptions/{number}")]
    assert bell(colleague) == []


def test_when_nobody_planned_it_those_hear_who_may_change_subscriptions(the_day: Any) -> None:
    clerk, technician = a_user("billing"), a_user("technician")
    subscription = a_subscription()
    a_planned_change(subscription, "resume", the_day.today())
    night(the_day, "2026-11-22")
    assert len(bell(clerk)) == 1
    assert bell(technician) == []
