"""How long each step of an import may take: as the last time, by the rows of the source; and so how much is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gigafibre.legacy.importing.choice import READS
from gigafibre.legacy.importing.phases import TABLES
from gigafibre.legacy.importing.since import LARGE
from gigafibre.legacy.models import ImportPhase, ImportRun

#: Where no import went before: microseconds for each row that a step reads, and statements that it runs (measured).
READING = 16.0
FIRST: dict[str, tuple[float, int]] = {
    "reference": (130.0, 60),
    "staff": (1100.0, 900),
    "customers": (3.8, 30),
    "contacts": (460.0, 15),
    "locations": (160.0, 20),
    "work_orders": (137.0, 40),
    "notes": (17.0, 8),
    "subscriptions": (2.1, 20),
    "network": (50.0, 60),
    "traffic": (40.0, 30),
    "methods": (62.0, 20),
    "collections": (35.0, 20),
    "quotations": (43.0, 60),
    "invoices": (19.0, 40),
    "payments": (16.0, 16),
    "receivables": (39.0, 40),
    "postings": (0.7, 12),
    "checks": (2.8, 15),
}
#: Phases that go through what others made of the largest tables, whatever they read themselves.
THROUGH = {"postings": LARGE, "checks": LARGE}
_UNKNOWN = (5.0, 20)
_ANYTHING = 0.2  # seconds: no step takes none


@dataclass(frozen=True)
class Step:
    """One step as it stands: seconds it took or is at work for, rows or statements done of all (0: not known)."""

    name: str
    state: str
    seconds: float
    done: int
    total: int


@dataclass(frozen=True)
class Outlook:
    """How far a run is: its share (0 to 1), seconds left, and seconds left of the step at work."""

    share: float
    left: float
    step_left: float | None


def rows_read(step: str, totals: Mapping[str, int]) -> int:
    """Return how many rows of the source a step goes through, of the counts by table."""
    if step.startswith("read:"):
        return totals.get(step.removeprefix("read:"), 0)
    return sum(totals.get(name, 0) for name in THROUGH.get(step) or READS.get(step, TABLES))


def statements_of(step: str) -> int:
    """Return how many statements a phase ran the last time, or runs as measured."""
    figures = _last([step]).get(step, {})
    return int(figures.get("statements") or FIRST.get(step, _UNKNOWN)[1])


def seconds_of(run: ImportRun, steps: Iterable[str], totals: Mapping[str, int]) -> dict[str, float]:
    """Return the seconds that each step may take, of the last time it was done and the rows of then and now."""
    names = list(steps)
    last = _last(names, before=run.pk)
    found = {}
    for name in names:
        rows, before = rows_read(name, totals), last.get(name, {})
        if before.get("ms") and before.get("rows"):
            seconds = before["ms"] / 1000 * max(rows, 1) / before["rows"]
        else:
            each = READING if name.startswith("read:") else FIRST.get(name, _UNKNOWN)[0]
            seconds = each * rows / 1_000_000
        found[name] = max(seconds, _ANYTHING)
    return found


def outlook(steps: Iterable[Step], expected: Mapping[str, float]) -> Outlook:
    """Return how far a run is. What is done tells how fast this machine is today, and so what is left."""
    gone = planned = ahead = step_ahead = 0.0
    running = False
    for step in steps:
        whole = expected.get(step.name, _ANYTHING)
        if step.state == "done":
            gone, planned = gone + step.seconds, planned + whole
        elif step.state == "running":
            running = True
            part = min(step.done / step.total, 1.0) if step.total else min(step.seconds / whole, 0.95)
            gone, planned = gone + step.seconds, planned + part * whole
            step_ahead = (1 - part) * whole
            ahead += step_ahead
        else:
            ahead += whole
    pace = min(max(gone / planned, 0.1), 10.0) if planned > 1 else 1.0
    share = planned / (planned + ahead) if planned + ahead else 1.0
    return Outlook(share, ahead * pace, step_ahead * pace if running else None)


def _last(names: list[str], before: int | None = None) -> dict[str, dict[str, int]]:
    """Return the figures of each step where it was last done and kept."""
    rows = ImportPhase.objects.filter(name__in=names, state="done", run__dry_run=False)
    if before is not None:
        rows = rows.filter(run__lt=before)
    found = rows.order_by("name", "-run_id").distinct("name").values_list("name", "figures")
    return dict(found)
