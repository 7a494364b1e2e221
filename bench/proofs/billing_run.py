"""A billing run can't be wrong twice: killed, repeated, late, at midnight, it ends as an undisturbed one.

`make proof billing_run`, or `python -m bench.proofs.billing_run --seed 20261121`; rounds that held are not run again.

Each round bills a clone of one volume, made special in every way a month can be (`month.sql`), by real processes of
which some are killed by −9 somewhere inside a chunk. *Identical*: per customer the same lines, periods, amounts,
taxes, due date and postings, receivables, charged days and subscriptions, and the same set of numbers without a gap;
no worker ended by an error; the proof sheet accounts for every live subscription; the books agree.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any

from bench import harness
from bench.proofs.harness import prove

harness.start()

from bench import volume  # noqa: E402
from bench.proofs.month import Found, Month, Started, check, fingerprint, prepare, same, settled  # noqa: E402
from gigafibre.billing import run  # noqa: E402
from gigafibre.billing.models import BillingRun  # noqa: E402
from gigafibre.billing.scheduling import begins  # noqa: E402
from gigafibre.kernel import clock  # noqa: E402

NEW_YEAR = date(2027, 1, 1)
SPRING, AUTUMN = date(2026, 3, 8), date(2026, 11, 1)  # the clocks change in the night before dawn
Clock = Callable[[random.Random, int], str]
Start = Callable[[int], Started]


@dataclass(frozen=True)
class Disturbed:
    """A way to disturb a month: by how many processes it is billed, whether they are schedulers, at which instants."""

    month: Month
    clock: Clock
    processes: int = 3
    schedulers: bool = False


def at_noon(month: Month) -> Disturbed:
    """Confirmed the day before, billed by three workers."""
    return Disturbed(month, lambda chance, n: month.noon_before())


def across_midnight(month: Month) -> Disturbed:
    """Confirmed the day before; each worker passes midnight while it works."""
    midnight = clock.start_of(month.day)
    return Disturbed(month, lambda chance, n: month.just_before(chance.uniform(0, 2), of=midnight))


def scheduled(month: Month, *, apart: timedelta = timedelta(0)) -> Disturbed:
    """Six schedulers look while the hour comes; half of them have a clock that is some time ahead."""

    def instant(chance: random.Random, n: int) -> str:
        hour: datetime = begins(month.day) + (apart if n % 2 else timedelta(0))
        return month.just_before(chance.uniform(1, 4), of=hour)

    return Disturbed(month, instant, processes=6, schedulers=True)


CASES = {
    "on every feature": at_noon(Month()),
    "six schedulers": scheduled(Month()),
    "across midnight": across_midnight(Month(NEW_YEAR)),
    "six schedulers across midnight": scheduled(Month(NEW_YEAR, hour=0)),
    "on the spring DST day": scheduled(Month(SPRING, hour=2)),
    "on the autumn DST day": scheduled(Month(AUTUMN, hour=1), apart=timedelta(hours=1)),
    "three months late": at_noon(Month(late=3)),
}


@cache
def reference(name: str, month: Month) -> Found:
    """Run it once undisturbed, in one process."""
    with billed(name, month):
        run.issue(BillingRun.objects.get().pk)
        check(month.day)
        return fingerprint()


@contextmanager
def billed(name: str, month: Month, *, confirm: bool = True) -> Iterator[Path]:
    """Give a database to bill that month in; yields the file for what processes say."""
    with volume.database(name, durable=False), tempfile.TemporaryDirectory() as folder:
        prepare(month, confirm=confirm)
        yield Path(folder) / "said"


def killed(seed: int, case: str, *, name: str, kills: int, chunk: int) -> dict[str, Any]:
    """Bill with real processes; kill one somewhere inside its work, start another, as often as asked."""
    chance, how = random.Random(seed), CASES[case]
    wanted = reference(name, how.month)
    with billed(name, how.month, confirm=not how.schedulers) as said:

        def start(n: int) -> Started:
            words = ["--chunk", str(chunk)]
            module = "bench.proofs.scheduler" if how.schedulers else "gigafibre"
            if not how.schedulers:
                words = ["billing_run", "--date", how.month.day.isoformat(), "--work", *words]
            return Started(module, *words, now=how.clock(chance, n), errors=said)

        done_at, ended = _disturb(chance, start, how.processes, kills=kills, customers=len(wanted[1]))
        died = [code for code in ended if code not in {0, -9}]
        assert not died, f"a worker died of an error ({died}):\n{said.read_text()[-3000:]}"
        figures = check(how.month.day)
        same(wanted, fingerprint())
        at_work = sum(code == -9 for code in ended)
        return {**figures, "kills": kills, "killed_while_working": at_work, "settled_at_kills": done_at}


def _disturb(
    chance: random.Random, start: Start, count: int, *, kills: int, customers: int
) -> tuple[list[int], list[int]]:
    """Run some processes, killing one after the other all through the work; returns what was done then, and exits."""
    processes = [start(n) for n in range(count)]
    done_at, ended = [], []
    try:
        for n in range(kills):
            goal = chance.randint(customers * n // (kills + 1), max(customers * (n + 1) // (kills + 1) - 1, 1))
            until = time.monotonic() + 120
            while settled() < goal and time.monotonic() < until and any(p.poll() is None for p in processes):
                time.sleep(0.005)
            time.sleep(chance.random() * 0.08)
            victim = chance.randrange(count)
            processes[victim].kill()
            ended.append(processes[victim].wait())
            done_at.append(settled())
            processes[victim] = start(victim)
        ended += [process.wait(timeout=240) for process in processes]
    finally:
        for process in processes:
            if process.poll() is None:
                process.kill()
                process.wait()
    return done_at, ended


def repeated(*, name: str, times: int, at_once: int = 3) -> dict[str, Any]:
    """Confirm and issue the same day again and again, side by side; nothing is added."""
    month = Month()
    wanted = reference(name, month)
    with billed(name, month) as said:
        words = ["billing_run", "--date", month.day.isoformat(), "--confirm", "--json"]
        ended: list[int] = []
        for begin in range(0, times, at_once):
            count = min(at_once, times - begin)
            batch = [Started("gigafibre", *words, now=month.noon_before(), errors=said) for _ in range(count)]
            ended += [process.wait(timeout=240) for process in batch]
        assert not any(ended), f"a run ended with an error:\n{said.read_text()[-3000:]}"
        figures = check(month.day)
        same(wanted, fingerprint())
        return {**figures, "times": times}


def main() -> int:
    """Prove it at the size asked for."""
    given = harness.arguments(
        __doc__ or "", rounds=2, kills=20, fewer_kills=10, times=50, volume="books", chunk=60, seed=20261121
    )
    print(f"seed {given.seed}")
    how = {"name": given.volume, "chunk": given.chunk}
    rounds: dict[str, Any] = {f"repeated {given.times} times": partial(repeated, name=given.volume, times=given.times)}
    for n in range(given.rounds):
        for kills in (given.fewer_kills, given.kills):
            title = f"killed {kills} times on every feature, round {n + 1}"
            rounds[title] = partial(killed, given.seed + n, "on every feature", kills=kills, **how)
    for case in CASES:
        kills = given.kills if case == "three months late" else 3
        rounds.setdefault(f"killed {kills} times, {case}", partial(killed, given.seed, case, kills=kills, **how))
    return prove("billing_run", rounds, seed=given.seed)


if __name__ == "__main__":
    sys.exit(main())
