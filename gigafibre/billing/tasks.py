"""Background entry points: issuing a run, going on with one whose worker died, confirming it when its day comes,
late interest.
"""

from __future__ import annotations

from procrastinate.contrib.django import app

from gigafibre.billing import printing, run, scheduling
from gigafibre.billing.queries.interest import SWITCH as INTEREST
from gigafibre.identity.queries import switch_is_on
from gigafibre.kernel import clock, settings
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform


@app.task(name="billing.issue_run", queue="billing")
def issue_run(run_id: int) -> int:
    """Issue what waits of a run; as many of these as there are workers may run at once."""
    return run.issue(run_id)


@app.periodic(cron="* * * * *")
@app.task(name="billing.go_on", queue="billing", queueing_lock="billing.go_on")
def go_on(timestamp: int) -> int:
    """Each minute: go on with runs that were confirmed and are not done (their worker was killed)."""
    return sum(run.issue(run_id) for run_id, _ in run.unfinished())


@app.periodic(cron="*/15 * * * *")
@app.task(name="billing.confirm_due", queue="billing", queueing_lock="billing.confirm_due")
def confirm_due(timestamp: int) -> str:
    """Each quarter of an hour: confirm the run of a billing day that has come, while its switch is on."""
    day = scheduling.confirm_what_is_due()
    return day.isoformat() if day else ""


@app.periodic(cron="1 5 * * *")  # just after midnight in Québec, before what was planned one by one is settled
@app.task(name="billing.settle_price_changes", queueing_lock="billing.settle_price_changes")
def settle_price_changes(timestamp: int) -> None:
    """Each night: new prices whose day has come; those that nobody was told of in time don't change."""
    perform("billing.settle_price_changes", {}, actor=SYSTEM)


@app.periodic(cron="20 * * * *")
@app.task(name="billing.charge_late_interest", queueing_lock="billing.charge_late_interest")
def charge_late_interest(timestamp: int) -> int:
    """Each hour of its day of the month, while its switch is on: late interest; what is charged stays charged once.

    A month that nothing worked on its day is caught up the next one, or by a person.
    """
    if clock.today().day != settings.get("billing.interest_day") or not switch_is_on(INTEREST):
        return 0
    return int(perform("billing.charge_late_interest", {}, actor=SYSTEM).result["charges"])


@app.task(name="billing.make_print_file", queue="billing")
def make_print_file(print_file: int) -> int:
    """Make a file for the printer."""
    return printing.make(print_file)


@app.periodic(cron="* * * * *")
@app.task(name="billing.go_on_printing", queue="billing", queueing_lock="billing.go_on_printing")
def go_on_printing(timestamp: int) -> int:
    """Each minute: go on with print files whose maker was killed."""
    return sum(printing.make(key) for key in printing.unfinished())


@app.periodic(cron="20 5 * * *")
@app.task(name="billing.drop_print_files", queueing_lock="billing.drop_print_files")
def drop_print_files(timestamp: int) -> int:
    """Each night: forget print files whose last day has passed."""
    return printing.drop_expired()
