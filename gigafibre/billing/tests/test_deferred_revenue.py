"""A year paid in advance is earned month by month; the schedule equals the ledger whatever is credited."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.billing import run
from gigafibre.billing.actions import credit_invoice
from gigafibre.billing.actions.corrections import CreditedLine
from gigafibre.billing.models import BillingRun, Invoice
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.ledger.checks import run_all
from gigafibre.ledger.queries import trial_balance
from gigafibre.ledger.tests.factories import a_closed_month, deferred_parts
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db
JANUARY = date(2027, 1, 1)
D = Decimal


def bill(day: date = JANUARY) -> Invoice:
    """Issue the run of a day; returns its invoice."""
    perform("billing.confirm_run", {"date": day.isoformat()}, actor=SYSTEM)
    run.issue(BillingRun.objects.get(date=day).pk)
    return Invoice.objects.get(run__date=day)


def a_year(price: str = "1000.00", *, months: int = 12, **more: Any) -> Invoice:
    """Bill a subscription of several months from January 2027; returns the invoice."""
    a_subscription(price, interval_months=months, anchor=JANUARY, charged_until=JANUARY, **more)
    return bill()


def recognise(month: str) -> str:
    """Recognise a month; returns how much."""
    return str(perform("ledger.recognise_month", {"month": month}, actor=SYSTEM).result)


def balances() -> tuple[Decimal, Decimal]:
    """Return deferred revenue and revenue as the ledger has them, both as credits; the checks find nothing."""
    rows = {row.number: -row.closing for row in trial_balance(date(2026, 1, 1), date(2028, 12, 31)).rows}
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    assert [r.code for r in run_all() if r.wrong and r.code.startswith(("ledger.", "billing.documents"))] == []
    return rows.get("2400", D("0.00")), rows.get("4020", D("0.00"))


@pytest.fixture(autouse=True)
def _january(clock: Any) -> None:
    clock.freeze("2026-12-31T10:00:00-05:00")


def test_a_year_is_deferred_beyond_its_first_month_and_the_last_takes_the_remainder(clock: Any) -> None:
    clock.freeze("2027-01-01T09:00:00-05:00")
    invoice = a_year("1000.00")
    parts = deferred_parts(invoice.number or "")
    assert [(month.month, amount) for month, amount in parts] == [(m, D("83.33")) for m in range(2, 12)] + [
        (12, D("83.37"))
    ]
    assert balances() == (D("916.67"), D("83.33"))
    earned = D("83.33")
    for month in range(2, 13):
        clock.freeze(f"2027-{month:02}-01T01:00:00-05:00")
        assert recognise(f"2027-{month:02}") == ("83.37" if month == 12 else "83.33")
        assert recognise(f"2027-{month:02}") == "0.00"
        earned += D("83.37") if month == 12 else D("83.33")
        assert balances() == (D("1000.00") - earned, earned)
    assert balances() == (D("0.00"), D("1000.00"))


@pytest.mark.parametrize(("months", "share", "last"), [(3, "33.33", "33.34"), (6, "16.67", "16.65")])
def test_a_quarter_and_a_half_year(months: int, share: str, last: str, clock: Any) -> None:
    clock.freeze("2027-01-01T09:00:00-05:00")
    invoice = a_year("100.00", months=months)
    amounts = [amount for _, amount in deferred_parts(invoice.number or "")]
    assert amounts == [D(share)] * (months - 2) + [D(last)]
    assert balances() == (D("100.00") - D(share), D(share))


def test_a_discount_of_a_quarter_is_spread_and_given_back_with_its_sign_turned(clock: Any) -> None:
    clock.freeze("2027-01-01T09:00:00-05:00")
    discount = a_subscription("-30.00", interval_months=3, anchor=JANUARY, charged_until=JANUARY)
    a_subscription("900.00", interval_months=3, anchor=JANUARY, charged_until=JANUARY, customer=discount.customer)
    invoice = bill()
    assert invoice.subtotal == D("870.00")
    assert deferred_parts(invoice.number or "") == [(date(2027, 2, 1), D("290.00")), (date(2027, 3, 1), D("290.00"))]
    assert balances() == (D("580.00"), D("290.00"))
    asked = {"subscription": discount.number, "since": "2027-03-01", "reason": "Fin du rabais"}
    perform("billing.settle_service", asked, actor=SYSTEM)
    perform("billing.bill_customer", {"customer": discount.customer.number}, actor=SYSTEM)
    assert deferred_parts()[-1] == (date(2027, 3, 1), D("300.00"))
    assert balances()[0] == D("590.00")


def test_a_month_is_not_deferred(clock: Any) -> None:
    clock.freeze("2027-01-01T09:00:00-05:00")
    invoice = a_year("60.00", months=1)
    assert deferred_parts(invoice.number or "") == []
    assert balances() == (D("0.00"), D("60.00"))


def test_months_that_were_missed_are_revenue_at_once(clock: Any) -> None:
    clock.freeze("2027-03-10T09:00:00-05:00")
    a_subscription("1200.00", interval_months=12, anchor=JANUARY, charged_until=JANUARY)
    invoice = bill(date(2027, 3, 10))
    assert [month.month for month, _ in deferred_parts(invoice.number or "")] == list(range(4, 13))
    assert balances() == (D("900.00"), D("300.00"))


def test_several_missed_months_are_caught_up_at_once_each_on_its_day(clock: Any) -> None:
    clock.freeze("2027-01-01T09:00:00-05:00")
    a_year("1200.00")
    clock.freeze("2027-04-20T09:00:00-05:00")
    assert recognise("2027-04") == "300.00"
    with connection.cursor() as cursor:
        cursor.execute("SELECT date FROM ledger_journalentry WHERE kind = 'recognition' ORDER BY date")
        assert [day for (day,) in cursor.fetchall()] == [date(2027, 2, 1), date(2027, 3, 1), date(2027, 4, 1)]
    with pytest.raises(Refusal, match="month_ahead"):
        recognise("2027-05")
    assert balances() == (D("800.00"), D("400.00"))


def test_a_closed_month_is_recognised_in_the_first_open_one(clock: Any) -> None:
    clock.freeze("2027-01-01T09:00:00-05:00")
    a_year("1200.00")
    clock.freeze("2027-03-05T09:00:00-05:00")
    a_closed_month("2027-02")
    assert recognise("2027-03") == "200.00"
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT date FROM ledger_journalentry WHERE kind = 'recognition'")
        assert cursor.fetchall() == [(date(2027, 3, 1),)]


def test_a_prepaid_year_credited_in_month_five_leaves_nothing_deferred(clock: Any) -> None:
    clock.freeze("2027-01-01T09:00:00-05:00")
    invoice = a_year("1200.00")
    clock.freeze("2027-05-10T09:00:00-05:00")
    recognise("2027-05")
    assert balances() == (D("700.00"), D("500.00"))
    with acting_as(SYSTEM):
        credit_invoice(invoice.number or "", reason="Départ", lines=[CreditedLine(position=1, amount=D("700.00"))])
    assert balances() == (D("0.00"), D("500.00"))
    clock.freeze("2028-01-05T09:00:00-05:00")
    assert recognise("2028-01") == "0.00"


def test_a_whole_year_credited_in_month_five_gives_back_what_was_earned_too(clock: Any) -> None:
    clock.freeze("2027-01-01T09:00:00-05:00")
    invoice = a_year("1200.00")
    clock.freeze("2027-05-10T09:00:00-05:00")
    with acting_as(SYSTEM):
        credit_invoice(invoice.number or "", reason="Erreur")
    assert balances() == (D("0.00"), D("0.00"))
    assert recognise("2027-05") == "0.00"


def test_a_part_of_a_year_credited_takes_the_last_months_first(clock: Any) -> None:
    clock.freeze("2027-01-01T09:00:00-05:00")
    invoice = a_year("1200.00")
    with acting_as(SYSTEM):
        credit_invoice(invoice.number or "", reason="Geste", lines=[CreditedLine(position=1, amount=D("250.00"))])
    assert balances() == (D("850.00"), D("100.00"))
    by_month = {month.month: amount for month, amount in deferred_parts()}
    assert [by_month[m] for m in (9, 10, 11, 12)] == [D("100.00"), D("50.00"), D("0.00"), D("0.00")]


def test_an_end_in_the_middle_credits_days_and_leaves_nothing_deferred(clock: Any) -> None:
    clock.freeze("2027-01-01T09:00:00-05:00")
    subscription = a_subscription("1200.00", interval_months=12, anchor=JANUARY, charged_until=JANUARY)
    bill()
    clock.freeze("2027-05-10T09:00:00-05:00")
    recognise("2027-05")
    asked = {"subscription": subscription.number, "since": "2027-05-16", "reason": "Départ"}
    perform("billing.settle_service", asked, actor=SYSTEM)
    perform("billing.bill_customer", {"customer": subscription.customer.number}, actor=SYSTEM)
    note = Invoice.objects.get(kind="credit_note")
    deferred, revenue = balances()
    assert deferred == D("0.00")
    assert revenue == D("1200.00") - note.subtotal


PART = (
    "INSERT INTO ledger_deferredpart (document, customer_id, subscription_id, account_id, month, amount, deferred_on) "
    "SELECT 'X', 1, 1, id, '{month}', {amount}, '2027-01-01' FROM ledger_account WHERE number = '4020'"
)
LATER = (
    "INSERT INTO ledger_deferredpart (document, customer_id, subscription_id, account_id, month, amount, deferred_on) "
    "SELECT document, customer_id, subscription_id, account_id, month, {amount}, '2027-01-15' "
    "FROM ledger_deferredpart WHERE month = '2027-03-01'"
)


@pytest.mark.parametrize(
    ("statement", "constraint"),
    [
        (PART.format(month="2027-02-01", amount="10"), "deferred_schedule_agrees"),
        (PART.format(month="2027-02-02", amount="10"), "deferred_part_of_a_month"),
        (PART.format(month="2027-02-01", amount="0"), "deferred_part_not_nothing"),
        (PART.format(month="2027-02-01", amount="-10"), "deferred_schedule_agrees"),
        (LATER.format(amount="-100.01"), "deferred_within_its_charge"),
        (LATER.format(amount="0.01"), "deferred_within_its_charge"),
        (LATER.format(amount="-100.00"), "deferred_schedule_agrees"),
        ("UPDATE ledger_deferredpart SET amount = 5", "deferred_part_only_recognised"),
        ("UPDATE ledger_deferredpart SET recognised_on = '2027-12-01'", "deferred_schedule_agrees"),
        ("UPDATE ledger_deferredpart SET recognised_on = '2026-12-01'", "recognised_after_deferred"),
        ("DELETE FROM ledger_deferredpart", "its rows never change"),
        ("TRUNCATE ledger_deferredpart", "its rows never change"),
        (
            "WITH e AS (INSERT INTO ledger_journalentry (date, kind, document, description, posted_at) "
            "VALUES ('2027-01-05', 'manual', 'M', '', now()) RETURNING id) "
            "INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date) "
            "SELECT e.id, a.id, v.debit, v.credit, DATE '2027-01-05' "
            "FROM e, (VALUES ('2400', 5, 0), ('4020', 0, 5)) v (number, debit, credit) "
            "JOIN ledger_account a ON a.number = v.number",
            "deferred_schedule_agrees",
        ),
    ],
)
def test_what_the_database_refuses_of_the_schedule(statement: str, constraint: str, clock: Any) -> None:
    clock.freeze("2027-01-01T09:00:00-05:00")
    a_year("1200.00")
    before = balances()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement + "; SET CONSTRAINTS ALL IMMEDIATE")
    assert balances() == before


def test_what_is_recognised_is_not_again(clock: Any) -> None:
    clock.freeze("2027-01-01T09:00:00-05:00")
    a_year("1200.00")
    clock.freeze("2027-02-01T09:00:00-05:00")
    recognise("2027-02")
    for statement in ("SET recognised_on = NULL, entry_id = NULL", "SET recognised_on = '2027-02-02'"):
        with (
            pytest.raises(IntegrityError, match="deferred_part_only_recognised"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"UPDATE ledger_deferredpart {statement} WHERE recognised_on IS NOT NULL")


def test_nobody_posts_on_the_account_by_hand() -> None:
    lines = [{"account": "2400", "debit": "5.00"}, {"account": "4020", "credit": "5.00"}]
    with pytest.raises(Refusal, match="receivable_by_document"):
        perform("ledger.post_manual_entry", {"on": "2026-12-31", "description": "Essai", "lines": lines}, actor=SYSTEM)
