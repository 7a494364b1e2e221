"""Background entry points: batches begun from lists."""

from __future__ import annotations

from procrastinate.contrib.django import app

from gigafibre.identity import batching
from gigafibre.kernel import batches


@app.task(name="identity.work_batch", queue="batches")
def work_batch(batch: int) -> None:
    """Work on a batch; as many of these as there are workers may work at once."""
    batching.work(batch)


@app.periodic(cron="* * * * *")
@app.task(name="identity.go_on_with_batches", queue="batches", queueing_lock="identity.go_on_with_batches")
def go_on_with_batches(timestamp: int) -> int:
    """Each minute: go on with batches that are not at their end (their worker was killed)."""
    waiting = batches.running()
    for batch in waiting:
        batching.work(batch)
    return len(waiting)
