"""Staging: each legacy table as it is, by COPY, in a schema of its own; then its text is mended."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from psycopg import sql

from gigafibre.legacy.importing import repair
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.repair import SUSPICIOUS_SQL, looks_broken, masked_cards, mended
from gigafibre.legacy.schema import Column, Family, table
from gigafibre.legacy.source import SourceError

SCHEMA = "legacy_stage"
_TYPES = {Family.INTEGER: "bigint", Family.DECIMAL: "numeric", Family.DOUBLE: "double precision", Family.TEXT: "text"}
#: Where people wrote freely, and so may have written a card number.
FREE_TEXT = {
    "account": ("notes_client",),
    "account_memo": ("memo",),
    "delivery": ("note",),
    "service": ("comment", "hijack_desc"),
    "invoice": ("notes", "template_message"),
    "payment": ("memo", "reference"),
    "accord_paiement": ("note", "raison_changement"),
    "account_suspension": ("note",),
    "soumission": ("text",),
    "bon_travail": ("note",),
    "compta_journal_ecriture": ("desc",),
    "phone_addr": ("info",),
    "ticket": ("subject", "wizard", "wizard_fibre"),
    "ticket_msg": ("msg",),
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
#: Sixteen characters in which a card number could hide, for a cheap first look.
CARD_SQL = "[0-9]([ -]?[0-9]){12,18}"


def stage(ctx: Ctx, name: str, left: Sequence[str] = (), clean: Clean | None = None) -> None:
    """Read one table, but for the columns `left`, into `legacy_stage.NAME`, and `clean` its texts.

    SourceError when the source lacks the table or a column.
    """
    clean = clean or _mend_and_mask
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
    mark = _mark(ctx, name, columns, clean)
    if _stands(ctx, name, mark):
        return
    where = sql.Identifier(SCHEMA, name)
    ctx.cursor.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(where))
    shape = sql.SQL(", ").join(
        sql.SQL("{} {}").format(sql.Identifier(c.name), sql.SQL(_TYPES[c.family])) for c in columns
    )
    ctx.cursor.execute(sql.SQL("CREATE UNLOGGED TABLE {} ({})").format(where, shape))
    copy = sql.SQL("COPY {} FROM STDIN").format(where)
    read = 0
    with ctx.cursor.copy(copy) as target:
        for block in ctx.source.copy_text(name, [c.name for c in columns]):
            target.write(block)
            read += block.count(b"\n")
            ctx.tell(read)
    ctx.count("read", int(ctx.cursor.rowcount))
    ctx.cursor.execute(sql.SQL("ALTER TABLE {} ADD PRIMARY KEY (id)").format(where))
    ctx.cursor.execute(sql.SQL("GRANT ALL ON {} TO gigafibre_importer").format(where))
    clean(ctx, name, columns)
    ctx.cursor.execute(sql.SQL("ANALYZE {}").format(where))
    found = sum(ctx.figures.get(code, 0) for code in FOUND)
    told = f"{mark} {ctx.run} {ctx.figures['read']} {found}"
    ctx.cursor.execute(sql.SQL("COMMENT ON TABLE {} IS {}").format(where, sql.Literal(told)))


def derive(ctx: Ctx, name: str, tables: Sequence[str], query: str) -> None:
    """Keep in `legacy_stage.NAME` what a query makes of staged tables; made anew when one of them was read anew."""
    told = [ctx.one("SELECT obj_description(to_regclass(%s), 'pg_class')", [f"{SCHEMA}.{one}"]) for one in tables]
    mark = hashlib.blake2b(f"{told} {query}".encode(), digest_size=16).hexdigest()
    where = sql.Identifier(SCHEMA, name)
    was, rows = (ctx.one("SELECT obj_description(to_regclass(%s), 'pg_class')", [f"{SCHEMA}.{name}"]) or "- 0").split(
        " "
    )
    if was == mark and ctx.one(f"SELECT count(*) FROM {SCHEMA}.{name}") == int(rows):  # noqa: S608  our own names
        return
    ctx.cursor.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(where))
    ctx.cursor.execute(sql.SQL("CREATE UNLOGGED TABLE {} AS {}").format(where, sql.SQL(query)))
    made = f"{mark} {ctx.cursor.rowcount}"
    ctx.cursor.execute(sql.SQL("ANALYZE {}").format(where))
    ctx.cursor.execute(sql.SQL("COMMENT ON TABLE {} IS {}").format(where, sql.Literal(made)))


def _mark(ctx: Ctx, name: str, columns: list[Column], clean: Clean) -> str:
    """Return what tells the table's rows, and what staging makes of them, from another time's."""
    said = f"{ctx.source.fingerprint(name)} {columns} {FREE_TEXT.get(name)} {_how_it_is_done(clean)}"
    return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()


@cache
def _how_it_is_done(clean: Clean) -> str:
    modules = (inspect.getmodule(_mark), inspect.getmodule(clean), repair)
    return "".join(inspect.getsource(module) for module in modules if module)


def _stands(ctx: Ctx, name: str, mark: str) -> bool:
    """Say whether the table stands as it would be read now; then what reading it found is found again.

    A table tells of itself (in its comment, so in one transaction with its rows) what it was made of, by which run.
    """
    told = ctx.one("SELECT obj_description(to_regclass(%s), 'pg_class')", [f"{SCHEMA}.{name}"])
    was, run, rows, listed = (told or "- 0 0 0").split(" ")
    found = {"run": ctx.run, "earlier": int(run), "table": name, "codes": list(FOUND)}
    # Rows are counted: a server that crashed has emptied the table. So is what was listed: a run that begins again has
    # forgotten it.
    stands = was == mark and ctx.one(f"SELECT count(*) FROM {SCHEMA}.{name}") == int(rows)  # noqa: S608  our own names
    stands = stands and sum(_listed(ctx, found | {"run": int(run)}).values()) == int(listed)
    if not stands or int(run) != ctx.run:
        ctx.cursor.execute(FORGET, found)
    if stands:
        if int(run) != ctx.run:
            ctx.cursor.execute(FIND_AGAIN, found)
        ctx.figures |= _listed(ctx, found) | {"read": int(rows), "unchanged": 1}
    return stands


def _listed(ctx: Ctx, found: dict[str, Any]) -> dict[str, int]:
    ctx.cursor.execute(HOW_MANY, found)
    return dict(ctx.cursor.fetchall())


def _mend_and_mask(ctx: Ctx, name: str, columns: Sequence[Column]) -> None:
    _mend(ctx, name, columns)
    _mask(ctx, name)


def _mend(ctx: Ctx, name: str, columns: Sequence[Column]) -> None:
    """Undo mojibake value by value; only distinct suspicious ones travel to Python."""
    where = sql.Identifier(SCHEMA, name)
    for column in columns:
        if column.family is not Family.TEXT:
            continue
        known = sql.Identifier(column.name)
        ctx.cursor.execute(
            sql.SQL("SELECT DISTINCT {0} FROM {1} WHERE {0} ~ %s").format(known, where), [SUSPICIOUS_SQL]
        )
        pairs = [(old, mended(old)) for (old,) in ctx.cursor.fetchall()]
        if better := [(old, new) for old, new in pairs if new != old]:
            ctx.count("text_mended", _replace(ctx, name, column.name, better, "text_mended"))
        if lost := [new for _, new in pairs if looks_broken(new)]:
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


def _mask(ctx: Ctx, name: str) -> None:
    for column in FREE_TEXT.get(name, ()):
        where, known = sql.Identifier(SCHEMA, name), sql.Identifier(column)
        ctx.cursor.execute(sql.SQL("SELECT DISTINCT {0} FROM {1} WHERE {0} ~ %s").format(known, where), [CARD_SQL])
        better = [(old, new) for (old,) in ctx.cursor.fetchall() if (new := masked_cards(old)) != old]
        if better:
            ctx.count("card_masked", _replace(ctx, name, column, better, "card_masked"))


def _replace(ctx: Ctx, name: str, column: str, better: list[tuple[str, str]], code: str) -> int:
    """Write better texts in place of old ones, each listed under the code with the column's name."""
    where, known = sql.Identifier(SCHEMA, name), sql.Identifier(column)
    ctx.cursor.execute("CREATE TEMP TABLE better (old text, new text) ON COMMIT DROP")
    with ctx.cursor.copy("COPY better FROM STDIN") as target:
        for pair in better:
            target.write_row(pair)
    ctx.cursor.execute(
        sql.SQL(
            "WITH done AS (UPDATE {where} s SET {known} = b.new FROM better b WHERE s.{known} = b.old RETURNING s.id) "
            'INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail) '
            "SELECT {run}, {code}, {name}, id, {column} FROM done"
        ).format(
            where=where,
            known=known,
            run=sql.Literal(ctx.run),
            code=sql.Literal(code),
            name=sql.Literal(name),
            column=sql.Literal(column),
        )
    )
    count = int(ctx.cursor.rowcount)
    ctx.cursor.execute("DROP TABLE better")
    return count
