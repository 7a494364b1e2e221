"""Paper for customers who want it: a run's documents put into one file for the printer, each once."""

from __future__ import annotations

from django.db import connection
from pydantic import BaseModel

from gigafibre.billing import tasks
from gigafibre.billing.actions.runs import RunDay
from gigafibre.billing.errors import NoSuchRun, RunNotDone
from gigafibre.billing.events import PrintFileAsked
from gigafibre.billing.models import BillingRun, PrintFile
from gigafibre.billing.printing_errors import NothingToPrint
from gigafibre.billing.queries.printing import ON_PAPER, on_paper
from gigafibre.kernel import numbers
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.events import publish
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

# By postal code, then by number: how the post takes a lot. The code is that of the address frozen on the document.
_PUT = f"""
INSERT INTO billing_printeddocument (print_file_id, invoice_id, position, again)
SELECT %(file)s, d.id, row_number() OVER (ORDER BY d.postal NULLS LAST, d.number), d.printed
FROM ({ON_PAPER}) d WHERE NOT d.printed OR %(again)s
"""  # noqa: S608  our own text


class PrintFileMade(BaseModel):
    """A print file that is being made: how many documents, how many of them for the first time, how many before."""

    number: str
    documents: int
    reprinted: int
    already: int


@action(
    permission="billing.run",
    label=Text("Préparer les factures papier", "Prepare the paper invoices"),
    fields={
        "date": Text("Facturation du", "Billing of"),
        "duplex": Text("Recto verso : chaque document commence au recto", "Both sides: each document starts in front"),
        "again": Text("Réimprimer aussi ce qui l’est déjà", "Also reprint what was printed already"),
    },
)
def make_print_file(date: RunDay, *, duplex: bool = True, again: bool = False) -> PrintFileMade:
    """Put the documents of a finished run, of customers who want paper, into one PDF in the order of the mail.

    It is made in the background. Each document goes to print once; what an earlier file holds comes when asked for.
    """
    # One at a time per run: the second finds what the first put aside.
    run = BillingRun.objects.select_for_update().filter(date=date).first()
    if run is None:
        raise NoSuchRun(date=date)
    if run.state not in {BillingRun.State.DONE, BillingRun.State.SIGNED}:
        raise RunNotDone(date=date)
    new, already = on_paper(run.pk)
    documents = new + already if again else new
    if not documents:
        raise NothingToPrint(date=date, already=already)
    made = PrintFile.objects.create(
        number=numbers.take_one("print_file"),
        run=run,
        duplex=duplex,
        again=again,
        documents=documents,
        created_by=current_actor().label,
    )
    with connection.cursor() as cursor:
        cursor.execute(_PUT, {"file": made.pk, "run": run.pk, "again": again})
    publish(PrintFileAsked(print_file=made.number, date=date, documents=documents, again=again))
    tasks.make_print_file.defer(print_file=made.pk)
    return PrintFileMade(number=made.number, documents=documents, reprinted=documents - new, already=already)
