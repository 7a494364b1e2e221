"""`python -m bench [NAME …]`: run benches one after the other, each in a process of its own."""

import subprocess
import sys
from pathlib import Path

NOT_BENCHES = {"__init__", "__main__", "harness", "volume", "looking", "delivering", "roads"}
NOT_BENCHES |= {"events_worker", "webhooks_worker"}


def names() -> list[str]:
    """Return every bench there is."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in NOT_BENCHES)


def main() -> int:
    """Run what was named, or all; returns how many failed."""
    wanted = sys.argv[1:] or names()
    return sum(subprocess.call([sys.executable, "-m", f"bench.{name}", "--json"]) != 0 for name in wanted)


if __name__ == "__main__":
    sys.exit(main())
