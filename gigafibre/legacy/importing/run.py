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

import structlog
from django.db import OperationalError, connection, transaction
from psycopg import errors, sql

from gigafibre.crm import merging
from gigafibre.kernel import clock
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.succession import pairs
from gigafibre.kernel.text import Text
from gigafibre.legacy import staged
from gigafibre.legacy.alone import alone, is_held
from gigafibre.legacy.errors import ImportRunning, SourceUnreadable, TargetBusy, TargetFull
from gigafibre.legacy.importing.bare import bare
from gigafibre.legacy.importing.choice import EVERYTHING, Choice
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.expected import rows_read, statements_of
from gigafibre.legacy.importing.hands_off import turn_all_off
from gigafibre.legacy.importing.phases import Phase
from gigafibre.legacy.importing.progress import counted, told
from gigafibre.legacy.importing.reconcile import reconcile
from gigafibre.legacy.importing.report import report
from gigafibre.legacy.importing.since import Reading
from gigafibre.legacy.importing.stage import FOUND, stage
from gigafibre.legacy.importing.telling import tell as tell_who_started
from gigafibre.legacy.importing.waiting import keep
from gigafibre.legacy.models import ImportFinding, ImportPhase, ImportRun
from gigafibre.legacy.source import Source, SourceError, open_source
from gigafibre.legacy.waiting import WAITING

UNFORESEEN = Text(
    "Une erreur imprévue a arrêté l’importation, et ce que son étape avait écrit est annulé. Relancez : elle reprend à "
    "cette étape. ({why})",
    "An unforeseen error stopped the import, and what its step had written is undone. Start again: it goes on at that "
    "step. ({why})",
)
log = structlog.get_logger(__name__)
LOCK = 20260103
#: How long, in seconds, a step waits for a table of ours that other work holds.
LOCK_WAIT = 60
#: How long an interrupted run may be taken up; later what it read is too old.
RESUMABLE = timedelta(days=1)
#: Sorts and joins of whole tables stay in memory; a plan is made for rows, not compiled; and where each group has few
#: rows, workers that add up beside one another only make more of them.
BULK = """
SELECT set_config('work_mem', '256MB', true), set_config('maintenance_work_mem', '256MB', true),
       set_config('synchronous_commit', 'off', true), set_config('jit', 'off', true),
       set_config('max_parallel_workers_per_gather', '0', true), set_config('lock_timeout', %(wait)s, true)
"""
#: The step, rows or statements done, of how many (none: it is over, and what is done are rows).
Watch = Callable[[str, int, int | None], None]


class _RollBack(Exception):
    """Ends a dry run."""


def prepare(source: str, *, by: str, dry_run: bool = False, choice: Choice = EVERYTHING) -> ImportRun:
    """Return the run to execute for a source that can be read; ImportRunning while another is at work."""
    with opened(source) as there:
        name = there.name
    if (busy := at_work()) is not None:
        raise ImportRunning(run=busy)
    return take_up(name, by, dry_run=dry_run, choice=choice)


def take_up(name: str, by: str, *, dry_run: bool, choice: Choice = EVERYTHING) -> ImportRun:
    """Return an interrupted run of the same source and choice, if it is less than a day old, else a new one."""
    with transaction.atomic():
        found = None
        if not dry_run:
            since = clock.now() - RESUMABLE
            same = ImportRun.objects.filter(source=name, dry_run=False, **choice.kept())
            unfinished = same.filter(started_at__gte=since).exclude(state="done")
            found = unfinished.order_by("-pk").first()
        left = ImportRun.objects.filter(state="running")
        if found is not None:
            left = left.exclude(pk=found.pk)
        left.update(state="failed", error="interrupted", finished_at=clock.now())
        return found or _new_run(name, by, dry_run, choice)


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
        except Refusal as error:
            _finish(run, "failed", error.said.in_())
            raise
        except (OperationalError, errors.OperationalError) as error:
            refusal = _of_target(error)
            _finish(run, "failed", refusal.said.in_() if refusal else _unforeseen(error))
            if refusal:
                raise refusal from error
            raise
        except Exception as error:
            _finish(run, "failed", _unforeseen(error))
            raise
    run.refresh_from_db()
    return run


def _unforeseen(error: Exception) -> str:
    """Say what stands after a fault that nobody foresaw, and for whoever mends it what it was."""
    return UNFORESEEN.with_(why=f"{type(error).__name__}: {error}"[:1600]).in_()


def _of_target(error: Exception) -> Refusal | None:
    """Say in words what the platform's own database refused, where a person can do something about it."""
    cause = error if isinstance(error, errors.Error) else error.__cause__
    if isinstance(cause, errors.DiskFull):
        return TargetFull(why=cause.diag.message_primary or "")
    if isinstance(cause, errors.LockNotAvailable):
        return TargetBusy(seconds=LOCK_WAIT, why=(cause.diag.context or cause.diag.message_primary or "")[:200])
    return None


def _execute(run: ImportRun, source: Source, watch: Watch) -> None:
    choice = Choice(tuple(run.only), run.since, run.with_journal)
    *phases, last = choice.phases()
    if run.dry_run:
        whole: dict[str, Any] = {}
        findings: list[ImportFinding] = []
        try:
            with transaction.atomic():
                _phases(run, source, watch, choice, [*phases, last])
                whole = report(run, source, reconcile(run.pk, choice))
                findings = list(ImportFinding.objects.filter(run=run))
                raise _RollBack
        except _RollBack:
            ImportPhase.objects.filter(run=run).update(state="done")
            ImportFinding.objects.bulk_create(findings)
            _finish(run, "done", "", whole)
        return
    # Adding up only reads what the earlier phases wrote, as the last phase does: each has a core.
    with ThreadPoolExecutor(1) as beside:
        _phases(run, source, watch, choice, phases)
        sums = beside.submit(_add_up, run.pk, choice)
        _phase(run, source, watch, last)
        added = sums.result()
    with transaction.atomic():
        turn_all_off(run)
        _finish(run, "done", "", report(run, source, added))


