"""A whole import: staging, phases, checks, report; taken up where it stopped when it is killed and started again."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from typing import Any

import psycopg
import structlog
from django.db import connection, transaction
from psycopg import sql

from gigafibre.kernel import clock
from gigafibre.legacy.alone import alone, is_held
from gigafibre.legacy.errors import ImportRunning, SourceUnreadable
from gigafibre.legacy.importing.bare import bare
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.phases import PHASES, TABLES, Phase
from gigafibre.legacy.importing.reconcile import Added, reconcile
from gigafibre.legacy.importing.report import report
from gigafibre.legacy.importing.stage import SCHEMA, stage
from gigafibre.legacy.importing.telling import tell as tell_who_started
from gigafibre.legacy.importing.waiting import WAITING, keep
from gigafibre.legacy.models import ImportFinding, ImportPhase, ImportRun
from gigafibre.legacy.source import Source, SourceError, open_source

log = structlog.get_logger(__name__)
LOCK = 20260103
#: How long an interrupted run may be taken up; later what it read is too old.
RESUMABLE = timedelta(days=1)
#: Sorts and joins of whole tables stay in memory; a plan is made for rows, not compiled; and where each group has few
#: rows, workers that add up beside one another only make more of them.
BULK = """
SELECT set_config('work_mem', '256MB', true), set_config('maintenance_work_mem', '256MB', true),
       set_config('synchronous_commit', 'off', true), set_config('jit', 'off', true),
       set_config('max_parallel_workers_per_gather', '0', true)
