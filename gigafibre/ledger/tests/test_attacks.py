"""The books attacked by SQL: by the application's own role, which owns the tables, and by the importer's."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from gigafibre.ledger.actions import allocate
from gigafibre.ledger.models import Allocation, JournalEntry, JournalLine, OpenItem
from gigafibre.ledger.tests.factories import a_closed_month, a_credit, a_debit

pytestmark = pytest.mark.django_db

ENTRY = """
WITH e AS (
  INSERT INTO ledger_journalentry (date, kind, document, description, posted_at)
  VALUES ('{day}', 'manual', 'M-1', '', now()) RETURNING id)
INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date)
SELECT e.id, a.id, l.debit, l.credit, '{day}'
FROM e, ledger_account a, (VALUES ('bank', 10, 0), ('revenue', 0, {credit})) l (role, debit, credit)
WHERE a.role = l.role
"""
MERGED = """
MERGE INTO ledger_journalline l USING ledger_account a ON a.id = l.account_id
WHEN MATCHED THEN {}
"""
CHANGED = "its rows never change"
ATTACKS = [
    (ENTRY.format(day="2026-11-21", credit="9.99"), "entry_balances"),
    (ENTRY.format(day="2026-10-31", credit="10"), "closed_month_takes_no_posting"),
    ("INSERT INTO ledger_journalentry (date, kind, document, description, posted_at) "
     "VALUES ('2026-11-21', 'manual', 'M-1', '', now())", "entry_comes_with_its_lines"),
    ("INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date) "
     "SELECT entry_id, account_id, debit, credit, date FROM ledger_journalline WHERE customer_id IS NULL",
     "entry_balances"),
    ("UPDATE ledger_journalline SET debit = debit + 1 WHERE debit > 0", CHANGED),
    ("UPDATE ledger_journalline SET account_id = account_id", CHANGED),
    ("UPDATE ledger_journalentry SET document = 'M-2'", CHANGED),
    ("DELETE FROM ledger_journalline", CHANGED),
    ("DELETE FROM ledger_journalentry", CHANGED),
    ("TRUNCATE ledger_journalline, ledger_journalentry CASCADE", CHANGED),
    (MERGED.format("UPDATE SET debit = 0"), CHANGED),
    (MERGED.format("DELETE"), CHANGED),
    ("INSERT INTO ledger_journalentry SELECT * FROM ledger_journalentry "
     "ON CONFLICT (id) DO UPDATE SET document = 'M-2'", CHANGED),
    ("UPDATE ledger_openitem SET open = 0", CHANGED),
    ("UPDATE ledger_openitem SET amount = amount + 1", CHANGED),
    ("DELETE FROM ledger_openitem", CHANGED),
    ("TRUNCATE ledger_openitem CASCADE", CHANGED),
    ("INSERT INTO ledger_allocation (credit_id, debit_id, amount, date, at, undone_because) "
     "SELECT credit_id, debit_id, 1000, date, at, '' FROM ledger_allocation", "open"),
    ("UPDATE ledger_allocation SET amount = amount - 1", "allocation"),
    ("DELETE FROM ledger_allocation", CHANGED),
]  # fmt: skip


def attack(statement: str, role: str) -> str:
    """Run a statement as a role, with the checks of its commit; returns what the database said."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL ROLE {role}")
            cursor.execute(statement)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except DatabaseError as refused:
        return str(refused)
    return "done"


def everything() -> list[Any]:
    tables = (JournalEntry, JournalLine, OpenItem, Allocation)
    return [list(table.objects.order_by("pk").values_list()) for table in tables]


@pytest.mark.parametrize("role", ["CURRENT_USER", "gigafibre_importer"])
def test_nobody_edits_deletes_unbalances_or_posts_late(role: str) -> None:
    debit, credit = a_debit(), a_credit()
    allocate(credit, debit, Decimal("40.00"))
    a_closed_month("2026-10")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    before = everything()
    said = [(statement, attack(statement, "NONE" if role == "CURRENT_USER" else role)) for statement, _ in ATTACKS]
    wrong = [(found[0], found[1]) for found, (_, rule) in zip(said, ATTACKS, strict=True) if rule not in found[1]]
    assert wrong == []
    assert everything() == before


def test_the_application_owns_its_tables_and_can_still_switch_no_trigger_off_for_itself() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT tableowner = current_user, rolsuper FROM pg_tables, pg_roles "
            "WHERE tablename LIKE 'ledger%' AND rolname = current_user"
        )
        assert cursor.fetchall() == [(True, False)]
    assert "permission denied" in attack("SET session_replication_role = 'replica'", "NONE")
