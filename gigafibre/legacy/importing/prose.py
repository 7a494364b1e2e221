"""What people wrote, apart from the files embedded in it (`<img src="data:image/png;base64,…">`).

Accents and card numbers are looked for in the prose alone: an image says nothing, and is most of a message's bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from psycopg import sql

from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.repair import SUSPICIOUS_SQL, looks_broken, masked_cards, mended
from gigafibre.legacy.importing.stage import CARD_SQL, FOUND, FREE_TEXT
from gigafibre.legacy.importing.staged import SCHEMA
from gigafibre.legacy.schema import Column, Family

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
    texts = [column.name for column in columns if column.family is Family.TEXT]
    free = [column for column in FREE_TEXT.get(name, ()) if column in texts]
    if not texts:
        return
    where = sql.Identifier(SCHEMA, name)
    # Each prose is made once, and looked through once.
    shown, suspect = [], []
    for place, column in enumerate(texts):
        known = sql.Identifier(f"prose_{place}")
        looked_for = f"{SUSPICIOUS_SQL}|{CARD_SQL}" if column in free else SUSPICIOUS_SQL
        shown.append(sql.SQL("{} AS {}").format(prose_of(column), known))
        suspect.append(sql.SQL("{} ~ {}").format(known, sql.Literal(looked_for)))
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
        _rewrite(ctx, name, texts, free, ctx.cursor.fetchall())


def _rewrite(ctx: Ctx, name: str, texts: list[str], free: list[str], rows: list[tuple[Any, ...]]) -> None:
    better: dict[str, list[tuple[int, str]]] = {}
    listed: dict[str, list[tuple[int, str]]] = {code: [] for code in FOUND}
    for key, *values in rows:
        for column, old in zip(texts, values, strict=True):
            if not old:
                continue
            new, done = cleaned(old, cards=column in free)
            for code in done:
                listed[code].append((key, column))
            if looks_broken(parted(new)[0]):
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


def cleaned(text: str, *, cards: bool) -> tuple[str, set[str]]:
    """Return a text as it was meant, card numbers masked if asked, and what was done (`text_mended`, `card_masked`)."""
    done = set()
    prose, files = parted(text)
    if (better := mended(prose)) != prose:
        prose = better
        done.add("text_mended")
    if cards and (better := _masked(prose)) != prose:
        prose = better
        done.add("card_masked")
    return joined(prose, files), done


def _masked(prose: str) -> str:
    """Mask card numbers; what was JSON stays JSON, where a bare number becomes a string."""
    masked = masked_cards(prose)
    if masked == prose or not prose.lstrip().startswith(("{", "[")):
        return masked
    try:
        value = json.loads(prose)
    except ValueError:
        return masked
    return json.dumps(_masked_values(value), ensure_ascii=False)


def _masked_values(value: Any) -> Any:
    if isinstance(value, dict):
        return {masked_cards(key): _masked_values(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_masked_values(one) for one in value]
    if isinstance(value, str):
        return masked_cards(value)
    if isinstance(value, int) and not isinstance(value, bool) and (masked := masked_cards(str(value))) != str(value):
        return masked
    return value
