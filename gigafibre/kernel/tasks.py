"""Background entry points of the kernel: forgetting what has had its time."""

from __future__ import annotations

from procrastinate.contrib.django import app

from gigafibre.kernel import retention


@app.periodic(cron="35 6 * * *")  # the small hours in Québec, after the night's billing and notices
@app.task(name="kernel.forget", queueing_lock="kernel.forget")
def forget(timestamp: int) -> dict[str, int]:
    """Each night: forget what is past its retention, and what names people while its switch is on."""
    return retention.forget()
