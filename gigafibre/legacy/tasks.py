"""The import, and history recomputed, as background work."""

from __future__ import annotations

import structlog
from procrastinate.contrib.django import app

from gigafibre.kernel.encrypted import unseal
from gigafibre.legacy import recomputing
from gigafibre.legacy.importing.run import execute
from gigafibre.legacy.models import ImportRun, Recomputation

log = structlog.get_logger(__name__)


@app.task(name="legacy.import_source", queue="long")
def import_source(run: int, source: str) -> None:
    """Execute a run; `source` comes sealed, since a job's arguments are rows others may read."""
    execute(ImportRun.objects.get(pk=run), unseal(source))


@app.task(name="legacy.recompute_history", queue="long")
def recompute_history(recomputation: int) -> None:
    """Recompute, unless another recomputation was begun since."""
    work = recomputing.execute(Recomputation.objects.get(pk=recomputation))
    log.info("legacy.recomputed", number=work.pk, state=work.state, done=work.done, equal=work.equal)
