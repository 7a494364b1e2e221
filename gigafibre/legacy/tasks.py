"""The import as background work."""

from __future__ import annotations

from procrastinate.contrib.django import app

from gigafibre.kernel.encrypted import unseal
from gigafibre.legacy.importing.run import execute
from gigafibre.legacy.models import ImportRun


@app.task(name="legacy.import_source", queue="long")
def import_source(run: int, source: str) -> None:
    """Execute a run; `source` comes sealed, since a job's arguments are rows others may read."""
    execute(ImportRun.objects.get(pk=run), unseal(source))
