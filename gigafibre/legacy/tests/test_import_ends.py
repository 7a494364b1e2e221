"""How an import ends: the books are checked, returned payments name what they take back, an older run goes on."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from gigafibre.identity.queries import notices
from gigafibre.identity.tests.factories import a_user
from gigafibre.legacy.importing.phases import PHASES, TABLES
from gigafibre.legacy.importing.returns import matched
from gigafibre.legacy.importing.stage import stage
from gigafibre.legacy.models import ImportFinding, ImportPhase, ImportRun
from gigafibre.legacy.tests.test_nightly import Dump, imported, rows
from gigafibre.legacy.waiting import WAITING
from gigafibre.payments.models import Payment


@pytest.fixture
def dump(tmp_path: Path) -> Dump:
    """A small dump with the defects of the real one."""
    call_command("legacy_sample", to=str(tmp_path), scale=0.003, seed=8, defects="real", json=True, stdout=StringIO())
    return Dump(tmp_path)


def unbalance() -> None:
    """Break one customer's account as no program could: past every trigger."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE ledger_openitem DISABLE TRIGGER USER")
        cursor.execute("UPDATE ledger_openitem SET open = open - 1 WHERE id = (SELECT max(id) FROM ledger_openitem "
                       "WHERE kind = 'invoice' AND open = amount AND amount > 1)")  # fmt: skip
        cursor.execute("ALTER TABLE ledger_openitem ENABLE TRIGGER USER")


def test_the_books_are_checked_and_what_fails_is_told_aloud(committed_db: Any, dump: Dump) -> None:
    boss, trace = a_user("manager"), StringIO()
    call_command("legacy_import", source=str(dump.folder), stdout=trace)
    run = ImportRun.objects.get()
    assert [check["code"] for check in run.report["checks"] if check["wrong"]] == []
    assert run.report["phases"]["checks"]["checks"] == len(run.report["checks"]) >= 13
    assert "✓ Balance de vérification" in trace.getvalue()
    assert notices(boss.pk)[0] == [], "nothing to say of a good night"
    unbalance()
    with pytest.raises(CommandError, match=r"ledger\.open_is_what_is_left"):
        call_command("legacy_import", source=str(dump.folder), json=True, stdout=StringIO())
    again = ImportRun.objects.latest("pk")
    assert again.state == "done"
    wrong = [check["code"] for check in again.report["checks"] if check["wrong"]]
    assert wrong == ["ledger.customers_agree", "ledger.open_is_what_is_left", "ledger.receivable_agrees"]
    assert again.report["phases"]["checks"]["failed"] == 3
    assert [notice.text.fr for notice in notices(boss.pk)[0]] == [
        f"L’importation no {again.pk} est terminée, mais des sommes ou des contrôles ne tiennent pas. "
        "Sa page dit lesquels."
    ]


def test_a_returned_payment_names_the_one_it_takes_back(committed_db: Any, dump: Dump) -> None:
    imported(dump.folder)
    # The sample's clerk wrote in the reference which payment came back; the import does not read it.
    said = {
        number: f"PAY-L{found[1]}"
        for number, reference in Payment.objects.filter(mode="reversal").values_list("number", "reference")
        if (found := re.fullmatch(r"Retour du paiement (\d+)", reference))
    }
    linked = dict(Payment.objects.filter(reverses__isnull=False).values_list("number", "reverses__number"))
    assert len(linked) >= 5
    assert linked == {number: said[number] for number in linked}
    alone = sorted(ImportFinding.objects.filter(code="return_unmatched").values_list("legacy_id", flat=True), key=str)
    assert sorted(f"PAY-L{key}" for key in alone) == sorted(set(said) - set(linked))
    # One more comes back that nothing was paid for: it is listed, and the links stay as they were.
    account = rows("SELECT c.legacy_id FROM crm_customer c WHERE NOT placeholder ORDER BY 1 LIMIT 1")[0][0]
    odd = dump.add("payment", account_id=account, date_orig=1_790_000_000, amount="-3.33", type="reversement")
    again = imported(dump.folder)
    assert dict(Payment.objects.filter(reverses__isnull=False).values_list("number", "reverses__number")) == linked
    listed = ImportFinding.objects.filter(run=again, code="return_unmatched").values_list("legacy_id", "amount")
    assert (odd, Decimal("-3.33")) in listed
    assert sorted((key for key, _ in listed), key=str) == sorted([*alone, odd], key=str)


def row(key: int, day: int, amount: str, *invoices: int, customer: int = 1) -> tuple[Any, ...]:
    return (key * 10, key, customer, date(2026, 1, 1) + timedelta(day), Decimal(amount), list(invoices))


@pytest.mark.parametrize(
    ("paid", "returned", "pairs"),
    [
        # The nearest before, on the same invoices.
        ([row(1, 0, "50", 7), row(2, 5, "50", 7), row(3, 9, "50", 7)], [row(4, 8, "-50", 7)], [(40, 20)]),
        # Two returns of two payments: none twice.
        ([row(1, 0, "50", 7), row(2, 5, "50", 7)], [row(3, 8, "-50", 7), row(4, 9, "-50", 7)], [(30, 20), (40, 10)]),
        # The day itself counts by number.
        ([row(1, 3, "50", 7), row(9, 3, "50", 7)], [row(4, 3, "-50", 7)], [(40, 10)]),
        # Another customer, amount, or set of invoices is none.
        ([row(1, 0, "50", 7, customer=2), row(2, 0, "51", 7), row(3, 0, "50", 7, 8)], [row(4, 8, "-50", 7)], []),
    ],
)
def test_which_payment_a_return_takes_back(paid: list[Any], returned: list[Any], pairs: list[Any]) -> None:
    assert matched(returned, paid) == pairs


def test_a_run_of_an_older_version_is_taken_up_with_the_steps_of_this_one(
    committed_db: Any, dump: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn(ctx: Any, name: str) -> None:
        if name == "payment_item":
            raise RuntimeError("the machine went down")
        stage(ctx, name)

    monkeypatch.setattr("gigafibre.legacy.importing.run.stage", torn)
    with pytest.raises(RuntimeError):
        imported(dump.folder)
    monkeypatch.undo()
    run = ImportRun.objects.get()
    listed = ImportFinding.objects.filter(run=run).count()
    assert listed > 0, "staging lists what it mends"
    # The older version knew neither the last table nor two of the phases, and one that is no more.
    ImportPhase.objects.filter(run=run, name__in=["read:payment_item", "quotations", "checks"]).delete()
    ImportPhase.objects.create(run=run, name="read:former_table", position=60)
    ImportPhase.objects.create(run=run, name="former_phase", position=61, state="done")
    again = imported(dump.folder)
    assert (again.pk, again.state) == (run.pk, "done")
    steps = ImportPhase.objects.filter(run=run).order_by("position").values_list("name", "state")
    expected = [f"read:{name}" for name in (*TABLES, *WAITING)] + [phase.name for phase in PHASES]
    assert list(steps) == [(name, "done") for name in expected]
    assert [row for row in again.report["reconciliation"] if float(row["rest"]) != 0] == []
    # What the first attempt found in the tables it read is not told twice.
    twice = ImportFinding.objects.filter(run=run, code__in=["text_mended", "card_masked"])
    told = list(twice.values_list("code", "table", "legacy_id", "detail"))
    assert len(told) == len(set(told))
