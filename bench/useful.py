"""How soon a page is useful in Chromium, on the demo: a customer's page and the lists (asked: 1 s cold, 300 ms warm).

`python -m bench.useful --rounds 5 --json`
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from typing import Any

from gigafibre.config.launch.install import WEB, node_environment

COLD_MS, WARM_MS = 1_000.0, 300.0


def measure(rounds: int) -> dict[str, Any]:
    """Start the demo and open each page; returns medians in milliseconds, and the worst of each kind."""
    script = ["node", "e2e/pages/useful.mjs", f"--rounds={rounds}"]
    environment = {**node_environment(), "PYTHON": sys.executable}
    said = subprocess.run(script, cwd=WEB, env=environment, check=True, capture_output=True, text=True).stdout
    took = json.loads(said.splitlines()[-1])
    medians = {
        page: {kind: round(statistics.median(values)) for kind, values in kinds.items()} for page, kinds in took.items()
    }
    return {
        "pages": medians,
        "cold_ms": max(page["cold"] for page in medians.values()),
        "warm_ms": max(page["warm"] for page in medians.values()),
        "rounds": rounds,
    }


def main() -> int:
    """Measure and print; returns 1 where a page is later than asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = measure(options.rounds)
    if options.json:
        print(json.dumps(found))
    else:
        for page, kinds in found["pages"].items():
            print(f"{page:16} cold {kinds['cold']:5} ms   warm {kinds['warm']:5} ms")
    return int(found["cold_ms"] > COLD_MS or found["warm_ms"] > WARM_MS)


if __name__ == "__main__":
    sys.exit(main())
