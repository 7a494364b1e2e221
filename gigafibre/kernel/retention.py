"""How long what only the machine needs is kept: one rule per kind, in days by setting, applied each night in pieces.

    rule("kernel.jobs", Text("Tâches finies", "Finished jobs"), days=30, sql="DELETE … WHERE … < %(before)s … LIMIT …")

No rule touches what the law keeps (documents, postings, audit: six years after their last year, `domain-rules`) nor
what people wrote; what belongs to a customer has its own verbs. A rule's statement deletes one piece and is run until
there is nothing left, or until the night's share is done: the next night goes on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import structlog
from django.db import connection

from gigafibre.kernel import clock, settings
from gigafibre.kernel.text import Text

log = structlog.get_logger(__name__)

#: Rows of one statement, and statements of one rule in one night: a table of millions goes in some nights.
PIECE = 5_000
PIECES = 200


@dataclass(frozen=True)
class Rule:
    """What is forgotten: its code, its words, the statement of one piece (`before`, `piece`)."""

    code: str
    what: Text
    sql: str

    @property
    def setting(self) -> str:
        """The setting that says for how many days it is kept."""
        return f"retention.{self.code}_days"


_rules: dict[str, Rule] = {}


def rule(code: str, what: Text, *, days: int, sql: str) -> None:
    """Declare what is forgotten after how many days, unless its setting says otherwise."""
    made = Rule(code, what, sql)
    about = Text(f"{what.fr} : jours de conservation (0 : toujours)", f"{what.en}: days kept (0: for ever)")
    settings.declare(made.setting, int, days, about)
    _rules[code] = made


def all_rules() -> list[Rule]:
    """Return every rule, by code."""
    return [_rules[code] for code in sorted(_rules)]


def forget(pieces: int = PIECES) -> dict[str, int]:
    """Forget what is past its time, each piece in a transaction of its own; returns how many rows went, by rule."""
    gone = {}
    for one in all_rules():
        days = settings.get(one.setting)
        if days > 0:
            gone[one.code] = _apply(one, days, pieces)
    if any(gone.values()):
        log.info("retention.forgotten", **gone)
    return gone


def _apply(one: Rule, days: int, pieces: int) -> int:
    before, count = clock.now() - timedelta(days=days), 0
    for _ in range(pieces):
        with connection.cursor() as cursor:
            cursor.execute(one.sql, {"before": before, "piece": PIECE})
            count += cursor.rowcount
            if cursor.rowcount < PIECE:
                break
    return count


rule(
    "deliveries",
    Text("Livraisons d’événements faites", "Deliveries of events that are done"),
    days=90,
    # An event whose story is asked for stays; that its handlers have run need not be known for ever.
    sql="""
DELETE FROM kernel_delivery WHERE id IN (
  SELECT id FROM kernel_delivery WHERE state = 'done' AND done_at < %(before)s ORDER BY id LIMIT %(piece)s)
""",
)
rule(
    "jobs",
    Text("Tâches de fond finies", "Background jobs that are over"),
    days=30,
    sql="""
DELETE FROM procrastinate_jobs WHERE id IN (
  SELECT j.id FROM procrastinate_jobs j
  WHERE j.status IN ('succeeded', 'cancelled', 'aborted')
    AND (SELECT max(e.at) FROM procrastinate_events e WHERE e.job_id = j.id) < %(before)s
  ORDER BY j.id LIMIT %(piece)s)
""",
)
