"""Staging: each legacy table as it is, by COPY, in a schema of its own; then its text is mended."""

from __future__ import annotations

import hashlib
import inspect
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.db import DataError, IntegrityError
from psycopg import errors, sql

from gigafibre.kernel import card_numbers
from gigafibre.legacy import staged
from gigafibre.legacy.importing import repair
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.repair import Holds, cleaned, looked_for, looks_broken
from gigafibre.legacy.importing.since import FRESH, take_in
from gigafibre.legacy.schema import Column, Family, table
from gigafibre.legacy.source import Picked, SourceError
from gigafibre.legacy.staged import SCHEMA

_TYPES = {Family.INTEGER: "bigint", Family.DECIMAL: "numeric", Family.DOUBLE: "double precision", Family.TEXT: "text"}
#: Identifiers, flags and lists of numbers, by table; `*` is every table. Nobody wrote a card number there.
NAMES = {
    "*": {"mac", "sku", "sn", "state", "username", "zip"},
    "account": {"customer_id", "language_id", "ppa_code"},
    "account_profile": {"initial_transaction"},
    "bon_travail": {"heure_arrive_t1", "heure_depart_t1", "heure_arrive_t2", "heure_depart_t2"},
    "compta_comptes": {"category"},
    "device": {"category", "manage"},
    "fibre": {"info_connect", "placemarks_id"},
    "ip_history": {"ip"},
    "pbx": {"country_whitelist", "int_code", "language", "phone", "user_context"},
    "phone_addr": {"class_service", "code_cauca", "enhanced_capable", "phone"},
    "phone_provisioning": {"app", "phone"},
    "service": {"radius_user"},
    "staff": {"dept_list", "ext", "rights"},
    "ticket": {"due_time", "participant", "status"},
    "ticket_msg": {"unread_csv"},
}
#: What is neither words nor names.
_SERIALIZED = {"materiel": Holds.SERIALIZED, "mensuel": Holds.SERIALIZED}
OTHERS: dict[str, dict[str, Holds]] = {
    "soumission": _SERIALIZED,
    "soumission_template": _SERIALIZED,
    "ticket": {"wizard": Holds.JSON, "wizard_fibre": Holds.JSON},
    "ticket_msg": {"msg": Holds.MARKUP},
}
#: Never staged: a phase that seals some reads them of the source itself (`read_secrets`).
SECRETS = {
    "account": {"password", "ppa_account", "ppa_branch", "stripe_id"},
    "account_profile": {"card_id", "profile_id", "token"},
    "device": {"pass", "user"},
    "service": {"radius_pwd"},
    "staff": {"password"},
}
Clean = Callable[[Ctx, str, Sequence[Column]], None]
#: What reading a table finds.
FOUND = ("text_mended", "text_lost", "card_masked")
FORGET = """
DELETE FROM legacy_importfinding WHERE run_id = %(run)s AND code = ANY(%(codes)s) AND "table" = %(table)s
"""
FIND_AGAIN = """
INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail, amount)
SELECT %(run)s, code, "table", legacy_id, detail, amount FROM legacy_importfinding
WHERE run_id = %(earlier)s AND code = ANY(%(codes)s) AND "table" = %(table)s ORDER BY id
"""
HOW_MANY = """
SELECT code, count(*) FROM legacy_importfinding
WHERE run_id = %(run)s AND code = ANY(%(codes)s) AND "table" = %(table)s GROUP BY code
"""
# Texts as they were, as they are meant, and what was done with them.
REWRITE = """
WITH done AS (UPDATE {where} s SET {column} = b.new FROM better b WHERE s.{column} = b.old RETURNING s.id, b.done),
     told AS (
       INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail)
       SELECT {run}, code, {table}, id, {name} FROM done CROSS JOIN unnest(done) AS x (code) RETURNING code)
SELECT code, count(*) FROM told GROUP BY code
"""
# Of rows that a reading of a part left as they were.
FIND_KEPT_AGAIN = """
INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail, amount)
SELECT %(run)s, code, "table", legacy_id, detail, amount FROM legacy_importfinding
WHERE run_id = %(earlier)s AND code = ANY(%(codes)s) AND "table" = %(table)s
  AND legacy_id IN (SELECT id FROM legacy_stage.{table}) AND legacy_id NOT IN (SELECT id FROM fresh_rows) ORDER BY id
"""
# By a run that was taken up: of rows that it had read before.
FOUND_TWICE = """
DELETE FROM legacy_importfinding a USING legacy_importfinding b
WHERE a.run_id = %(run)s AND a."table" = %(table)s AND a.code = ANY(%(codes)s) AND b.run_id = a.run_id
  AND b."table" = a."table" AND b.code = a.code AND b.legacy_id = a.legacy_id AND b.detail = a.detail AND b.id < a.id
"""


