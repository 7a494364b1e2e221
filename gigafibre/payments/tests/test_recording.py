"""Money in and money back: numbers, postings, what is paid, what stays, what is refused."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.crm.errors import NoSuchCustomer
from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import InvalidInput, NotFound
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.kernel.preview_words import in_words
from gigafibre.ledger import queries as ledger
from gigafibre.ledger.actions import close_month
from gigafibre.ledger.checks import run_all
from gigafibre.ledger.errors import MonthClosed, OverAllocated
from gigafibre.payments.actions import allocate, record_payment, reverse_payment, unallocate
from gigafibre.payments.actions.recording import ChosenAllocation
from gigafibre.payments.errors import (
    AllocatesTooMuch,
    AlreadyRecorded,
    AlreadyReversed,
    NotAllocated,
    NotReversible,
    PaymentInFuture,
    ReversedBeforePaid,
)
from gigafibre.payments.models import Payment
from gigafibre.payments.queries import account, payment
from gigafibre.payments.tests.factories import an_invoice

D = Decimal
TODAY = date(2026, 11, 21)


@pytest.fixture
def customer(acting: None, clock: Any) -> Any:
    """A customer with two invoices: the later one is due first."""
    made = a_customer()
    an_invoice(made, "100.00", number="1001", on=date(2026, 9, 1), due=date(2026, 11, 30))
    an_invoice(made, "57.43", number="1002", on=date(2026, 10, 1), due=date(2026, 10, 15))
    return made


def still_open(customer: Any) -> dict[str, Decimal]:
    return {item.number: item.open for item in ledger.items_of(customer.pk, only_open=True)}


def everything_agrees() -> bool:
    return not any(result.wrong for result in run_all())


def test_a_payment_pays_the_oldest_due_first_and_the_rest_waits_as_credit(customer: Any) -> None:
    number = record_payment(customer.number, amount=D("60.00"), mode="cheque", reference="881")
    assert number == "PAY-2026-000001"
    assert still_open(customer) == {"1001": D("97.43")}
    second = record_payment(customer.number, amount=D("100.00"), mode="cash")
    assert still_open(customer) == {second: D("2.57")}
    seen = payment(second)
    assert (seen.customer, seen.amount, seen.unapplied) == (customer.number, D("100.00"), D("2.57"))
    assert [(a.debit, a.amount) for a in seen.allocations] == [("1001", D("97.43"))]
    assert everything_agrees()


@pytest.mark.parametrize(
    ("mode", "account_number"),
    [
        ("card", "1050"),
        ("pad", "1055"),
        ("cheque", "1056"),
        ("cash", "1000"),
        ("transfer", "1057"),
        ("credit", "4910"),
        ("adjustment", "5900"),
    ],
)
def test_each_mode_has_its_account(customer: Any, mode: Any, account_number: str) -> None:
    number = record_payment(customer.number, amount=D("10.00"), mode=mode)
    (entry,) = ledger.entries_of(number)
    assert [(line.account, line.debit, line.credit) for line in entry.lines] == [
        (account_number, D("10.00"), D("0.00")),
        ("1200", D("0.00"), D("10.00")),
    ]
    assert entry.date == TODAY


def test_a_payment_pays_what_was_chosen_and_no_more(customer: Any) -> None:
    chosen = [ChosenAllocation(invoice="1001", amount=D("40.00"))]
    number = record_payment(customer.number, amount=D("50.00"), mode="transfer", allocations=chosen)
    assert still_open(customer) == {"1002": D("57.43"), "1001": D("60.00"), number: D("10.00")}
    nothing = record_payment(customer.number, amount=D("5.00"), mode="cash", allocations=[])
    assert still_open(customer)[nothing] == D("5.00")


@pytest.mark.parametrize(
    ("refusal", "given"),
    [
        (NoSuchCustomer, {"customer": "C-1"}),
        (InvalidInput, {"amount": D("0.00")}),
        (InvalidInput, {"amount": D("-5.00")}),
        (InvalidInput, {"amount": D("1.005")}),
        (InvalidInput, {"mode": "reversal"}),
        (InvalidInput, {"memo": "carte 4111 1111 1111 1111"}),
        (InvalidInput, {"reference": "4111111111111111"}),
        (PaymentInFuture, {"on": date(2026, 11, 22)}),
        (MonthClosed, {"on": date(2026, 10, 31)}),
        (AllocatesTooMuch, {"allocations": [ChosenAllocation(invoice="1001", amount=D("50.01"))]}),
        (OverAllocated, {"amount": D("90.00"), "allocations": [ChosenAllocation(invoice="1002", amount=D("57.44"))]}),
        (NotFound, {"allocations": [ChosenAllocation(invoice="9999", amount=D("1.00"))]}),
        (NotFound, {"allocations": [ChosenAllocation(invoice="OTHER", amount=D("1.00"))]}),
    ],
)
def test_what_is_refused_changes_nothing(customer: Any, refusal: type[Exception], given: dict[str, Any]) -> None:
    an_invoice(a_customer(), "10.00", number="OTHER")
    close_month("2026-10", reason="Essai")
    before = still_open(customer)
    arguments = {"customer": customer.number, "amount": D("50.00"), "mode": "cash"} | given
    with pytest.raises(refusal), transaction.atomic():
        record_payment(**arguments)
    assert still_open(customer) == before
    assert not Payment.objects.exists()


def test_the_same_cheque_is_not_taken_twice_unless_it_came_back(customer: Any) -> None:
    first = record_payment(customer.number, amount=D("20.00"), mode="cheque", reference="881")
    with pytest.raises(AlreadyRecorded, match=first):
        record_payment(customer.number, amount=D("20.00"), mode="cheque", reference="881")
    record_payment(customer.number, amount=D("20.00"), mode="cheque", reference="882")
    reverse_payment(first, reason="Sans provision")
    record_payment(customer.number, amount=D("20.00"), mode="cheque", reference="881")
    assert Payment.objects.count() == 4


def test_a_reversal_reopens_what_was_paid_due_when_it_was_due(customer: Any, clock: Any) -> None:
    number = record_payment(customer.number, amount=D("120.00"), mode="pad")
    clock.move(days=5)
    reversal = reverse_payment(number, reason="901 sans provision")
    assert still_open(customer) == {"1001": D("100.00"), "1002": D("57.43")}
    due = {item.number: item.due_date for item in account(customer.number).items}
    assert due == {"1001": date(2026, 11, 30), "1002": date(2026, 10, 15)}
    row = Payment.objects.get(number=reversal)
    assert (row.amount, row.mode, row.date) == (D("-120.00"), "reversal", date(2026, 11, 26))
    assert row.reverses == Payment.objects.get(number=number)
    seen = payment(number)
    assert (seen.reversed_by, seen.unapplied) == (reversal, D("0.00"))
    assert [(a.debit, a.undone_on is not None) for a in seen.allocations] == [
        ("1002", True),
        ("1001", True),
        (reversal, False),
    ]
    (entry,) = ledger.entries_of(reversal)
    assert [(line.account, line.debit, line.credit) for line in entry.lines] == [
        ("1055", D("0.00"), D("120.00")),
        ("1200", D("120.00"), D("0.00")),
    ]
    assert ledger.aging(TODAY).totals.owed == D("37.43")
    assert ledger.aging(date(2026, 11, 26)).totals.owed == D("157.43")
    assert everything_agrees()


def test_a_payment_is_reversed_once_and_a_reversal_never(customer: Any) -> None:
    number = record_payment(customer.number, amount=D("20.00"), mode="cash")
    with pytest.raises(ReversedBeforePaid):
        reverse_payment(number, reason="Erreur", on=date(2026, 11, 20))
    reversal = reverse_payment(number, reason="Erreur de client")
    with pytest.raises(AlreadyReversed, match=reversal):
        reverse_payment(number, reason="Encore")
    with pytest.raises(NotReversible):
        reverse_payment(reversal, reason="Encore")
    with pytest.raises(NotFound):
        reverse_payment("PAY-0", reason="Encore")
    assert Payment.objects.count() == 2


def test_a_posted_payment_never_changes(customer: Any) -> None:
    record_payment(customer.number, amount=D("20.00"), mode="cash")
    with pytest.raises(IntegrityError, match="never change"), transaction.atomic():
        Payment.objects.update(memo="x")
    with pytest.raises(IntegrityError, match="never change"), transaction.atomic():
        Payment.objects.all().delete()
    assert Payment.objects.get().memo == ""


def test_a_person_moves_a_payment_from_one_invoice_to_another(customer: Any) -> None:
    number = record_payment(customer.number, amount=D("57.43"), mode="cash")
    assert unallocate(number, document="1002", reason="Payait 1001") == D("57.43")
    assert allocate(number, document="1001", amount=D("50.00")) == D("50.00")
    assert allocate(number, document="1001") == D("7.43")
    assert still_open(customer) == {"1002": D("57.43"), "1001": D("42.57")}
    with pytest.raises(NotAllocated):
        unallocate(number, document="1002", reason="Encore une fois")
    with pytest.raises(OverAllocated):
        allocate(number, document="1002")
    with pytest.raises(NotFound, match="7777"):
        allocate(number, document="7777")


def test_the_preview_shows_the_balance_before_and_after(customer: Any) -> None:
    seen = preview(
        "payments.record_payment", {"customer": customer.number, "amount": "57.43", "mode": "cash"}, actor=SYSTEM
    )
    (gauge,) = [g for g in seen.gauges if g.name == "ledger.balance"]
    assert (gauge.before, gauge.after) == (D("157.43"), D("100.00"))
    assert [e.payload["amount"] for e in seen.collected.events] == ["57.43"]
    assert not Payment.objects.exists()


@pytest.mark.parametrize(("language", "invoice"), [("fr", "Facture"), ("en", "Invoice")])
def test_the_preview_calls_what_is_paid_by_its_name(customer: Any, language: str, invoice: str) -> None:
    given = {"customer": customer.number, "amount": "57.43", "mode": "cash"}
    changes = in_words(preview("payments.record_payment", given, actor=SYSTEM), language)["changes"]
    paid = {
        line["number"]: line["label"] for line in changes if line["table"] == "ledger_openitem" and line["op"] == "U"
    }
    assert paid == {"1002": invoice}


def at_once(times: int, act: Callable[[], object], refusal: type[Exception]) -> list[str]:
    """Do something from that many threads at the same moment; returns what became of each."""
    start, outcomes = threading.Barrier(times), []

    def press() -> None:
        start.wait()
        try:
            with acting_as(SYSTEM):
                act()
            outcomes.append("done")
        except refusal:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def test_pressed_ten_times_in_a_second_the_invoice_is_paid_once(committed_db: object, clock: Any) -> None:
    with transaction.atomic():
        customer = a_customer()
        an_invoice(customer, "50.00", number="1001")
    given = {"customer": customer.number, "amount": "50.00", "mode": "card", "reference": "ch_1"}
    outcomes = at_once(10, lambda: perform("payments.record_payment", given, actor=SYSTEM), AlreadyRecorded)
    assert outcomes == ["done"] + ["refused"] * 9
    assert ledger.balance(customer.pk) == D("0.00")
    assert everything_agrees()


def test_returned_five_times_at_once_the_invoice_is_reopened_once(committed_db: object, clock: Any) -> None:
    with transaction.atomic():
        customer = a_customer()
        an_invoice(customer, "50.00", number="1001")
    with acting_as(SYSTEM):
        number = record_payment(customer.number, amount=D("50.00"), mode="pad")
    outcomes = at_once(5, lambda: reverse_payment(number, reason="901 sans provision"), AlreadyReversed)
    assert outcomes == ["done"] + ["refused"] * 4
    assert ledger.balance(customer.pk) == D("50.00")
    assert everything_agrees()
