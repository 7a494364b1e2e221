"""Reading the audit trail in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from psycopg import sql

from gigafibre.kernel.collected import RowChange
from gigafibre.kernel.describe import Table, all_described
from gigafibre.kernel.models import ActionRun, AuditEntry
from gigafibre.kernel.preview_words import row_in_words
from gigafibre.kernel.registry import all_actions


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


def trail(
    *, subject: str = "", actor: str = "", action: str = "", before: int | None = None, limit: int = 50, language: str
) -> list[Entry]:
    """Return changes, newest first, older than `before` (an id).

    `subject` names one record by its human number (`customer:C-4217`) or by table and key (`identity_user:12`).
    """
    found = AuditEntry.objects.order_by("-id")
    if subject:
        table, row = _record(subject)
        found = found.filter(table=table, row=row)
    if actor:
        found = found.filter(actor=actor)
    if action:
        found = found.filter(action=action)
    if before is not None:
        found = found.filter(pk__lt=before)
    entries = list(found[:limit])
    reasons = dict(
        ActionRun.objects.filter(pk__in={e.run for e in entries if e.run}).values_list("id", "reason").order_by()
    )
    labels = {known.name: known.label.in_(language) for known in all_actions()}
    return [
        Entry(
            id=e.pk,
            at=e.at,
            actor=e.actor,
            action=e.action,
            action_label=labels.get(e.action, e.action),
            reason=reasons.get(e.run, "") if e.run else "",
            change=row_in_words(RowChange(e.table, e.row, e.op, e.before, e.after), language),
        )
        for e in entries
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
