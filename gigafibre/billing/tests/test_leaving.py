"""What one who leaves early is charged: the law's amount to the cent, once, without tax on top, never more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.billing import queries
from gigafibre.billing.errors import AboveTheLaw, NotLeaving, NotRestorable
from gigafibre.billing.models import PendingCharge
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.kernel.text import speak
from gigafibre.subscriptions.settings import CLAIMS_WITHOUT_INDUCEMENT
from gigafibre.subscriptions.tests.factories import a_commitment, a_customer, a_subscription

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def the_day(clock: Any) -> Any:
    clock.freeze("2026-11-21T09:00:00-05:00")
    return clock


def leaving(**terms: Any) -> Any:
    """Sixty dollars a month since 2025-11-15: on 2026-11-21 the thirteenth month is under way."""
    subscription = a_subscription("60.00", customer=terms.pop("customer", None))
    a_commitment(subscription, **{"starts_on": date(2025, 11, 15), **terms})
    given = {"subscription": subscription.number, "reason": "Déménagement"}
    perform("subscriptions.cancel_subscription", given, actor=SYSTEM)
    deliver_all()
    return subscription


def charge(subscription: Any, **given: Any) -> Any:
    return perform("billing.charge_early_end", {"subscription": subscription.number, **given}, actor=SYSTEM).result


def test_the_laws_amount_is_billed_once_and_without_tax() -> None:
    subscription = leaving()
    charge(subscription)
    number = perform("billing.bill_customer", {"customer": subscription.customer.number}, actor=SYSTEM).result
    page = queries.invoice(number)
    lines = [(line.description, line.amount, line.taxable) for place in page.locations for line in place.lines]
    assert lines == [("Indemnité de fin anticipée", Decimal("110.00"), False)]
    assert (page.tax_total, page.total) == (Decimal("0.00"), Decimal("110.00"))
    with pytest.raises(AboveTheLaw):
        charge(subscription)


@pytest.mark.parametrize("amount", ["110.01", "500.00"])
def test_never_above_the_law(amount: str) -> None:
    subscription = leaving()
    with pytest.raises(AboveTheLaw) as refused:
        charge(subscription, amount=amount)
    assert "at most $110.00" in refused.value.said.en
    assert not PendingCharge.objects.filter(item__isnull=True).exists()


def test_parts_add_up_to_the_law_and_no_further_also_when_one_is_withdrawn() -> None:
    subscription = leaving()
    first = charge(subscription, amount="60.00")
    charge(subscription, amount="50.00")
    with pytest.raises(AboveTheLaw):
        charge(subscription, amount="0.01")
    perform("billing.withdraw_charge", {"charge": first, "reason": "Geste commercial"}, actor=SYSTEM)
    charge(subscription, amount="60.00")
    with pytest.raises(NotRestorable):
        perform("billing.restore_charge", {"charge": first, "reason": "Erreur"}, actor=SYSTEM)


def test_nothing_is_claimed_without_inducement_unless_the_provider_chose_the_acts_limit() -> None:
    subscription = leaving(inducement=Decimal(0), goods="")
    with pytest.raises(AboveTheLaw):
        charge(subscription, amount="1.00")
    settings.put(CLAIMS_WITHOUT_INDUCEMENT, True)
    charge(subscription)
    (waiting,) = PendingCharge.objects.filter(item__isnull=True)
    assert waiting.amount == Decimal("50.00")


def test_nothing_is_claimed_when_the_provider_is_at_fault() -> None:
    subscription = a_subscription("60.00")
    a_commitment(subscription)
    given = {"subscription": subscription.number, "reason": "Panne répétée", "waived": "provider_breach"}
    perform("subscriptions.cancel_subscription", given, actor=SYSTEM)
    with pytest.raises(AboveTheLaw):
        charge(subscription, amount="0.01")


def test_one_who_stays_owes_nothing_and_a_planned_end_counts_on_its_day() -> None:
    subscription = a_subscription("60.00")
    a_commitment(subscription, starts_on=date(2025, 11, 15))
    with pytest.raises(NotLeaving):
        charge(subscription)
    given = {"subscription": subscription.number, "reason": "Déménagement", "on": "2027-01-10"}
    perform("subscriptions.cancel_subscription", given, actor=SYSTEM)
    charge(subscription)
    (waiting,) = PendingCharge.objects.filter(item__isnull=True)
    assert waiting.amount == Decimal("100.00")  # The fourteenth month: 240 × 10/24.


def test_a_business_owes_what_its_contract_says() -> None:
    company = a_customer("Ferme Guérin inc.", kind="company")
    subscription = leaving(customer=company, clause_limit=Decimal("75.00"))
    charge(subscription)
    (waiting,) = PendingCharge.objects.filter(item__isnull=True)
    assert waiting.amount == Decimal("75.00")


def test_the_cancellation_says_its_arithmetic_before_anything_is_done() -> None:
    subscription = a_subscription("60.00")
    given = {"subscription": subscription.number, "reason": "Déménagement"}
    (none,) = preview("subscriptions.cancel_subscription", given, actor=SYSTEM).rules
    assert none.fact.en == "early end: no commitment recorded, nothing is owed"
    a_commitment(subscription, starts_on=date(2025, 11, 15))
    said = [r.fact.en for r in preview("subscriptions.cancel_subscription", given, actor=SYSTEM).rules]
    speak("fr")
    assert said == [
        "inducement given at the start: $240.00",
        "months begun since November\u00a015,\u00a02025: 13 of 24 (the one under way counts)",
        "$240.00 × 11 ÷ 24 months = $110.00",
        "early end, at most: $110.00 (CPA s. 214.7, Regulation s. 79.10)",
    ]