def _add_up(run: int, choice: Choice) -> dict[str, Any]:
    """Add up in a thread, whose connection ends with it."""
    try:
        return reconcile(run, choice)
    finally:
        connection.close()


def _phases(run: ImportRun, source: Source, watch: Watch, choice: Choice, phases: Sequence[Phase]) -> None:
    _complete(run, choice)
    if not _staged_whole(run):
        _begin_again(run, {name: _rows_of(source, name) for name in choice.tables()})
        reading = Reading(choice.since)
        for name in choice.tables():
            work = partial(keep if name in WAITING else stage, name=name)
            _one(run, source, f"read:{name}", work, watch, role=False, reading=reading)
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
    reading: Reading | None = None,
) -> None:
    row = ImportPhase.objects.get(run=run, name=name)
    if row.state == "done" and role:
        return
    total = statements_of(name) if role else row.total
    ImportPhase.objects.filter(pk=row.pk).update(state="running", started_at=clock.now(), done=0, total=total)
    watch(name, 0, total)
    with told(row.pk, run.pk) as write, transaction.atomic(), connection.cursor() as cursor:

        def tell(done: int, total: int = total) -> None:
            write(done, total)
            watch(name, done, total)

        cursor.execute(BULK, {"wait": f"{LOCK_WAIT}s"})
        ctx = Ctx(run.pk, source, cursor, clock.now(), tell, reading or Reading(None), run.with_journal)
        # A trial is one transaction: keys can't come off while those of an earlier phase still wait to be checked.
        with bare(cursor, () if run.dry_run else large):
            if role:
                cursor.execute("SET LOCAL ROLE gigafibre_importer")
                with counted(tell, total) as statements:
                    work(ctx)
                ctx.count("statements", statements())
                _let_follow()
                cursor.execute("RESET ROLE")
            else:
                work(ctx)
        ctx.count("rows", rows_read(name, _counts(run)))
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
    watch(name, done, None)
    log.info("import.phase", run=run.pk, phase=name, **ctx.figures)


def _let_follow() -> None:
    """Give what came to a customer who was merged here to the one he is: the source still knows them apart."""
    for former, survivor in pairs("customer"):
        merging.make_ready(former, survivor)
        merging.follow(former, survivor)


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
    """Say whether every table was read and still is as this run read it, whole.

    A crashed server empties unlogged tables; and another source may have been read since this run was interrupted.
    """
    rows = {row.name: row for row in ImportPhase.objects.filter(run=run, name__startswith="read:")}
    if any(row.state != "done" for row in rows.values()):
        return False
    with connection.cursor() as cursor:
        for name, row in rows.items():
            if row.figures.get("missing"):
                continue
            table = name.removeprefix("read:")
            known = staged.told(cursor, table)
            if known is None or known.run != run.pk or staged.rows(cursor, table) != row.figures.get("staged"):
                return False
    return True


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


def _new_run(name: str, by: str, dry_run: bool, choice: Choice) -> ImportRun:
    run = ImportRun.objects.create(
        source=name,
        started_by=by,
        dry_run=dry_run,
        **choice.kept(),
        started_at=clock.now(),
    )
    _complete(run, choice)
    return run


def _complete(run: ImportRun, choice: Choice) -> None:
    """Give a run the steps of this version: one that an older version began lacks some, and may have others."""
    names = [f"read:{table}" for table in choice.tables()] + [phase.name for phase in choice.phases()]
    steps = (ImportPhase(run=run, name=name, position=place) for place, name in enumerate(names))
    with transaction.atomic():
        ImportPhase.objects.filter(run=run).exclude(name__in=names).delete()
        ImportPhase.objects.bulk_create(
            steps, update_conflicts=True, unique_fields=["run", "name"], update_fields=["position"]
        )


def _begin_again(run: ImportRun, rows: dict[str, int]) -> None:
    """Forget what an interrupted run did and found: the source is read anew, and each phase may be repeated.

    `rows` are those of the source by table, to tell how far the reading is.
    """
    with transaction.atomic():
        # What reading a table found goes with its rows, which may stand: staging forgets it.
        ImportFinding.objects.filter(run=run).exclude(code__in=FOUND).delete()
        ImportPhase.objects.filter(run=run).update(
            state="waiting", done=0, total=0, figures={}, started_at=None, finished_at=None
        )
        for name, total in rows.items():
            ImportPhase.objects.filter(run=run, name=f"read:{name}").update(total=total)


def _counts(run: ImportRun) -> dict[str, int]:
    """Return the rows of the source by table, as counted when the reading began."""
    rows = ImportPhase.objects.filter(run=run, name__startswith="read:").values_list("name", "total")
    return {name.removeprefix("read:"): total for name, total in rows}


def _finish(run: ImportRun, state: str, error: str, whole: dict[str, Any] | None = None) -> None:
    changed: dict[str, Any] = {"state": state, "error": error, "finished_at": clock.now()}
    if whole is not None:
        changed["report"] = whole
    ImportRun.objects.filter(pk=run.pk).update(**changed)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify('gigafibre_live', %s)", [f"legacy_importrun:{run.pk}"])
    tell_who_started(run, whole or {}, failed=state == "failed")


def _ms(began: float) -> int:
    return round((time.monotonic() - began) * 1000)
