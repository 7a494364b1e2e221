"""Background entry points: what has run out is closed, what was signed is sealed, counts of yesterday are forgotten."""

from __future__ import annotations

from procrastinate.contrib.django import app

from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.sales import brake, sealing
from gigafibre.sales.models import Contract


@app.periodic(cron="15 5 * * *")  # just after midnight in Québec
@app.task(name="sales.close_what_ran_out", queueing_lock="sales.close_what_ran_out")
def close_what_ran_out(timestamp: int) -> int:
    """Each night: quotations past their validity, contracts whose link ran out."""
    closed = sum(int(perform(name, {}, actor=SYSTEM).result) for name in EXPIRING)
    brake.forget()
    return closed


@app.periodic(cron="*/10 * * * *")
@app.task(name="sales.seal_what_was_signed", queueing_lock="sales.seal_what_was_signed")
def seal_what_was_signed(timestamp: int) -> int:
    """Each ten minutes: signed papers whose seal was missed (the process that signed ended before)."""
    left = list(
        Contract.objects.filter(status="signed", sealed__isnull=True, signature__isnull=False).values_list(
            "number", flat=True
        )
    )
    for number in left:
        sealing.sealed_paper(number)
    return len(left)


EXPIRING = ("sales.expire_quotations", "sales.expire_contracts")
