"""The report of an import: what became of each table, what was found, what waits, and whether every sum holds."""

from __future__ import annotations

from typing import Any

from django.db import connection

from gigafibre.legacy.importing.choice import Choice
from gigafibre.legacy.importing.since import LARGE
from gigafibre.legacy.importing.tallies import tallies
from gigafibre.legacy.importing.waiting import outside, waiting
from gigafibre.legacy.models import ImportPhase, ImportRun
from gigafibre.legacy.source import Source

READ = "read:"


def report(run: ImportRun, source: Source, added: dict[str, Any]) -> dict[str, Any]:
    """Return the report as it is kept with the run, with what `reconcile` added up: amounts as text."""
    phases = {row.name: row.figures for row in ImportPhase.objects.filter(run=run).order_by("position")}
    read = {name.removeprefix(READ): figures for name, figures in phases.items() if name.startswith(READ)}
    choice = Choice(tuple(run.only), run.since)
    mapped = {table: read[table].get("staged", 0) for table in choice.brought() if table in read}
    tables = tallies(run.pk, mapped)
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT code, "table", count(*), coalesce(sum(amount), 0)::text FROM legacy_importfinding '
            "WHERE run_id = %s GROUP BY 1, 2 ORDER BY 1, 2",
            [run.pk],
        )
        findings = [dict(zip(("code", "table", "count", "amount"), row, strict=True)) for row in cursor.fetchall()]
    return {
        **ImportRun.objects.values_list("report", flat=True).get(pk=run.pk),
        "tables": tables,
        "phases": {name: figures for name, figures in phases.items() if not name.startswith(READ)},
        "findings": findings,
        **added,
        "since": _since(choice, read),
        "waiting": waiting(read),
        "outside": outside(source),
    }


def _since(choice: Choice, read: dict[str, dict[str, int]]) -> dict[str, Any] | None:
    """Say of each large table how many rows were read, and how many stand as they were read before."""
    if choice.since is None:
        return None
    parts = {name: read[name] for name in LARGE if name in read}
    return {
        "day": choice.since.isoformat(),
        "tables": {
            name: {"read": figures.get("read", 0), "kept": figures.get("staged", 0) - figures.get("read", 0)}
            for name, figures in parts.items()
        },
    }
