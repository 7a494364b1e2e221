"""Writing what should be into what is: new rows inserted, changed ones updated, what staff touched kept and reported.

A phase makes a temporary table `want` whose columns are named as the target's, with `legacy_id` (and `mark`, a hash of
the clear text of its secrets, where it has some). Beside each row written stands its print: the MD5 of what we wrote,
and a short hash of each column. A later import updates a row only if the source's print changed, and only if our row
still has the old one; else our row stays whole, and each column whose news it does not take is listed as a conflict.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.fields import NOT_PROVIDED
from psycopg import sql

from gigafibre.kernel.describe import described
from gigafibre.legacy.importing import merging
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.marks import mark_of_sealed, told

LEGACY_ID = "legacy_id"


@dataclass(frozen=True)
class Part:
    """What belongs to a row but stands elsewhere: a column of `want`, and the SQL that says the same of our row `t`.

    It is compared with the row's columns, and written by the phase itself, for the rows that `merge` names.
    """

    name: str
    here: str


@dataclass(frozen=True)
class Kind:
    """How rows of one kind are merged."""

    #: Encrypted columns (never the same twice): written, but compared by the `mark` column of `want`.
    secrets: Sequence[str] = ()
    #: Documents: a changed one is counted, not written (its phase lists it).
    fixed: bool = False
    #: Columns that are ours once the row stands: written with a new row only.
    once: Sequence[str] = ()
    #: Columns and the flag of `want` by which the source says nothing of them: what stands is kept, and is no news.
    supposed: Mapping[str, str] | None = None
    parts: Sequence[Part] = ()
    #: The source keeps such rows for a while only: what is gone from it is no news.
    passing: bool = False
    #: SQL over our row `t`: it is ours, whatever its columns say.
    ours: str = "false"
    #: Unique columns of rows that give their value up to another of the same import, and what stands there meanwhile.
    aside: Mapping[str, str] | None = None
    #: The rows are made otherwise; only what changes is written here, under a name of its own.
    made_as: str = ""
    #: SQL over our id `c.legacy_id` where it isn't the source's: of which table the row is told, and its id there.
    table: str = ""
    row: str = "c.legacy_id"
    #: Likewise: that row stands by another of ours, so that this one removed doesn't remove it.
    beside: str = "false"


PLAIN = Kind()


def merge(
    ctx: Ctx, target: str, want: str, columns: Sequence[str], source: str, kind: Kind = PLAIN
) -> tuple[list[int], list[int]]:
    """Merge `want` into `target` by legacy id; conflicts are listed under the legacy table `source`.

    Returns the legacy ids of new and of updated rows when the kind has parts, else nothing.
    """
    names = _names(ctx, target, want, columns, source, kind)
    updated: list[int] = []
    if ctx.one("SELECT EXISTS (SELECT FROM legacy_legacyrow WHERE target = %s)", [kind.made_as or target]):
        for column, flag in (kind.supposed or {}).items():
            _run(ctx, merging.SUPPOSED, {**names, "column": sql.Identifier(column), "flag": sql.Identifier(flag)})
        updated = _changed(ctx, target, columns, kind, names)
        if not (kind.fixed or kind.passing) and kind.made_as in ("", target):
            _run(ctx, merging.GONE, names)
            _run(ctx, merging.DELETED_HERE, names)
    new: list[int] = []
    if kind.parts:
        _run(ctx, merging.NEW, names)
        new = [key for (key,) in ctx.cursor.fetchall()]
    if not kind.made_as:
        ctx.count("new", _run(ctx, merging.INSERT, names))
    _run(ctx, merging.REMEMBER, names)
    return new, updated


def touched(ctx: Ctx, target: str, columns: Sequence[str]) -> None:
    """Name in `touched_rows` the legacy ids of rows that staff changed since they were written."""
    ctx.cursor.execute("DROP TABLE IF EXISTS touched_rows")
    print_t = _print([sql.SQL("t.{}").format(sql.Identifier(c)) for c in columns])
    names = {"target": sql.Identifier(target), "name": sql.Literal(target), "print_t": print_t}
    _run(ctx, merging.CHANGED_HERE, names)


def defaults_of(table: str, named: set[str], now: datetime) -> dict[str, Any]:
    """Return what Django would write in a table's required columns that nobody names (the database has no defaults)."""
    found: dict[str, Any] = {}
    for field in _model(table)._meta.concrete_fields:
        absent = field.column not in named and not field.primary_key and not field.null
        if absent and not field.generated and field.db_default is NOT_PROVIDED:
            value = now if isinstance(field, models.DateTimeField) else field.get_default()
            found[str(field.column)] = json.dumps(value) if isinstance(value, dict | list) else value
    return found


