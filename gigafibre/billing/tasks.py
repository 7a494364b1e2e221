"""Background entry points of billing: issuing a run, going on with one whose worker died, billing by itself."""

from __future__ import annotations

from procrastinate.contrib.django import app

from gigafibre.billing import run, scheduling
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


@app.periodic(cron="35 5 * * *")  # at night in Québec, after the changes planned for the day
@app.task(name="billing.run_by_itself", queue="billing", queueing_lock="billing.run_by_itself")
def run_by_itself(timestamp: int) -> None:
    """Launch the run of a billing day when automatic billing is on and nobody did."""
    day = scheduling.due_by_itself()
    if day is not None:
        perform("billing.confirm_run", {"date": day.isoformat()}, actor=SYSTEM)
