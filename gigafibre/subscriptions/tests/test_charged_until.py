"""Moving charged_until in bulk leaves no second trail, and nothing else can hide behind it."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.subscriptions.bulk import move_charged_until
from gigafibre.subscriptions.models import Subscription
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db


def trail() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM kernel_audit WHERE \"table\" = 'subscriptions_subscription' AND op = 'U'")
        return int(cursor.fetchone()[0])


def test_a_run_moves_it_without_a_second_trail() -> None:
    subscription = a_subscription()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE moved ON COMMIT DROP AS SELECT %s::bigint AS subscription_id, "
                       "'2027-01-01'::date AS charged_until", [subscription.pk])  # fmt: skip
        assert move_charged_until(cursor, "moved") == 1
    assert Subscription.objects.get().charged_until == date(2027, 1, 1)
    assert trail() == 0


def test_by_hand_it_leaves_one() -> None:
    a_subscription()
    Subscription.objects.update(charged_until=date(2027, 1, 1))
    assert trail() == 1


@pytest.mark.parametrize(
    "change", ["state = 'paused'", "charged_until = '2027-01-01', comment = 'x'", "charged_until = '2026-11-01'"]
)
def test_nothing_else_changes_under_its_name(change: str) -> None:
    a_subscription()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('gigafibre.moving', 'charged_until', true)")
        with pytest.raises(IntegrityError) as caught, transaction.atomic():
            cursor.execute(f"UPDATE subscriptions_subscription SET {change}")
    assert caught.value.__cause__.diag.constraint_name == "only_charged_until_moves"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("attack", "rule"),
    [
        ("state = 'cancelled'", "cancelled_has_a_day"),
        ("price_override = 5", "override_says_why"),
        ("charged_until = NULL", "live_is_charged_from_some_day"),
        ("state = 'suspended'", "suspended_since_a_day"),
        ("quantity = 0", "subscription_quantity"),
        ("interval_months = 2", "subscription_interval"),
        ("number = 'X-1'", "subscription_number_form"),
    ],
)
def test_a_subscription_is_whole(attack: str, rule: str) -> None:
    a_subscription()
    with pytest.raises(IntegrityError, match=rule), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE subscriptions_subscription SET {attack}")