"""
Watch = Callable[[str, int, int], None]  # phase, done, total


class _RollBack(Exception):
    """Ends a dry run."""


def prepare(source: str, *, by: str, dry_run: bool = False) -> ImportRun:
    """Return the run to execute for a source that can be read; ImportRunning while another is at work."""
    with opened(source) as there:
        name = there.name
    if (busy := at_work()) is not None:
        raise ImportRunning(run=busy)
    return take_up(name, by, dry_run=dry_run)


def take_up(name: str, by: str, *, dry_run: bool) -> ImportRun:
    """Return an interrupted run of the same source, if it is less than a day old, else a new one."""
    with transaction.atomic():
        found = None
        if not dry_run:
            since = clock.now() - RESUMABLE
            unfinished = ImportRun.objects.filter(source=name, dry_run=False, started_at__gte=since).exclude(
                state="done"
            )
            found = unfinished.order_by("-pk").first()
        left = ImportRun.objects.filter(state="running")
        if found is not None:
            left = left.exclude(pk=found.pk)
        left.update(state="failed", error="interrupted", finished_at=clock.now())
        return found or _new_run(name, by, dry_run)


def at_work() -> int | None:
    """Return the number of the run somebody is executing right now (who holds the import's lock), if any."""
    if not is_held(LOCK):
        return None
    return ImportRun.objects.filter(state="running").values_list("pk", flat=True).first() or 0


def execute(run: ImportRun, source: str, watch: Watch | None = None) -> ImportRun:
    """Do what is left of a run. SourceUnreadable when the source can't be read; nothing half-imported stays."""
    with alone(LOCK) as free:
        if not free:
            raise ImportRunning(run=run.pk)
        ImportRun.objects.filter(pk=run.pk).update(state="running", error="", finished_at=None)
        try:
            with opened(source) as there:
                _execute(run, there, watch or (lambda *_: None))
        except SourceError as error:
            _finish(run, "failed", str(error))
            raise SourceUnreadable(why=str(error)) from error
        except SourceUnreadable as error:
            _finish(run, "failed", error.said.in_())
            raise
        except Exception as error:
            _finish(run, "failed", f"{type(error).__name__}: {error}"[:2000])
            raise
    run.refresh_from_db()
    return run


def _execute(run: ImportRun, source: Source, watch: Watch) -> None:
    if run.dry_run:
        told: dict[str, Any] = {}
        findings: list[ImportFinding] = []
        try:
            with transaction.atomic():
                _phases(run, source, watch)
                told = report(run, source, reconcile(run.pk))
                findings = list(ImportFinding.objects.filter(run=run))
                raise _RollBack
        except _RollBack:
            ImportPhase.objects.filter(run=run).update(state="done")
            ImportFinding.objects.bulk_create(findings)
            _finish(run, "done", "", told)
        return
    # Adding up only reads what the earlier phases wrote, as the last phase does: each has a core.
    with ThreadPoolExecutor(1) as beside:
        _phases(run, source, watch, PHASES[:-1])
        sums = beside.submit(_add_up, run.pk)
        _phase(run, source, watch, PHASES[-1])
        _finish(run, "done", "", report(run, source, sums.result()))


def _add_up(run: int) -> Added:
    """Add up in a thread, whose connection ends with it."""
    try:
        return reconcile(run)
    finally:
        connection.close()


def _phases(run: ImportRun, source: Source, watch: Watch, phases: Sequence[Phase] = PHASES) -> None:
    _complete(run)
    if not _staged_whole(run):
        _begin_again(run)
        for name in (*TABLES, *WAITING):
            work = partial(keep if name in WAITING else stage, name=name)
            _one(run, source, f"read:{name}", work, watch, role=False)
    for phase in phases:
        _phase(run, source, watch, phase)


def _phase(run: ImportRun, source: Source, watch: Watch, phase: Phase) -> None:
    _one(run, source, phase.name, phase.run, watch, role=True, large=phase.large)


def _one(
    run: ImportRun,
    source: Source,
    name: str,
    work: Callable[[Ctx], None],
    watch: Watch,
    *,
    role: bool,
    large: tuple[str, ...] = (),
) -> None:
    row = ImportPhase.objects.get(run=run, name=name)
    if row.state == "done" and role:
        return
    total = 0 if role else _rows_of(source, name.removeprefix("read:"))
    ImportPhase.objects.filter(pk=row.pk).update(state="running", started_at=clock.now(), done=0, total=total)
    with _progress(row.pk, run.pk) as told, transaction.atomic(), connection.cursor() as cursor:

        def tell(done: int) -> None:
            told(done)
            watch(name, done, total)

        cursor.execute(BULK)
        ctx = Ctx(run=run.pk, source=source, cursor=cursor, now=clock.now(), tell=tell)
        # A trial is one transaction: keys can't come off while those of an earlier phase still wait to be checked.
        with bare(cursor, () if run.dry_run else large):
            if role:
                cursor.execute("SET LOCAL ROLE gigafibre_importer")
            work(ctx)
            if role:
                cursor.execute("RESET ROLE")
        _look_at_what_was_written(cursor)
        done = ctx.figures.get("read", ctx.figures.get("new", 0))
        ImportPhase.objects.filter(pk=row.pk).update(
            state="done", finished_at=clock.now(), done=done, figures=ctx.figures | {"ms": _ms(ctx.began)}
        )
        if ctx.report:
            cursor.execute(
                "UPDATE legacy_importrun SET report = report || %s::jsonb WHERE id = %s",
                [json.dumps(ctx.report), run.pk],
            )
        cursor.execute("SELECT pg_notify('gigafibre_live', %s)", [f"legacy_importrun:{run.pk}"])
    watch(name, done, total or done)
    log.info("import.phase", run=run.pk, phase=name, **ctx.figures)


def _look_at_what_was_written(cursor: Any) -> None:
    """Let the planner know the tables of ours that this transaction changed: the next phase joins with them."""
    cursor.execute(
        "SELECT relname FROM pg_stat_xact_user_tables WHERE schemaname = 'public' "
        "AND n_tup_ins + n_tup_upd + n_tup_del > 0 AND relname <> 'legacy_importfinding' ORDER BY 1"
    )
    if names := [sql.Identifier(name) for (name,) in cursor.fetchall()]:
        cursor.execute(sql.SQL("ANALYZE {}").format(sql.SQL(", ").join(names)))


def _rows_of(source: Source, table: str) -> int:
    """Count the rows to read; a table that only waits may be missing."""
    return 0 if table in WAITING and table not in source.tables() else source.count(table)


def _staged_whole(run: ImportRun) -> bool:
    """Say whether every table was read and is still there whole (a crashed server empties unlogged tables)."""
    rows = {row.name: row for row in ImportPhase.objects.filter(run=run, name__startswith="read:")}
    if any(row.state != "done" for row in rows.values()):
        return False
    with connection.cursor() as cursor:
        for name, row in rows.items():
            if row.figures.get("missing"):
                continue
            table = name.removeprefix("read:")
            cursor.execute("SELECT to_regclass(%s)", [f"{SCHEMA}.{table}"])
            if cursor.fetchone()[0] is None:
                return False
            cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(SCHEMA, table)))
            if cursor.fetchone()[0] != row.figures.get("read"):
                return False
    return True


