"""How fast a provider's data comes in, to the cent, and how little a second import does.

`rows` are the rows read from the source. The importer is a process of its own, so that `peak_mib` is its alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from bench import harness

harness.start()


def main() -> None:
    """Make a sample, import it twice, tell the figures; with `--growth`, import one of that scale too and compare."""
    options = harness.arguments(str(__doc__), scale=0.1, seed=7, source="server", growth=0.0)
    with tempfile.TemporaryDirectory(prefix="gigafibre-bench-") as folder, ExitStack() as stack:
        small_s = 0.0
        if options.growth:
            source, _ = _source(stack, Path(folder) / "small", options.growth, options.seed, options.source)
            with harness.database():
                _, small_s, _, _ = _import(source)
        source, kind = _source(stack, Path(folder) / "dump", options.scale, options.seed, options.source)
        with harness.database():
            first, import_s, cpu_s, peak_mib = _import(source)
            _tell_phases()
            second, second_s, _, _ = _import(source)
            _tell_phases()
    rows = sum(row["read"] for row in first["tables"]) + sum(row["rows"] or 0 for row in first["waiting"])
    written = [figures.get(name, 0) for figures in second["phases"].values() for name in ("new", "changed")]
    figures: dict[str, float | int] = {
        "rows_per_s": rows / import_s,
        "import_s": import_s,
        "importer_cpu_s": cpu_s,
        "second_run_s": second_s,
        "second_run_ratio": second_s / import_s,
        "second_run_rows": sum(written),
        "peak_mib": peak_mib,
        "reconciled": int(all(float(row["rest"]) == 0 for row in first["reconciliation"])),
    }
    if small_s:
        figures |= {"small_import_s": small_s, "growth_ratio": import_s / small_s}
    volume = {"scale": options.scale, "rows": rows, "source": kind}
    harness.report("legacy_import", volume, figures, as_json=options.json)


def _source(stack: ExitStack, dump: Path, scale: float, seed: int, wanted: str) -> tuple[str, str]:
    """Return a source filled with a sample, and what it is: a MariaDB server where one can be had, else a folder."""
    from gigafibre.legacy.tests.mariadb import NoMariaDBError, private_mariadb

    target, kind = str(dump), "folder"
    if wanted == "server":
        try:
            target, kind = stack.enter_context(private_mariadb()).url(), "mariadb"
        except NoMariaDBError as reason:
            print(f"from a folder: {reason}", file=sys.stderr)
    made = [sys.executable, "-m", "gigafibre", "legacy_sample", f"--to={target}", f"--scale={scale}", f"--seed={seed}"]
    subprocess.run(made, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return target, kind


def _import(source: str) -> tuple[dict[str, Any], float, float, float]:
    """Import once; returns the report, seconds from start to end, and the importer's CPU seconds and peak MiB."""
    with _output() as path:
        command = [sys.executable, "-m", "gigafibre", "legacy_import", f"--source={source}", f"--report={path}"]
        began = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"the import failed ({process.returncode})")
        return json.loads(path.read_text()), seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def _tell_phases() -> None:
    """Say where the time of the last import went: the slowest phases, in milliseconds."""
    from gigafibre.legacy.models import ImportPhase, ImportRun

    last = ImportRun.objects.latest("pk")
    took = sorted(((row.figures.get("ms", 0), row.name) for row in ImportPhase.objects.filter(run=last)), reverse=True)
    for ms, name in [*took[:16], (sum(ms for ms, _ in took), "all phases")]:
        print(f"{name:24} {ms:>8} ms", file=sys.stderr)


@contextmanager
def _output() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "report.json"


if __name__ == "__main__":
    main()
