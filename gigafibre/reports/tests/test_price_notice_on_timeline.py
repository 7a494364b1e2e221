"""The notice of a price change stands on the customer's timeline, first prepared, then sent."""

from __future__ import annotations

from typing import Any

import pytest

from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.reports.timeline import timeline
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db


def test_a_price_notice_is_told_once_prepared_and_once_sent(clock: Any) -> None:
    clock.freeze("2026-11-21T13:00:00-05:00")
    item = an_item("54.95")
    customer = a_subscription(item=item).customer
    given = {"items": [item.sku], "new_price": "59.95", "effective_on": "2027-02-01"}
    number = perform("billing.confirm_price_change", given, actor=SYSTEM).result
    assert _told(customer) == [f"Avis de changement de prix {number}, dès le 1 févr. 2027 : préparé"]
    perform("billing.record_notices_sent", {"price_change": number}, actor=SYSTEM)
    assert _told(customer) == [f"Avis de changement de prix {number}, dès le 1 févr. 2027 : envoyé"]


def _told(customer: Any) -> list[str]:
    return [row["text"] for row in timeline(customer.number, customer.pk, kind="money")["items"]]