@contextmanager
def _progress(phase: int, run: int) -> Iterator[Callable[[int], None]]:
    """Tell how far a phase is over a connection of its own, at most once a second (the work's own isn't seen yet)."""
    last = [time.monotonic()]
    told: list[psycopg.Connection[Any]] = []

    def tell(done: int) -> None:
        if time.monotonic() - last[0] < 1:
            return
        last[0] = time.monotonic()
        try:
            if not told:
                told.append(psycopg.connect(**_parameters(), autocommit=True))
            told[0].execute(
                "UPDATE legacy_importphase SET done = %s WHERE id = %s AND state = 'running'", [done, phase]
            )
            told[0].execute("SELECT pg_notify('gigafibre_live', %s)", [f"legacy_importrun:{run}"])
        except psycopg.Error as error:
            log.warning("import.progress", error=str(error))

    try:
        yield tell
    finally:
        for other in told:
            other.close()


def _parameters() -> dict[str, Any]:
    parts = connection.settings_dict
    names = {"host": "HOST", "port": "PORT", "dbname": "NAME", "user": "USER", "password": "PASSWORD"}
    return {name: parts[key] for name, key in names.items() if parts.get(key)}


@contextmanager
def opened(source: str) -> Iterator[Source]:
    """Open a source and close it; SourceUnreadable in words."""
    try:
        there = open_source(source)
    except SourceError as error:
        raise SourceUnreadable(why=str(error)) from error
    try:
        yield there
    finally:
        there.close()


def _new_run(name: str, by: str, dry_run: bool) -> ImportRun:
    run = ImportRun.objects.create(source=name, started_by=by, dry_run=dry_run, started_at=clock.now())
    _complete(run)
    return run


def _complete(run: ImportRun) -> None:
    """Give a run the steps of this version: one that an older version began lacks some, and may have others."""
    names = [f"read:{table}" for table in (*TABLES, *WAITING)] + [phase.name for phase in PHASES]
    steps = (ImportPhase(run=run, name=name, position=place) for place, name in enumerate(names))
    with transaction.atomic():
        ImportPhase.objects.filter(run=run).exclude(name__in=names).delete()
        ImportPhase.objects.bulk_create(
            steps, update_conflicts=True, unique_fields=["run", "name"], update_fields=["position"]
        )


def _begin_again(run: ImportRun) -> None:
    """Forget what an interrupted run did and found: the source is read anew, and each phase may be repeated."""
    with transaction.atomic():
        ImportFinding.objects.filter(run=run).delete()
        ImportPhase.objects.filter(run=run).update(
            state="waiting", done=0, total=0, figures={}, started_at=None, finished_at=None
        )


def _finish(run: ImportRun, state: str, error: str, told: dict[str, Any] | None = None) -> None:
    changed: dict[str, Any] = {"state": state, "error": error, "finished_at": clock.now()}
    if told is not None:
        changed["report"] = told
    ImportRun.objects.filter(pk=run.pk).update(**changed)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify('gigafibre_live', %s)", [f"legacy_importrun:{run.pk}"])
    tell_who_started(run, told or {}, failed=state == "failed")


def _ms(began: float) -> int:
    return round((time.monotonic() - began) * 1000)
