"""What was given at the start: recorded, replaced, removed; the database holds its limits."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.subscriptions import queries
from gigafibre.subscriptions.errors import InducementOnWhat, NoCommitment
from gigafibre.subscriptions.models import Commitment, Subscription
from gigafibre.subscriptions.tests.factories import a_commitment, a_planned_change, a_subscription

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 21)


def does(verb: str, **given: Any) -> None:
    perform(f"subscriptions.{verb}", given, actor=SYSTEM)


def _committed_until(subscription: Subscription) -> date | None:
    return Subscription.objects.get(pk=subscription.pk).committed_until


def test_the_term_says_until_when_and_a_new_one_replaces_it(clock: Any) -> None:
    subscription = a_subscription()
    given = {"subscription": subscription.number, "starts_on": "2026-01-31", "term_months": 1}
    does("record_commitment", **given, inducement="240.00", goods="Modem")
    assert _committed_until(subscription) == date(2026, 2, 28)
    does("record_commitment", subscription=subscription.number, starts_on="2026-01-01", term_months=24)
    (recorded,) = Commitment.objects.all()
    assert (recorded.term_months, recorded.inducement) == (24, Decimal("0.00"))
    does("remove_commitment", subscription=subscription.number, reason="Saisi par erreur")
    assert _committed_until(subscription) is None
    assert queries.early_end(subscription.number, on=ON) is None
    with pytest.raises(NoCommitment):
        does("remove_commitment", subscription=subscription.number, reason="Encore")


def test_an_inducement_was_given_on_something(clock: Any) -> None:
    subscription = a_subscription()
    with pytest.raises(InducementOnWhat):
        does("record_commitment", subscription=subscription.number, starts_on="2026-01-01", inducement="10.00")
    assert not Commitment.objects.exists()


@pytest.mark.parametrize(
    ("attack", "rule"),
    [
        ("term_months = 0", "commitment_term"),
        ("inducement = -1", "commitment_amounts"),
        ("clause_limit = -1", "commitment_amounts"),
        ("goods = ''", "inducement_says_what"),
    ],
)
def test_the_database_holds_its_limits(attack: str, rule: str) -> None:
    a_commitment(a_subscription())
    with pytest.raises(IntegrityError, match=rule), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE subscriptions_commitment SET {attack}")


def test_one_reads_it_with_what_an_end_costs(clock: Any) -> None:
    clock.freeze("2026-11-21T09:00:00-05:00")
    subscription = a_subscription("60.00")
    client = browser(a_user("support"))
    address = f"/api/v1/subscriptions/{subscription.number}/commitment"
    assert client.get(address).json() == {"commitment": None}
    a_commitment(subscription)
    read = client.get(address).json()["commitment"]
    assert (read["owed"], read["on"], read["ends"], read["until"]) == ("130.00", "2026-11-21", False, "2028-01-01")
    assert read["lines"][-1] == "240,00\u00a0$ × 13 ÷ 24 mois = 130,00\u00a0$"
    a_planned_change(subscription, "end", date(2027, 1, 15))
    read = client.get(address).json()["commitment"]
    assert (read["owed"], read["on"], read["ends"]) == ("110.00", "2027-01-15", True)
    assert client.get("/api/v1/subscriptions/SUB-1/commitment").status_code == 404
