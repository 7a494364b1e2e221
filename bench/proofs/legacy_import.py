"""An import killed at any moment and started again ends as an undisturbed one: the checksums of all tables agree.

`python -m bench.proofs.legacy_import --rounds 10 --kills 1 --scale 0.1 --seed 20261122`
"""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from functools import cache, partial
from pathlib import Path
from typing import Any

from bench import harness
from bench.proofs.harness import prove

harness.start()

from django.db import connection  # noqa: E402

from gigafibre.legacy.models import ImportPhase, ImportRun  # noqa: E402
from gigafibre.legacy.tests.sums import checksums, found  # noqa: E402

#: How long the server may take to notice that who spoke to it is gone.
PATIENCE = 180.0


def killed(at: float, source: Path, undisturbed: Undisturbed, *, kills: int, seed: int) -> dict[str, Any]:
    """Kill an import at a share of its time (and again at random moments), let it end, compare."""
    chance = random.Random(seed)
    with harness.database("empty", durable=False):
        moments, where = [], []
        for kill in range(kills):
            share = at if kill == 0 else chance.random()
            moments.append(round(share * undisturbed.seconds, 2))
            where.append(_kill_after(source, moments[-1]))
        report = _ended(source)
        runs = list(ImportRun.objects.values_list("state", flat=True))
        apart = sorted(name for name, said in _sums().items() if said != undisturbed.sums[name])
        rests = [row["name"] for row in report["reconciliation"] if float(row["rest"]) != 0]
        assert runs == ["done"], f"runs: {runs}"
        assert not apart, f"killed after {moments} s in {where}: {', '.join(apart)} differ"
        assert not rests, f"not reconciled: {', '.join(rests)}"
    return {"killed_after_s": moments, "in": where, "tables": len(undisturbed.sums)}


class Undisturbed:
    """What an import that nobody killed made of the source: checksums, and how long it took."""

    def __init__(self, source: Path) -> None:
        """Import it."""
        with harness.database("empty", durable=False):
            began = time.monotonic()
            _ended(source)
            self.seconds = time.monotonic() - began
            self.sums = _sums()


def _sums() -> dict[str, str]:
    """Each table's checksum, and that of the rows that were listed: what reading a table finds is found again."""
    with connection.cursor() as cursor:
        return {**checksums(cursor), "findings": found(cursor)}


def _start(source: Path, report: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "gigafibre", "legacy_import", f"--source={source}", f"--report={report}", "--json"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def _kill_after(source: Path, seconds: float) -> str:
    """Kill an import after so many seconds; returns the phase it was in."""
    with tempfile.TemporaryDirectory() as folder:
        process = _start(source, Path(folder) / "report.json")
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    if process.returncode == 0:
        return "it had ended"
    phase = ImportPhase.objects.filter(state="running").order_by("-position").first()
    return phase.name if phase else "no phase"


def _ended(source: Path) -> dict[str, Any]:
    """Import to the end; a killed importer's work may still hold the database for a moment."""
    until = time.monotonic() + PATIENCE
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.json"
        while True:
            process = _start(source, path)
            said = process.communicate()[1].decode(errors="replace")
            if process.returncode == 0:
                report: dict[str, Any] = json.loads(path.read_text())
                return report
            busy = "en cours" in said
            assert busy, said[-1500:]
            assert time.monotonic() < until, "the killed import still holds the lock"
            time.sleep(0.5)


def main() -> int:
    """Prove it at the size asked for."""
    given = harness.arguments(__doc__ or "", rounds=10, kills=1, scale=0.1, seed=20261122)
    print(f"seed {given.seed}")
    chance = random.Random(given.seed)
    # One moment in each tenth of the time, so that the whole way is covered, somewhere in it by chance.
    moments = [(n + chance.random()) / given.rounds for n in range(given.rounds)]
    with tempfile.TemporaryDirectory(prefix="gigafibre-proof-") as folder:
        source = Path(folder) / "dump"

        @cache
        def undisturbed() -> Undisturbed:
            made = [sys.executable, "-m", "gigafibre", "legacy_sample", f"--to={source}", f"--scale={given.scale}"]
            subprocess.run([*made, f"--seed={given.seed}", "--json"], check=True, stdout=subprocess.DEVNULL)
            return Undisturbed(source)

        def one(at: float, seed: int) -> dict[str, Any]:
            return killed(at, source, undisturbed(), kills=given.kills, seed=seed)

        rounds = {
            f"killed at a random moment of tenth {n + 1} of {given.rounds}": partial(one, at, given.seed + n)
            for n, at in enumerate(moments)
        }
        return prove("legacy_import", rounds, seed=given.seed)


if __name__ == "__main__":
    sys.exit(main())
