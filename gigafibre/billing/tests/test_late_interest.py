"""Late interest: simple, by the day, once; every amount was worked out by hand: principal × % × days ÷ 36,500."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction

from gigafibre.billing import run
from gigafibre.billing.interest_errors import (
    InterestAhead,
    InterestPauseDays,
    InterestPauseEnded,
    NoSuchInterestPause,
)
from gigafibre.billing.models import BillingRun, InterestDays, Invoice, InvoiceLine, PendingCharge
from gigafibre.billing.tests.test_credit_notes import an_invoice
from gigafibre.catalog.tests.factories import a_group, an_item
from gigafibre.kernel import settings as kept
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.ledger.actions import allocate, unallocate
from gigafibre.ledger.checks import run_all
from gigafibre.ledger.queries import accounts_by_role, entries_of, items_of
from gigafibre.ledger.tests.factories import a_credit, a_debit
from gigafibre.subscriptions.tests.factories import a_customer

alone = pytest.mark.django_db
D = Decimal
DUE = date(2026, 11, 1)


@pytest.fixture(autouse=True)
def _december(clock: Any) -> None:
    clock.freeze("2026-12-01T09:00:00-05:00")


def act(verb: str, **given: Any) -> Any:
    return perform(f"billing.{verb}", given, actor=SYSTEM).result


def a_rate(percent: str = "12", since: str = "2026-01-01") -> Any:
    return act("set_late_interest_rate", percent=percent, since=since, reason="Contrat")


def overdue(amount: str = "1000.00", *, customer: int | None = None, due: date = DUE) -> int:
    return a_debit(customer or a_customer().pk, amount, on=due - timedelta(days=20), due=due)


def owner_of(item: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT customer_id FROM ledger_openitem WHERE id = %s", [item])
        return int(cursor.fetchone()[0])


def paid(debit: int, amount: str, received: date, *, applied: date | None = None) -> int:
    credit = a_credit(owner_of(debit), amount, on=received)
    return allocate(credit, debit, D(amount), on=applied or received)


def charged() -> list[Decimal]:
    return list(PendingCharge.objects.order_by("pk").values_list("amount", flat=True))


def words() -> list[str]:
    rows = PendingCharge.objects.order_by("pk").values_list("description_fr", "description_en")
    return [said.replace("\u00a0", " ").split(": ", 1)[1] for row in rows for said in row]


@alone
def test_without_a_rate_there_is_no_interest_and_a_rate_of_nothing_stops_it() -> None:
    overdue()
    none = {"customers": 0, "charges": 0, "below_minimum": 0, "credit_waits": 0, "credits": 0}
    nothing = none | {"total": "0.00", "credited": "0.00"}
    assert act("charge_late_interest") == {"until": "2026-12-01", **nothing}
    a_rate()
    a_rate("0", "2026-11-12")
    act("charge_late_interest")
    assert charged() == [D("3.29")]  # 1000 × 12 × 10 ÷ 36500 = 3.2877


@alone
def test_days_after_the_due_date_up_to_yesterday_at_the_yearly_rate() -> None:
    a_rate()
    item = overdue()
    told = act("charge_late_interest")
    # 1000 × 12 × 29 ÷ 36500 = 9.5342
    assert (told["customers"], told["charges"], told["total"]) == (1, 1, "9.53")
    assert words() == ["du 2 au 30 novembre 2026, 12 % par an", "November 2 to 30, 2026, 12% a year"]
    (made,) = PendingCharge.objects.all()
    assert (made.amount, made.taxable, made.revenue_account, made.item_id) == (D("9.53"), False, "4100", None)
    (days,) = InterestDays.objects.all()
    assert (days.item_id, days.period.lower, days.period.upper) == (item, date(2026, 11, 2), date(2026, 12, 1))


@alone
def test_payments_in_the_middle_count_from_the_day_they_were_received() -> None:
    a_rate()
    item = overdue()
    paid(item, "400.00", date(2026, 11, 11))
    paid(item, "300.00", date(2026, 11, 21), applied=date(2026, 11, 29))
    act("charge_late_interest")
    # 12 × (1000 × 9 + 600 × 10 + 300 × 10) ÷ 36500 = 5.9178
    assert charged() == [D("5.92")]
    principals = InterestDays.objects.order_by("period").values_list("principal", flat=True)
    assert list(principals) == [D("1000.00"), D("600.00"), D("300.00")]


@alone
def test_one_paid_late_still_owes_its_days_and_one_paid_in_time_none() -> None:
    a_rate()
    late, in_time = overdue(), overdue()
    paid(late, "1000.00", date(2026, 11, 20))
    paid(in_time, "1000.00", DUE)
    act("charge_late_interest")
    assert charged() == [D("5.92")]  # 1000 × 12 × 18 ÷ 36500 = 5.9178
    assert words()[0] == "du 2 au 19 novembre 2026, 12 % par an"


@alone
def test_a_payment_that_was_taken_back_never_paid() -> None:
    a_rate()
    item = overdue()
    unallocate(paid(item, "1000.00", date(2026, 11, 11)), because="Sans provision", on=date(2026, 11, 15))
    assert act("charge_late_interest")["credit_waits"] == 1  # its credit is still to be given back or applied
    assert charged() == []
    (credit,) = [one for one in items_of(owner_of(item), only_open=True) if one.side == "credit"]
    back = a_debit(owner_of(item), "1000.00", on=date(2026, 11, 15), kind="reversal")
    allocate(credit.id, back, D("1000.00"))
    act("charge_late_interest")
    assert charged() == [D("9.53")]


@alone
def test_a_rate_that_changes_in_the_middle_is_said_and_reckoned_from_its_day() -> None:
    a_rate()
    a_rate("18", "2026-11-16")
    overdue()
    act("charge_late_interest")
    # 1000 × (12 × 14 + 18 × 15) ÷ 36500 = 12.0000
    assert charged() == [D("12.00")]
    assert words()[0] == "du 2 au 30 novembre 2026, 12 % puis 18 % par an"


@alone
def test_fractions_are_rounded_once_per_charge() -> None:
    a_rate()
    item = overdue("304.20")
    for day in range(3, 31):  # a cent each day: 28 principals
        paid(item, "0.01", date(2026, 11, day))
    act("charge_late_interest")
    # 12 × (304.20 × 29 − 0.01 × (1 + … + 28)) ÷ 36500 = 12 × 8817.74 ÷ 36500 = 2.89898
    assert charged() == [D("2.90")]
    assert InterestDays.objects.count() == 29


@alone
def test_days_of_grace_bear_no_interest() -> None:
    a_rate()
    kept.put("billing.interest_grace_days", 10)
    overdue()
    overdue(due=date(2026, 11, 20))
    act("charge_late_interest")
    assert charged() == [D("6.25")]  # 1000 × 12 × 19 ÷ 36500 = 6.2466
    assert words()[0] == "du 12 au 30 novembre 2026, 12 % par an"


@alone
def test_below_the_minimum_interest_waits_until_there_is_enough_of_it(clock: Any) -> None:
    a_rate()
    customer = a_customer()
    overdue("50.00", customer=customer.pk)
    assert act("charge_late_interest")["below_minimum"] == 1  # 0.48
    assert charged() == []
    assert not InterestDays.objects.exists()
    clock.freeze("2027-01-31T09:00:00-05:00")
    act("charge_late_interest")
    assert charged() == [D("1.48")]  # 50 × 12 × 90 ÷ 36500 = 1.4795
    assert words()[0] == "du 2 novembre 2026 au 30 janvier 2027, 12 % par an"


@alone
def test_the_minimum_is_the_customers_and_not_the_invoices() -> None:
    a_rate()
    customer = a_customer()
    for _ in range(3):
        overdue("50.00", customer=customer.pk)
    assert act("charge_late_interest")["total"] == "1.44"
    assert charged() == [D("0.48")] * 3


@alone
def test_the_29th_of_february_is_a_day_like_any_other(clock: Any) -> None:
    a_rate()
    kept.put("billing.interest_minimum", "0.00")
    overdue(due=date(2028, 2, 27))
    clock.freeze("2028-03-02T09:00:00-05:00")
    act("charge_late_interest")
    assert charged() == [D("0.99")]  # 1000 × 12 × 3 ÷ 36500 = 0.9863
    assert words() == [
        "du 28 février au 1er mars 2028, 12 % par an",
        "February 28 to March 1, 2028, 12% a year",
    ]


@alone
def test_called_again_it_finds_only_what_came_since(clock: Any) -> None:
    a_rate()
    customer = a_customer()
    overdue(customer=customer.pk)
    assert act("charge_late_interest", until="2026-11-12")["total"] == "3.29"
    assert act("charge_late_interest", until="2026-11-12")["charges"] == 0
    assert act("charge_late_interest", customer=customer.number)["total"] == "6.25"  # 19 days
    assert act("charge_late_interest")["charges"] == 0
    clock.freeze("2026-12-05T09:00:00-05:00")
    assert act("charge_late_interest")["total"] == "1.32"  # 1000 × 12 × 4 ÷ 36500 = 1.3151
    refused(InterestAhead, "charge_late_interest", until="2026-12-06")


@alone
def test_a_pause_spares_its_days_for_good(clock: Any) -> None:
    a_rate()
    customer = a_customer()
    overdue(customer=customer.pk)
    overdue()
    since, until = {"since": "2026-11-10"}, {"until": "2026-11-20"}
    pause = act("pause_late_interest", customer=customer.number, **since, **until, reason="Facture contestée")
    act("charge_late_interest")
    assert charged() == [D("6.25"), D("9.53")]  # 8 + 11 days
    assert words()[0] == "du 2 au 9 novembre 2026 et du 20 au 30 novembre 2026, 12 % par an"
    refused(InterestPauseEnded, "end_interest_pause", pause=pause, reason="Trop tard")
    refused(NoSuchInterestPause, "end_interest_pause", pause=pause + 1, reason="Aucune")
    refused(
        InterestPauseDays, "pause_late_interest", customer=customer.number, **since, until="2026-11-10", reason="Non"
    )
    endless = act("pause_late_interest", customer=customer.number, since="2026-12-01", reason="Entente")
    clock.freeze("2026-12-11T09:00:00-05:00")
    act("end_interest_pause", pause=endless, on="2026-12-06", reason="Entente rompue")
    assert act("charge_late_interest", customer=customer.number)["total"] == "1.64"  # 5 days


@alone
def test_what_is_withdrawn_is_waived_and_can_be_restored() -> None:
    a_rate()
    overdue()
    act("charge_late_interest")
    charge = PendingCharge.objects.get().pk
    act("withdraw_charge", charge=charge, reason="Geste commercial")
    assert act("charge_late_interest")["charges"] == 0
    act("restore_charge", charge=charge, reason="Par erreur")
    assert PendingCharge.objects.get().withdrawn_at is None


@alone
def test_the_next_run_bills_it_untaxed_on_its_own_account_and_never_interest_on_it(clock: Any) -> None:
    clock.freeze("2026-10-12T09:00:00-04:00")
    customer = a_customer()
    first = an_invoice("1000.00", customer=customer)  # 1149.75 with taxes, due on November 1
    a_rate("10")
    clock.freeze("2026-12-01T09:00:00-05:00")
    act("charge_late_interest")
    assert charged() == [D("9.14")]  # 1149.75 × 10 × 29 ÷ 36500 = 9.135, half up
    perform("billing.confirm_run", {"date": "2026-12-01"}, actor=SYSTEM)
    run.issue(BillingRun.objects.get().pk)
    second = Invoice.objects.get(run__isnull=False)
    assert (second.subtotal, second.tax_total, second.total, second.due_date) == (
        D("9.14"), D("0.00"), D("9.14"), date(2026, 12, 21))  # fmt: skip
    (entry,) = entries_of(str(second.number))
    roles = {account: role for role, account in accounts_by_role().items()}
    assert {(roles[line.account], line.debit - line.credit) for line in entry.lines} == {
        ("receivable", D("9.14")),
        ("revenue.interest", D("-9.14")),
    }
    said = InvoiceLine.objects.get(invoice=second).description.replace("\u00a0", " ")
    assert said == f"Intérêts de retard, facture {first} : du 2 au 30 novembre 2026, 10 % par an"
    clock.freeze("2027-02-01T09:00:00-05:00")
    act("charge_late_interest")
    # The first invoice alone, December and January: 1149.75 × 10 × 62 ÷ 36500 = 19.53
    assert charged()[1:] == [D("19.53")]
    assert [check.code for check in run_all() if check.wrong] == []


@alone
def test_of_an_invoice_with_interest_on_it_only_the_rest_bears_interest(clock: Any) -> None:
    clock.freeze("2026-10-12T09:00:00-04:00")
    customer = a_customer()
    an_invoice("1000.00", customer=customer)
    a_rate("10")
    clock.freeze("2026-12-01T09:00:00-05:00")
    act("charge_late_interest")
    (charge,) = PendingCharge.objects.all()
    act("add_charge", customer=customer.number, item=_labour("200.00"), reason="Visite")
    number = act("bill_customer", customer=customer.number)
    assert Invoice.objects.get(number=number).total == D("239.09")  # 229.95 + 9.14, due on December 21
    clock.freeze("2027-02-01T09:00:00-05:00")
    act("charge_late_interest")
    assert charged()[2:] == [D("19.53"), D("2.58")]  # 229.95 × 10 × 41 ÷ 36500 = 2.5830
    # What a credit note gives back of the interest is no principal either way; of the rest, it never was one.
    charge.refresh_from_db()
    assert charge.line is not None
    line = charge.line
    act("credit_invoice", invoice=number, lines=[{"position": line.position, "amount": "9.14"}], reason="Geste")
    clock.freeze("2027-02-11T09:00:00-05:00")
    kept.put("billing.interest_minimum", "0.00")
    act("charge_late_interest")
    assert charged()[4:] == [D("3.15"), D("0.63")]  # 10 days of each


@alone
def test_what_a_credit_note_gives_back_and_a_write_off_gives_up_bears_none(clock: Any) -> None:
    clock.freeze("2026-10-12T09:00:00-04:00")
    credited, given_up = an_invoice("1000.00"), an_invoice("1000.00")
    a_rate("10")
    clock.freeze("2026-12-01T09:00:00-05:00")
    act("credit_invoice", invoice=credited, lines=[{"position": 1, "amount": "500.00"}], reason="Jamais livré")
    act("write_off_invoice", invoice=given_up, reason="Parti sans adresse")
    act("charge_late_interest")
    assert charged() == [D("4.57")]  # 574.87 × 10 × 29 ÷ 36500 = 4.5674 (574.88 credited)


def _labour(price: str) -> str:
    return an_item(price, kind="labour", group=a_group("labour", account="4070")).sku


def refused(kind: type[Refusal], verb: str, **given: Any) -> None:
    with pytest.raises(kind), transaction.atomic():
        act(verb, **given)
