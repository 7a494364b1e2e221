"""Both systems bill 1 December: the sample imported, the day computed, billed by the old system, imported, compared."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command

from gigafibre.billing.models import Invoice
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.legacy.importing.run import execute, prepare
from gigafibre.legacy.models import ShadowCycle, ShadowDifference
from gigafibre.legacy.tests.old_system import Row, bill

FIRST = date(2026, 12, 1)


def imported(folder: Path) -> None:
    execute(prepare(str(folder), by="test"), str(folder))


def test_both_systems_bill_the_first_of_a_month(committed_db: Any, clock: Any, tmp_path: Path) -> None:
    call_command("legacy_sample", to=str(tmp_path), scale=0.004, seed=3, defects="none", json=True, stdout=StringIO())
    imported(tmp_path)
    before = Invoice.objects.count()
    computed = perform("legacy.shadow_cycle", {"day": "2026-12-01"}, actor=SYSTEM).result
    assert Invoice.objects.count() == before
    wrong: dict[int, int] = {}

    def spoil(account: int, due: list[tuple[Row, Decimal]]) -> list[tuple[Row, Decimal]]:
        """Forget the first account, and bill the second five dollars too much."""
        wrong.setdefault(account, len(wrong))
        (row, price), *rest = due
        return [] if wrong[account] == 0 else [(row, price + 5), *rest] if wrong[account] == 1 else due

    totals = bill(tmp_path, FIRST, spoil)
    imported(tmp_path)
    told = perform("legacy.compare_cycle", {"day": "2026-12-01"}, actor=SYSTEM).result
    assert computed["documents"] == len(totals) + 1 == told["customers"]
    assert Decimal(told["theirs"]) == sum(totals.values())
    found = ShadowDifference.objects.order_by("kind").values_list("kind", "customer__legacy_id", "amount")
    (forgotten, dearer), ours = list(wrong)[:2], ShadowDifference.objects.get(kind="only_ours").ours
    assert list(found) == [("only_ours", forgotten, ours), ("price", dearer, Decimal("-5.00"))]
    assert told["equal"] == told["customers"] - 2
    cycle = ShadowCycle.objects.get()
    assert cycle.following in {Decimal("-0.74"), Decimal("-0.75"), Decimal("-0.76")}, "the taxes of five dollars"
