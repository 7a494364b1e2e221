"""`gigafibre ledger_check`: well when it is well; each thing broken by force is said in words, and exits with 1."""

import json
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from gigafibre.ledger.actions import allocate
from gigafibre.ledger.tests.factories import a_credit, a_debit

pytestmark = pytest.mark.django_db


def told(*arguments: str) -> tuple[int, str]:
    out, code = StringIO(), 0
    try:
        call_command("ledger_check", *arguments, stdout=out)
    except SystemExit as ended:
        code = int(str(ended.code))
    return code, out.getvalue()


@pytest.fixture
def a_ledger() -> None:
    debit, credit = a_debit(7, "80.00", number="12345"), a_credit(7, "100.00", number="PAY-1")
    allocate(credit, debit, Decimal("80.00"))


def by_force(statement: str) -> None:
    """Break what no statement may break, as a fault of the disk or of the schema would."""
    tables = ("ledger_journalentry", "ledger_journalline", "ledger_openitem", "ledger_allocation")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement)
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def test_a_ledger_that_adds_up_is_well(a_ledger: None) -> None:
    code, said = told()
    assert code == 0
    assert "✗" not in said
    assert "✓ Auxiliaire = grand livre, par client" in said


@pytest.mark.parametrize(
    ("statement", "check", "words"),
    [
        (
            "UPDATE ledger_journalline SET debit = 81 WHERE debit = 80",
            "ledger.entries_balance",
            "(12345): 81.00 in debit, 80.00 in credit",
        ),
        (
            "UPDATE ledger_journalline SET date = '2026-11-30' WHERE debit = 80",
            "ledger.lines_have_their_entrys_day",
            "(12345): a line of another day",
        ),
        (
            "UPDATE ledger_journalline SET customer_id = 8 WHERE debit = 80",
            "ledger.customers_agree",
            "Customer (id 7): -20.00 in open documents, -100.00 in the ledger",
        ),
        (
            "UPDATE ledger_openitem SET open = 30 WHERE number = 'PAY-1'",
            "ledger.receivable_agrees",
            "Open documents -30.00, receivable account -20.00",
        ),
        (
            "UPDATE ledger_openitem SET open = 30 WHERE number = 'PAY-1'",
            "ledger.open_is_what_is_left",
            "payment PAY-1: amount 100.00, applied 80.00, open 30.00",
        ),
        (
            "UPDATE ledger_openitem SET customer_id = 8 WHERE number = 'PAY-1'",
            "ledger.allocations_join",
            "PAY-1 on 12345",
        ),
        ("UPDATE ledger_journalline SET debit = 81 WHERE debit = 80", "ledger.trial_balance", "181.00 in debit"),
    ],
)
def test_what_does_not_add_up_is_said(a_ledger: None, statement: str, check: str, words: str) -> None:
    by_force(statement)
    code, said = told("--json", "--language", "en")
    assert code == 1
    answer: dict[str, Any] = json.loads(said)
    assert answer["well"] is False
    wrong = {one["code"]: " ".join(one["wrong"]) for one in answer["checks"] if not one["well"]}
    assert words in wrong[check]
