"""Several people and workers at the same moment, in real threads: all of it happens once, whole; the books agree."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection, transaction

from gigafibre.billing import queries, run
from gigafibre.billing.tests.test_credit_notes import an_invoice
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.ledger.checks import run_all
from gigafibre.ledger.queries import balance, item
from gigafibre.ledger.tests.factories import a_closed_month, a_credit
from gigafibre.subscriptions.tests.factories import a_customer, a_subscription

D = Decimal
DECEMBER = date(2026, 12, 1)


def at_once(*verbs: Callable[[], Any]) -> list[str]:
    """Do everything at the same moment; returns how each ended: `done`, or the code of the refusal, in order."""
    ended, start = [""] * len(verbs), threading.Barrier(len(verbs))

    def one(place: int) -> None:
        try:
            start.wait()
            verbs[place]()
            ended[place] = "done"
        except Refusal as refusal:
            ended[place] = refusal.code
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(place,)) for place in range(len(verbs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ended


def does(verb: str, **given: Any) -> Callable[[], Any]:
    return lambda: perform(verb, given, actor=SYSTEM).result


def bills(size: int = 2) -> None:
    """Confirm and issue December, as a button and a job do."""
    perform("billing.confirm_run", {"date": "2026-12-01"}, actor=SYSTEM)
    for key, _ in run.unfinished():
        run.issue(key, size=size)


def everything_agrees() -> bool:
    return not any(result.wrong for result in run_all())


def documents(kind: str) -> list[tuple[str, Decimal]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number, total FROM billing_invoice WHERE kind = %s AND state = 'issued' ORDER BY number", [kind]
        )
        return list(cursor.fetchall())


def test_the_same_month_pressed_by_four_while_an_invoice_is_credited_and_one_billed(
    committed_db: object, clock: Any
) -> None:
    clock.freeze("2026-12-01T09:00:00-05:00")
    with transaction.atomic():
        customers = [a_customer() for _ in range(9)]
        for customer in customers:
            a_subscription("60.00", customer=customer)
        old = an_invoice("100.00", customer=customers[4])
    ended = at_once(
        *[bills] * 4,
        does("billing.credit_invoice", invoice=old, reason="Pendant la facturation"),
        does("billing.bill_customer", customer=customers[7].number),
    )
    assert ended == ["done"] * 6
    # 60.00 + 3.00 + 5.99 each, and the 114.98 that were credited
    assert [total for _, total in documents("invoice")] == [D("114.98"), *[D("68.99")] * 9]
    assert [int(number[-6:]) for number, _ in documents("invoice")] == list(range(1, 11))
    assert [total for _, total in documents("credit_note")] == [D("114.98")]
    assert {balance(customer.pk) for customer in customers} == {D("68.99")}
    assert queries.proof_of_run(queries.runs()[0].id).disagreements() == []
    assert everything_agrees()


def test_a_month_closed_while_it_is_billed_leaves_whole_invoices_and_the_rest_waiting(
    committed_db: object, clock: Any
) -> None:
    """Behind the checklist, which would refuse: the run stops at the chunk it is at, and goes on once reopened."""
    clock.freeze("2026-12-01T09:00:00-05:00")
    with transaction.atomic():
        customers = [a_customer() for _ in range(12)]
        for customer in customers:
            a_subscription("60.00", customer=customer)
    perform("billing.confirm_run", {"date": "2026-12-01"}, actor=SYSTEM)
    clock.freeze("2027-01-04T09:00:00-05:00")
    assert at_once(does("ledger.close_month", month="2026-12", reason="Vu et vérifié")) == ["month_blocked"]
    begun = threading.Event()

    def closes() -> None:
        begun.wait()
        with transaction.atomic():
            a_closed_month("2026-12")

    def issues() -> None:
        begun.set()
        run.issue(queries.runs()[0].id, size=1)

    ended = at_once(issues, issues, closes)
    assert ended[2] == "done"
    assert set(ended[:2]) <= {"month_closed", "done"}
    made = documents("invoice")
    assert [total for _, total in made] == [D("68.99")] * len(made)
    assert sum((balance(customer.pk) for customer in customers), D(0)) == D("68.99") * len(made)
    assert everything_agrees()
    perform("ledger.reopen_month", {"month": "2026-12", "reason": "La facturation n’était pas finie"}, actor=SYSTEM)
    bills()
    assert [int(number[-6:]) for number, _ in documents("invoice")] == list(range(1, 13))
    assert queries.proof_of_run(queries.runs()[0].id).disagreements() == []
    assert everything_agrees()


def test_credit_notes_and_allocations_pressed_at_once_never_come_to_more_than_there_is(
    committed_db: object, clock: Any
) -> None:
    clock.freeze("2026-11-21T09:00:00-05:00")
    with transaction.atomic():
        customer = a_customer()
        whole, parts, paid = (an_invoice("100.00", customer=customer) for _ in range(3))
    ended = at_once(
        *[does("billing.credit_invoice", invoice=whole, reason="Deux fois")] * 3,
        *[
            does("billing.credit_invoice", invoice=parts, reason="Geste", lines=[{"position": 1, "amount": "40.00"}]),
        ]
        * 3,
    )
    assert Counter(ended[:3])["done"] == 1
    assert Counter(ended[3:])["done"] == 2
    # 40.00 + 2.00 + 3.99, twice: the residue is for who credits the rest
    assert sorted(total for _, total in documents("credit_note")) == [D("45.99"), D("45.99"), D("114.98")]
    assert (queries.invoice(whole).creditable, queries.invoice(parts).creditable) == (D("0.00"), D("23.00"))

    with transaction.atomic():
        a_credit(customer.pk, "150.00", number="CHEQUE", on=date(2026, 11, 21))
    again = does("payments.allocate", credit="CHEQUE", document=paid, amount="100.00")
    assert Counter(at_once(*[again] * 4))["done"] == 1
    owed, credit = item("invoice", paid), item("payment", "CHEQUE")
    assert owed is not None
    assert credit is not None
    assert (owed.open, credit.open) == (D("14.98"), D("50.00"))
    assert everything_agrees()
