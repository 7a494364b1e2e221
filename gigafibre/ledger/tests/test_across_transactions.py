"""What holds between transactions: late lines, closing a month, writing without one."""

import threading
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.ledger.actions import Line, post_entry
from gigafibre.ledger.bulk import open_items
from gigafibre.ledger.errors import MonthClosed
from gigafibre.ledger.models import ClosedMonth, JournalEntry, JournalLine


def test_balanced_lines_added_to_a_posted_entry_later_are_refused(committed_db: object) -> None:
    lines = [Line("1060", debit=Decimal(10)), Line("4020", credit=Decimal(10))]
    with transaction.atomic():
        made = post_entry(date(2026, 11, 21), "manual", "M-1", lines)
    with pytest.raises(IntegrityError, match="line_comes_with_its_entry"), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date) "
            "SELECT %s, id, l.debit, l.credit, '2026-11-21' "
            "FROM ledger_account, (VALUES (5, 0), (0, 5)) l (debit, credit) WHERE role = 'bank'",
            [made],
        )
    assert JournalLine.objects.count() == 2


def test_nothing_is_written_outside_a_transaction(committed_db: object) -> None:
    with pytest.raises(RuntimeError, match="inside a transaction"):
        post_entry(date(2026, 11, 21), "manual", "M-1", [])
    with pytest.raises(RuntimeError, match="inside a transaction"), connection.cursor() as cursor:
        open_items(cursor, "anything")


def test_closing_a_month_waits_for_who_is_posting_in_it(committed_db: object) -> None:
    lines = [Line("1060", debit=Decimal(10)), Line("4020", credit=Decimal(10))]
    closing, closed = threading.Event(), threading.Event()

    def close() -> None:
        closing.set()
        ClosedMonth.objects.create(month=date(2026, 10, 1), closed_by="Ève")
        closed.set()
        connection.close()

    thread = threading.Thread(target=close)
    with transaction.atomic():
        post_entry(date(2026, 10, 31), "manual", "M-1", lines)
        thread.start()
        closing.wait()
        assert not closed.wait(0.3)
    assert closed.wait(5)
    thread.join()
    with pytest.raises(MonthClosed), transaction.atomic():
        post_entry(date(2026, 10, 31), "manual", "M-2", lines)
    assert JournalEntry.objects.count() == 1
