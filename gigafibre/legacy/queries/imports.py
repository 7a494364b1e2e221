"""Imports as people look at them: runs, how far they are, their report, what they found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.text import Text
from gigafibre.legacy import words
from gigafibre.legacy.findings import RULES, sort_of
from gigafibre.legacy.importing.expected import Step, outlook, seconds_of
from gigafibre.legacy.importing.phases import PHASES
from gigafibre.legacy.importing.run import at_work
from gigafibre.legacy.models import ImportFinding, ImportPhase, ImportRun

_LABELS = {phase.name: phase.label for phase in PHASES}


@dataclass(frozen=True)
class RunSummary:
    """One import; `state` is `interrupted` when nobody works at a run that isn't finished."""

    id: int
    source: str
    state: str
    dry_run: bool
    only: list[str]
    since: str | None
    with_journal: bool
    started_by: str
    started_at: str
    finished_at: str | None
    error: str


@dataclass(frozen=True)
class PhaseState:
    """One step: rows (while a phase is at work: statements) done of total, a second, and the seconds left of it."""

    name: str
    label: Text
    state: str
    done: int
    total: int
    seconds: float
    per_s: int
    unit: str
    left_s: int | None
    figures: dict[str, Any]


@dataclass(frozen=True)
class Progress:
    """How far an import is: its share (0 to 1), and about how many seconds are left (none: it isn't at work)."""

    share: float
    left_s: int | None


@dataclass(frozen=True)
class Finding:
    """One thing found; of a conflict the column in words, what stands here and what the source says."""

    code: str
    table: str
    legacy_id: int | None
    detail: str
    amount: str | None
    rule: Text
    field: str = ""
    record: str = ""
    label: str = ""
    ours: str = ""
    theirs: str = ""


def run_page(number: int) -> tuple[RunSummary, list[PhaseState], Progress, dict[str, Any]]:
    """Return an import with its steps, how far it is, and its report (empty until it ends)."""
    run = ImportRun.objects.filter(pk=number).first()
    if run is None:
        raise NotFound(what=Text("importation {number}", "import {number}").with_(number=number))
    rows = list(ImportPhase.objects.filter(run=run).order_by("position"))
    summary = _summary(run, at_work())
    if summary.state != "running":
        done = sum(row.state == "done" for row in rows)
        return summary, [_phase(row) for row in rows], Progress(done / len(rows) if rows else 0.0, None), run.report
    totals = {row.name.removeprefix("read:"): row.total for row in rows if row.name.startswith("read:")}
    steps = [Step(row.name, row.state, _seconds(row), row.done, row.total) for row in rows]
    ahead = outlook(steps, seconds_of(run, [row.name for row in rows], totals))
    left = None if ahead.step_left is None else round(ahead.step_left)
    shown = [_phase(row, left if row.state == "running" else None) for row in rows]
    return summary, shown, Progress(round(ahead.share, 4), round(ahead.left)), run.report


def findings(
    number: int, code: str, table: str, sort: str, after: int, limit: int, language: str
) -> tuple[list[Finding], int | None]:
    """Return findings as found, and where the next page begins: of one code, of one sort, in one table, if told."""
    codes = [known for known in RULES if (not code or known == code) and sort in ("", sort_of(known))]
    found_rows = ImportFinding.objects.filter(run_id=number, code__in=codes, pk__gt=after)
    if table:
        found_rows = found_rows.filter(table=table)
    rows = list(found_rows.order_by("pk")[: limit + 1])
    page = rows[:limit]
    return [_finding(row, language) for row in page], page[-1].pk if len(rows) > limit else None


def _finding(row: ImportFinding, language: str) -> Finding:
    amount = None if row.amount is None else f"{row.amount:f}"
    if "." not in row.field:  # no column's
        return Finding(row.code, row.table, row.legacy_id, row.detail, amount, rule_of(row.code))
    return Finding(
        row.code,
        row.table,
        row.legacy_id,
        row.detail,
        amount,
        rule_of(row.code),
        row.field,
        words.table_words(row.field).in_(language),
        words.column_words(row.field).in_(language),
        words.value_words(row.field, row.ours, language),
        words.value_words(row.field, row.theirs, language),
    )


def all_findings(number: int, code: str, table: str, sort: str, language: str) -> Iterator[Finding]:
    """Give all of them, a page at a time."""
    after: int | None = 0
    while after is not None:
        items, after = findings(number, code, table, sort, after, 500, language)
        yield from items


def rule_of(code: str) -> Text:
    """Return what a code means."""
    return RULES.get(code, Text(code, code))


def _summary(run: ImportRun, busy: int | None) -> RunSummary:
    interrupted = run.state == "running" and busy != run.pk
    return RunSummary(
        run.pk,
        run.source,
        "interrupted" if interrupted else run.state,
        run.dry_run,
        run.only,
        run.since.isoformat() if run.since else None,
        run.with_journal,
        run.started_by,
        run.started_at.isoformat(),
        run.finished_at.isoformat() if run.finished_at else None,
        run.error,
    )


def _seconds(row: ImportPhase) -> float:
    if row.state == "running" and row.started_at:
        return float((clock.now() - row.started_at).total_seconds())
    return float(row.figures.get("ms", 0) / 1000)


def _phase(row: ImportPhase, left: int | None = None) -> PhaseState:
    seconds = _seconds(row)
    if row.name.startswith("read:"):
        label = Text("Lecture de {table}", "Reading {table}").with_(table=row.name.removeprefix("read:"))
    else:
        label = _LABELS.get(row.name, Text(row.name, row.name))
    per_s = round(row.done / seconds) if seconds > 0 else 0
    unit = "statements" if row.state == "running" and not row.name.startswith("read:") else "rows"
    return PhaseState(row.name, label, row.state, row.done, row.total, seconds, per_s, unit, left, row.figures)
