"""Credits pay debits of the same customer, never more than either has: by verb, by SQL, by threads at once."""

import threading
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.ledger.actions import allocate, allocate_oldest_first, unallocate
from gigafibre.ledger.errors import AllocationUndone, NoSuchOpenItem, OtherCustomer, OverAllocated
from gigafibre.ledger.models import Allocation, OpenItem
from gigafibre.ledger.queries import balance, items_of
from gigafibre.ledger.tests.factories import a_credit, a_debit

in_a_test = pytest.mark.django_db
D = Decimal
UNDO = "UPDATE ledger_allocation SET undone_at = now(), undone_on = '{}'"


def still_open(*items: int) -> list[Decimal]:
    return [OpenItem.objects.get(pk=item).open for item in items]


def run(sql: str, *values: str | int) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def insert(credit: int, debit: int, amount: str, on: str = "2026-11-21") -> None:
    run(
        "INSERT INTO ledger_allocation (credit_id, debit_id, amount, date, at, undone_because) "
        "VALUES (%s, %s, %s, %s, now(), '')",
        credit,
        debit,
        amount,
        on,
    )


@in_a_test
def test_an_allocation_closes_by_its_amount_and_its_undoing_reopens() -> None:
    debit, credit = a_debit(amount="80.00"), a_credit(amount="100.00")
    made = allocate(credit, debit, D("80.00"), on=date(2026, 11, 3))
    assert still_open(credit, debit) == [D("20.00"), D("0.00")]
    assert balance(1) == D("-20.00")
    unallocate(made, because="NSF", on=date(2026, 11, 9))
    assert still_open(credit, debit) == [D("100.00"), D("80.00")]
    undone = Allocation.objects.get(pk=made)
    assert (undone.date, undone.undone_on, undone.undone_because) == (date(2026, 11, 3), date(2026, 11, 9), "NSF")
    with pytest.raises(AllocationUndone):
        unallocate(made, because="again")
    assert still_open(credit, debit) == [D("100.00"), D("80.00")]


@in_a_test
def test_the_verb_refuses_more_than_there_is_others_and_nobody() -> None:
    debit, credit, other = a_debit(amount="50.00"), a_credit(amount="60.00"), a_debit(2)
    for refusal, items, amount in (
        (OverAllocated, (credit, debit), "50.01"),
        (OverAllocated, (credit, debit), "0.00"),
        (OtherCustomer, (credit, other), "1.00"),
        (OtherCustomer, (debit, credit), "1.00"),
        (NoSuchOpenItem, (credit, 999_999), "1.00"),
    ):
        with pytest.raises(refusal):
            allocate(*items, D(amount))
    assert not Allocation.objects.exists()


@in_a_test
def test_the_database_refuses_the_same() -> None:
    debit, credit, other = a_debit(amount="50.00"), a_credit(amount="60.00"), a_debit(2)
    for constraint, items, amount, on in (
        ("open_within_amount", (credit, debit), "50.01", "2026-11-21"),
        ("allocation_positive", (credit, debit), "-1.00", "2026-11-21"),
        ("allocation_joins_one_customer", (credit, other), "1.00", "2026-11-21"),
        ("allocation_joins_one_customer", (debit, credit), "1.00", "2026-11-21"),
        ("allocation_joins_one_customer", (credit, credit), "1.00", "2026-11-21"),
        ("allocation_not_before_its_items", (credit, debit), "1.00", "2026-10-31"),
    ):
        with pytest.raises(IntegrityError, match=constraint):
            insert(*items, amount, on)
    assert not Allocation.objects.exists()
    assert still_open(credit, debit, other) == [D("60.00"), D("50.00"), D("100.00")]


@in_a_test
def test_nobody_else_changes_what_is_open() -> None:
    debit, credit = a_debit(), a_credit()
    allocate(credit, debit, D("100.00"))
    run("SET CONSTRAINTS ALL IMMEDIATE")  # TRUNCATE waits for no pending check
    for statement, refused in (
        ("UPDATE ledger_openitem SET open = 0", "its rows never change"),
        ("UPDATE ledger_openitem SET due_date = '2030-01-01'", "its rows never change"),
        ("DELETE FROM ledger_openitem", "its rows never change"),
        ("TRUNCATE ledger_openitem CASCADE", "its rows never change"),
        ("DELETE FROM ledger_allocation", "its rows never change"),
        ("TRUNCATE ledger_allocation", "its rows never change"),
        ("UPDATE ledger_allocation SET amount = 1", "allocation_only_undone"),
        (UNDO.format("2026-12-01") + ", amount = 1", "allocation_only_undone"),
        (UNDO.format("2026-12-01") + ", id = id + 9", "allocation_only_undone"),
        (UNDO.format("2020-12-01"), "allocation_undone_on_a_day"),
    ):
        with pytest.raises(IntegrityError, match=refused):
            run(statement)
    with pytest.raises(IntegrityError, match="open_item_starts_whole"):
        run(
            "INSERT INTO ledger_openitem (customer_id, side, kind, number, date, amount, open) "
            "VALUES (1, 'debit', 'invoice', 'x', '2026-11-01', 10, 9)"
        )
    assert still_open(credit, debit) == [D("0.00"), D("0.00")]


@in_a_test
def test_a_document_is_opened_once() -> None:
    a_debit(number="12345")
    with pytest.raises(IntegrityError, match="open_item_once"), transaction.atomic():
        a_debit(number="12345")


@in_a_test
def test_the_oldest_due_is_paid_first() -> None:
    late = a_debit(amount="30.00", on=date(2026, 9, 1), due=date(2026, 11, 20), number="A")
    early = a_debit(amount="40.00", on=date(2026, 10, 1), due=date(2026, 10, 15), number="B")
    credit = a_credit(amount="50.00", on=date(2026, 11, 2))
    assert [i.number for i in items_of(1) if i.side == "debit"] == ["B", "A"]
    assert allocate_oldest_first(credit, on=date(2026, 11, 2)) == D("50.00")
    assert still_open(early, late, credit) == [D("0.00"), D("20.00"), D("0.00")]
    assert allocate_oldest_first(credit) == D("0.00")


def test_ten_at_once_never_give_more_than_there_is(committed_db: object) -> None:
    with transaction.atomic():
        debits = [a_debit(amount="30.00") for _ in range(10)]
        credit = a_credit(amount="100.00")
    start, refused = threading.Barrier(10), []

    def pay(debit: int) -> None:
        start.wait()
        try:
            insert(credit, debit, "30.00")
        except IntegrityError as error:
            refused.append("open_within_amount" in str(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=pay, args=(debit,)) for debit in debits]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == [True] * 7
    assert still_open(credit) == [D("10.00")]
    assert sum(still_open(*debits)) == D("210.00")


def test_two_credits_pressed_on_two_debits_at_once_do_not_deadlock(committed_db: object) -> None:
    with transaction.atomic():
        debits = [a_debit(amount="50.00") for _ in range(2)]
        paid = [a_credit(amount="50.00") for _ in range(2)]
    start, errors = threading.Barrier(2), []

    def pay(credit: int) -> None:
        start.wait()
        try:
            with transaction.atomic():
                allocate_oldest_first(credit)
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=pay, args=(credit,)) for credit in paid]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert still_open(*debits, *paid) == [D("0.00")] * 4
