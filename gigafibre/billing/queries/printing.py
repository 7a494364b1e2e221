"""What of a run is for paper, what of it was printed, and its files for the printer."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import connection

from gigafibre.billing.errors import NoSuchRun
from gigafibre.billing.models import PrintFile
from gigafibre.billing.printing_errors import NoSuchPrintFile, PrintFileExpired, PrintFileNotThere
from gigafibre.billing.queries.runs import run_row
from gigafibre.kernel import clock

# The documents of a run whose customers want paper (today), whether each was printed, and its postal code as frozen;
# with them what was issued outside a run in the 100 days up to its own, and stands in no other run's file.
ON_PAPER = """
SELECT i.id, i.number,
  translate((regexp_match(upper(i.bill_address::text), '.*([A-Z][0-9][A-Z] ?[0-9][A-Z][0-9])'))[1], ' ', '') AS postal,
  EXISTS (SELECT FROM billing_printeddocument p WHERE p.invoice_id = i.id AND NOT p.again) AS printed
FROM billing_invoice i JOIN crm_customer c ON c.id = i.customer_id
WHERE i.state = 'issued' AND c.invoice_delivery IN ('paper', 'both') AND i.id IN (
  SELECT x.id FROM billing_invoice x WHERE x.run_id = %(run)s
  UNION ALL
  SELECT x.id FROM billing_invoice x JOIN billing_billingrun r ON r.id = %(run)s
  WHERE x.run_id IS NULL AND x.legacy_id IS NULL AND x.date > r.date - 100 AND x.date <= r.date
    AND NOT EXISTS (SELECT FROM billing_printeddocument p JOIN billing_printfile f ON f.id = p.print_file_id
                    WHERE p.invoice_id = x.id AND f.run_id <> r.id))
"""


@dataclass(frozen=True)
class LeftOut:
    """A document that could not be printed, and why."""

    number: str
    reason: str


@dataclass(frozen=True)
class PrintFileRow:
    """A file for the printer: how far it is, what it holds, until when it can be fetched."""

    number: str
    state: str
    duplex: bool
    again: bool
    documents: int
    done: int
    pages: int | None
    size: int | None
    left_out: list[LeftOut]
    created_at: datetime.datetime
    created_by: str
    ready_at: datetime.datetime | None
    expires_on: datetime.date | None


@dataclass(frozen=True)
class Printing:
    """A run's paper: its documents for customers who want paper, those not printed yet, and its files, latest first."""

    documents: int
    waiting: int
    files: list[PrintFileRow]


def on_paper(run_id: int) -> tuple[int, int]:
    """Return how many of a run's documents are for paper and not printed yet, and how many were printed."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FILTER (WHERE NOT printed), count(*) FILTER (WHERE printed) FROM ({ON_PAPER}) d",  # noqa: S608
            {"run": run_id},
        )
        waiting, printed = cursor.fetchone()
    return int(waiting), int(printed)


def printing_of(date: datetime.date) -> Printing:
    """Return what of a run is for paper; raises NoSuchRun."""
    run = run_row(date)
    if run is None:
        raise NoSuchRun(date=date)
    waiting, printed = on_paper(run.id)
    found = PrintFile.objects.filter(run_id=run.id).select_related("file").order_by("-pk")
    return Printing(waiting + printed, waiting, [_row(each) for each in found])


def print_file(number: str) -> tuple[Any, str]:
    """Return a print file's stored file and name; refuses one that isn't ready, or isn't kept any more."""
    found = PrintFile.objects.select_related("file").filter(number=number).first()
    if found is None:
        raise NoSuchPrintFile(number=number)
    if found.state == PrintFile.State.MAKING:
        raise PrintFileNotThere(number=number, done=found.done, documents=found.documents)
    if found.file is None or found.expires_on is None or found.expires_on < clock.today():
        raise PrintFileExpired(number=number)
    return found.file, f"{found.number}.pdf"


def _row(found: Any) -> PrintFileRow:
    gone = found.state == PrintFile.State.READY and found.expires_on < clock.today()
    return PrintFileRow(
        number=found.number,
        state=PrintFile.State.EXPIRED.value if gone else found.state,
        duplex=found.duplex,
        again=found.again,
        documents=found.documents,
        done=found.done,
        pages=found.pages,
        size=found.file.size if found.file else None,
        left_out=[LeftOut(**each) for each in found.left_out],
        created_at=found.created_at,
        created_by=found.created_by,
        ready_at=found.ready_at,
        expires_on=found.expires_on,
    )
