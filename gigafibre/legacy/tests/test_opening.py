"""Opening balances per account of the source's own journal, and the months it had closed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gigafibre.kernel import clock
from gigafibre.ledger.checks import run_all
from gigafibre.legacy.errors import JournalTooLate
from gigafibre.legacy.importing.choice import Choice
from gigafibre.legacy.importing.run import execute, prepare
from gigafibre.legacy.importing.run import opened as read_again
from gigafibre.legacy.models import ImportFinding, ImportRun
from gigafibre.legacy.sample.days import at
from gigafibre.legacy.sample.make import make
from gigafibre.legacy.sample.shape import Defects, scaled
from gigafibre.legacy.tests.old_system import _rows as dumped
from gigafibre.legacy.tests.test_nightly import Dump, imported, rows
from gigafibre.legacy.verify import verify

UNTIL = date(2026, 10, 12)
CUT = date(2026, 9, 30)


def opened() -> dict[str, Decimal]:
    """The opening balance of each account but that of openings."""
    return dict(
        rows(
            "SELECT a.number, sum(l.debit - l.credit) FROM ledger_journalentry e "
            "JOIN ledger_journalline l ON l.entry_id = e.id JOIN ledger_account a ON a.id = l.account_id "
            "WHERE e.kind = 'opening' GROUP BY 1 HAVING sum(l.debit - l.credit) <> 0"
        )
    )


def in_the_journal(folder: Path) -> dict[str, Decimal]:
    """What the dump's journal comes to at the cut, account by account."""
    numbers = {row["id"]: row["num_compte"] for row in dumped(folder, "compta_comptes")}
    sums: dict[str, Decimal] = {}
    for row in dumped(folder, "compta_journal_ecriture"):
        if int(row["date"]) < at(CUT + timedelta(days=1), 0, 0) and row["compta_id"] in numbers:
            number = numbers[row["compta_id"]]
            sums[number] = sums.get(number, Decimal(0)) + Decimal(row["debit"]) - Decimal(row["credit"])
    return {number: amount for number, amount in sums.items() if amount}


def sound(run: ImportRun) -> None:
    assert [row for row in run.report["reconciliation"] if float(row["rest"]) != 0] == []
    assert [check for check in run_all() if check.wrong] == []


def test_each_account_opens_with_what_the_journal_says(committed_db: Any, tmp_path: Path) -> None:
    make(scaled(0.002, 5, Defects.NONE, UNTIL), tmp_path)
    first = imported(tmp_path)
    expected = in_the_journal(tmp_path)
    assert len(expected) > 15
    assert opened() == expected, (
        "the receivable account of the documents too: nothing is left to the account of openings"
    )
    assert rows("SELECT DISTINCT document, date FROM ledger_journalentry WHERE kind = 'opening'") == [
        ("OUVERTURE", CUT)
    ]
    assert not ImportFinding.objects.filter(run=first, code="opening_difference").exists()
    [(months, last)] = rows("SELECT count(*), max(month) FROM ledger_closedmonth")
    assert last == date(2026, 9, 1)
    assert rows("SELECT count(*) FROM ledger_monthclosing WHERE by = 'Importation'") == [(months,)]
    told_of = {row["name"]: Decimal(row["here"]) for row in first.report["reconciliation"]}
    of_accounts = {name[8:]: here for name, here in told_of.items() if name.startswith("opening ")}
    assert of_accounts | {"1060": expected["1060"]} == expected
    sound(first)
    with read_again(str(tmp_path)) as source:
        checks = verify(source)
    assert [check for check in checks if not check.holds] == []
    assert {check.name for check in checks} >= {f"opening {number}" for number in of_accounts}

    # The closed past changes there, and has an entry of no account; here a month is opened again.
    dump = Dump(tmp_path)
    bank, lost = next(row["id"] for row in dumped(tmp_path, "compta_comptes") if row["num_compte"] == "1010"), 9_999
    late = at(date(2026, 9, 20), 12, 0)
    dump.add("compta_journal_ecriture", date=late, compta_id=bank, debit="12.34", credit="0.00")
    nowhere = dump.add("compta_journal_ecriture", date=late, compta_id=lost, debit="0.00", credit="5.00")
    rows("DELETE FROM ledger_closedmonth WHERE month = '2026-09-01' RETURNING month")
    second = imported(tmp_path)
    assert opened() == expected | {"1010": expected["1010"] + Decimal("12.34"), "3900": Decimal("-12.34")}
    told = ImportFinding.objects.filter(run=second, code__in=["opening_difference", "journal_account_missing"])
    assert sorted(told.values_list("code", "legacy_id", "amount")) == [
        ("journal_account_missing", nowhere, Decimal("-5.00")),
        ("opening_difference", None, Decimal("-12.34")),
    ]
    assert rows("SELECT max(month) FROM ledger_closedmonth") == [(date(2026, 8, 1),)], "opened again by people"
    sound(second)
    entries = rows("SELECT count(*) FROM ledger_journalentry")
    third = imported(tmp_path)
    assert rows("SELECT count(*) FROM ledger_journalentry") == entries
    sound(third)


