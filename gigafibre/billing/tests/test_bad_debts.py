"""A debt given up takes its taxes back from the return; what is paid of it afterwards puts them there again."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.billing.errors import BeyondWrittenOff, NotOverdue
from gigafibre.billing.listings import INVOICES
from gigafibre.billing.models import BadDebt
from gigafibre.billing.queries import invoice as page_of
from gigafibre.billing.tests.test_credit_notes import an_invoice
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.listing import page as rows_of
from gigafibre.kernel.perform import perform
from gigafibre.ledger.actions import allocate
from gigafibre.ledger.checks import run_all
from gigafibre.ledger.queries import accounts_by_role, balance, entries_of, item
from gigafibre.ledger.tests.factories import a_credit
from gigafibre.subscriptions.tests.factories import a_customer

pytestmark = pytest.mark.django_db
D = Decimal


@pytest.fixture(autouse=True)
def _november(clock: Any) -> None:
    clock.freeze("2026-11-21T09:00:00-05:00")


def act(verb: str, **given: Any) -> Any:
    return perform(f"billing.{verb}", given, actor=SYSTEM).result


def late(clock: Any, *prices: str, customer: Any = None, **more: Any) -> str:
    """Issue an invoice and let its due date pass."""
    number = an_invoice(*prices, customer=customer, **more)
    clock.freeze("2027-03-01T09:00:00-05:00")
    return number


def posted(document: str) -> list[tuple[str, Decimal, Decimal]]:
    (entry,) = entries_of(document)
    roles = {account: role for role, account in accounts_by_role().items()}
    return [(roles[line.account], line.debit, line.credit) for line in entry.lines]


def wrong() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    return [check.code for check in run_all() if check.wrong]


def test_an_invoice_given_up_is_a_bad_debt_before_taxes_and_both_taxes_come_back(clock: Any) -> None:
    customer = a_customer()
    number = late(clock, "100.00", customer=customer)
    told = act("write_off_invoice", invoice=number, reason="Parti sans adresse")
    assert told == {
        "number": "WO-2027-0001",
        "amount": "114.98",
        "before_taxes": "100.00",
        "taxes": [
            {"tax": "GST", "name": "TPS", "amount": "5.00"},
            {"tax": "QST", "name": "TVQ", "amount": "9.98"},
        ],
    }
    assert sorted(posted("WO-2027-0001")) == [
        ("bad_debt", D("100.00"), D("0.00")),
        ("gst", D("5.00"), D("0.00")),
        ("qst", D("9.98"), D("0.00")),
        ("receivable", D("0.00"), D("114.98")),
    ]
    page = page_of(number)
    assert (page.status, page.open, page.written_off) == ("written_off", D("0.00"), D("114.98"))
    assert balance(customer.pk) == D("0.00")
    assert wrong() == []
    with pytest.raises(NotOverdue):
        act("write_off_invoice", invoice=number, reason="Encore")


def test_what_was_paid_and_credited_before_is_not_given_up(clock: Any) -> None:
    customer = a_customer()
    a_credit(customer.pk, "50.00")
    number = late(clock, "100.00", "100.00", customer=customer)
    act("credit_invoice", invoice=number, reason="Geste", lines=[{"position": 2}])
    before = page_of(number).open
    told = act("write_off_invoice", invoice=number, reason="Insolvable")
    assert told["amount"] == str(before)
    # 114.97 are left of the invoice after the credit: 5.00 GST and 9.97 or 9.98 QST, in proportion.
    whole = page_of(number).total - page_of(number).corrected_by[0].total
    assert [tax["amount"] for tax in told["taxes"]] == [
        str((D("5.00") * before / whole).quantize(D("0.01"))),
        str((D("9.97") * before / whole).quantize(D("0.01"))),
    ]
    assert wrong() == []


def test_paid_afterwards_in_two_parts_the_taxes_are_owed_again_to_the_cent(clock: Any) -> None:
    customer = a_customer()
    number = late(clock, "100.00", customer=customer)
    act("write_off_invoice", invoice=number, reason="Parti")
    a_credit(customer.pk, "40.00")
    first = act("recover_debt", invoice=number, amount="40.00", reason="Chèque reçu")
    assert (first["before_taxes"], [tax["amount"] for tax in first["taxes"]]) == ("34.79", ["1.74", "3.47"])
    assert balance(customer.pk) == D("0.00")
    assert page_of(number).written_off == D("74.98")
    with pytest.raises(BeyondWrittenOff):
        act("recover_debt", invoice=number, amount="74.99", reason="Trop")
    rest = act("recover_debt", invoice=number, reason="Le reste")
    assert (rest["amount"], [tax["amount"] for tax in rest["taxes"]]) == ("74.98", ["3.26", "6.51"])
    page = page_of(number)
    assert (page.status, page.open, page.written_off) == ("overdue", D("74.98"), D("0.00"))
    assert balance(customer.pk) == D("74.98")
    owed = item("invoice", number)
    assert owed is not None
    allocate(a_credit(customer.pk, "74.98"), owed.id, D("74.98"))
    assert (page_of(number).status, balance(customer.pk)) == ("paid", D("0.00"))
    assert wrong() == []


def test_owed_again_and_not_paid_it_is_open_late_and_can_be_given_up_again(clock: Any) -> None:
    """A cheque for 40.00 that bounced: 34.79 and 1.74 + 3.47 of taxes; given up again, all of it is as before."""
    customer = a_customer()
    number = late(clock, "100.00", customer=customer)
    act("write_off_invoice", invoice=number, reason="Parti")
    act("recover_debt", invoice=number, amount="40.00", reason="Chèque annoncé")
    page = page_of(number)
    assert (page.status, page.open, page.written_off) == ("overdue", D("40.00"), D("74.98"))
    assert [row["state"] for row in rows_of(INVOICES, {"customer": customer.number}).items] == ["overdue"]
    again = act("write_off_invoice", invoice=number, reason="Chèque jamais venu")
    assert (again["before_taxes"], [tax["amount"] for tax in again["taxes"]]) == ("34.79", ["1.74", "3.47"])
    page = page_of(number)
    assert (page.status, page.open, page.written_off) == ("written_off", D("0.00"), D("114.98"))
    rest = act("recover_debt", invoice=number, reason="Tout payé")
    assert (rest["amount"], [tax["amount"] for tax in rest["taxes"]]) == ("114.98", ["5.00", "9.98"])
    assert (page_of(number).open, balance(customer.pk)) == (D("114.98"), D("114.98"))
    assert wrong() == []


def test_the_return_has_them_on_its_lines(clock: Any) -> None:
    number = late(clock, "100.00")
    act("write_off_invoice", invoice=number, reason="Parti")
    act("recover_debt", invoice=number, reason="Payé")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e.kind, a.role, sum(l.debit), sum(l.credit) FROM ledger_journalline l "
            "JOIN ledger_journalentry e ON e.id = l.entry_id JOIN ledger_account a ON a.id = l.account_id "
            "WHERE e.kind IN ('write_off', 'recovery') AND a.role IN ('gst', 'qst') GROUP BY 1, 2 ORDER BY 1, 2"
        )
        assert cursor.fetchall() == [
            ("recovery", "gst", D("0.00"), D("5.00")),
            ("recovery", "qst", D("0.00"), D("9.98")),
            ("write_off", "gst", D("5.00"), D("0.00")),
            ("write_off", "qst", D("9.98"), D("0.00")),
        ]


def test_nothing_is_given_up_before_it_is_late() -> None:
    number = an_invoice("100.00")
    with pytest.raises(NotOverdue):
        act("write_off_invoice", invoice=number, reason="Trop tôt")
    assert not BadDebt.objects.exists()


@pytest.mark.parametrize(
    ("statement", "refused"),
    [
        (
            "INSERT INTO billing_baddebt (number, kind, invoice_id, date, amount, reason, made_at) "
            "SELECT 'X', 'recovery', invoice_id, date, amount + 0.01, '', now() FROM billing_baddebt",
            "recovered_within_written_off",
        ),
        (
            "INSERT INTO billing_baddebt (number, kind, invoice_id, date, amount, reason, made_at) "
            "SELECT 'X', 'write_off', invoice_id, date, 0.01, '', now() FROM billing_baddebt",
            "recovered_within_written_off",
        ),
        ("UPDATE billing_baddebt SET amount = 1", "its rows never change"),
        ("DELETE FROM billing_baddebttax", "its rows never change"),
    ],
)
def test_what_the_database_refuses(statement: str, refused: str, clock: Any) -> None:
    act("write_off_invoice", invoice=late(clock, "100.00"), reason="Parti")
    with pytest.raises(IntegrityError, match=refused), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert BadDebt.objects.count() == 1
