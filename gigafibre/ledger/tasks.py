"""Each night what waited for the month is recognised and the books are checked; who closes months is told of faults."""

from __future__ import annotations

import structlog
from django.db import transaction
from procrastinate.contrib.django import app

from gigafibre.identity.notices import notify
from gigafibre.identity.queries import who_may
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.kernel.text import Text
from gigafibre.ledger.checks import run_all

log = structlog.get_logger(__name__)


@app.periodic(cron="15 7 * * *")  # UTC: in the small hours here
@app.task(name="ledger.check_the_books", queue="ledger", queueing_lock="ledger.check_the_books", pass_context=False)
def check_the_books(timestamp: int) -> list[str]:
    """Run every check; returns the codes of those that found something."""
    broken = [result for result in run_all() if result.wrong]
    if broken:
        log.error("ledger.does_not_add_up", checks=[result.code for result in broken])
        words = Text("Les livres ne balancent pas : {what}", "The books do not add up: {what}")
        what = Text(", ".join(r.label.fr for r in broken), ", ".join(r.label.en for r in broken))
        with transaction.atomic():
            notify(who_may("ledger.close"), words.with_(what=what), kind="ledger.check")
    return [result.code for result in broken]


@app.periodic(cron="40 5 * * *")  # shortly after midnight in Québec, summer and winter
@app.task(name="ledger.recognise_revenue", queue="ledger", queueing_lock="ledger.recognise_revenue", pass_context=False)
def recognise_revenue(timestamp: int) -> str:
    """Recognise the revenue of the month that runs and of earlier ones, if any waits; returns how much."""
    return str(perform("ledger.recognise_month", {"month": f"{clock.today():%Y-%m}"}, actor=SYSTEM).result)
