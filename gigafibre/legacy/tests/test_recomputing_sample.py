"""The oracle over a whole imported history, and killed in the middle of it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction

from gigafibre.legacy.importing.run import execute as execute_import
from gigafibre.legacy.importing.run import prepare as prepare_import
from gigafibre.legacy.models import Recomputation, RecomputedAmount
from gigafibre.legacy.recomputed import latest
from gigafibre.legacy.recomputing import execute, prepare

_WAITS = "SELECT count(*) FROM pg_locks WHERE relation = 'legacy_recomputedamount'::regclass AND NOT granted"
_WORK = [sys.executable, "-m", "gigafibre", "legacy_recompute", "--json"]


def test_history_is_taxed_to_the_cent_and_right_but_for_prices(committed_db: Any, tmp_path: Path) -> None:
    folder = str(tmp_path / "dump")
    call_command("legacy_sample", to=folder, scale=0.003, seed=5, defects="real", json=True, stdout=StringIO())
    execute_import(prepare_import(folder, by="test"), folder)
    _killed_in_the_middle()
    shown = latest()
    assert shown.unfinished is not None
    assert (shown.done, shown.unfinished.state, shown.unfinished.done) == (None, "interrupted", 0)

    work = execute(prepare("test"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM billing_invoice WHERE legacy_id IS NOT NULL AND state = 'issued'")
        assert cursor.fetchone()[0] == work.done > 1_500
        # As planted: each total that is not the sum of its lines is found, and nothing else is unexplained but days
        # at a price that nobody else was billed then.
        cursor.execute("SELECT count(DISTINCT legacy_id) FROM legacy_importfinding WHERE code = 'lines_unequal'")
        planted = cursor.fetchone()[0]
    assert work.taxes_equal == work.done
    assert work.equal_at_prices >= work.done * 0.99
    assert sum(row["documents"] for row in work.counts["causes"].values()) == work.done
    assert set(work.counts["causes"]) <= {"equal", "price", "rounding", "unknown"}
    amounts = RecomputedAmount.objects.filter(recomputation=work)
    assert amounts.filter(explanation="not_the_sum").count() == planted >= 3
    assert amounts.exclude(recomputation=work).count() == 0
    assert Recomputation.objects.get(pk=shown.unfinished.id).error == "interrupted"


def _killed_in_the_middle() -> None:
    """Let a recomputation come to its first chunk's end, and kill it there."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE legacy_recomputedamount IN SHARE ROW EXCLUSIVE MODE")
        process = subprocess.Popen(_WORK, stdout=subprocess.DEVNULL)
        since = time.monotonic()
        waiting = 0
        while not waiting and time.monotonic() < since + 60:
            time.sleep(0.1)
            cursor.execute(_WAITS)
            waiting = cursor.fetchone()[0]
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert waiting
    with connection.cursor() as cursor:
        for _ in range(100):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 20260104")
            if not cursor.fetchone()[0]:
                return
            time.sleep(0.1)
    raise AssertionError("the killed one's session never ended")
