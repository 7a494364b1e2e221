"""How fast imported history is billed again by our own engine, in how much memory, and what share comes to the cent.

`documents` are imported invoices and credit notes. The recomputation is a process of its own; `peak_mib` is the larger
of its own memory and that of the database's process that serves it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import harness

harness.start()

_PEAK = "VmHWM:"


def main() -> None:
    """Make a sample, import it, recompute it, tell the figures."""
    options = harness.arguments(str(__doc__), scale=0.1, seed=7)
    with tempfile.TemporaryDirectory(prefix="gigafibre-bench-") as folder:
        target = str(Path(folder) / "dump")
        _command("legacy_sample", f"--to={target}", f"--scale={options.scale}", f"--seed={options.seed}")
        with harness.database():
            _command("legacy_import", f"--source={target}")
            told, seconds, peak_mib = _recompute()
    harness.report(
        "legacy_recompute",
        {"scale": options.scale, "documents": told["done"]},
        {
            "recompute_s": seconds,
            "documents_per_s": told["done"] / seconds,
            "peak_mib": peak_mib,
            "equal_share": float(told["equal_share"]),
            "equal_at_prices_share": float(told["equal_at_prices_share"]),
            "taxes_equal_share": float(told["taxes_equal_share"]),
        },
        as_json=options.json,
    )


def _command(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "gigafibre", *words], check=True, stdout=subprocess.DEVNULL)


def _recompute() -> tuple[dict[str, Any], float, float]:
    """Recompute once; returns what it told, seconds from start to end, and the peak in MiB."""
    began, peak = time.monotonic(), 0.0
    command = [sys.executable, "-m", "gigafibre", "legacy_recompute", "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    while process.poll() is None:
        peak = max([peak, *(_peak_of(number) for number in (process.pid, *_servers()))])
        time.sleep(0.2)
    if process.returncode or process.stdout is None:
        raise SystemExit(f"the recomputation failed ({process.returncode})")
    return json.loads(process.stdout.read()), time.monotonic() - began, peak


def _servers() -> list[int]:
    """Return the processes of the database that serve other sessions of it than this one."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return [row[0] for row in cursor.fetchall()]


def _peak_of(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(_PEAK)), 0.0)


if __name__ == "__main__":
    main()
