"""Background entry points of billing: issuing a confirmed run, and going on with one whose worker died."""

from __future__ import annotations

from procrastinate.contrib.django import app

from gigafibre.billing import run


@app.task(name="billing.issue_run", queue="billing")
def issue_run(run_id: int) -> int:
    """Issue what waits of a run; as many of these as there are workers may run at once."""
    return run.issue(run_id)


@app.periodic(cron="* * * * *")
@app.task(name="billing.go_on", queue="billing", queueing_lock="billing.go_on", pass_context=False)
def go_on(timestamp: int) -> int:
    """Each minute: go on with runs that were confirmed and are not done (their worker was killed)."""
    return sum(run.issue(run_id) for run_id, _ in run.unfinished())
