"""The oracle: imported history computed again by the billing engine's own statements, chunk by chunk.

Each chunk is one transaction: documents in the order of their ids, their lines and taxes by range through the indexes,
priced, prorated and taxed in the scratch tables of a run (`billing.computation`), then compared and explained
(`sql/recompute_*.sql`). Killed, it is begun anew: all of it takes minutes.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection, transaction

from gigafibre.billing import computation
from gigafibre.identity.notices import notify
from gigafibre.kernel import clock
from gigafibre.kernel.audit import who_performed
from gigafibre.kernel.text import Text
from gigafibre.legacy.alone import alone, is_held
from gigafibre.legacy.errors import ImportRunning, RecomputationRunning
from gigafibre.legacy.importing.run import at_work
from gigafibre.legacy.models import Recomputation
from gigafibre.legacy.scripts import statements

LOCK = 20260104
#: Documents of one transaction: some megabytes of scratch tables.
CHUNK = 20_000
Watch = Callable[[int, int], None]  # documents done, total
_DONE = Text("L’historique est recalculé.", "History is recomputed.")
_FAILED = Text(
    "Le calcul de l’historique a échoué. La page des importations dit pourquoi ; relancé, il reprend du début.",
    "Recomputing history failed. The page of imports says why; started again it begins anew.",
)

_TOTAL = """
SELECT count(*) FROM legacy_standing i
WHERE (%(since)s::date IS NULL OR i.date >= %(since)s::date) AND (%(until)s::date IS NULL OR i.date <= %(until)s::date)
"""
# The days on which some category's taxes or rates change: between two of them a category is taxed alike.
_ERAS = """
SELECT DISTINCT day FROM (
  SELECT days FROM billing_taxrate UNION ALL SELECT days FROM billing_categorytax) r
CROSS JOIN LATERAL (VALUES (lower(days)), (upper(days))) x (day) WHERE day IS NOT NULL ORDER BY day
"""
_OF_ERA = "UPDATE bill_rate SET category = category || ' ' || %s WHERE category NOT LIKE '%% %%'"
_RANGE = "SELECT min(invoice_id), max(invoice_id), array_agg(DISTINCT rates_of) FROM recompute_document"
_LEFT = """
DELETE FROM legacy_recomputedamount WHERE recomputation_id IN (
  SELECT id FROM legacy_recomputation WHERE state <> 'done')
"""
_OLDER = "DELETE FROM legacy_recomputedamount WHERE recomputation_id <> %s"
_BULK = (
    "SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true), "
    "set_config('synchronous_commit', 'off', true)"
)


def prepare(by: str, since: date | None = None, until: date | None = None) -> Recomputation:
    """Return a new recomputation of the documents of some days (both included); what an earlier one left is cleared.

    Raises RecomputationRunning while another is at work, ImportRunning while documents come in.
    """
    if (importing := at_work()) is not None:
        raise ImportRunning(run=importing)
    if is_held(LOCK):
        raise RecomputationRunning()
    with transaction.atomic():
        left = Recomputation.objects.filter(state__in=["waiting", "running"])
        left.update(state="failed", error="interrupted", finished_at=clock.now())
        return Recomputation.objects.create(since=since, until=until, started_by=by)


def execute(work: Recomputation, watch: Watch | None = None) -> Recomputation:
    """Recompute, if nobody began another since; the amounts of earlier recomputations go when this one is done."""
    with alone(LOCK) as free:
        if not free:
            raise RecomputationRunning()
        if not Recomputation.objects.filter(pk=work.pk, state="waiting").update(state="running"):
            return work
        try:
            _execute(work, watch or (lambda *_: None))
        except Exception as error:
            said = f"{type(error).__name__}: {error}"[:2000]
            Recomputation.objects.filter(pk=work.pk).update(state="failed", error=said, finished_at=clock.now())
            _ring(work, _FAILED)
            raise
        _ring(work, _DONE)
    work.refresh_from_db()
    return work


def _execute(work: Recomputation, watch: Watch) -> None:
    began, found = time.monotonic(), _Found()
    with connection.cursor() as cursor:
        cursor.execute(_LEFT)
        span = {"since": work.since, "until": work.until}
        cursor.execute(_TOTAL, span)
        total = int(cursor.fetchone()[0])
        cursor.execute(_ERAS)
        values = span | {"eras": [row[0] for row in cursor.fetchall()], "recomputation": work.pk, "size": CHUNK}
        after: int | None = 0
        while after is not None:
            after = _chunk(cursor, values | {"after": after}, found)
            total = max(total, found.documents)  # a nightly import may add some meanwhile
            _keep(work, began, found, total=total)
            watch(found.documents, total)
        with transaction.atomic():
            _keep(work, began, found, total=found.documents, state="done", finished_at=clock.now())
            cursor.execute(_OLDER, [work.pk])
        cursor.execute("ANALYZE legacy_recomputedamount")


def _chunk(cursor: Any, values: dict[str, Any], found: _Found) -> int | None:
    """Recompute the documents after an id; returns the last one's, or nothing when there was none left."""
    with transaction.atomic():
        cursor.execute(_BULK)
        _run(cursor, "recompute_scratch", values)
        _run(cursor, "recompute_documents", values)
        cursor.execute(_RANGE)
        low, high, days = cursor.fetchone()
        if high is None:
            return None
        values |= {"low": low, "high": high}
        computation.prepare(cursor)
        _rates(cursor, values["eras"], days)
        _run(cursor, "recompute_lines", values)
        computation.price(cursor)
        _run(cursor, "recompute_changed", values)
        computation.price(cursor)
        _run(cursor, "recompute_explained", values)
        computation.tax(cursor)
        for name in ("recompute_taxes", "recompute_kept", "recompute_counts"):
            _run(cursor, name, values)
        found.add(cursor.fetchall())
    return int(high)