def _changed(ctx: Ctx, target: str, columns: Sequence[str], kind: Kind, names: dict[str, Any]) -> list[int]:
    """Take what changed in the source into the rows that nobody touched here; list what the others do not take."""
    _run(ctx, merging.CHANGED, names)
    count = int(ctx.one("SELECT count(*) FROM changed_rows"))
    updated: list[int] = []
    if count and kind.fixed:
        ctx.count("documents_changed", count)
    elif count:
        _run(ctx, merging.TOUCHED, names)
        if kind.secrets:
            _secrets_touched(ctx, kind, names)
        _run(ctx, merging.STAYS_DELETED, names)
        _run(ctx, merging.NEWS, {**names, "fields": _fields(target, columns, kind)})
        _run(ctx, merging.LIST, names)
        _run(ctx, merging.CONFLICTS, names)
        _run(ctx, "DROP TABLE news_kept", names)
        ctx.count("kept", int(ctx.one("SELECT count(*) FROM changed_rows WHERE conflict")))
        for column, meanwhile in (kind.aside or {}).items():
            free = {"column": sql.Identifier(column), "meanwhile": sql.SQL(meanwhile)}
            _run(ctx, merging.ASIDE, {**names, **free})
        ctx.count("changed", _run(ctx, merging.UPDATE, names))
        if kind.parts:
            ctx.cursor.execute("SELECT legacy_id FROM changed_rows WHERE NOT touched ORDER BY 1")
            updated = [key for (key,) in ctx.cursor.fetchall()]
        _run(ctx, merging.REPRINT, names)
    _run(ctx, "DROP TABLE changed_rows", names)
    return updated


def _secrets_touched(ctx: Ctx, kind: Kind, names: dict[str, Any]) -> None:
    """Mark rows whose secrets were set here since: what they hide is neither what was brought nor what comes now."""
    _run(ctx, merging.SEALED, names)
    for key, before, now, *sealed in ctx.cursor.fetchall():
        here = mark_of_sealed(*sealed)
        if here == told(now, len(sealed)):
            continue
        mine = here != told(before, len(sealed))
        ctx.cursor.execute(
            "UPDATE changed_rows SET secrets_differ = true, touched = touched OR %s WHERE legacy_id = %s", [mine, key]
        )


