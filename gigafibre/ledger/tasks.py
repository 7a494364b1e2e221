"""Each night the books are checked; who may close a month is told when something does not add up."""

from __future__ import annotations

import structlog
from django.db import transaction
from procrastinate.contrib.django import app

from gigafibre.identity.notices import notify
from gigafibre.identity.queries import who_may
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
