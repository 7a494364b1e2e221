"""What the database refuses of postings, attacked by SQL; what the verbs say kindly."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.ledger.actions import Line, post_entry, reverse_entry
from gigafibre.ledger.errors import AlreadyReversed, MonthClosed, Unbalanced, UnknownAccount
from gigafibre.ledger.models import ClosedMonth, JournalEntry, JournalLine, OpenItem
from gigafibre.ledger.tests.factories import a_debit

pytestmark = pytest.mark.django_db
NOVEMBER = date(2026, 11, 21)
TEN = Decimal("10.00")


def run(sql: str, *values: str | int) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def entry(account: str = "1060", against: str = "4020", on: date = NOVEMBER) -> int:
    return post_entry(on, "manual", "M-1", [Line(account, debit=TEN), Line(against, credit=TEN)])


ONE_ENTRY = """
WITH e AS (
  INSERT INTO ledger_journalentry (date, kind, document, description, posted_at)
  VALUES ('2026-11-21', 'manual', 'M-1', '', now()) RETURNING id)
INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date)
SELECT e.id, a.id, l.debit, l.credit, l.date::date
FROM e, ledger_account a, (VALUES {lines}) l (role, debit, credit, date) WHERE a.role = l.role
"""


def test_a_posting_is_dated_documented_and_balanced() -> None:
    made = JournalEntry.objects.get(pk=entry())
    assert (made.date, made.kind, made.document) == (NOVEMBER, "manual", "M-1")
    lines = list(made.lines.order_by("id").values_list("account__number", "debit", "credit", "date"))
    assert lines == [("1060", TEN, Decimal(0), NOVEMBER), ("4020", Decimal(0), TEN, NOVEMBER)]


@pytest.mark.parametrize(
    ("lines", "constraint"),
    [
        ("('bank', 10, 0, '2026-11-21'), ('revenue', 0, 9.99, '2026-11-21')", "entry_balances"),
        ("('bank', 10, 0, '2026-11-21'), ('revenue', 0, 10, '2026-11-20')", "line_comes_with_its_entry"),
        ("('bank', 10, 0, '2026-11-21'), ('revenue', -10, 0, '2026-11-21')", "one_side_only"),
        ("('bank', 10, 10, '2026-11-21')", "one_side_only"),
        ("('receivable', 10, 0, '2026-11-21'), ('revenue', 0, 10, '2026-11-21')", "receivable_names_its_customer"),
    ],
)
def test_a_posting_that_is_wrong_is_refused_by_the_database(lines: str, constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        run(ONE_ENTRY.format(lines=lines))
    assert JournalEntry.objects.count() == JournalLine.objects.count() == 0


def test_an_entry_without_lines_is_refused() -> None:
    with pytest.raises(IntegrityError, match="entry_comes_with_its_lines"), transaction.atomic():
        JournalEntry.objects.create(date=NOVEMBER, kind="manual", document="M-1")


def test_an_entry_that_names_another_transaction_is_refused() -> None:
    with pytest.raises(IntegrityError, match="entry_says_its_transaction"):
        run(
            "INSERT INTO ledger_journalentry (date, kind, document, description, posted_at, posted_xid) "
            "VALUES ('2026-11-21', 'manual', 'M-1', '', now(), 1)"
        )


@pytest.mark.parametrize("table", ["ledger_journalentry", "ledger_journalline"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET date = '2026-01-01'", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_what_is_posted_never_changes(table: str, statement: str) -> None:
    entry()
    run("SET CONSTRAINTS ALL IMMEDIATE")  # TRUNCATE waits for no pending check
    with pytest.raises(IntegrityError, match="its rows never change"):
        run(statement.format(table))
    assert (JournalEntry.objects.count(), JournalLine.objects.count()) == (1, 2)


def test_a_closed_month_takes_no_posting() -> None:
    ClosedMonth.objects.create(month=date(2026, 10, 1), closed_by="Ève")
    with pytest.raises(MonthClosed, match="2026-10"):
        entry(on=date(2026, 10, 31))
    lines = "('bank', 10, 0, '2026-10-31'), ('revenue', 0, 10, '2026-10-31')"
    with pytest.raises(IntegrityError, match="closed_month_takes_no_posting"):
        run(ONE_ENTRY.format(lines=lines).replace("'2026-11-21', 'manual'", "'2026-10-31', 'manual'"))
    assert JournalEntry.objects.count() == 0
    entry(on=date(2026, 11, 1))


def test_a_month_is_named_by_its_first_day() -> None:
    with pytest.raises(IntegrityError, match="closed_month_is_its_first_day"), transaction.atomic():
        ClosedMonth.objects.create(month=date(2026, 10, 31), closed_by="Ève")


def test_the_verb_says_kindly_what_is_wrong() -> None:
    with pytest.raises(Unbalanced):
        post_entry(NOVEMBER, "manual", "M-1", [Line("1060", debit=TEN), Line("4020", credit=Decimal("9.99"))])
    with pytest.raises(Unbalanced):
        post_entry(NOVEMBER, "manual", "M-1", [])
    with pytest.raises(UnknownAccount, match="9999"):
        entry(against="9999")
    assert JournalEntry.objects.count() == 0


def test_a_reversal_is_the_opposite_and_happens_once() -> None:
    made = entry()
    opposite = JournalEntry.objects.get(pk=reverse_entry(made, on=date(2026, 11, 25), document="M-2"))
    assert (opposite.reverses_id, opposite.date) == (made, date(2026, 11, 25))
    assert [(x.account.number, x.debit, x.credit) for x in opposite.lines.order_by("id")] == [
        ("1060", Decimal(0), TEN),
        ("4020", TEN, Decimal(0)),
    ]
    with pytest.raises(AlreadyReversed):
        reverse_entry(made, on=date(2026, 11, 25), document="M-3")


ITEM = (
    "INSERT INTO ledger_openitem (customer_id, side, kind, number, date, amount, open) "
    "VALUES (7, 'debit', 'invoice', '1', '{}', 10, 10)"
)


@pytest.mark.parametrize("parts", [("item",), ("posting",), ("posting", "item of another day")])
def test_a_customers_account_gains_what_the_receivable_account_gains_that_day(parts: tuple[str, ...]) -> None:
    def commit() -> None:
        with transaction.atomic():
            if "posting" in parts:
                post_entry(NOVEMBER, "invoice", "1", [Line("1200", debit=TEN, customer_id=7), Line("4020", credit=TEN)])
            if "item" in parts:
                run(ITEM.format("2026-11-21"))
            if "item of another day" in parts:
                run(ITEM.format("2026-11-22"))
            run("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(IntegrityError, match="customer_account_agrees: customer and day 7"):
        commit()
    assert not JournalEntry.objects.exists()
    assert not OpenItem.objects.exists()


def test_what_agrees_leaves_nothing_behind() -> None:
    a_debit(7)
    a_debit(8)
    run("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_movement")
        assert cursor.fetchone() == (0,)