def stage(ctx: Ctx, name: str, left: Sequence[str] = (), clean: Clean | None = None) -> None:
    """Read one table, but for the columns `left`, into `legacy_stage.NAME`, and `clean` its texts.

    SourceError when the source lacks the table or a column.
    """
    clean = clean or _clean
    columns = [column for column in table(name).columns if column.name not in left]
    there = {column.name: column for column in ctx.source.columns(name)}
    for column in columns:
        if column.name not in there:
            raise SourceError(f"Table {name} of {ctx.source.name} has no column {column.name}.")
        if there[column.name].family is not column.family and column.family is not Family.TEXT:
            raise SourceError(
                f"Column {name}.{column.name} of {ctx.source.name} is {there[column.name].sql_type}; "
                f"{column.sql_type} was expected."
            )
    columns = [column for column in columns if column.name not in SECRETS.get(name, set())]
    picked = ctx.reading.picked(ctx.cursor, ctx.source, name)
    if picked is not None:
        _read_part(ctx, name, columns, picked)
        return
    mark = _mark(ctx, name, columns, clean)
    if _stands(ctx, name, mark):
        return
    where = sql.Identifier(SCHEMA, name)
    ctx.cursor.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(where))
    ctx.cursor.execute(sql.SQL("CREATE UNLOGGED TABLE {} ({})").format(where, _shape(columns)))
    _read(ctx, name, columns, where)
    ctx.cursor.execute(sql.SQL("GRANT ALL ON {} TO gigafibre_importer").format(where))
    clean(ctx, name, columns)
    ctx.cursor.execute(sql.SQL("ANALYZE {}").format(where))
    _tell(ctx, name, mark, ctx.figures["read"])


def read_secrets(ctx: Ctx, name: str, *columns: str) -> None:
    """Read secret columns, as they are, with their ids into `NAME_secret`, which is gone when the phase ends.

    SourceError when the source can't be read.
    """
    where = sql.Identifier(f"{name}_secret")
    shape = [column for column in table(name).columns if column.name in {"id", *columns}]
    ctx.cursor.execute(sql.SQL("CREATE TEMP TABLE {} ({}) ON COMMIT DROP").format(where, _shape(shape)))
    _copy(ctx, name, shape, where)
    ctx.cursor.execute(sql.SQL("ANALYZE {}").format(where))


def make_missing(cursor: Any, name: str) -> None:
    """Make an empty staged table where there is none, for queries over all of them."""
    cursor.execute(
        sql.SQL("CREATE UNLOGGED TABLE IF NOT EXISTS {} ({})").format(
            sql.Identifier(SCHEMA, name), _shape(table(name).columns)
        )
    )


def _read_part(ctx: Ctx, name: str, columns: Sequence[Column], picked: Picked) -> None:
    """Read what can have changed; the other rows, and what reading them found, stay as they are."""
    fresh, where = sql.Identifier(FRESH), sql.Identifier(SCHEMA, name)
    earlier = staged.told(ctx.cursor, name)
    ctx.cursor.execute(sql.SQL("CREATE TEMP TABLE {} ({}) ON COMMIT DROP").format(fresh, _shape(columns)))
    _read(ctx, name, columns, fresh, picked)
    _clean_rows(ctx, name, columns, fresh)
    ctx.cursor.execute(sql.SQL("SELECT id FROM {}").format(fresh))
    ctx.reading.read[name] = frozenset(key for (key,) in ctx.cursor.fetchall())
    take_in(ctx.cursor, name, picked)
    found = {"run": ctx.run, "earlier": earlier.run if earlier else 0, "table": name, "codes": list(FOUND)}
    ctx.cursor.execute(FOUND_TWICE if found["earlier"] == ctx.run else FIND_KEPT_AGAIN.format(table=name), found)
    ctx.figures |= _listed(ctx, found)
    ctx.cursor.execute(sql.SQL("DROP TABLE {}").format(fresh))
    ctx.cursor.execute(sql.SQL("ANALYZE {}").format(where))
    _tell(ctx, name, staged.IN_PART, staged.rows(ctx.cursor, name))


