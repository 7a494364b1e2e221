"""What random customers found wrong, kept as examples with exact values (`bench/proofs/properties.py` finds them)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.billing import queries, run
from gigafibre.billing.models import BillingRun, ChargedPeriod, Invoice, InvoiceLine, PendingCharge
from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.perform import perform
from gigafibre.ledger.queries import entries_of, items_of
from gigafibre.ledger.tests.factories import a_credit, a_debit, deferred_parts
from gigafibre.subscriptions.tests.factories import a_customer, a_planned_change, a_promotion, a_subscription

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]


@pytest.fixture
def december(clock: Any) -> None:
    clock.freeze("2026-11-30T10:42:00-05:00")


def bill(day: str = "2026-12-01") -> None:
    perform("billing.confirm_run", {"date": day}, actor=SYSTEM)
    made = BillingRun.objects.get(date=day)
    run.issue(made.pk)
    assert queries.proof_of_run(made.pk).disagreements() == []


def lines() -> list[tuple[str, str, str, str]]:
    found = InvoiceLine.objects.filter(invoice=Invoice.objects.latest("id")).order_by("position")
    return [(i.kind, str(i.period_start), str(i.period_end), str(i.amount)) for i in found]


def test_a_promotion_that_follows_another_in_the_month_is_not_capped_by_it(clock: Any) -> None:
    subscription = a_subscription("62.00")
    a_promotion(subscription, percent=100, until=date(2026, 12, 11))
    a_promotion(subscription, percent=50, since=date(2026, 12, 6), until=date(2027, 2, 1))
    bill()
    assert lines() == [
        ("recurring", "2026-12-01", "2027-01-01", "62.00"),
        ("promotion", "2026-12-01", "2026-12-11", "-20.00"),  # 62 × 10 ÷ 31
        ("promotion", "2026-12-11", "2027-01-01", "-21.00"),  # 31 × 21 ÷ 31: nothing is left to take off before
    ]
    clock.freeze("2026-12-09T09:00:00-05:00")
    given = {"subscription": subscription.number, "price": "31.00", "reason": "Entente"}
    perform("subscriptions.set_price_override", given, actor=SYSTEM)
    deliver_all()
    waiting = PendingCharge.objects.filter(withdrawn_at=None).order_by("kind", "period")
    assert [(w.kind, str(w.period.lower), str(w.period.upper), str(w.amount)) for w in waiting] == [
        ("credit", "2026-12-09", "2026-12-11", "4.00"),
        ("credit", "2026-12-09", "2027-01-01", "-46.00"),  # 62 × 23 ÷ 31
        ("credit", "2026-12-11", "2027-01-01", "21.00"),
        ("promotion", "2026-12-09", "2026-12-11", "-2.00"),  # 31 × 2 ÷ 31
        ("promotion", "2026-12-11", "2027-01-01", "-10.50"),  # 15.50 × 21 ÷ 31
        ("recurring", "2026-12-09", "2027-01-01", "23.00"),
    ]


def test_a_promotion_that_had_nothing_to_take_off_keeps_its_cycle_in_months_caught_up() -> None:
    subscription = a_subscription("60.00", charged_until=date(2026, 10, 1))
    a_promotion(subscription, percent=100, cycles=1)
    a_promotion(subscription, "20.00", cycles=1)
    bill()
    assert [line for line in lines() if line[0] == "promotion"] == [
        ("promotion", "2026-10-01", "2026-11-01", "-60.00"),
        ("promotion", "2026-11-01", "2026-12-01", "-20.00"),
    ]


def test_days_that_wait_to_be_charged_count_as_part_of_their_month(clock: Any) -> None:
    subscription = a_subscription("60.00", charged_until=date(2026, 12, 6))
    PendingCharge.objects.create(
        customer=subscription.customer,
        subscription=subscription,
        location=subscription.location,
        item=subscription.item,
        kind="recurring",
        description_fr="Jours servis",
        description_en="Days served",
        unit_price=Decimal("60.00"),
        amount=Decimal("9.68"),  # 60 × 5 ÷ 31
        revenue_account="4020",
        period=(date(2026, 12, 1), date(2026, 12, 6)),
        whole=(date(2026, 12, 1), date(2027, 1, 1)),
        not_before=date(2026, 11, 30),
    )
    a_planned_change(subscription, "end", date(2026, 12, 18))
    clock.freeze("2026-12-06T09:00:00-05:00")
    bill("2026-12-06")
    # 60 × 17 ÷ 31 = 32.90 less 9.68; by themselves the twelve days would come to 23.23.
    assert [amount for *_, amount in lines()] == ["9.68", "23.22"]
    assert sum(row.amount for row in ChargedPeriod.objects.all() if row.amount) == Decimal("32.90")


def test_the_9_1_1_tax_of_months_ahead_is_owed_at_once_and_never_waits_as_revenue() -> None:
    settings.put("billing.municipal_tax_911", {"2026": "0.55", "2027": "0.55"})
    item = an_item("30.00", service_kind="telephone")
    a_subscription(item=item, interval_months=3, anchor=date(2026, 12, 1), charged_until=date(2026, 12, 1))
    bill()
    invoice = Invoice.objects.get()
    assert lines()[1] == ("levy", "2026-12-01", "2027-03-01", "1.65")
    posted = {line.account: (line.debit, line.credit) for line in entries_of(str(invoice.number))[0].lines}
    assert posted["2340"] == (Decimal("0.00"), Decimal("1.65"))
    assert posted["2400"] == (Decimal("0.00"), Decimal("20.00"))  # two of three months of 30.00
    assert sum(amount for _, amount in deferred_parts()) == Decimal("20.00")


def test_half_a_cent_of_a_month_earned_later_is_rounded_up() -> None:
    """58.93 over 4 months and 18 of 31 days: 58.93 × 31 ÷ 142 is 12.865 a month."""
    started = date(2026, 11, 14)
    a_subscription("77.29", interval_months=6, anchor=started, charged_until=started, ends_on=date(2027, 4, 1))
    bill()
    assert lines() == [("recurring", "2026-11-14", "2027-04-01", "58.93")]  # 77.29 × 138 ÷ 181
    assert [str(amount) for _, amount in deferred_parts()] == ["12.87", "12.87", "7.45"]  # January, February, March


def test_money_on_account_pays_old_debts_only_with_a_document_whoever_shares_the_chunk() -> None:
    parked = a_subscription(item=an_item(None))
    waiting = a_customer()
    a_debit(parked.customer_id, "30.00", on=date(2026, 11, 1))
    a_credit(parked.customer_id, "30.00", on=date(2026, 11, 2))
    a_debit(waiting.pk, "30.00", on=date(2026, 11, 1))
    a_credit(waiting.pk, "30.00", on=date(2026, 11, 2))
    a_subscription(customer=waiting)
    bill()
    assert [item.open for item in items_of(parked.customer_id)] == [30, 30]
    assert [item.open for item in items_of(waiting.pk) if item.kind != "invoice" or item.amount == 30] == [0, 0]


def test_a_penalty_waits_when_a_consumer_pays_for_the_company_it_is_for() -> None:
    consumer, company = a_customer(), a_customer(kind="company")
    fee = an_item("25.00", sku="FEE", kind="one_time", fee_class="penalty")
    given = {"customer": company.number, "item": fee.sku, "reason": "Sans provision"}
    perform("billing.add_charge", given, actor=SYSTEM)
    company.parent = consumer
    company.save()
    a_subscription("60.00", customer=company)
    bill()
    assert lines() == [("recurring", "2026-12-01", "2027-01-01", "60.00")]
