"""Promotions as billed: prorated with the period, one cycle once whatever happens, gone when they end."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from gigafibre.billing import queries, run
from gigafibre.billing.models import BillingRun, ChargedPeriod, Invoice, InvoiceLine, PromotedPeriod
from gigafibre.billing.queries.preview import preview_run
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.perform import perform
from gigafibre.ledger.queries import entries_of
from gigafibre.subscriptions.tests.factories import a_customer, a_planned_change, a_promotion, a_subscription

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]
DAY = date(2026, 12, 1)


@pytest.fixture
def december(clock: Any) -> None:
    clock.freeze("2026-11-30T10:42:00-05:00")


def bill(day: str = "2026-12-01") -> BillingRun:
    perform("billing.confirm_run", {"date": day}, actor=SYSTEM)
    made = BillingRun.objects.get(date=day)
    run.issue(made.pk)
    assert queries.proof_of_run(made.pk).disagreements() == []
    return made


def lines(invoice: Invoice | None = None) -> list[tuple[str, str, str, str]]:
    """Of the latest document: kind, first day, day after the last, amount."""
    found = InvoiceLine.objects.filter(invoice=invoice or Invoice.objects.latest("id")).order_by("position")
    return [(i.kind, str(i.period_start), str(i.period_end), str(i.amount)) for i in found]


def left(subscription: Any) -> int | None:
    return queries.promotions_of(subscription.customer.number)[0].left


def does(verb: str, **given: Any) -> Any:
    done = perform(verb, given, actor=SYSTEM)
    deliver_all()
    return done.result


def test_an_amount_stands_under_its_line_in_its_own_account_and_uses_one_cycle() -> None:
    subscription = a_subscription("60.00")
    a_promotion(subscription, "10.00")
    bill()
    assert lines() == [
        ("recurring", "2026-12-01", "2027-01-01", "60.00"),
        ("promotion", "2026-12-01", "2027-01-01", "-10.00"),
    ]
    invoice = Invoice.objects.get()
    assert (invoice.subtotal, invoice.tax_total) == (Decimal("50.00"), Decimal("7.49"))  # 2.50 + 4.99
    assert invoice.lines.get(kind="promotion").description == "Rabais de bienvenue"
    posted = {line.account: line.debit for line in entries_of(str(invoice.number))[0].lines}
    assert posted["4900"] == Decimal("10.00")
    assert left(subscription) == 2


def test_what_is_previewed_is_issued() -> None:
    for percent in (10, 33, 100):
        a_promotion(a_subscription("49.95"), percent=percent)
    preview = preview_run(DAY)
    sheet = queries.proof_of_run(bill().pk)
    assert (preview.subtotal, preview.total, preview.lines) == (sheet.issued, sheet.total, sheet.lines)


def test_three_cycles_are_three_invoices_and_the_fourth_says_that_it_ended(clock: Any) -> None:
    subscription = a_subscription("60.00")
    a_promotion(subscription, "10.00", cycles=2)
    amounts = []
    for month in ("2026-12-01", "2027-01-01", "2027-02-01"):
        clock.freeze(f"{month}T09:00:00-05:00")
        bill(month)
        amounts.append([amount for *_, amount in lines()])
    assert amounts == [["60.00", "-10.00"], ["60.00", "-10.00"], ["60.00"]]
    assert left(subscription) == 0
    _, details = queries.differences_of(date(2027, 2, 1), "price", 10)
    assert [d.why.en for d in details] == ["Rabais de bienvenue: promotion ended (+$10.00)"]


def test_missed_months_use_one_cycle_each_in_order() -> None:
    subscription = a_subscription("60.00", charged_until=date(2026, 10, 1))
    a_promotion(subscription, "10.00", cycles=2)
    bill()
    assert [line for line in lines() if line[0] == "promotion"] == [
        ("promotion", "2026-10-01", "2026-11-01", "-10.00"),
        ("promotion", "2026-11-01", "2026-12-01", "-10.00"),
    ]


def test_until_a_day_inside_the_month_only_its_days_are_discounted() -> None:
    a_promotion(a_subscription("62.00"), percent=50, until=date(2026, 12, 11))
    bill()
    assert lines()[1] == ("promotion", "2026-12-01", "2026-12-11", "-10.00")  # 31.00 × 10 ÷ 31


def test_planned_from_a_day_it_begins_there_and_that_cycle_is_used() -> None:
    subscription = a_subscription("60.00")
    a_promotion(subscription, "31.00", since=date(2026, 12, 22))
    bill()
    assert lines()[1] == ("promotion", "2026-12-22", "2027-01-01", "-10.00")
    assert left(subscription) == 2


def test_parts_of_a_cut_month_add_up_to_one_cycle() -> None:
    subscription = a_subscription("60.00")
    a_promotion(subscription, "10.00")
    a_planned_change(subscription, "price", date(2026, 12, 11), price=Decimal("90.00"))
    a_planned_change(subscription, "price", date(2026, 12, 21), price=Decimal("30.00"))
    bill()
    promoted = [Decimal(amount) for kind, *_, amount in lines() if kind == "promotion"]
    assert promoted == [Decimal("-3.23"), Decimal("-3.22"), Decimal("-3.55")]
    assert sum(promoted) == Decimal("-10.00")
    assert left(subscription) == 2


def test_several_never_make_it_less_than_nothing() -> None:
    subscription = a_subscription("60.00")
    for amount in ("40.00", "15.00", "25.00", "5.00"):
        a_promotion(subscription, amount)
    bill()
    assert [amount for *_, amount in lines()] == ["60.00", "-40.00", "-15.00", "-5.00"]
    assert [row.left for row in queries.promotions_of(subscription.customer.number)] == [3, 2, 2, 2]


def test_a_withdrawn_one_stops_and_a_restored_one_has_what_it_had_left(clock: Any) -> None:
    subscription = a_subscription("60.00")
    promotion = a_promotion(subscription, "10.00")
    bill()
    clock.freeze("2026-12-15T09:00:00-05:00")
    does("subscriptions.withdraw_promotion", promotion=promotion.pk, reason="Par erreur", on="2027-01-01")
    clock.freeze("2027-01-01T09:00:00-05:00")
    bill("2027-01-01")
    assert [amount for *_, amount in lines()] == ["60.00"]
    does("subscriptions.restore_promotion", promotion=promotion.pk, reason="C’était juste")
    assert left(subscription) == 2


def test_a_plan_changed_in_mid_cycle_keeps_the_cycle(clock: Any) -> None:
    subscription = a_subscription("60.00")
    a_promotion(subscription, percent=50)
    bill()
    clock.freeze("2026-12-11T09:00:00-05:00")
    given = {"subscription": subscription.number, "reason": "Plus vite"}
    does("subscriptions.set_price_override", price="90.00", **given)
    assert left(subscription) == 2
    clock.freeze("2027-01-01T09:00:00-05:00")
    bill("2027-01-01")
    assert lines() == [
        ("credit", "2026-12-11", "2027-01-01", "-40.65"),  # 60 × 21 ÷ 31
        ("recurring", "2026-12-11", "2027-01-01", "60.97"),  # 90 × 21 ÷ 31
        ("credit", "2026-12-11", "2027-01-01", "20.32"),  # half of what was given back
        ("promotion", "2026-12-11", "2027-01-01", "-30.48"),
        ("recurring", "2027-01-01", "2027-02-01", "90.00"),
        ("promotion", "2027-01-01", "2027-02-01", "-45.00"),
    ]
    assert left(subscription) == 1


def test_an_amount_stays_as_it_is_when_only_the_price_changes(clock: Any) -> None:
    subscription = a_subscription("60.00")
    a_promotion(subscription, "10.00")
    bill()
    clock.freeze("2026-12-11T09:00:00-05:00")
    does("subscriptions.set_price_override", subscription=subscription.number, price="90.00", reason="Plus vite")
    clock.freeze("2027-01-01T09:00:00-05:00")
    bill("2027-01-01")
    assert [(kind, amount) for kind, *_, amount in lines()] == [
        ("credit", "-40.65"),
        ("recurring", "60.97"),
        ("recurring", "90.00"),
        ("promotion", "-10.00"),
    ]
    assert left(subscription) == 1


def test_an_end_gives_back_what_was_paid_and_a_cycle_never_served_is_not_used(clock: Any) -> None:
    customer = a_customer()
    cut, never = a_subscription("62.00", customer=customer), a_subscription("62.00", customer=customer)
    for subscription in (cut, never):
        a_promotion(subscription, "31.00")
    bill()
    clock.freeze("2026-12-11T09:00:00-05:00")
    does("subscriptions.cancel_subscription", subscription=cut.number, reason="Déménagement")
    does("subscriptions.cancel_subscription", subscription=never.number, reason="Déménagement", on="2026-12-01")
    clock.freeze("2027-01-01T09:00:00-05:00")
    does("billing.bill_customer", customer=customer.number)
    note = Invoice.objects.latest("id")
    assert (note.kind, note.subtotal) == ("credit_note", Decimal("52.00"))  # 42 − 21 and 62 − 31
    assert [row.used for row in queries.promotions_of(customer.number)] == [0, 1]


def test_a_whole_credit_note_gives_the_cycle_back() -> None:
    subscription = a_subscription("60.00")
    a_promotion(subscription, "10.00")
    bill()
    does("billing.credit_invoice", invoice=Invoice.objects.get().number, reason="Par erreur")
    assert (left(subscription), PromotedPeriod.objects.count(), ChargedPeriod.objects.count()) == (3, 0, 0)


@pytest.mark.parametrize(
    ("days", "whole", "rule"),
    [
        (("2027-01-01", "2027-02-01"), ("2027-01-01", "2027-02-01"), "promotion_within_its_cycles"),
        (("2026-12-31", "2027-01-02"), ("2027-01-01", "2027-02-01"), "promoted_within_its_whole"),
        (("2026-12-31", "2027-01-01"), ("2026-12-01", "2027-01-01"), "no_day_promoted_twice"),
    ],
)
def test_the_database_refuses_a_day_or_a_cycle_too_many(
    days: tuple[str, str], whole: tuple[str, str], rule: str
) -> None:
    promotion = a_promotion(a_subscription("60.00"), "10.00", cycles=1)
    bill()
    facts = {"period": days, "whole": whole, "discount": 10, "amount": 1}
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        PromotedPeriod.objects.create(promotion=promotion, **facts)
    assert caught.value.__cause__.diag.constraint_name == rule  # type: ignore[union-attr]
