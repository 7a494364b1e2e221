"""What people wrote, apart from the files embedded in it (`<img src="data:image/png;base64,…">`).

It is cleaned in the prose alone: an image says nothing, and is most of a message's bytes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from psycopg import sql

from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.repair import Holds, cleaned, looked_for, looks_broken
from gigafibre.legacy.importing.stage import FOUND, what_holds
from gigafibre.legacy.schema import Column
from gigafibre.legacy.staged import SCHEMA

#: Before an embedded file; it goes on to the quote, bracket or space that ends its address.
MARK = ";base64,"
#: Rows whose text is mended at once: they hold images, so not too many stand in memory together.
AT_ONCE = 100
_FILE = re.compile(r";base64,[^\"'<>) ]*")
#: The same in PostgreSQL, for a first look: `strpos` is cheap on what is large, a regular expression is not.
_PROSE = """CASE WHEN strpos({0}, ';base64,') = 0 THEN {0} ELSE (
  SELECT string_agg(CASE WHEN place = 1 THEN part ELSE substr(part, coalesce(least(nullif(strpos(part, '"'), 0),
    nullif(strpos(part, ''''), 0), nullif(strpos(part, '>'), 0)), 1)) END, ' ' ORDER BY place)
  FROM unnest(string_to_array({0}, ';base64,')) WITH ORDINALITY AS cut (part, place)) END"""


def clean(ctx: Ctx, name: str, columns: Sequence[Column]) -> None:
    """Mend the texts of a table row by row; only the prose of suspicious rows travels to Python, with its row."""
    texts = {column.name: holds for column in columns if (holds := what_holds(name, column))}
    if not texts:
        return
    where = sql.Identifier(SCHEMA, name)
    # Each prose is made once, and looked through once.
    shown, suspect = [], []
    for place, (column, holds) in enumerate(texts.items()):
        known = sql.Identifier(f"prose_{place}")
        shown.append(sql.SQL("{} AS {}").format(prose_of(column), known))
        suspect.append(sql.SQL("{} ~ {}").format(known, sql.Literal(looked_for(holds))))
    found = sql.SQL("SELECT id FROM (SELECT id, {} FROM {} OFFSET 0) x WHERE {} ORDER BY id").format(
        sql.SQL(", ").join(shown), where, sql.SQL(" OR ").join(suspect)
    )
    ctx.cursor.execute(found)
    keys = [key for (key,) in ctx.cursor.fetchall()]
    names = sql.SQL(", ").join(map(sql.Identifier, texts))
    for start in range(0, len(keys), AT_ONCE):
        ctx.cursor.execute(
            sql.SQL("SELECT id, {} FROM {} WHERE id = ANY(%s)").format(names, where), [keys[start : start + AT_ONCE]]
        )
        _rewrite(ctx, name, texts, ctx.cursor.fetchall())


def _rewrite(ctx: Ctx, name: str, texts: dict[str, Holds], rows: list[tuple[Any, ...]]) -> None:
    better: dict[str, list[tuple[int, str]]] = {}
    listed: dict[str, list[tuple[int, str]]] = {code: [] for code in FOUND}
    for key, *values in rows:
        for (column, holds), old in zip(texts.items(), values, strict=True):
            if not old:
                continue
            prose, files = parted(old)
            prose, done = cleaned(prose, holds)
            new = joined(prose, files)
            for code in done:
                listed[code].append((key, column))
            if looks_broken(prose):
                listed["text_lost"].append((key, column))
            if new != old:
                better.setdefault(column, []).append((key, new))
    for column, pairs in better.items():
        ctx.cursor.execute(
            sql.SQL(
                "UPDATE {} s SET {} = b.new FROM unnest(%s::bigint[], %s::text[]) AS b (id, new) WHERE s.id = b.id"
            ).format(sql.Identifier(SCHEMA, name), sql.Identifier(column)),
            [[key for key, _ in pairs], [new for _, new in pairs]],
        )
    for code, found in listed.items():
        if found:
            ctx.list_rows(code, name, found)
            ctx.count(code, len(found))


def prose_of(column: str) -> sql.Composed:
    """Return the SQL of a column's prose."""
    return sql.SQL(_PROSE).format(sql.Identifier(column))


def parted(text: str) -> tuple[str, list[str]]:
    """Return a text's prose, in which each embedded file is but its mark, and the files."""
    files = _FILE.findall(text)
    return (_FILE.sub(MARK, text), files) if files else (text, files)


def joined(prose: str, files: list[str]) -> str:
    """Put embedded files back where their marks stand."""
    if not files:
        return prose
    parts = prose.split(MARK)
    return parts[0] + "".join(file + part for file, part in zip(files, parts[1:], strict=True))
