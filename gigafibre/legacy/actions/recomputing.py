"""The oracle's verb."""

from __future__ import annotations

import datetime

from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import rule
from gigafibre.kernel.errors import Detail, InvalidInput
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.legacy.recomputing import prepare
from gigafibre.legacy.tasks import recompute_history

_IN_ORDER = Text("Le dernier jour suit le premier", "The last day follows the first")
_BACKWARDS = Text("Le dernier jour vient avant le premier.", "The last day comes before the first.")


@action(
    permission="legacy.import",
    label=Text("Recalculer l’historique", "Recompute history"),
    fields={
        "since": Text("Premier jour (vide : depuis le début)", "First day (empty: from the beginning)"),
        "until": Text("Dernier jour (vide : jusqu’à la fin)", "Last day (empty: to the end)"),
    },
)
def recompute(*, since: datetime.date | None = None, until: datetime.date | None = None) -> int:
    """Compute imported documents again with our own engine, in the background; returns the recomputation's number."""
    if not rule("legacy.days_in_order", "kernel", _IN_ORDER, not (since and until and until < since)):
        raise InvalidInput(Detail("until", "value_error", _BACKWARDS))
    work = prepare(current_actor().label, since, until)
    recompute_history.defer(recomputation=work.pk)
    return int(work.pk)
