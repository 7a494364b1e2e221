"""Background entry points of subscriptions: each night, what was planned for the day."""

from __future__ import annotations

from procrastinate.contrib.django import app

from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform


@app.periodic(cron="5 5 * * *")  # shortly after midnight in Québec, summer and winter
@app.task(name="subscriptions.apply_due_changes", queueing_lock="subscriptions.apply_due_changes")
def apply_due_changes(timestamp: int) -> None:
    """Settle the planned changes whose day has come."""
    perform("subscriptions.apply_due_changes", {}, actor=SYSTEM)
