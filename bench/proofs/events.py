"""Deliveries survive kill −9: each handler hears each fact once, in order per subject.

`python -m bench.proofs.events --rounds 10 --kills 10 --seed 20261121`
"""

from __future__ import annotations

import random
import sys
import time
from typing import Any

from bench import harness
from bench.proofs.harness import prove, rounds_of_kills

harness.start()

from bench import delivering, events  # noqa: E402


def killed(seed: int, *, kills: int, facts: int) -> dict[str, Any]:
    """Deliver with three processes of which one is killed again and again, at random moments."""
    chance = random.Random(seed)
    with harness.database("empty", durable=False):
        delivering.prepare()
        delivering.publish_many(facts, 40, seed=seed)
        processes = events.workers(3)
        done_before: list[int] = []
        try:
            for _ in range(kills):
                victim = chance.randrange(3)
                left = events.undone()
                until = time.monotonic() + 20
                # Wait for real progress, then a moment more: the kill falls somewhere inside the work.
                while events.undone() > max(left - chance.randint(5, 60), 0) and time.monotonic() < until:
                    time.sleep(0.01)
                time.sleep(chance.random() * 0.05)
                processes[victim].kill()
                processes[victim].wait()
                done_before.append(facts * 2 - events.undone())
                processes[victim] = events.workers(1)[0]
            until = time.monotonic() + 120
            while events.undone() and time.monotonic() < until:
                time.sleep(0.1)
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait()
        left = events.undone()
        wrong = delivering.what_went_wrong(facts)
        assert not left, f"{left} deliveries never done"
        assert not wrong, "; ".join(wrong)
        return {"facts": facts, "deliveries": facts * 2, "kills": kills, "done_at_kills": done_before}


def main() -> int:
    """Prove it at the size asked for."""
    given = harness.arguments(__doc__ or "", rounds=10, kills=10, facts=1500, seed=20261121)
    print(f"seed {given.seed}")
    return prove("events", rounds_of_kills(killed, given), seed=given.seed)


if __name__ == "__main__":
    sys.exit(main())
