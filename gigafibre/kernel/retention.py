"""How long what has had its time is kept: one rule per kind, in days by setting, applied each night in pieces.

    rule("identity.sessions", Text("Sessions finies", "Ended sessions"), days=30, switch="privacy.retention",
         table="identity_session", key="session_key", where="t.expire_date < %(before)s")

What only the machine needed goes by itself. What people are named in goes while its switch is on. No rule touches what
the law keeps (documents, postings, audit: six years after their last year); what belongs to a customer
is made nobody's by a verb. A piece of rows goes by one statement, until there is nothing left or the night's share is
done: the next night goes on. With `clears` rows stay and say nothing any more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.db import connection

from gigafibre.kernel import clock, intents, settings
from gigafibre.kernel.context import doing
from gigafibre.kernel.models import RetentionRun
from gigafibre.kernel.text import Text

log = structlog.get_logger(__name__)

#: Rows of one statement, and statements of one rule in one night: a table of millions goes in some nights.
PIECE = 5_000
PIECES = 200


@dataclass(frozen=True)
class Rule:
    """What is forgotten: its words, the rows `t` of its table that are past their time (`before`), and how.

    `least` is the days under which the database keeps them, whatever the setting says.
    """

    code: str
    what: Text
    table: str
    where: str
    key: str
    switch: str
    least: int
    clears: Mapping[str, str]

    @property
    def setting(self) -> str:
        """The setting that says for how many days it is kept."""
        return f"retention.{self.code}_days"

    @property
    def sql(self) -> str:
        """The statement of one piece (`before`, `piece`)."""
        found = (
            f"SELECT t.{self.key} FROM {self.table} t WHERE {self.where} "  # noqa: S608  names of ours
            f"ORDER BY t.{self.key} LIMIT %(piece)s"
        )
        if self.clears:
            into = ", ".join(f"{column} = {value}" for column, value in self.clears.items())
            return f"UPDATE {self.table} SET {into} WHERE {self.key} IN ({found})"  # noqa: S608  names of ours
        return f"DELETE FROM {self.table} WHERE {self.key} IN ({found})"  # noqa: S608  names of ours

    @property
    def count(self) -> str:
        """The query that counts what is past its time, under its code (`before_` and the code)."""
        where = self.where.replace("%(before)s", f"%(before_{self.code})s")
        return f"SELECT '{self.code}' AS code, count(*) AS due FROM {self.table} t WHERE {where}"  # noqa: S608  names of ours

    def days(self) -> int:
        """Return for how many days it is kept now; 0 is for ever."""
        return self.kept(int(settings.get(self.setting)))

    def kept(self, days: int) -> int:
        """Return for how many days it is kept where its setting says so many; 0 is for ever."""
        return max(days, self.least) if days > 0 else 0

    def works(self) -> bool:
        """Say whether it is applied by itself."""
        return not self.switch or intents.is_on(self.switch)


@dataclass(frozen=True)
class State:
    """A rule as it stands: its days (0: for ever), how many rows are past them, when it was last applied and how many
    went then; `switched`: it waits for a switch.
    """

    code: str
    what: Text
    setting: str
    days: int
    works: bool
    switched: bool
    cleared: bool
    due: int
    ran_at: datetime | None
    gone: int | None


_rules: dict[str, Rule] = {}


def rule(
    code: str,
    what: Text,
    *,
    days: int,
    table: str,
    where: str,
    key: str = "id",
    switch: str = "",
    least: int = 0,
    clears: Mapping[str, str] | None = None,
) -> None:
    """Declare what is forgotten after how many days, unless its setting says otherwise."""
    made = Rule(code, what, table, where, key, switch, least, clears or {})
    about = Text(f"{what.fr} : jours de conservation (0 : toujours)", f"{what.en}: days kept (0: for ever)")
    settings.declare(made.setting, int, days, about)
    _rules[code] = made


def all_rules() -> list[Rule]:
    """Return every rule, by code."""
    return [_rules[code] for code in sorted(_rules)]


def states(only: Callable[[Rule], bool] = lambda rule: True) -> list[State]:
    """Return every rule as it stands, by code: each counts its own table, all of them in one statement."""
    rules = list(filter(only, all_rules()))
    set_to = settings.many(*(one.setting for one in rules))
    days = {one.code: one.kept(int(set_to[one.setting])) for one in rules}
    on = {switch: intents.is_on(switch) for switch in {one.switch for one in rules if one.switch}}
    due = _due([one for one in rules if days[one.code]], days)
    ran = {run.code: run for run in RetentionRun.objects.all()}
    return [
        State(
            code=one.code,
            what=one.what,
            setting=one.setting,
            days=days[one.code],
            works=on.get(one.switch, True),
            switched=bool(one.switch),
            cleared=bool(one.clears),
            due=due.get(one.code, 0),
            ran_at=ran[one.code].at if one.code in ran else None,
            gone=ran[one.code].gone if one.code in ran else None,
        )
        for one in rules
    ]


def _due(rules: list[Rule], days: Mapping[str, int]) -> dict[str, int]:
    """Return how many rows are past their days, by code."""
    if not rules:
        return {}
    now = clock.now()
    before = {f"before_{one.code}": now - timedelta(days=days[one.code]) for one in rules}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(one.count for one in rules), before)
        return {code: int(count) for code, count in cursor.fetchall()}


def forget(pieces: int = PIECES) -> dict[str, int]:
    """Forget what is past its time, each piece in a transaction of its own; returns how many rows went, by rule."""
    gone = {}
    for one in all_rules():
        days = one.days()
        if days > 0 and one.works():
            gone[one.code] = _apply(one, days, pieces)
            RetentionRun.objects.update_or_create(code=one.code, defaults={"at": clock.now(), "gone": gone[one.code]})
    if any(gone.values()):
        log.info("retention.forgotten", **gone)
    return gone


def _apply(one: Rule, days: int, pieces: int) -> int:
    before, count = clock.now() - timedelta(days=days), 0
    for _ in range(pieces):
        with doing("kernel.forget"), connection.cursor() as cursor:
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
    table="kernel_delivery",
    where="t.state = 'done' AND t.done_at < %(before)s",
)
rule(
    "jobs",
    Text("Tâches de fond finies", "Background jobs that are over"),
    days=30,
    table="procrastinate_jobs",
    where="t.status IN ('succeeded', 'cancelled', 'aborted') "
    "AND (SELECT max(e.at) FROM procrastinate_events e WHERE e.job_id = t.id) < %(before)s",
)
rule(
    "intents",
    Text("Effets extérieurs accomplis", "Outside effects that are done"),
    days=730,
    switch="privacy.retention",
    table="kernel_intent",
    where="t.state = 'done' AND t.created_at < %(before)s",
)
