"""Telling whoever started an import, by the bell, that it ended."""

from __future__ import annotations

from django.db import transaction

from gigafibre.identity.notices import notify
from gigafibre.identity.queries import who_may
from gigafibre.kernel.audit import who_performed
from gigafibre.kernel.text import Text
from gigafibre.legacy.models import ImportRun

_DONE = Text("L’importation no {run} est terminée.", "Import no. {run} is done.")
_TRIED = Text(
    "L’essai d’importation no {run} est terminé ; rien n’a été gardé.",
    "Trial import no. {run} is done; nothing was kept.",
)
_FAILED = Text(
    "L’importation no {run} a échoué. Sa page dit pourquoi ; relancée, elle reprend où elle en était.",
    "Import no. {run} failed. Its page says why; started again it goes on where it was.",
)


def tell(run: ImportRun, *, failed: bool) -> None:
    """Tell who started a run that it ended; of one the machine started, only a failure is told, to who may import."""
    asked = who_performed("legacy.start_import", result=run.pk)
    if failed and not asked:
        asked = who_may("legacy.import")
    words = _FAILED if failed else _TRIED if run.dry_run else _DONE
    with transaction.atomic():
        notify(asked, words.with_(run=run.pk), kind="import", url=f"/imports/{run.pk}")
