"""Whole batches: what is posted, opened and applied set-based, and that a bad batch leaves nothing."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.ledger.bulk import apply_open_credit, open_items, post_entries
from gigafibre.ledger.errors import UnknownAccount
from gigafibre.ledger.models import Allocation, JournalEntry, JournalLine, OpenItem
from gigafibre.ledger.queries import balance
from gigafibre.ledger.tests.factories import a_credit, a_debit

pytestmark = pytest.mark.django_db
D = Decimal

TABLES = """
CREATE TEMP TABLE e (key bigint, date date, kind text, document text, description text) ON COMMIT DROP;
CREATE TEMP TABLE l (key bigint, account text, debit numeric, credit numeric, customer_id bigint) ON COMMIT DROP;
CREATE TEMP TABLE i (customer_id bigint, side text, kind text, number text, date date, due_date date, amount numeric)
  ON COMMIT DROP;
CREATE TEMP TABLE c (customer_id bigint) ON COMMIT DROP;
INSERT INTO e SELECT n, '2026-12-01', 'invoice', 'SINV-' || n, 'Décembre' FROM generate_series(1, 3) n;
INSERT INTO l SELECT n, '1200', 100 + n, 0, n FROM generate_series(1, 3) n
  UNION ALL SELECT n, '4020', 0, 100, NULL FROM generate_series(1, 3) n
  UNION ALL SELECT n, '2310', 0, n, NULL FROM generate_series(1, 3) n;
INSERT INTO i SELECT n, 'debit', 'invoice', 'SINV-' || n, '2026-12-01', '2026-12-15', 100 + n
  FROM generate_series(1, 3) n;
INSERT INTO c SELECT n FROM generate_series(1, 3) n;
"""


@pytest.fixture
def cursor(db: object) -> Iterator[Any]:
    with connection.cursor() as made:
        made.execute(TABLES)
        yield made
        made.execute("DROP TABLE e, l, i, c")


def test_a_batch_is_posted_and_opened(cursor: Any) -> None:
    assert post_entries(cursor, "e", "l") == 9
    assert open_items(cursor, "i") == 3
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    entries = JournalEntry.objects.order_by("id").values_list("document", "kind", "date", "description")
    assert list(entries) == [(f"SINV-{n}", "invoice", date(2026, 12, 1), "Décembre") for n in (1, 2, 3)]
    second = JournalLine.objects.filter(entry__document="SINV-2").order_by("-debit", "-credit")
    assert [(x.account.number, x.debit, x.credit, x.customer_id) for x in second] == [
        ("1200", D("102.00"), D("0.00"), 2),
        ("4020", D("0.00"), D("100.00"), None),
        ("2310", D("0.00"), D("2.00"), None),
    ]
    assert balance(3) == D("103.00")


@pytest.mark.parametrize(
    ("spoil", "refusal", "match"),
    [
        ("UPDATE l SET credit = 99 WHERE key = 2 AND account = '4020'", IntegrityError, "entry_balances"),
        ("DELETE FROM l WHERE key = 2", IntegrityError, "entry_comes_with_its_lines"),
        ("UPDATE l SET account = '4021' WHERE key = 3 AND account = '4020'", UnknownAccount, "4021"),
        ("INSERT INTO ledger_closedmonth VALUES ('2026-12-01', now(), '')", IntegrityError, "closed_month"),
    ],
)
def test_a_bad_batch_leaves_nothing(cursor: Any, spoil: str, refusal: type[Exception], match: str) -> None:
    cursor.execute(spoil)
    with pytest.raises(refusal, match=match), transaction.atomic():
        post_entries(cursor, "e", "l")
    assert not JournalEntry.objects.exists()


def test_open_credit_pays_the_oldest_due_of_its_own_customer(cursor: Any) -> None:
    first = a_credit(1, "60.00", number="P1", on=date(2026, 11, 2))
    second = a_credit(1, "70.00", number="P2", on=date(2026, 11, 5))
    a_debit(1, "50.00", number="OLD", on=date(2026, 10, 1), due=date(2026, 10, 15))
    a_credit(2, "500.00", number="P3")
    a_credit(4, "5.00", number="P4")
    a_debit(4, "5.00", number="NOT-ASKED")
    post_entries(cursor, "e", "l")
    open_items(cursor, "i")
    assert apply_open_credit(cursor, "c", date(2026, 12, 1)) == (4, D("232.00"))
    made = Allocation.objects.order_by("credit__number", "amount").values_list(
        "credit__number", "debit__number", "amount", "date"
    )
    assert list(made) == [
        ("P1", "SINV-1", D("10.00"), date(2026, 12, 1)),
        ("P1", "OLD", D("50.00"), date(2026, 12, 1)),
        ("P2", "SINV-1", D("70.00"), date(2026, 12, 1)),
        ("P3", "SINV-2", D("102.00"), date(2026, 12, 1)),
    ]
    assert OpenItem.objects.get(pk=first).open == OpenItem.objects.get(pk=second).open == 0
    assert [balance(n) for n in (1, 2, 3, 4)] == [D("21.00"), D("-398.00"), D("103.00"), D("0.00")]
    assert apply_open_credit(cursor, "c", date(2026, 12, 1)) == (0, D(0))


def test_a_credit_is_never_applied_before_its_own_day(cursor: Any) -> None:
    a_debit(1, "5.00")
    a_credit(1, "5.00", on=date(2026, 12, 24))
    assert apply_open_credit(cursor, "c", date(2026, 12, 1)) == (1, D("5.00"))
    assert Allocation.objects.get().date == date(2026, 12, 24)
