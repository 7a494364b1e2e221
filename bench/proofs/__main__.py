"""`python -m bench.proofs [NAME …]`: run proofs at their full size, each in a process of its own."""

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run what was named, or all; returns how many failed."""
    there = sorted(
        p.stem for p in Path(__file__).parent.glob("*.py") if p.stem not in {"__init__", "__main__", "harness"}
    )
    wanted = sys.argv[1:] or there
    if unknown := set(wanted) - set(there):
        print(f"no such proof: {', '.join(sorted(unknown))}; there are {', '.join(there)}")
        return 2
    return sum(subprocess.call([sys.executable, "-m", f"bench.proofs.{name}"]) != 0 for name in wanted)


if __name__ == "__main__":
    sys.exit(main())
