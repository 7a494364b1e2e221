"""Telling whoever started an import, by the bell, that it ended."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import transaction

from gigafibre.identity.notices import notify
from gigafibre.identity.queries import who_may
from gigafibre.kernel.audit import who_performed
from gigafibre.kernel.text import Text
from gigafibre.legacy.models import ImportRun

_DONE = Text("L’importation no {run} est terminée.", "Import no. {run} is done.")
_DOUBTFUL = Text(
    "L’importation no {run} est terminée, mais des sommes ou des contrôles ne tiennent pas. Sa page dit lesquels.",
    "Import no. {run} is done, but sums or checks do not hold. Its page says which.",
)
_TRIED = Text(
    "L’essai d’importation no {run} est terminé ; rien n’a été gardé.",
    "Trial import no. {run} is done; nothing was kept.",
)
_FAILED = Text(
    "L’importation no {run} a échoué. Sa page dit pourquoi ; relancée, elle reprend où elle en était.",
    "Import no. {run} failed. Its page says why; started again it goes on where it was.",
)


def wrong_in(report: dict[str, Any]) -> list[str]:
    """Return what does not hold in a report: names of sums that leave a rest, codes of checks that found something."""
    sums = [row["name"] for row in report.get("reconciliation", []) if Decimal(row["rest"]) != 0]
    return sums + [check["code"] for check in report.get("checks", []) if check["wrong"]]


def tell(run: ImportRun, report: dict[str, Any], *, failed: bool) -> None:
    """Tell who started a run that it ended; of one the machine started, only what is wrong, to who may import."""
    asked = who_performed("legacy.start_import", result=run.pk)
    wrong = bool(wrong_in(report))
    if (failed or wrong) and not asked:
        asked = who_may("legacy.import")
    words = _FAILED if failed else _DOUBTFUL if wrong else _TRIED if run.dry_run else _DONE
    with transaction.atomic():
        notify(asked, words.with_(run=run.pk), kind="import", url=f"/imports/{run.pk}")
