"""Billing's rows, for tests of the floors above that need one without its whole story."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from gigafibre.billing.models import BillingRun, Invoice, PendingCharge, PriceChange, PriceChangeLine, PriceNotice


def a_draft(customer: Any, on: date) -> Invoice:
    """Return an empty draft of a day."""
    return Invoice.objects.create(
        customer=customer,
        date=on,
        due_date=on + timedelta(days=20),
        subtotal=0,
        tax_total=0,
        total=0,
        bill_name="x",
        language="fr",
    )


def a_run(on: date, state: str, by: str = "Ève") -> BillingRun:
    """Return a run of a day that stands where it is said to."""
    return BillingRun.objects.create(date=on, state=state, confirmed_by=by)


def a_waiting_charge(customer: Any, item: Any, words: str, not_before: date) -> PendingCharge:
    """Return a one-time charge of $12.35 that waits for a customer's next invoice from a day on."""
    return PendingCharge.objects.create(
        customer=customer,
        item=item,
        kind="one_time",
        description_fr=words,
        description_en=words,
        reason=words,
        unit_price=Decimal("12.3450"),
        amount=Decimal("12.35"),
        revenue_account="4020",
        not_before=not_before,
    )


def a_price_change(subscription: Any, planned: Any, words: str, dated: date) -> PriceChange:
    """Return a change of $60.00 to $61.50 on the day planned, of one subscription, with its customer's notice."""
    customer, on = subscription.customer, planned.on
    change = PriceChange.objects.create(
        number=f"PC-{customer.pk}", items=[subscription.item.sku], percent=Decimal("2.50"), effective_on=on
    )
    PriceChangeLine.objects.create(
        price_change=change,
        subscription=subscription,
        customer=customer,
        change=planned,
        outcome="affected",
        quantity=1,
        old_price=60,
        new_price=Decimal("61.5"),
        on=on,
    )
    PriceNotice.objects.create(
        price_change=change, customer=customer, language="fr", bill_name=words, dated=dated, first_on=dated
    )
    return change