def _tell(ctx: Ctx, name: str, mark: str, rows: int) -> None:
    """Let the table tell what it was made of, by which run."""
    ctx.figures["staged"] = rows
    found = sum(ctx.figures.get(code, 0) for code in FOUND)
    staged.tell(ctx.cursor, name, staged.Told(mark, ctx.run, rows, found, ctx.source.name))


def _shape(columns: Sequence[Column]) -> sql.Composed:
    return sql.SQL(", ").join(
        sql.SQL("{} {}").format(sql.Identifier(c.name), sql.SQL(_TYPES[c.family])) for c in columns
    )


def _read(ctx: Ctx, name: str, columns: Sequence[Column], where: sql.Identifier, picked: Picked | None = None) -> None:
    ctx.count("read", _copy(ctx, name, columns, where, picked, ctx.tell))


def _copy(
    ctx: Ctx,
    name: str,
    columns: Sequence[Column],
    where: sql.Identifier,
    picked: Picked | None = None,
    tell: Callable[[int], None] = lambda _: None,
) -> int:
    """Copy the rows into a table, which is then keyed; returns how many. SourceError names one that can't be taken."""
    read = 0
    try:
        with ctx.cursor.copy(sql.SQL("COPY {} FROM STDIN").format(where)) as target:
            for block in ctx.source.copy_text(name, [c.name for c in columns], picked):
                target.write(block)
                read += block.count(b"\n")
                tell(read)
        copied = int(ctx.cursor.rowcount)
        ctx.cursor.execute(sql.SQL("ALTER TABLE {} ADD PRIMARY KEY (id)").format(where))
        return copied
    # COPY refuses in psycopg's own words, other statements in Django's.
    except (DataError, IntegrityError, errors.DataError, errors.IntegrityError) as error:
        raise SourceError(_refused(ctx.source.name, name, columns, error)) from error


def _refused(source: str, name: str, columns: Sequence[Column], error: Exception) -> str:
    """Say which row and column of a table can't be taken, and why; the value as it stands there."""
    cause = error if isinstance(error, errors.Error) else error.__cause__
    told = cause.diag if isinstance(cause, errors.Error) else None
    if isinstance(cause, errors.UniqueViolation | errors.NotNullViolation):
        return f"Table {name} of {source}: {(told and told.message_detail) or 'a row has no id'}"
    place = re.search(r"line (\d+)(?:, column (\w+))?(?:: \"(.*)\")?", (told and told.context) or "", re.DOTALL)
    row, column, value = place.groups() if place else ("?", None, "")
    if column is None:
        return f"Row {row} of table {name} of {source} can't be read: {(told and told.message_primary) or cause}."
    wanted = next(c.sql_type for c in columns if c.name == column)
    said = card_numbers.mask_card_numbers(value or "")[:40]
    return f"Row {row} of table {name} of {source}: column {column} holds “{said}”; {wanted} was expected."


def derive(ctx: Ctx, name: str, tables: Sequence[str], query: str) -> None:
    """Keep in `legacy_stage.NAME` what a query makes of staged tables; made anew when one of them was read anew."""
    marks = [(staged.told(ctx.cursor, one) or staged.NOTHING).mark for one in tables]
    mark = hashlib.blake2b(f"{marks} {query}".encode(), digest_size=16).hexdigest()
    was = staged.told(ctx.cursor, name) or staged.NOTHING
    # A mark tells a table's rows, but for one that was read in part.
    if was.mark == mark and staged.IN_PART not in marks and staged.rows(ctx.cursor, name) == was.rows:
        return
    where = sql.Identifier(SCHEMA, name)
    ctx.cursor.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(where))
    ctx.cursor.execute(sql.SQL("CREATE UNLOGGED TABLE {} AS {}").format(where, sql.SQL(query)))
    rows = int(ctx.cursor.rowcount)
    ctx.cursor.execute(sql.SQL("ANALYZE {}").format(where))
    staged.tell(ctx.cursor, name, staged.Told(mark, ctx.run, rows, 0, ctx.source.name))


