"""Background entry points: batches begun from lists, letters to who forgot his password."""

from __future__ import annotations

from procrastinate.contrib.django import app

from gigafibre.identity import batching, links
from gigafibre.identity.models import LoginLink
from gigafibre.kernel import batches
from gigafibre.kernel.context import doing


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


@app.task(name="identity.send_to_who_forgot")
def send_to_who_forgot(name: str) -> None:
    """Make a link for whose user name or email it is; away from the page, which answers the same to everybody."""
    user = links.who_forgot(name)
    if user is not None and links.would_arrive():
        with doing("identity.forgotten"):
            links.make(user, LoginLink.Kind.FORGOTTEN)
