"""Background entry points: the days that are left to answer."""

from __future__ import annotations

from procrastinate.contrib.django import app

from gigafibre.privacy import reminding


@app.periodic(cron="40 10 * * *")  # early in the morning in Québec, summer and winter
@app.task(name="privacy.remind", queueing_lock="privacy.remind")
def remind(timestamp: int) -> int:
    """Each morning: tell who answers requests which have ten, three or no days left."""
    return reminding.remind()
