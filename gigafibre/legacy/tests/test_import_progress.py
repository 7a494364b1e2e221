"""How far an import is: on its page, on a terminal, in a log; and how much time is left."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from rich.console import Console

from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.legacy.importing.bars import bars
from gigafibre.legacy.importing.expected import FIRST, Step, outlook, rows_read, seconds_of
from gigafibre.legacy.importing.phases import PHASES
from gigafibre.legacy.importing.progress import counted
from gigafibre.legacy.importing.run import execute, prepare
from gigafibre.legacy.models import ImportPhase, ImportRun


@pytest.mark.parametrize(
    ("steps", "share", "left", "step_left"),
    [
        # Nothing done: what is expected is left.
        ([("a", "waiting", 0, 0, 0), ("b", "waiting", 0, 0, 0)], 0.0, 40.0, None),
        # Twice as slow as expected: so is the rest.
        ([("a", "done", 20, 5, 5), ("b", "waiting", 0, 0, 0)], 0.25, 60.0, None),
        # At work: by rows of all where they are known, else by the clock, never whole.
        ([("a", "done", 10, 5, 5), ("b", "running", 15, 50, 100)], 0.625, 15.0, 15.0),
        ([("a", "done", 10, 5, 5), ("b", "running", 600, 0, 0)], (10 + 28.5) / 40, 1.5 * 10, 1.5 * 10),
        ([("a", "done", 10, 5, 5), ("b", "done", 30, 5, 5)], 1.0, 0.0, None),
    ],
)
def test_how_far_it_is_follows_the_pace_so_far(
    steps: list[Any], share: float, left: float, step_left: float | None
) -> None:
    ahead = outlook([Step(*step) for step in steps], {"a": 10.0, "b": 30.0})
    assert ahead.share == pytest.approx(share)
    assert ahead.left == pytest.approx(left)
    assert ahead.step_left == (None if step_left is None else pytest.approx(step_left))


def test_what_is_expected_is_named_as_the_phases_are() -> None:
    assert set(FIRST) <= {phase.name for phase in PHASES}
    assert rows_read("payments", {"payment": 7, "payment_item": 4, "staff": 9}) == 11
    assert rows_read("read:staff", {"payment": 7, "staff": 9}) == 9


def test_statements_are_told_as_they_run(db: None) -> None:
    from django.db import connection

    told: list[tuple[int, int]] = []
    with connection.cursor() as cursor, counted(lambda done, total: told.append((done, total)), 2) as ran:
        for _ in range(3):
            cursor.execute("SELECT 1")
    assert (ran(), told) == (3, [(1, 2), (2, 3), (3, 4)])


def test_an_import_tells_a_terminal_a_log_and_its_page(
    committed_db: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call_command("legacy_sample", to=str(tmp_path), scale=0.002, seed=2, json=True, stdout=StringIO())
    client = browser(a_user("manager", language="en"), language="en")
    pages: list[dict[str, Any]] = []
    screen = StringIO()
    console = Console(file=screen, force_terminal=True, width=140, force_interactive=True)
    run = prepare(str(tmp_path), by="test")
    with bars(run, StringIO(), quiet=False, console=console) as watch:
        assert watch is not None

        def look_on(step: str, done: int, total: int | None) -> None:
            watch(step, done, total)
            if total is not None and (step, done) in {("read:invoice", 0), ("invoices", 0)}:
                pages.append(client.get(f"/api/v1/imports/{run.pk}").json())

        run = execute(run, str(tmp_path), look_on)
    reading, writing = pages
    read = next(step for step in reading["steps"] if step["name"] == "read:invoice")
    invoices = next(step for step in writing["steps"] if step["name"] == "invoices")
    rows_of = {row["table"]: row["read"] for row in run.report["tables"]}
    assert (read["state"], read["unit"], read["total"]) == ("running", "rows", rows_of["invoice"])
    assert (invoices["state"], invoices["unit"], invoices["total"]) == ("running", "statements", FIRST["invoices"][1])
    assert 0 < reading["progress"]["share"] < writing["progress"]["share"] < 1
    assert None not in (reading["progress"]["left_s"], read["left_s"], invoices["left_s"])
    ended = client.get(f"/api/v1/imports/{run.pk}").json()
    assert ended["progress"] == {"share": 1.0, "left_s": None}
    shown = screen.getvalue()
    assert "✓ Lecture de invoice" in shown
    assert "✓ Factures" in shown
    assert "Toute l’importation" in shown
    assert "reste" in shown
    # The next one expects what this one took.
    took = ImportPhase.objects.get(run=run, name="invoices")
    assert took.figures["statements"] > 20
    following = ImportRun(pk=run.pk + 1)
    totals = {row.name[5:]: row.total for row in ImportPhase.objects.filter(run=run, name__startswith="read:")}
    twice = {name: 2 * rows for name, rows in totals.items()}
    one, two = (seconds_of(following, ["invoices"], counts)["invoices"] for counts in (totals, twice))
    assert two == pytest.approx(max(2 * took.figures["ms"] / 1000, 0.2), rel=0.01)
    assert one == pytest.approx(max(took.figures["ms"] / 1000, 0.2), rel=0.01)
    # In a log: a line a step; with --json nothing but the report.
    trace, quiet = StringIO(), StringIO()
    call_command("legacy_import", source=str(tmp_path), stdout=trace)
    call_command("legacy_import", source=str(tmp_path), json=True, stdout=quiet)
    assert [line.split()[0] for line in trace.getvalue().splitlines()[:3]] == ["Lecture", "Lecture", "Lecture"]
    assert "\x1b" not in trace.getvalue() + quiet.getvalue()
    assert quiet.getvalue().startswith("{")
