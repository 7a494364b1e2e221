"""Writing what should be into what is: new rows inserted, changed ones updated, what staff touched kept and reported.

A phase makes a temporary table `want` whose columns are named as the target's, with `legacy_id` (and `mark`, a hash of
the clear text of its secrets, where it has some). Beside each row written stands its print: the MD5 of what we wrote.
A later import updates a row only if the source's print changed, and only if our row still has the old one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.fields import NOT_PROVIDED
from psycopg import sql

from gigafibre.legacy.importing.context import Ctx


def merge(
    ctx: Ctx,
    target: str,
    want: str,
    columns: Sequence[str],
    *,
    secrets: Sequence[str] = (),
    fixed: bool = False,
    key: str = "legacy_id",
) -> None:
    """Merge `want` into `target` by legacy id. `fixed` rows are documents: a changed one is counted, not written (its
    phase lists it).

    `secrets` are encrypted columns (never the same twice): written, but compared by the `mark` column of `want`.
    """
    others = defaults_of(target, {key, *columns, *secrets}, ctx.now)
    mark = sql.SQL("w.mark") if secrets else sql.SQL("NULL::uuid")
    names = {
        "target": sql.Identifier(target),
        "name": sql.Literal(target),
        "want": sql.Identifier(want),
        "key": sql.Identifier(key),
        "columns": sql.SQL(", ").join(map(sql.Identifier, [key, *columns, *secrets, *others])),
        "values": sql.SQL(", ").join(
            [
                *(sql.SQL("w.{}").format(sql.Identifier(c)) for c in [key, *columns, *secrets]),
                *map(sql.Literal, others.values()),
            ]
        ),
        "print_w": _print("w", columns),
        "print_t": _print("t", columns),
        "mark": mark,
        "sets": sql.SQL(", ").join(sql.SQL("{0} = w.{0}").format(sql.Identifier(c)) for c in [*columns, *secrets]),
    }
    new = _run(ctx, INSERT, names)
    ctx.count("new", new)
    if new:
        _run(ctx, REMEMBER, names)
    if ctx.one("SELECT count(*) FROM legacy_legacyrow WHERE target = %s", [target]) == new:
        return
    _run(ctx, CHANGED, names)
    if not ctx.one("SELECT count(*) FROM changed_rows"):
        _run(ctx, "DROP TABLE changed_rows", names)
        return
    if fixed:
        ctx.count("documents_changed", int(ctx.one("SELECT count(*) FROM changed_rows")))
    else:
        _run(ctx, TOUCHED, names)
        ctx.count("kept_for_staff", _run(ctx, REPORT_TOUCHED, names))
        ctx.count("changed", _run(ctx, UPDATE, names))
        _run(ctx, REPRINT, names)
    _run(ctx, "DROP TABLE changed_rows", names)


def touched(ctx: Ctx, target: str, columns: Sequence[str]) -> None:
    """Name in `touched_rows` the legacy ids of rows that staff changed since they were written."""
    ctx.cursor.execute("DROP TABLE IF EXISTS touched_rows")
    names = {"target": sql.Identifier(target), "name": sql.Literal(target), "print_t": _print("t", columns)}
    _run(ctx, CHANGED_HERE, names)


def defaults_of(table: str, named: set[str], now: datetime) -> dict[str, Any]:
    """Return what Django would write in a table's required columns that nobody names (the database has no defaults)."""
    model = next(m for m in apps.get_models() if m._meta.db_table == table)
    found: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        absent = field.column not in named and not field.primary_key and not field.null
        if absent and not field.generated and field.db_default is NOT_PROVIDED:
            value = now if isinstance(field, models.DateTimeField) else field.get_default()
            found[str(field.column)] = json.dumps(value) if isinstance(value, dict | list) else value
    return found


INSERT = """
INSERT INTO {target} ({columns}) SELECT {values} FROM {want} w
WHERE NOT EXISTS (SELECT 1 FROM legacy_legacyrow m WHERE m.target = {name} AND m.legacy_id = w.{key}) ORDER BY w.{key}
"""
REMEMBER = """
INSERT INTO legacy_legacyrow (target, legacy_id, print, mark)
SELECT {name}, w.{key}, {print_w}, {mark} FROM {want} w ON CONFLICT (target, legacy_id) DO NOTHING
"""
CHANGED = """
CREATE TEMP TABLE changed_rows AS
SELECT w.{key} AS legacy_id, m.print AS old_print, {print_w} AS new_print, {mark} AS mark, false AS touched
FROM {want} w JOIN legacy_legacyrow m ON m.target = {name} AND m.legacy_id = w.{key}
WHERE m.print <> {print_w} OR m.mark IS DISTINCT FROM {mark}
"""
CHANGED_HERE = """
CREATE TEMP TABLE touched_rows ON COMMIT DROP AS
SELECT t.legacy_id FROM {target} t JOIN legacy_legacyrow m ON m.target = {name} AND m.legacy_id = t.legacy_id
WHERE m.print <> {print_t}
"""
TOUCHED = """
UPDATE changed_rows c SET touched = true FROM {target} t WHERE t.{key} = c.legacy_id AND {print_t} <> c.old_print
"""
UPDATE = """
UPDATE {target} t SET {sets} FROM {want} w JOIN changed_rows c ON c.legacy_id = w.{key}
WHERE t.{key} = w.{key} AND NOT c.touched
"""
REPRINT = """
UPDATE legacy_legacyrow m SET print = c.new_print, mark = c.mark FROM changed_rows c
WHERE m.target = {name} AND m.legacy_id = c.legacy_id AND NOT c.touched
"""
REPORT_TOUCHED = """
INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail)
SELECT {run}, 'kept_for_staff', {name}, c.legacy_id, '' FROM changed_rows c WHERE c.touched
"""


def _print(alias: str, columns: Sequence[str]) -> sql.Composed:
    listed = sql.SQL(", ").join(sql.SQL("{}.{}").format(sql.Identifier(alias), sql.Identifier(c)) for c in columns)
    return sql.SQL("md5(ROW({})::text)::uuid").format(listed)


def _run(ctx: Ctx, statement: str, names: dict[str, Any]) -> int:
    ctx.cursor.execute(sql.SQL(statement).format(run=sql.Literal(ctx.run), **names))
    return int(ctx.cursor.rowcount)