def by_month(folder: Path, account: str) -> dict[str, Decimal]:
    """What the dump's journal says of an account up to the cut, month by month."""
    [key] = [row["id"] for row in dumped(folder, "compta_comptes") if row["num_compte"] == account]
    sums: dict[str, Decimal] = {}
    for row in dumped(folder, "compta_journal_ecriture"):
        if row["compta_id"] == key and int(row["date"]) < at(CUT + timedelta(days=1), 0, 0):
            month = f"{clock.day_of(datetime.fromtimestamp(int(row['date']), UTC)):%Y-%m}"
            sums[month] = sums.get(month, Decimal(0)) + Decimal(row["debit"]) - Decimal(row["credit"])
    return {month: amount for month, amount in sums.items() if amount}


def test_the_journal_is_replayed_when_asked_for(committed_db: Any, tmp_path: Path) -> None:
    make(scaled(0.002, 5, Defects.NONE, UNTIL), tmp_path)
    source, expected = str(tmp_path), in_the_journal(tmp_path)
    replayed = Choice.of((), None, journal=True)
    first = execute(prepare(source, by="test", choice=replayed), source)
    assert first.with_journal
    stands = dict(
        rows(
            "SELECT a.number, sum(l.debit - l.credit) FROM ledger_journalentry e "
            "JOIN ledger_journalline l ON l.entry_id = e.id JOIN ledger_account a ON a.id = l.account_id "
            "WHERE e.kind IN ('opening', 'history') GROUP BY 1 HAVING sum(l.debit - l.credit) <> 0"
        )
    )
    assert stands == expected
    assert set(opened()) == {"1060", "3900"}, "what the documents say, against what was booked on receivable"
    for account in ("1010", "2310", "4000"):
        assert dict(
            rows(
                "SELECT to_char(l.date, 'YYYY-MM'), sum(l.debit - l.credit) FROM ledger_journalline l "
                "JOIN ledger_journalentry e ON e.id = l.entry_id JOIN ledger_account a ON a.id = l.account_id "
                f"WHERE e.kind = 'history' AND a.number = '{account}' "
                "GROUP BY 1 HAVING sum(l.debit - l.credit) <> 0"
            )
        ) == by_month(tmp_path, account)
    sound(first)
    with read_again(source) as there:
        assert [check for check in verify(there) if not check.holds] == []
    entries = rows("SELECT count(*) FROM ledger_journalentry")
    again = execute(prepare(source, by="test", choice=replayed), source)
    assert rows("SELECT count(*) FROM ledger_journalentry") == entries, "replayed once"
    sound(again)
    sound(imported(tmp_path))
    assert rows("SELECT count(*) FROM ledger_journalentry") == entries, "and stays without being asked for"


def test_a_journal_of_closed_months_is_not_replayed(committed_db: Any, tmp_path: Path) -> None:
    make(scaled(0.002, 5, Defects.NONE, UNTIL), tmp_path)
    imported(tmp_path)
    before = opened()
    with pytest.raises(JournalTooLate):
        execute(prepare(str(tmp_path), by="test", choice=Choice.of((), None, journal=True)), str(tmp_path))
    assert ImportRun.objects.latest("pk").error.startswith("Le journal ne peut plus être rejoué")
    assert rows("SELECT count(*) FROM ledger_journalentry WHERE kind = 'history'") == [(0,)]
    assert opened() == before
