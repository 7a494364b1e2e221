"""A file for the printer made in the background: document after document into one PDF; killed, it begins again.

Papers are made once and stored, so that beginning again is quick, and binding them gives the same bytes every time.
"""

from __future__ import annotations

import tempfile
from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from gigafibre.billing import document
from gigafibre.billing.models import PrintedDocument, PrintFile
from gigafibre.kernel import clock, files, settings
from gigafibre.kernel.context import doing
from gigafibre.kernel.documents.binding import Binder
from gigafibre.kernel.documents.errors import DocumentFailed
from gigafibre.kernel.documents.wording import short_day

#: What the trail says of what is written here.
MAKE = "billing.make_print_file"
#: After so long without a sign of life, whoever made a file is taken for dead.
LEASE = timedelta(minutes=2)
#: Documents read at a time, and after how many of them progress is told.
STEP = 25


def make(print_file: int) -> int:
    """Make a print file unless somebody is at it; returns how many pages it has, 0 when there was nothing to do."""
    with doing(MAKE):
        if not _free().filter(pk=print_file).update(seen_at=clock.now(), done=0):
            return 0
    made = PrintFile.objects.select_related("run").get(pk=print_file)
    try:
        return _made(made)
    except Exception:
        # Whoever comes next need not wait for the lease.
        PrintFile.objects.filter(pk=print_file).update(seen_at=None)
        raise


def unfinished() -> list[int]:
    """Return the files that wait to be made, or whose maker gave no sign of life for a while."""
    return list(_free().order_by("pk").values_list("pk", flat=True))


def drop_expired() -> int:
    """Forget the bytes of files whose last day has passed; returns how many. What they held can be printed again."""
    gone = PrintFile.objects.filter(state=PrintFile.State.READY, expires_on__lt=clock.today())
    count = 0
    for key in list(gone.values_list("pk", flat=True)):
        with doing(MAKE):
            found = PrintFile.objects.select_for_update(of=("self",)).get(pk=key)
            stored, found.file, found.state = found.file, None, PrintFile.State.EXPIRED
            found.save(update_fields=["file", "state"])
            if stored is not None:
                files.drop(stored)
            count += 1
    return count


def _free() -> QuerySet[PrintFile]:
    """The files to make that nobody is at: new ones, and those whose maker gave no sign of life for a while."""
    nobody = Q(seen_at=None) | Q(seen_at__lt=clock.now() - LEASE)
    return PrintFile.objects.filter(nobody, state=PrintFile.State.MAKING)


def _made(made: PrintFile) -> int:
    with tempfile.TemporaryFile() as bound:
        binder = Binder(bound, title=f"Facturation {short_day(made.run.date, 'fr')}", duplex=made.duplex)
        left_out = _bind(made, binder)
        binder.close()
        with doing(MAKE):
            stored = files.store_made(bound, f"{made.number}.pdf")
            ended = PrintFile.objects.filter(pk=made.pk, state=PrintFile.State.MAKING).update(
                state=PrintFile.State.READY,
                file=stored,
                pages=binder.pages,
                documents=made.documents - len(left_out),
                done=made.documents - len(left_out),
                left_out=left_out,
                ready_at=clock.now(),
                expires_on=clock.today() + timedelta(days=settings.get("billing.print_file_days")),
            )
            if not ended:  # somebody else was taken for dead and came back
                transaction.set_rollback(True)
                return 0
            # They are not on paper: the next file takes them.
            numbers = [each["number"] for each in left_out]
            PrintedDocument.objects.filter(print_file=made, invoice__number__in=numbers).delete()
    return binder.pages


def _bind(made: PrintFile, binder: Binder) -> list[dict[str, str]]:
    """Bind every document in its place; returns those that could not be printed, with the reason."""
    left_out: list[dict[str, str]] = []
    rows = PrintedDocument.objects.filter(print_file=made).order_by("position")
    at = 0
    while found := list(rows.filter(position__gt=at).select_related("invoice")[:STEP]):
        for each in found:
            number = str(each.invoice.number)
            try:
                binder.bind(document.paper(number).content)
            except DocumentFailed as failure:
                left_out.append({"number": number, "reason": failure.reason})
        at = found[-1].position
        with doing(MAKE):
            PrintFile.objects.filter(pk=made.pk).update(done=at, seen_at=clock.now())
    return left_out
