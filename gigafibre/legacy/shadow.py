"""Shadow billing: what our engine would bill on a day, kept, and set beside what the old system billed.

Computing is billing's own computation, of which nothing is issued; both steps are SQL over all customers.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db import connection

from gigafibre.billing import computation
from gigafibre.billing.models import Invoice
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import rule
from gigafibre.kernel.text import Text
from gigafibre.legacy.errors import (
    ImportRunning,
    NoShadowCycle,
    NothingImported,
    ShadowAhead,
    ShadowDayImported,
)
from gigafibre.legacy.importing.run import at_work
from gigafibre.legacy.models import ImportRun, ShadowCycle
from gigafibre.legacy.scripts import statements

#: How far ahead a day may be computed: until then prices and services still move.
DAYS_AHEAD = 15


def compute(day: date) -> ShadowCycle:
    """Keep what we would bill on a day, anew if it was computed before; refuses what could no longer be shadowed."""
    if day > clock.today() + timedelta(days=DAYS_AHEAD):
        raise ShadowAhead(day=day, days=DAYS_AHEAD)
    _refuse_while_importing()
    imported = _imported(day)
    fact = Text("Aucune facture du jour n’est encore importée", "No invoice of the day is imported yet")
    if not rule("legacy.shadow_before_import", "kernel", fact, passed=not imported):
        raise ShadowDayImported(day=day, count=imported)
    before = _imports_so_far()
    cycle, _ = ShadowCycle.objects.select_for_update().get_or_create(day=day)
    with connection.cursor() as cursor:
        computation.compute(cursor, day)
    _run("shadow_compute", cycle)
    _refuse_what_moved(before)
    return cycle


def compare(day: date) -> ShadowCycle:
    """Set a computed day beside the imported invoices of that day, again as often as one likes."""
    cycle = ShadowCycle.objects.select_for_update().filter(day=day).first()
    if cycle is None:
        raise NoShadowCycle(day=day)
    _refuse_while_importing()
    fact = Text("L’importation a apporté les factures du jour", "The import has brought the day’s invoices")
    if not rule("legacy.shadow_after_import", "kernel", fact, passed=bool(_imported(day))):
        raise NothingImported(day=day)
    before = _imports_so_far()
    _run("shadow_compare", cycle)
    _refuse_what_moved(before)
    return cycle


def _run(script: str, cycle: ShadowCycle) -> None:
    given: dict[str, int | date | str] = {
        "cycle": cycle.pk,
        "day": cycle.day,
        "now": clock.now(),
        "by": current_actor().label,
    }
    with connection.cursor() as cursor:
        for statement in statements(script):
            cursor.execute(statement, given if "%(" in statement else None)
    cycle.refresh_from_db()


def _imported(day: date) -> int:
    """Return how many issued invoices of a day the import has brought."""
    return Invoice.objects.filter(date=day, state=Invoice.State.ISSUED, legacy_id__isnull=False).count()


def _refuse_while_importing() -> None:
    busy = at_work()
    fact = Text("Aucune importation en cours", "No import at work")
    if not rule("legacy.no_import_at_work", "kernel", fact, passed=busy is None):
        raise ImportRunning(run=busy)


def _imports_so_far() -> tuple[int, ...]:
    newest = ImportRun.objects.order_by("-pk").values_list("pk", flat=True)[:1]
    return tuple(newest)


def _refuse_what_moved(before: tuple[int, ...]) -> None:
    """Refuse when an import began meanwhile: what was read is neither of before it nor of after."""
    if (busy := at_work()) is not None:
        raise ImportRunning(run=busy)
    now = _imports_so_far()
    if now != before:
        raise ImportRunning(run=now[0])
