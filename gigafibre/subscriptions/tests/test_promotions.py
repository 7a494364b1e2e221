"""Promotions as records: granted, withdrawn and given back by verbs; what the database itself refuses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from gigafibre.catalog.tests.factories import a_group, an_item
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.subscriptions.models import Promotion
from gigafibre.subscriptions.tests.factories import a_promotion, a_subscription

pytestmark = pytest.mark.django_db
WORDS = {"words_fr": "Rabais de bienvenue", "words_en": "Welcome discount", "reason": "Nouveau client"}


def grant(subscription: Any, **given: Any) -> int:
    done = perform(
        "subscriptions.grant_promotion", {"subscription": subscription.number, **WORDS, **given}, actor=SYSTEM
    )
    return int(done.result)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"amount": "10.00"}, "promotion_unclear"),
        ({"amount": "10.00", "percent": "10", "cycles": 3}, "promotion_unclear"),
        ({"cycles": 3}, "promotion_unclear"),
        ({"amount": "10.00", "cycles": 3, "until": "2027-06-01"}, "promotion_unclear"),
        ({"amount": "10.00", "since": "2027-01-01", "until": "2027-01-01"}, "before_it_began"),
    ],
)
def test_an_unclear_promotion_is_refused(given: dict[str, Any], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        grant(a_subscription(), **given)
    assert not Promotion.objects.exists()


def test_a_discount_and_a_cancelled_subscription_take_none() -> None:
    discount = a_subscription(item=an_item("-5.00", kind="discount", group=a_group("discount", account="4900")))
    ended = a_subscription(state="cancelled", cancelled_on=date(2026, 11, 1))
    for subscription, code in ((discount, "nothing_to_discount"), (ended, "subscription_state")):
        with pytest.raises(Refusal, match=code):
            grant(subscription, percent="10", cycles=1)
    assert not Promotion.objects.exists()


def test_withdrawn_once_and_given_back_once() -> None:
    made = grant(a_subscription(), percent="10", until="2027-06-01", since="2026-12-01")
    given = {"promotion": made, "reason": "Par erreur"}
    with pytest.raises(Refusal, match="promotion_not_withdrawn"):
        perform("subscriptions.restore_promotion", given, actor=SYSTEM)
    perform("subscriptions.withdraw_promotion", {**given, "on": "2026-12-15"}, actor=SYSTEM)
    assert Promotion.objects.get().withdrawn_on == date(2026, 12, 15)
    with pytest.raises(Refusal, match="no_such_promotion"):
        perform("subscriptions.withdraw_promotion", given, actor=SYSTEM)
    perform("subscriptions.restore_promotion", given, actor=SYSTEM)
    assert Promotion.objects.get().withdrawn_on is None


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"percent": 10}, "promotion_amount_or_percent"),
        ({"amount": None}, "promotion_amount_or_percent"),
        ({"amount": 0}, "promotion_amount_or_percent"),
        ({"until": date(2027, 1, 1)}, "promotion_cycles_or_until"),
        ({"cycles": None}, "promotion_cycles_or_until"),
        ({"cycles": 0}, "promotion_cycles_or_until"),
        ({"words_en": ""}, "promotion_in_words"),
        ({"withdrawn_on": date(2026, 12, 1)}, "withdrawn_promotion_says_why"),
    ],
)
def test_the_database_refuses_half_a_promotion(wrong: dict[str, Any], constraint: str) -> None:
    made = a_promotion(a_subscription())
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Promotion.objects.filter(pk=made.pk).update(**wrong)