def _names(
    ctx: Ctx, target: str, want: str, columns: Sequence[str], source: str, kind: Kind
) -> dict[str, sql.Composable]:
    others = defaults_of(target, {LEGACY_ID, *columns, *kind.secrets, *kind.once}, ctx.now)
    written = [LEGACY_ID, *columns, *kind.once, *kind.secrets]
    wanted, here = _wanted(columns, kind), _here(columns, kind)
    number = described(target).number
    sets = [sql.SQL("{0} = w.{0}").format(sql.Identifier(c)) for c in columns]
    sets += [
        sql.SQL("{0} = CASE WHEN c.other_secrets THEN w.{0} ELSE t.{0} END").format(sql.Identifier(c))
        for c in kind.secrets
    ]
    return {
        "run": sql.Literal(ctx.run),
        "target": sql.Identifier(target),
        "name": sql.Literal(kind.made_as or target),
        "source": sql.SQL(kind.table) if kind.table else sql.Literal(source),
        "row": sql.SQL(kind.row),
        "beside": sql.SQL(kind.beside),
        "ours_in": sql.Literal(target),
        "want": sql.Identifier(want),
        "columns": sql.SQL(", ").join(map(sql.Identifier, [*written, *others])),
        "values": sql.SQL(", ").join(
            [*(sql.SQL("w.{}").format(sql.Identifier(c)) for c in written), *map(sql.Literal, others.values())]
        ),
        "print_w": _print(wanted),
        "print_t": _print(here),
        "parts": sql.SQL("NULL::integer[]")
        if kind.fixed
        else sql.SQL("ARRAY[{}]").format(sql.SQL(", ").join(map(_part, wanted))),
        "mark": sql.SQL("w.mark") if kind.secrets else sql.SQL("NULL::uuid"),
        "sets": sql.SQL(", ").join(sets),
        "ours": sql.SQL(kind.ours),
        "supposed": sql.SQL(" OR ").join(
            [
                sql.SQL("false"),
                *(sql.SQL("w.{}").format(sql.Identifier(flag)) for flag in (kind.supposed or {}).values()),
            ]
        ),
        "number": sql.SQL("t.{}").format(sql.Identifier(number)) if number else sql.SQL("''"),
        "secrets": sql.SQL(", ").join(sql.SQL("t.{}").format(sql.Identifier(c)) for c in kind.secrets),
    }


def _wanted(columns: Sequence[str], kind: Kind) -> list[sql.Composable]:
    return [sql.SQL("w.{}").format(sql.Identifier(c)) for c in (*columns, *(part.name for part in kind.parts))]


def _here(columns: Sequence[str], kind: Kind) -> list[sql.Composable]:
    return [
        *(sql.SQL("t.{}").format(sql.Identifier(c)) for c in columns),
        *(sql.SQL("({})").format(sql.SQL(part.here)) for part in kind.parts),
    ]


def _fields(target: str, columns: Sequence[str], kind: Kind) -> sql.Composed:
    """Return one row a column: its place, name, our value and theirs for people, whether they differ, theirs hashed."""
    rows = []
    fields = (*columns, *(part.name for part in kind.parts))
    for place, (name, wanted, here) in enumerate(
        zip(fields, _wanted(columns, kind), _here(columns, kind), strict=True), start=1
    ):
        rows.append(
            sql.SQL("({}, {}, {}, {}, ({})::text IS DISTINCT FROM ({})::text, {})").format(
                sql.Literal(place),
                sql.Literal(f"{target}.{name}"),
                _shown(target, name, here),
                _shown(target, name, wanted),
                here,
                wanted,
                _part(wanted),
            )
        )
    if kind.secrets:
        hidden = sql.SQL("(0, {}, '••••', '••••', c.secrets_differ, 0)")
        rows.append(hidden.format(sql.Literal(f"{target}.{kind.secrets[-1]}")))
    return sql.SQL(", ").join(rows)


def _shown(target: str, column: str, value: sql.Composable) -> sql.Composable:
    """Return the text of a value for people: of a reference, the number people quote."""
    found = next((field for field in _model(target)._meta.concrete_fields if field.column == column), None)
    other = found.related_model if isinstance(found, models.ForeignKey) else None
    if isinstance(other, type) and (number := described(other._meta.db_table).number):
        return sql.SQL("coalesce((SELECT x.{}::text FROM {} x WHERE x.id = {}), '')").format(
            sql.Identifier(number), sql.Identifier(other._meta.db_table), value
        )
    return sql.SQL("left(coalesce(({})::text, ''), 1000)").format(value)


def _part(value: sql.Composable) -> sql.Composed:
    return sql.SQL("coalesce(('x' || left(md5(({})::text), 8))::bit(32)::integer, 0)").format(value)


def _print(values: Sequence[sql.Composable]) -> sql.Composed:
    return sql.SQL("md5(ROW({})::text)::uuid").format(sql.SQL(", ").join(values))


def _model(table: str) -> type[models.Model]:
    return next(model for model in apps.get_models() if model._meta.db_table == table)


def _run(ctx: Ctx, statement: str, names: Mapping[str, Any]) -> int:
    ctx.cursor.execute(sql.SQL(statement).format(**names))
    return int(ctx.cursor.rowcount)
