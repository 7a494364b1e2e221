"""Customers with subscriptions, for tests of this app and of those above."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.subscriptions.models import Commitment, Promotion, Subscription, SubscriptionChange

__all__ = ["a_commitment", "a_customer", "a_location", "a_planned_change", "a_promotion", "a_subscription", "altered"]

_numbers = count(90_001)


def a_subscription(
    monthly_price: str | None = None,
    *,
    customer: Any = None,
    charged_until: date | None = date(2026, 12, 1),
    **more: Any,
) -> Subscription:
    """Make an active subscription, charged to the end of November 2026, at its item's price or one of its own."""
    customer = customer or a_customer()
    location = more.pop("location", None) or a_location(customer)
    if "item" not in more:
        more["item"] = an_item(monthly_price or "60.00")
        monthly_price = None
    values: dict[str, Any] = {
        "number": f"SUB-{next(_numbers)}",
        "state": "active",
        "anchor": date(2026, 1, 1),
        "started_on": date(2026, 1, 1),
        "charged_until": charged_until,
    }
    if monthly_price is not None:
        values |= {"price_override": Decimal(monthly_price), "price_reason": "Entente"}
    made: Subscription = Subscription.objects.create(customer=customer, location=location, **{**values, **more})
    return made


def a_planned_change(subscription: Subscription, kind: str, on: date, **more: Any) -> SubscriptionChange:
    """Plan a dated change, without the verb's checks."""
    values = {"reason": "Essai", **more}
    made: SubscriptionChange = SubscriptionChange.objects.create(subscription=subscription, kind=kind, on=on, **values)
    return made


def altered(subscription: Subscription, **values: Any) -> None:
    """Change columns of a subscription behind the verbs' back."""
    Subscription.objects.filter(pk=subscription.pk).update(**values)
    subscription.refresh_from_db()


def a_promotion(subscription: Subscription, amount: str | None = "10.00", **more: Any) -> Promotion:
    """Grant a promotion from the beginning of 2026, of three cycles unless told otherwise."""
    values: dict[str, Any] = {
        "since": date(2026, 1, 1),
        "words_fr": "Rabais de bienvenue",
        "words_en": "Welcome discount",
    }
    if "until" not in more:
        values["cycles"] = 3
    if "percent" not in more:
        values["amount"] = Decimal(amount or "10.00")
    made: Promotion = Promotion.objects.create(subscription=subscription, reason="Essai", **{**values, **more})
    return made


def a_commitment(subscription: Subscription, **values: Any) -> Commitment:
    """Record a term of 24 months from January 2026 with $240.00 off the modem, or what is said."""
    known: dict[str, Any] = {
        "starts_on": date(2026, 1, 1),
        "term_months": 24,
        "inducement": Decimal("240.00"),
        "goods": "Modem",
    }
    made: Commitment = Commitment.objects.create(subscription=subscription, **known | values)
    return made
