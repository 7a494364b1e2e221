"""The days on which nothing is served: kept when they are over, and never twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.kernel.periods import Period
from gigafibre.subscriptions.models import Rest, Subscription
from gigafibre.subscriptions.queries import changes_of, rests_of
from gigafibre.subscriptions.tests.factories import a_planned_change, a_subscription

pytestmark = pytest.mark.django_db


def does(subscription: Subscription, verb: str, **given: Any) -> None:
    perform(f"subscriptions.{verb}", {"subscription": subscription.number, **given}, actor=SYSTEM)


def november(day: int) -> date:
    return date(2026, 11, day)


@pytest.fixture
def subscription(clock: Any) -> Subscription:
    clock.freeze("2026-11-18T09:00:00-05:00")
    return a_subscription("60.00", charged_until=date(2026, 12, 1))


def test_a_pause_that_became_a_suspension_and_ended_early_is_one_rest_in_two_parts(
    subscription: Subscription, clock: Any
) -> None:
    does(subscription, "pause_subscription", on="2026-11-10", until="2026-11-28")
    assert rests_of(subscription.pk) == [Period(november(10), november(28))]
    does(subscription, "suspend_subscription", on="2026-11-15", reason="Impayé")
    assert rests_of(subscription.pk) == [Period(november(10), november(15)), Period(november(15), date.max)]
    # The end of the season is no reason to serve it again: its own return is withdrawn.
    assert [(change.kind, change.state) for change in changes_of(subscription.number)] == [("resume", "withdrawn")]
    clock.freeze("2026-11-20T09:00:00-05:00")
    does(subscription, "reactivate_subscription", on="2026-11-19")
    assert rests_of(subscription.pk) == [Period(november(10), november(15)), Period(november(15), november(19))]


def test_a_suspension_that_keeps_charging_is_no_rest(subscription: Subscription) -> None:
    does(subscription, "suspend_subscription", on="2026-11-15", reason="Impayé", keep_charging=True)
    assert rests_of(subscription.pk) == []


def test_what_is_planned_counts_and_so_does_what_came_from_elsewhere_at_rest(subscription: Subscription) -> None:
    a_planned_change(subscription, "suspend", november(20))
    a_planned_change(subscription, "resume", november(22))
    a_planned_change(subscription, "end", november(29))
    assert rests_of(subscription.pk) == [Period(november(20), november(22)), Period(november(29), date.max)]
    imported = a_subscription(state="paused", suspended_on=november(2), paused_until=november(30))
    assert rests_of(imported.pk) == [Period(november(2), november(30))]


@pytest.mark.parametrize(
    ("days", "rule"),
    [((11, 12), "no_day_rests_twice"), ((20, 20), "rest_has_days")],
)
def test_the_database_refuses_a_day_twice_and_no_days(
    days: tuple[int, int], rule: str, subscription: Subscription
) -> None:
    does(subscription, "pause_subscription", on="2026-11-10", until="2026-11-19")
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Rest.objects.create(subscription=subscription, days=DateRange(november(days[0]), november(days[1])))
    with pytest.raises(IntegrityError, match=r"emptied|never"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE subscriptions_rest")
