"""Reading the audit trail in words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from psycopg import sql

from gigafibre.kernel import clock
from gigafibre.kernel.collected import RowChange
from gigafibre.kernel.describe import PLATFORM, Table, Words, all_deeds, all_described, described
from gigafibre.kernel.folding import fold
from gigafibre.kernel.listing import Column, Filter, Listing, View
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


def _by_label(words: Mapping[str, Text]) -> dict[str, Text]:
    return dict(sorted(words.items(), key=lambda one: fold(one[1].in_())))


ACTIONS = Words(lambda: _by_label({**{known.name: known.label for known in all_actions()}, **all_deeds()}))
TABLES = Words(lambda: _by_label({name: table.label for name, table in all_described().items()}))
_ACTOR, _ACTION, _DONE = Text("Qui", "Who"), Text("Action", "Action"), Text("Fait", "Done")
_TABLE = Text("Genre", "Kind")


def _values() -> dict[str, Any]:
    return {"zone": str(clock.zone()), "platform": list(PLATFORM)}


def _told(rows: list[dict[str, Any]], language: str) -> None:
    """Add to rows of the trail what each record is called, and its fields before and after, in words."""
    changes = [RowChange(r["table"], r["row"], r["op"], _read(r["before"]), _read(r["after"])) for r in rows]
    for row, said in zip(rows, rows_in_words(changes, language), strict=True):
        row["number"] = str(said["number"] or "")
        row["label"] = f"{said['label']} {_called(row['table'], row['number'], language)}".strip()
        row["fields"] = json.dumps(said["fields"], ensure_ascii=False)
        row["changes"] = " · ".join(_in_a_line(one) for one in said["fields"])


def _called(table: str, number: str, language: str) -> str:
    """Return a record's number, in words where its table writes it so (a switch is known by what it does)."""
    known = described(table)
    column = known.columns.get(known.number or "")
    return column.write(number, language) if number and column and column.write else number


def _read(text: str | None) -> dict[str, Any] | None:
    return None if text is None else json.loads(text)


def _in_a_line(one: Mapping[str, Any]) -> str:
    values = [value for value in (one["before"], one["after"]) if value is not None]
    return f"{one['label']} : {' → '.join(values)}"


def record(subject: str) -> str:
    """Return a record as `table:key`, from that or from its human number (`customer:C-4217`); unknown: no key."""
    return ":".join(_record(subject))


DONE_WORDS = {op: Text(*said) for op, said in DONE.items()}

#: The trail as a list: each change in words, as stored where one asks for it.
AUDIT = Listing(
    name="audit",
    label=Text("Piste d’audit", "Audit trail"),
    permission="kernel.audit",
    source="""
        SELECT a.id, a.id AS entry, a.at, a.actor, a.action, a."table", a.row, a.op, a.before::text AS before,
               a.after::text AS after, coalesce(u.reason, '') AS reason, a.actor <> ALL (%(platform)s) AS by_people,
               fold(concat_ws(' ', a.before::text, a.after::text, u.reason, a.actor)) AS search_key
        FROM kernel_audit a LEFT JOIN kernel_actionrun u ON u.id = a.run""",
    values=_values,
    columns=[
        Column("action", _ACTION, kind="choice", options=ACTIONS),
        Column("op", _DONE, kind="choice", options=DONE_WORDS, off=True),
        Column("label", Text("Dossier", "Record")),
        Column("changes", Text("Changements", "Changes")),
        Column("actor", _ACTOR, options=PLATFORM),
        Column("at", Text("Quand", "When"), kind="instant", sort="id"),
        Column("reason", Text("Raison", "Reason"), off=True),
        Column("number", Text("Numéro", "Number"), kind="id", off=True),
        Column("table", _TABLE, kind="choice", options=TABLES, off=True),
        Column("entry", Text("N° dans la piste", "Number in the trail"), kind="number", off=True),
        Column("row", Text("Clé", "Key"), kind="id", off=True),
        Column("before", Text("Avant", "Before"), nullable=True, off=True),
        Column("after", Text("Après", "After"), nullable=True, off=True),
        Column("fields", Text("Champs", "Fields"), kind="data", off=True),
    ],
    filters=[
        Filter("actor", _ACTOR, kind="text", where="position(fold(%(value)s) IN fold(r.actor)) > 0"),
        Filter("action", _ACTION, options=ACTIONS),
        Filter(
            "subject",
            Text("Dossier (customer:C-4217)", "Record (customer:C-4217)"),
            kind="text",
            read_as=record,
            where="(r.\"table\" = split_part(%(value)s, ':', 1) AND r.row = split_part(%(value)s, ':', 2))",
        ),
        Filter("table", _TABLE, options=TABLES),
        Filter("op", _DONE, options=DONE_WORDS, implies={"D": "r.op = 'D'"}),
        Filter("by_people", Text("Par des personnes", "By people"), kind="flag"),
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
    views=[
        View("all", Text("Tous", "All")),
        View("people", Text("Par des personnes", "By people"), {"by_people": "true"}),
        View("removed", Text("Suppressions", "Removals"), {"op": "D"}),
    ],
    search="search_key",
    default_sort="-at",
    long=True,
    telling=_told,
)


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
