"""The progress of an import in a terminal: a bar for the step at work and one for the whole; plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeElapsedColumn

from gigafibre.kernel.text import Text
from gigafibre.legacy.importing.expected import Step, outlook, seconds_of
from gigafibre.legacy.importing.phases import PHASES
from gigafibre.legacy.importing.run import Watch
from gigafibre.legacy.models import ImportPhase, ImportRun

_LABELS = {phase.name: phase.label for phase in PHASES}
_READING = Text("Lecture de {table}", "Reading {table}")
_WHOLE = "Toute l’importation"


class Out(Protocol):
    """What a command writes to."""

    def write(self, text: str) -> object:
        """Write a text."""

    def isatty(self) -> bool:
        """Whether a person looks on."""


@contextmanager
def bars(run: ImportRun, out: Out, *, quiet: bool, console: Console | None = None) -> Iterator[Watch | None]:
    """Give what an import tells its progress to: nothing when quiet, bars on a terminal, else a line per step."""
    if quiet:
        yield None
        return
    if console is None and not out.isatty():
        yield Lines(out).watch
        return
    columns = (
        TextColumn("{task.description:34.34}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[facts]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console or Console(), refresh_per_second=4) as progress:
        yield Bars(run, progress).watch


class Lines:
    """One line a step when it is over, for a log."""

    def __init__(self, out: Out) -> None:
        """Write to a stream."""
        self._out = out
        self._began = time.monotonic()

    def watch(self, step: str, done: int, total: int | None) -> None:
        """Say what a step did once it is over."""
        if total is not None:
            self._began = time.monotonic() if done == 0 else self._began
            return
        self._out.write(f"{_label(step):34.34} {_over(done, time.monotonic() - self._began)}\n")


class Bars:
    """A bar for the step at work and one for the whole; what is over stands above as a line."""

    def __init__(self, run: ImportRun, progress: Progress) -> None:
        """Draw for a run."""
        self._run, self._progress = run, progress
        self._whole = progress.add_task(_WHOLE, total=1.0, facts="")
        self._step: TaskID | None = None
        self._began = time.monotonic()
        self._steps: dict[str, Step] = {}
        self._expected: dict[str, float] = {}

    def watch(self, step: str, done: int, total: int | None) -> None:
        """Move the bars; a step that is over becomes a line."""
        seconds = time.monotonic() - self._began
        if total is None:
            self._progress.console.print(f"✓ {_label(step):34.34} {_over(done, seconds)}", highlight=False)
            self._steps[step] = Step(step, "done", seconds, done, done)
            self._move()
            return
        if self._step is None or done == 0:
            self._begin(step)
            seconds = 0.0
        self._steps[step] = Step(step, "running", seconds, done, total)
        self._move()
        if self._step is not None:
            self._progress.update(self._step, completed=done, total=total or None, facts=self._facts(step, done, total))

    def _begin(self, step: str) -> None:
        """Put a bar for a step; its rows and those of all steps ahead are known by now."""
        if not self._expected:
            rows = list(ImportPhase.objects.filter(run=self._run).order_by("position"))
            totals = {row.name.removeprefix("read:"): row.total for row in rows if row.name.startswith("read:")}
            self._expected = seconds_of(self._run, [row.name for row in rows], totals)
            for row in rows:
                state = "done" if row.state == "done" else "waiting"
                self._steps[row.name] = Step(row.name, state, row.figures.get("ms", 0) / 1000, row.done, row.total)
        if self._step is not None:
            self._progress.remove_task(self._step)
        self._step = self._progress.add_task(_label(step), total=None, facts="")
        self._began = time.monotonic()

    def _facts(self, step: str, done: int, total: int) -> str:
        seconds = max(time.monotonic() - self._began, 0.001)
        if step.startswith("read:"):
            return f"{_grouped(done)} / {_grouped(total)} rangées · {_grouped(round(done / seconds))}/s"
        return f"{done} / {total} énoncés"

    def _move(self) -> None:
        ahead = outlook(self._steps.values(), self._expected)
        left = f"reste {_time(ahead.left)}"
        if ahead.step_left is not None:
            left += f", {_time(ahead.step_left)} à l’étape"
        self._progress.update(self._whole, completed=ahead.share, facts=left)


def _label(step: str) -> str:
    if step.startswith("read:"):
        return _READING.with_(table=step.removeprefix("read:")).fr
    return _LABELS[step].fr if step in _LABELS else step


def _over(rows: int, seconds: float) -> str:
    pace = f"{_grouped(round(rows / seconds))}/s" if rows and seconds > 0 else ""
    return f"{_grouped(rows):>12} rangées {_time(seconds):>10} {pace:>14}".rstrip()


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")


def _time(seconds: float) -> str:
    if seconds < 10:
        return f"{seconds:.1f} s".replace(".", ",")
    return f"{round(seconds)} s" if seconds < 120 else f"{round(seconds / 60)} min"