def _mark(ctx: Ctx, name: str, columns: list[Column], clean: Clean) -> str:
    """Return what tells the table's rows, and what staging makes of them, from another time's."""
    said = f"{ctx.source.fingerprint(name)} {columns} {_how_it_is_done(clean)}"
    return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()


@cache
def _how_it_is_done(clean: Clean) -> str:
    modules = (inspect.getmodule(_mark), inspect.getmodule(clean), repair, card_numbers)
    return "".join(inspect.getsource(module) for module in modules if module)


def _stands(ctx: Ctx, name: str, mark: str) -> bool:
    """Say whether the table stands as it would be read now; then what reading it found is found again."""
    was = staged.told(ctx.cursor, name) or staged.NOTHING
    found = {"run": ctx.run, "earlier": was.run, "table": name, "codes": list(FOUND)}
    # Rows are counted: a server that crashed has emptied the table. So is what was listed.
    stands = was.mark == mark and staged.rows(ctx.cursor, name) == was.rows
    stands = stands and sum(_listed(ctx, found | {"run": was.run}).values()) == was.listed
    if not stands or was.run != ctx.run:
        ctx.cursor.execute(FORGET, found)
    if stands:
        if was.run != ctx.run:
            ctx.cursor.execute(FIND_AGAIN, found)
        ctx.figures |= _listed(ctx, found) | {"read": was.rows, "unchanged": 1}
        _tell(ctx, name, mark, was.rows)
    return stands


def _listed(ctx: Ctx, found: dict[str, Any]) -> dict[str, int]:
    ctx.cursor.execute(HOW_MANY, found)
    return dict(ctx.cursor.fetchall())


def what_holds(name: str, column: Column) -> Holds | None:
    """Return what a column of a table holds; None when it is no text."""
    if column.family is not Family.TEXT:
        return None
    if column.name in NAMES["*"] | NAMES.get(name, set()):
        return Holds.NAME
    return OTHERS.get(name, {}).get(column.name, Holds.WORDS)


def _clean(ctx: Ctx, name: str, columns: Sequence[Column]) -> None:
    _clean_rows(ctx, name, columns, sql.Identifier(SCHEMA, name))


def _clean_rows(ctx: Ctx, name: str, columns: Sequence[Column], where: sql.Identifier) -> None:
    """Clean the texts value by value; only distinct suspicious ones travel to Python."""
    for column in columns:
        if (holds := what_holds(name, column)) is None:
            continue
        known = sql.Identifier(column.name)
        ctx.cursor.execute(
            sql.SQL("SELECT DISTINCT {0} FROM {1} WHERE {0} ~ %s").format(known, where), [looked_for(holds)]
        )
        found = [(old, *cleaned(old, holds)) for (old,) in ctx.cursor.fetchall()]
        if better := [row for row in found if row[2]]:
            _replace(ctx, name, where, column.name, better)
        if lost := [new for _, new, _ in found if looks_broken(new)]:
            ctx.cursor.execute(
                sql.SQL(
                    'INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail) '
                    "SELECT {run}, 'text_lost', {name}, id, {column} FROM {where} WHERE {known} = ANY(%s)"
                ).format(
                    run=sql.Literal(ctx.run),
                    name=sql.Literal(name),
                    column=sql.Literal(column.name),
                    where=where,
                    known=known,
                ),
                [lost],
            )
            ctx.count("text_lost", int(ctx.cursor.rowcount))


def _replace(ctx: Ctx, name: str, where: sql.Identifier, column: str, better: list[tuple[str, str, list[str]]]) -> None:
    """Write better texts in place of old ones, each listed under what was done with the column's name."""
    ctx.cursor.execute("CREATE TEMP TABLE better (old text, new text, done text[]) ON COMMIT DROP")
    with ctx.cursor.copy("COPY better FROM STDIN") as target:
        for row in better:
            target.write_row(row)
    ctx.cursor.execute(
        sql.SQL(REWRITE).format(
            where=where,
            column=sql.Identifier(column),
            run=sql.Literal(ctx.run),
            table=sql.Literal(name),
            name=sql.Literal(column),
        )
    )
    for code, rows in ctx.cursor.fetchall():
        ctx.count(code, rows)
    ctx.cursor.execute("DROP TABLE better")
