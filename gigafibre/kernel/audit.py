"""Reading the audit trail in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from psycopg import sql

from gigafibre.kernel import clock
from gigafibre.kernel.collected import RowChange
from gigafibre.kernel.describe import PLATFORM, Table, Words, all_deeds, all_described
from gigafibre.kernel.listing import Column, Filter, Listing
from gigafibre.kernel.listing.query import run, understand
from gigafibre.kernel.models import ActionRun, AuditEntry
from gigafibre.kernel.preview_words import DONE, rows_in_words
from gigafibre.kernel.registry import all_actions
from gigafibre.kernel.text import Text


@dataclass(frozen=True)
class Entry:
    """One change: when, who, by which action and why, and what changed, in words."""

    id: int
    at: datetime
    actor: str
    action: str
    action_label: str
    reason: str
    change: dict[str, Any]


ACTIONS = Words(lambda: {**{known.name: known.label for known in all_actions()}, **all_deeds()})
TABLES = Words(lambda: {name: table.label for name, table in all_described().items()})
_ABOUT: Mapping[str, str] = {"table": "", "row": ""}
_ACTOR, _ACTION = Text("Qui", "Who"), Text("Action", "Action")


def _values() -> dict[str, Any]:
    return {"zone": str(clock.zone()), **_ABOUT}


#: The trail as a list: read in words by `trail`, exported as it is stored.
AUDIT = Listing(
    name="audit",
    label=Text("Piste d’audit", "Audit trail"),
    permission="kernel.audit",
    source="""
        SELECT a.id, a.at, a.actor, a.action, a."table", a.row, a.op, a.before::text AS before,
               a.after::text AS after,
               coalesce(u.reason, '') AS reason
        FROM kernel_audit a LEFT JOIN kernel_actionrun u ON u.id = a.run
        WHERE %(table)s = '' OR (a."table" = %(table)s AND a.row = %(row)s)""",
    values=_values,
    columns=[
        Column("at", Text("Quand", "When"), kind="instant", sort="id"),
        Column("actor", _ACTOR, options=PLATFORM),
        Column("action", _ACTION, kind="choice", options=ACTIONS),
        Column("reason", Text("Raison", "Reason")),
        Column("op", Text("Fait", "Done"), kind="choice", options={op: Text(*said) for op, said in DONE.items()}),
        Column("table", Text("Genre", "Kind"), kind="choice", options=TABLES),
        Column("row", Text("Clé", "Key"), kind="id"),
        Column("before", Text("Avant", "Before"), nullable=True),
        Column("after", Text("Après", "After"), nullable=True),
    ],
    filters=[
        Filter("actor", _ACTOR, kind="text", where="position(fold(%(value)s) IN fold(r.actor)) > 0"),
        Filter("action", _ACTION, kind="text", where="r.action = %(value)s"),
        Filter(
            "text",
            Text("Contient", "Contains"),
            kind="text",
            where="position(fold(%(value)s) IN fold(concat_ws(' ', r.before, r.after, r.reason))) > 0",
        ),
        Filter(
            "from",
            Text("Du", "From"),
            kind="day",
            where="r.at >= %(value)s::date::timestamp AT TIME ZONE %(zone)s",
        ),
        Filter(
            "to",
            Text("Au", "Until"),
            kind="day",
            where="r.at < (%(value)s::date + 1)::timestamp AT TIME ZONE %(zone)s",
        ),
    ],
    default_sort="-at",
)


def about(subject: str) -> dict[str, str]:
    """Return the values of the list's source that narrow it to one record; no subject narrows nothing."""
    if not subject:
        return dict(_ABOUT)
    table, row = _record(subject)
    return {"table": table, "row": row}


def trail(raw: Mapping[str, str], *, subject: str = "", language: str) -> tuple[list[Entry], str | None]:
    """Return a page of changes, newest first, for the words of an address, and the cursor of the next page.

    `subject` names one record by its human number (`customer:C-4217`) or by table and key (`identity_user:12`).
    Refuses InvalidInput for a filter that isn't the list's.
    """
    asked = understand(AUDIT, raw, about(subject))
    found = run(AUDIT, asked, counting=False)
    return entries([int(key) for key in found.keys], language), found.next_cursor


def entries(keys: Sequence[int], language: str) -> list[Entry]:
    """Return changes by key, in the order of the keys, in words."""
    known = {one.pk: one for one in AuditEntry.objects.filter(pk__in=keys)}
    shown = [known[key] for key in keys if key in known]
    runs = {one.run for one in shown if one.run}
    reasons = dict(ActionRun.objects.filter(pk__in=runs).values_list("pk", "reason"))
    changes = rows_in_words([RowChange(e.table, e.row, e.op, e.before, e.after) for e in shown], language)
    return [
        Entry(
            id=e.pk,
            at=e.at,
            actor=e.actor,
            action=e.action,
            action_label=ACTIONS[e.action].in_(language) if e.action in ACTIONS else e.action,
            reason=reasons.get(e.run, "") if e.run else "",
            change=change,
        )
        for e, change in zip(shown, changes, strict=True)
    ]


def _record(subject: str) -> tuple[str, str]:
    """Return table and key of a record; a number nobody has finds no row ("")."""
    kind, _, name = subject.partition(":")
    tables = all_described()
    if kind in tables:
        return kind, name
    named = _named(kind, tables)
    if named is None or named.number is None:
        return kind, ""
    query = sql.SQL("SELECT id::text FROM {} WHERE {} = %s").format(
        sql.Identifier(named.name), sql.Identifier(named.number)
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [name])
        row = cursor.fetchone()
    return named.name, row[0] if row else ""


def _named(kind: str, tables: dict[str, Table]) -> Table | None:
    """Return the table of a kind of record: told under that topic, or called so within its app (`crm_customer`)."""
    return next((t for t in tables.values() if t.topic == kind or t.name.partition("_")[2] == kind), None)


def who_performed(*actions: str, given: Mapping[str, Any] | None = None, result: Any = None) -> list[int]:
    """Return the members of staff, by id, who performed actions with some input or with some result: whom to tell."""
    found = ActionRun.objects.filter(name__in=actions, actor_kind="staff", actor_id__isnull=False)
    if given is not None:
        found = found.filter(input__contains=dict(given))
    if result is not None:
        found = found.filter(result=result)
    return sorted({row.actor_id for row in found.only("actor_id") if row.actor_id is not None})


def who_wrote(table: str, row: int) -> list[int]:
    """Return the member of staff, by id, whose action made a row: whom to tell what became of it (nobody: empty)."""
    runs = AuditEntry.objects.filter(table=table, row=str(row), op="I", run__isnull=False).values("run")
    found = ActionRun.objects.filter(pk__in=runs, actor_kind="staff", actor_id__isnull=False)
    return sorted({made.actor_id for made in found.only("actor_id") if made.actor_id is not None})
