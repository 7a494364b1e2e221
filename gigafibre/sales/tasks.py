"""Background entry points: what has run out is closed, what was signed is sealed, counts of yesterday are forgotten."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from procrastinate.contrib.django import app

from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.intents import intend
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


@app.periodic(cron="*/30 * * * *")
@app.task(name="sales.ask_the_provider", queueing_lock="sales.ask_the_provider")
def ask_the_provider(timestamp: int) -> int:
    """Each half hour: ask how far commercial requests are, and for audit logs not made yet; no webhook need arrive."""
    since = clock.now() - ASKED_FOR
    waiting = Contract.objects.filter(track="commercial").exclude(outside_id="")
    asked = waiting.filter(Q(status="sent") | Q(status="signed", audit__isnull=True, signed_at__gte=since))
    with transaction.atomic():
        ids = list(asked.order_by("pk").values_list("outside_id", flat=True))
        for outside_id in ids:
            intend("sales.fetch_signature", f"submission:{outside_id}", {"outside_id": outside_id})
    return len(ids)


#: How long after the signature an audit log is asked for.
ASKED_FOR = timedelta(days=7)
EXPIRING = ("sales.expire_quotations", "sales.expire_contracts")
