"""`python -m bench.proofs [NAME …]`: run proofs at their full size, each in a process of its own.

`--stand` runs none: it says which results in docs/proofs are of the tree as it is.
"""

import subprocess
import sys
from pathlib import Path

from bench.proofs import harness

NOT_PROOFS = {"__init__", "__main__", "asking", "cluster", "harness", "month", "scheduler"}
NOT_PROOFS |= {"by_hand", "by_hand_books", "by_hand_days"}


def main() -> int:
    """Run what was named, or all; returns how many failed."""
    wanted = sys.argv[1:]
    if wanted == ["--stand"]:
        return harness.standing()
    there = sorted({p.stem for p in Path(__file__).parent.glob("*.py")} - NOT_PROOFS)
    if unknown := set(wanted) - set(there):
        print(f"no such proof: {', '.join(sorted(unknown))}; there are {', '.join(there)}")
        return 2
    return sum(subprocess.call([sys.executable, "-m", f"bench.proofs.{name}"]) != 0 for name in wanted or there)


if __name__ == "__main__":
    sys.exit(main())