def _rates(cursor: Any, eras: Sequence[date], days: Sequence[date]) -> None:
    """Fill the rates of each era that holds one of some days: a category is named with its era's place."""
    for era in sorted({bisect_right(eras, day) for day in days} - {0}):
        computation.rates_on(cursor, eras[era - 1])
        cursor.execute(_OF_ERA, [era])


def _run(cursor: Any, name: str, values: dict[str, Any]) -> None:
    for statement in statements(name):
        cursor.execute(statement, values)


@dataclass
class _Found:
    """What was counted so far, by year and cause (`equal` too): documents and what they differ by."""

    documents: int = 0
    at_prices: int = 0
    taxes_right: int = 0
    by_cause: dict[str, list[Any]] = field(default_factory=dict)
    by_year: dict[str, dict[str, int]] = field(default_factory=dict)

    def add(self, rows: Iterable[tuple[int, str, int, int, int, Decimal]]) -> None:
        """Add what a chunk counted."""
        for year, cause, documents, at_prices, taxes_right, difference in rows:
            self.documents += documents
            self.at_prices += at_prices
            self.taxes_right += taxes_right
            sums = self.by_cause.setdefault(cause, [0, Decimal("0.00")])
            sums[0] += documents
            sums[1] += difference
            of_year = self.by_year.setdefault(str(year), {"documents": 0, "at_prices": 0, "taxes_equal": 0})
            for name, number in (
                ("documents", documents),
                ("at_prices", at_prices),
                ("taxes_equal", taxes_right),
                (cause, documents),
            ):
                of_year[name] = of_year.get(name, 0) + number

    def figures(self) -> dict[str, Any]:
        """Return the columns of a recomputation that hold them."""
        return {
            "done": self.documents,
            "equal": self.by_cause.get("equal", [0])[0],
            "equal_at_prices": self.at_prices,
            "taxes_equal": self.taxes_right,
            "counts": {
                "causes": {
                    cause: {"documents": documents, "difference": f"{difference:f}"}
                    for cause, (documents, difference) in self.by_cause.items()
                },
                "years": dict(sorted(self.by_year.items())),
            },
        }


def _keep(work: Recomputation, began: float, found: _Found, **changed: Any) -> None:
    seconds = round(Decimal(time.monotonic() - began), 1)
    Recomputation.objects.filter(pk=work.pk).update(seconds=seconds, **found.figures(), **changed)
    _tell(work)


def _tell(work: Recomputation) -> None:
    """Tell open pages that a recomputation moved."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify('gigafibre_live', %s)", [f"legacy_recomputation:{work.pk}"])


def _ring(work: Recomputation, words: Text) -> None:
    """Tell whoever started it, by the bell, how it ended."""
    _tell(work)
    with transaction.atomic():
        notify(who_performed("legacy.recompute", result=work.pk), words, kind="import", url="/imports")
