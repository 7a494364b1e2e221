"""Background entry points: the days that are left to answer, exports made and dropped."""

from __future__ import annotations

from procrastinate.contrib.django import app

from gigafibre.privacy import exporting, reminding


@app.periodic(cron="40 10 * * *")  # early in the morning in Québec, summer and winter
@app.task(name="privacy.remind", queueing_lock="privacy.remind")
def remind(timestamp: int) -> int:
    """Each morning: tell who answers requests which have ten, three or no days left."""
    return reminding.remind()


@app.task(name="privacy.make_export", queue="long")
def make_export(export: int) -> int:
    """Put everything held of a customer into one file."""
    return exporting.make(export)


@app.periodic(cron="* * * * *")
@app.task(name="privacy.go_on_exporting", queue="long", queueing_lock="privacy.go_on_exporting")
def go_on_exporting(timestamp: int) -> int:
    """Each minute: go on with exports whose maker was killed."""
    return sum(exporting.make(key) for key in exporting.unfinished())


@app.periodic(cron="35 5 * * *")
@app.task(name="privacy.drop_exports", queueing_lock="privacy.drop_exports")
def drop_exports(timestamp: int) -> int:
    """Each night: drop the files of exports whose last day has passed."""
    return exporting.drop_expired()
