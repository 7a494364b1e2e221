"""The municipal 9-1-1 tax: one amount per number and month with a served day, itself taxed, owed on its own account."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from gigafibre.billing import queries, run
from gigafibre.billing.models import BillingRun, ChargedPeriod, Invoice, InvoiceLine, LeviedMonth
from gigafibre.billing.municipal_tax import amount_on
from gigafibre.billing.queries.preview import preview_run
from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.perform import perform
from gigafibre.ledger.queries import account_of, entries_of
from gigafibre.subscriptions.tests.factories import a_customer, a_planned_change, a_subscription

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]
DAY = date(2026, 12, 1)


@pytest.fixture
def december(clock: Any) -> None:
    clock.freeze("2026-11-30T10:42:00-05:00")
    settings.put("billing.municipal_tax_911", {"2026": "0.55", "2027": "0.57"})


def a_telephone(price: str = "20.00", **more: Any) -> Any:
    return a_subscription(item=an_item(price, service_kind="telephone"), **more)


def does(verb: str, **given: Any) -> Any:
    done = perform(verb, given, actor=SYSTEM)
    deliver_all()
    return done.result


def bill(day: str = "2026-12-01") -> None:
    does("billing.confirm_run", date=day)
    made = BillingRun.objects.get(date=day)
    run.issue(made.pk)
    assert queries.proof_of_run(made.pk).disagreements() == []


def levies(invoice: Invoice | None = None) -> list[tuple[str, str, str, str]]:
    found = InvoiceLine.objects.filter(kind="levy", **({"invoice": invoice} if invoice else {})).order_by("id")
    return [(str(i.period_start), str(i.period_end), f"{float(i.quantity):g}", str(i.amount)) for i in found]


@pytest.mark.parametrize(
    ("month", "amount"),
    [
        (date(2009, 11, 1), None),
        (date(2009, 12, 1), "0.40"),
        (date(2016, 7, 1), "0.40"),
        (date(2016, 8, 1), "0.46"),
        (date(2023, 12, 1), "0.46"),
        (date(2024, 1, 1), "0.52"),
        (date(2024, 12, 1), "0.52"),
        (date(2025, 1, 1), None),
        (date(2026, 6, 1), "0.55"),
        (date(2028, 1, 1), None),
    ],
)
def test_the_amount_of_a_month(month: date, amount: str | None) -> None:
    known = settings.get("billing.municipal_tax_911")
    assert amount_on(month, known) == (None if amount is None else Decimal(amount))


def test_a_number_pays_it_on_its_own_line_taxed_and_owed_apart() -> None:
    a_telephone("20.00")
    a_subscription("60.00")
    preview = preview_run(DAY)
    bill()
    invoice = Invoice.objects.get(lines__kind="levy")
    assert levies(invoice) == [("2026-12-01", "2027-01-01", "1", "0.55")]
    assert (invoice.subtotal, invoice.tax_total) == (Decimal("20.55"), Decimal("3.08"))  # 1.03 + 2.05
    assert preview.subtotal == Decimal("80.55")
    posted = {line.account: line.credit for line in entries_of(str(invoice.number))[0].lines}
    assert posted[account_of("tax_911")] == Decimal("0.55")


def test_nothing_is_guessed_for_a_year_nobody_wrote_down() -> None:
    settings.put("billing.municipal_tax_911", {})
    a_telephone()
    bill()
    assert levies() == []


def test_periods_across_months_tax_each_month_once(clock: Any) -> None:
    subscription = a_telephone(
        anchor=date(2026, 1, 15), started_on=date(2026, 11, 21), charged_until=date(2026, 11, 21)
    )
    bill()
    assert levies() == [("2026-11-01", "2027-01-01", "2", "1.10")]
    clock.freeze("2026-12-15T09:00:00-05:00")
    bill("2026-12-15")
    assert levies()[1:] == [("2027-01-01", "2027-02-01", "1", "0.57")]
    assert list(
        LeviedMonth.objects.filter(subscription=subscription).order_by("month").values_list("month", "amount")
    ) == [
        (date(2026, 11, 1), Decimal("0.55")),
        (date(2026, 12, 1), Decimal("0.55")),
        (date(2027, 1, 1), Decimal("0.57")),
    ]


def test_a_year_in_advance_is_one_line_a_year_and_two_numbers_pay_twice() -> None:
    a_telephone(interval_months=12, anchor=date(2026, 12, 1), quantity=2)
    bill()
    assert levies() == [("2026-12-01", "2027-01-01", "2", "1.10"), ("2027-01-01", "2027-12-01", "22", "12.54")]


def test_what_the_former_system_charged_of_a_month_it_taxed_too() -> None:
    subscription = a_telephone(anchor=date(2026, 1, 15), charged_until=date(2026, 12, 15))
    ChargedPeriod.objects.create(subscription=subscription, period=(date(2026, 1, 1), date(2026, 12, 15)))
    perform("billing.confirm_run", {"date": "2026-12-15"}, actor=SYSTEM)
    run.issue(BillingRun.objects.get().pk)
    assert levies() == [("2027-01-01", "2027-02-01", "1", "0.57")]


def test_a_plan_changed_in_the_month_taxes_it_once(clock: Any) -> None:
    subscription = a_telephone()
    a_planned_change(subscription, "price", date(2026, 12, 11), price=Decimal("25.00"))
    bill()
    for day, price in (("2026-12-12", "30.00"), ("2026-12-12", "22.00")):
        clock.freeze(f"{day}T09:00:00-05:00")
        does("subscriptions.set_price_override", subscription=subscription.number, price=price, reason="Fidélité")
    clock.freeze("2027-01-01T09:00:00-05:00")
    bill("2027-01-01")
    assert levies() == [("2026-12-01", "2027-01-01", "1", "0.55"), ("2027-01-01", "2027-02-01", "1", "0.57")]


def test_an_end_in_the_month_owes_it_and_one_before_it_began_gives_it_back(clock: Any) -> None:
    customer = a_customer()
    cut, never = a_telephone("31.00", customer=customer), a_telephone("31.00", customer=customer)
    bill()
    clock.freeze("2026-12-02T09:00:00-05:00")
    does("subscriptions.cancel_subscription", subscription=cut.number, reason="Déménagement")
    does("subscriptions.cancel_subscription", subscription=never.number, reason="Déménagement", on="2026-12-01")
    does("billing.bill_customer", customer=customer.number)
    note = Invoice.objects.latest("id")
    assert (note.kind, note.subtotal) == ("credit_note", Decimal("61.55"))  # 30 days, 31 days and one month's tax
    assert list(LeviedMonth.objects.values_list("subscription_id", flat=True)) == [cut.pk]


def test_a_month_rested_whole_and_then_served_again_is_taxed_once(clock: Any) -> None:
    subscription = a_telephone("31.00")
    bill()
    clock.freeze("2026-12-01T09:00:00-05:00")
    does("subscriptions.suspend_subscription", subscription=subscription.number, reason="Voyage")
    assert not LeviedMonth.objects.exists()
    clock.freeze("2026-12-22T09:00:00-05:00")
    does("subscriptions.reactivate_subscription", subscription=subscription.number)
    clock.freeze("2027-01-01T09:00:00-05:00")
    bill("2027-01-01")
    months = LeviedMonth.objects.order_by("month").values_list("month", flat=True)
    assert list(months) == [date(2026, 12, 1), date(2027, 1, 1)]


def test_a_number_on_a_reserve_is_spared() -> None:
    subscription = a_telephone()
    facts = {"kind": "status_indian", "certificate": "C1", "taxes": ["911"], "since": "2026-01-01"}
    place = subscription.location.number
    does("billing.grant_exemption", customer=subscription.customer.number, location=place, **facts)
    bill()
    assert levies() == []
    assert Invoice.objects.get().total == Decimal("23.00")


def test_the_database_refuses_a_month_twice() -> None:
    subscription = a_telephone()
    bill()
    for month, rule in ((DAY, "no_month_levied_twice"), (date(2027, 1, 2), "levied_from_the_first")):
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            LeviedMonth.objects.create(subscription=subscription, month=month, amount=1)
