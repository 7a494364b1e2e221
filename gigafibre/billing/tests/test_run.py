"""The billing run: what it bills, what it leaves and why, and that it can be repeated and stopped anywhere."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from gigafibre.billing import run
from gigafibre.billing.errors import EarlierRunOpen, LaterRunExists, NoSuchRun, ProofDisagrees, RunAhead, RunNotDone
from gigafibre.billing.models import BillingRun, ChargedPeriod, Invoice, InvoiceLine, RunItem, RunSubscription
from gigafibre.billing.queries.preview import preview_run
from gigafibre.billing.queries.proof import proof_of_run
from gigafibre.catalog.tests.factories import a_group, a_price, an_item
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.ledger.queries import balance, items_of
from gigafibre.ledger.tests.factories import a_closed_month, a_credit
from gigafibre.subscriptions.tests.factories import a_customer, a_planned_change, a_subscription, altered

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]
DAY = date(2026, 12, 1)


@pytest.fixture
def december(clock: Any) -> None:
    clock.freeze("2026-11-30T10:42:00-05:00")


def bill(day: date = DAY) -> BillingRun:
    perform("billing.confirm_run", {"date": day.isoformat()}, actor=SYSTEM)
    made = BillingRun.objects.get(date=day)
    run.issue(made.pk)
    made.refresh_from_db()
    return made


def lines_of(subscription: Any) -> list[tuple[Any, ...]]:
    return list(
        InvoiceLine.objects.filter(subscription=subscription)
        .order_by("period_start")
        .values_list("description", "period_start", "period_end", "amount")
    )


def outcome_of(subscription: Any) -> tuple[str, str]:
    row = RunSubscription.objects.get(subscription=subscription)
    return row.outcome, row.cause


def test_a_month_is_billed_with_its_taxes_and_posted() -> None:
    item = an_item("49.95", name_fr="Internet Fibre 500")
    subscription = a_subscription(item=item)
    made = bill()
    invoice = Invoice.objects.get()
    assert (invoice.subtotal, invoice.tax_total, invoice.total) == (Decimal("49.95"), Decimal("7.48"), Decimal("57.43"))
    assert list(invoice.taxes.order_by("tax__position").values_list("tax__code", "rate", "base", "amount")) == [
        ("GST", Decimal("0.05"), Decimal("49.95"), Decimal("2.50")),
        ("QST", Decimal("0.09975"), Decimal("49.95"), Decimal("4.98")),
    ]
    assert (invoice.number, invoice.date, invoice.due_date) == ("SINV-2026-000001", DAY, date(2026, 12, 21))
    assert lines_of(subscription) == [("Internet Fibre 500", DAY, date(2027, 1, 1), Decimal("49.95"))]
    assert balance(subscription.customer_id) == Decimal("57.43")
    subscription.refresh_from_db()
    assert subscription.charged_until == date(2027, 1, 1)
    assert made.state == "done"
    assert proof_of_run(made.pk).disagreements() == []


def test_what_was_previewed_is_what_is_issued() -> None:
    for price in ("49.95", "74.95", "0.00"):
        a_subscription(price)
    preview = preview_run(DAY)
    assert not Invoice.objects.exists()
    sheet = proof_of_run(bill().pk)
    assert (preview.subtotal, preview.total, preview.lines) == (sheet.issued, sheet.total, sheet.lines)
    assert preview.next_number == sheet.first_number


def test_repeated_fifty_times_it_stays_one_invoice() -> None:
    a_subscription()
    made = bill()
    for _ in range(50):
        perform("billing.confirm_run", {"date": DAY.isoformat()}, actor=SYSTEM)
        run.issue(made.pk)
    assert Invoice.objects.count() == 1
    assert BillingRun.objects.count() == 1


def test_one_invoice_per_customer_with_lines_in_the_order_of_locations() -> None:
    customer = a_customer()
    first, second = a_subscription("60.00", customer=customer), a_subscription("24.95", customer=customer)
    bill()
    invoice = Invoice.objects.get()
    assert [line.subscription_id for line in invoice.lines.order_by("position")] == [first.pk, second.pk]
    assert invoice.subtotal == Decimal("84.95")


def test_three_missed_months_are_caught_up_in_order_once_each() -> None:
    subscription = a_subscription("60.00", charged_until=date(2026, 9, 1))
    bill()
    assert [(start, end) for _, start, end, _ in lines_of(subscription)] == [
        (date(2026, 9, 1), date(2026, 10, 1)),
        (date(2026, 10, 1), date(2026, 11, 1)),
        (date(2026, 11, 1), date(2026, 12, 1)),
        (date(2026, 12, 1), date(2027, 1, 1)),
    ]
    assert Invoice.objects.get().subtotal == Decimal("240.00")


def test_days_left_of_a_period_are_prorated_and_add_up_with_those_billed_before() -> None:
    subscription = a_subscription("74.95", charged_until=date(2026, 12, 11))
    ChargedPeriod.objects.create(
        subscription=subscription,
        period=(date(2026, 12, 1), date(2026, 12, 11)),
        whole=(date(2026, 12, 1), date(2027, 1, 1)),
        price=Decimal("74.95"),
        amount=Decimal("24.18"),
    )
    perform("billing.confirm_run", {"date": "2026-12-15"}, actor=SYSTEM)
    run.issue(BillingRun.objects.get().pk)
    assert [amount for *_, amount in lines_of(subscription)] == [Decimal("50.77")]  # 74.95 − 24.18


def test_the_price_is_the_one_on_the_first_day_of_the_period() -> None:
    item = an_item(None)
    a_price(item, "54.95", until=date(2026, 12, 1))
    a_price(item, "59.95", since=date(2026, 12, 1))
    subscription = a_subscription(item=item, charged_until=date(2026, 11, 1))
    bill()
    assert [amount for *_, amount in lines_of(subscription)] == [Decimal("54.95"), Decimal("59.95")]


def test_a_price_of_its_own_wins_over_the_items() -> None:
    subscription = a_subscription("49.95", item=an_item("60.00"))
    bill()
    assert [amount for *_, amount in lines_of(subscription)] == [Decimal("49.95")]


def test_two_changes_in_one_month_both_count_and_the_last_stays() -> None:
    subscription = a_subscription("60.00")
    a_planned_change(subscription, "price", date(2026, 12, 11), price=Decimal("90.00"))
    a_planned_change(subscription, "price", date(2026, 12, 21), price=Decimal("30.00"))
    bill()
    assert [(start.day, amount) for _, start, _, amount in lines_of(subscription)] == [
        (1, Decimal("19.35")),  # 60 × 10 ÷ 31
        (11, Decimal("29.03")),  # 90 × 10 ÷ 31
        (21, Decimal("10.65")),  # 30 × 11 ÷ 31
    ]


def test_another_item_from_a_day_on() -> None:
    other = an_item("80.00", name_fr="Internet Fibre 1000")
    subscription = a_subscription("60.00", item=an_item("60.00", name_fr="Internet Fibre 500"))
    a_planned_change(subscription, "item", date(2026, 12, 17), item=other)
    bill()
    assert [(name, amount) for name, *_, amount in lines_of(subscription)] == [
        ("Internet Fibre 500", Decimal("30.97")),
        ("Internet Fibre 1000", Decimal("38.71")),
    ]


def test_only_days_without_a_pause_are_charged_and_they_add_up() -> None:
    subscription = a_subscription("31.00")
    a_planned_change(subscription, "pause", date(2026, 12, 10), until=date(2026, 12, 20))
    bill()
    assert [(start, end, amount) for _, start, end, amount in lines_of(subscription)] == [
        (date(2026, 12, 1), date(2026, 12, 10), Decimal("9.00")),
        (date(2026, 12, 20), date(2027, 1, 1), Decimal("12.00")),
    ]


def test_an_end_is_billed_up_to_its_day_and_no_further() -> None:
    subscription = a_subscription("31.00", ends_on=date(2026, 12, 11))
    bill()
    assert [(end, amount) for _, _, end, amount in lines_of(subscription)] == [(date(2026, 12, 11), Decimal("10.00"))]
    subscription.refresh_from_db()
    assert subscription.charged_until == date(2026, 12, 11)


def test_what_is_not_due_says_why() -> None:
    paused = a_subscription(state="paused")
    suspended = a_subscription(state="suspended", suspended_on=date(2026, 11, 10))
    kept = a_subscription(state="suspended", suspended_on=date(2026, 11, 10), charged_while_suspended=True)
    paid = a_subscription(charged_until=date(2027, 1, 1))
    ended = a_subscription(ends_on=date(2026, 11, 15))
    bill()
    assert [outcome_of(s) for s in (paused, suspended, kept, paid, ended)] == [
        ("not_due", "paused"),
        ("not_due", "suspended"),
        ("billed", ""),
        ("not_due", "charged"),
        ("not_due", "ended"),
    ]


def test_what_cannot_be_billed_is_parked_with_its_cause_and_stops_nobody() -> None:
    no_price = a_subscription(item=an_item(None))
    bad_dates = a_subscription(started_on=date(2026, 12, 1), ends_on=date(2026, 11, 12))
    no_account = a_subscription(item=an_item(group=a_group("nowhere", account="9999")))
    no_taxes = a_subscription(customer=a_customer(tax_category="MARS"))
    long_ago = a_subscription(charged_until=date(2025, 1, 1))
    fine = a_subscription()
    made = bill()
    assert [outcome_of(s) for s in (no_price, bad_dates, no_account, no_taxes, long_ago, fine)] == [
        ("parked", "no_price"),
        ("parked", "bad_dates"),
        ("parked", "no_account"),
        ("parked", "unknown_tax_category"),
        ("parked", "unbilled_too_long"),
        ("billed", ""),
    ]
    assert RunItem.objects.filter(run=made, state="parked").count() == 5
    assert Invoice.objects.count() == 1
    assert proof_of_run(made.pk).disagreements() == []


def test_a_customer_with_one_bad_subscription_is_billed_for_the_others() -> None:
    customer = a_customer()
    a_subscription(customer=customer, item=an_item(None))
    a_subscription("24.95", customer=customer)
    bill()
    assert Invoice.objects.get().subtotal == Decimal("24.95")


def test_a_parked_customer_is_billed_when_the_run_resumes_after_the_repair() -> None:
    item = an_item(None)
    subscription = a_subscription(item=item)
    made = bill()
    a_price(item, "60.00")
    perform("billing.resume_run", {"date": DAY.isoformat()}, actor=SYSTEM)
    run.issue(made.pk)
    made.refresh_from_db()
    assert (made.state, Invoice.objects.get().subtotal, outcome_of(subscription)) == (
        "done",
        Decimal("60.00"),
        ("billed", ""),
    )
    assert proof_of_run(made.pk).disagreements() == []


def test_a_customer_the_database_refuses_is_set_aside_alone() -> None:
    for _ in range(5):
        a_subscription()
    poisoned = a_subscription()
    with connection.cursor() as cursor:
        cursor.execute(
            f"ALTER TABLE billing_invoice ADD CONSTRAINT poison CHECK (customer_id <> {poisoned.customer_id})"
        )
    made = bill()
    assert Invoice.objects.count() == 5
    assert outcome_of(poisoned) == ("parked", "error")
    assert "poison" in RunItem.objects.get(run=made, state="parked").error
    assert [invoice.number for invoice in Invoice.objects.order_by("number")] == [
        f"SINV-2026-{n:06d}" for n in range(1, 6)
    ]


def test_less_than_nothing_is_a_credit_note_with_positive_amounts() -> None:
    customer = a_customer()
    a_subscription(
        customer=customer, item=an_item("-10.00", kind="discount", group=a_group("discount", account="4900"))
    )
    made = bill()
    note = Invoice.objects.get()
    assert (note.kind, note.number, note.subtotal, note.total) == (
        "credit_note",
        "CN-2026-000001",
        Decimal("10.00"),
        Decimal("11.50"),
    )
    assert balance(customer.pk) == Decimal("-11.50")
    assert proof_of_run(made.pk).disagreements() == []


def test_open_credit_pays_the_new_invoice() -> None:
    subscription = a_subscription("100.00")
    a_credit(subscription.customer_id, "40.00", on=date(2026, 11, 20))
    bill()
    item = next(item for item in items_of(subscription.customer_id) if item.kind == "invoice")
    assert (item.amount, item.open) == (Decimal("114.98"), Decimal("74.98"))


@pytest.mark.parametrize(
    ("category", "total"),
    [("QC", "114.98"), ("GST", "105.00"), ("EXEMPT", "100.00"), ("ON", "113.00"), ("BC", "112.00")],
)
def test_each_category_pays_its_taxes(category: str, total: str) -> None:
    a_subscription("100.00", customer=a_customer(tax_category=category))
    made = bill()
    assert Invoice.objects.get().total == Decimal(total)
    assert proof_of_run(made.pk).disagreements() == []


def test_an_english_customer_reads_english() -> None:
    subscription = a_subscription(customer=a_customer(language="en"), item=an_item(name_en="Fibre Internet 500"))
    bill()
    assert lines_of(subscription)[0][0] == "Fibre Internet 500"


def test_a_run_far_ahead_or_before_another_or_while_one_is_open_is_refused(clock: Any) -> None:
    a_subscription()
    with pytest.raises(RunAhead):
        perform("billing.confirm_run", {"date": "2027-01-01"}, actor=SYSTEM)
    perform("billing.confirm_run", {"date": DAY.isoformat()}, actor=SYSTEM)
    with pytest.raises(EarlierRunOpen):
        perform("billing.confirm_run", {"date": "2026-12-02"}, actor=SYSTEM)
    with pytest.raises(LaterRunExists):
        perform("billing.confirm_run", {"date": "2026-11-30"}, actor=SYSTEM)
    assert BillingRun.objects.count() == 1
    assert not Invoice.objects.exists()


def test_a_closed_month_stops_the_run_before_anything_is_written(clock: Any) -> None:
    a_subscription()
    perform("billing.confirm_run", {"date": DAY.isoformat()}, actor=SYSTEM)
    clock.freeze("2027-01-02T09:00:00-05:00")
    a_closed_month("2026-12")
    with pytest.raises(Refusal, match="month_closed"):
        run.issue(BillingRun.objects.get().pk)
    assert not Invoice.objects.exists()
    assert RunItem.objects.get().state == "waiting"


def test_signing_takes_a_finished_run_whose_proof_agrees() -> None:
    with pytest.raises(NoSuchRun):
        perform("billing.sign_run", {"date": DAY.isoformat()}, actor=SYSTEM)
    a_subscription()
    perform("billing.confirm_run", {"date": DAY.isoformat()}, actor=SYSTEM)
    with pytest.raises(RunNotDone):
        perform("billing.sign_run", {"date": DAY.isoformat()}, actor=SYSTEM)
    made = bill()
    RunSubscription.objects.update(amount=1)
    with pytest.raises(ProofDisagrees):
        perform("billing.sign_run", {"date": DAY.isoformat()}, actor=SYSTEM)
    RunSubscription.objects.update(amount=60)
    perform("billing.sign_run", {"date": DAY.isoformat()}, actor=SYSTEM)
    made.refresh_from_db()
    assert (made.state, made.signed_by) == ("signed", "system")


def test_what_came_after_the_confirmation_is_accounted_for() -> None:
    a_subscription()
    perform("billing.confirm_run", {"date": DAY.isoformat()}, actor=SYSTEM)
    late = a_subscription()
    made = BillingRun.objects.get()
    run.issue(made.pk)
    assert outcome_of(late) == ("parked", "came_after_confirmation")
    assert proof_of_run(made.pk).disagreements() == []


def test_differences_name_who_is_new_gone_changed_and_unusual(clock: Any) -> None:
    same = a_subscription("60.00", charged_until=date(2026, 11, 1))
    changed = a_subscription("50.00", charged_until=date(2026, 11, 1))
    gone = a_subscription("40.00", charged_until=date(2026, 11, 1))
    jumped = a_subscription("40.00", charged_until=date(2026, 11, 1))
    clock.freeze("2026-11-01T09:00:00-05:00")
    bill(date(2026, 11, 1))
    clock.freeze("2026-11-30T09:00:00-05:00")
    altered(changed, price_override=Decimal("55.00"), price_reason="hausse")
    altered(gone, state="cancelled", cancelled_on=date(2026, 11, 20))
    altered(jumped, price_override=Decimal("240.00"), price_reason="erreur")
    new = a_subscription("70.00")
    kinds = {k.kind: (k.customers, k.amount) for k in preview_run(DAY).differences.kinds}
    assert kinds == {
        "new": (1, Decimal("70.00")),
        "gone": (1, Decimal("-40.00")),
        "price": (1, Decimal("5.00")),
        "unusual": (1, Decimal("200.00")),
    }
    (detail,) = preview_run(DAY, kind="price").details
    assert (detail.customer, detail.before, detail.after) == (changed.customer.number, Decimal("50"), Decimal("55"))
    assert detail.why.en.endswith(": $50.00 → $55.00")
    assert [d.customer for d in preview_run(DAY, kind="new").details] == [new.customer.number]
    assert same.customer.number not in {d.customer for d in preview_run(DAY, kind="price").details}
