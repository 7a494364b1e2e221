"""From an address to SQL and back: filters, the keyset cursor, count and totals. No text of the address enters SQL."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.core import signing
from django.db import connection
from pydantic import ValidationError

from gigafibre.kernel.errors import Detail, InvalidInput
from gigafibre.kernel.listing.declared import NAMED, WORDS, Column, Listing
from gigafibre.kernel.listing.errors import BadCursor
from gigafibre.kernel.listing.rights import refuse_hidden, shown
from gigafibre.kernel.text import Text, current_language

LIMIT, MOST = 50, 200

Values = dict[str, Any]
_PLACES = re.compile(r"%%|%s")
_KEY = re.compile(r"-?[0-9]{1,18}")
_FORMS = re.compile(r"%\((word|start|plain|beyond)\)s")
#: The character that sorts after every other.
_LAST = chr(0x10FFFF)


@dataclass(frozen=True)
class Page:
    """Some rows of a list, each one's key (for `only`), and how to go on; count and totals only with the first page."""

    items: list[dict[str, Any]]
    keys: list[str]
    next_cursor: str | None
    count: int | None = None
    count_exact: bool = True
    totals: dict[str, str] | None = None


@dataclass(frozen=True)
class Asked:
    """An address, understood: what narrows the list, in what order, from where, how many."""

    conditions: list[str]
    values: Values
    sort: str
    column: Column
    down: bool
    limit: int
    fingerprint: str
    after: tuple[Any, Any] | None = None
    few: bool = False
    language: str = "fr"
    columns: list[Column] = field(default_factory=list)
    shown: list[Column] = field(default_factory=list)


def understand(listing: Listing, raw: Mapping[str, str], fixed: Mapping[str, Any]) -> Asked:
    """Read an address; refuses unknown words, values of another kind, cursors of another list, and what isn't shown."""
    refuse_hidden(listing, raw)
    wrong: list[Detail] = []
    known = {f.name: f for f in listing.filters}
    wrong += [_unknown(name) for name in raw if name not in known and name not in WORDS]
    view_filters: dict[str, str] = {}
    sort = raw.get("sort") or ""
    if raw.get("view"):
        try:
            view = listing.view(raw["view"])
            view_filters, sort = dict(view.filters), sort or view.sort
        except LookupError:
            wrong.append(_bad("view"))
    sort = sort or listing.default_sort
    conditions: list[str] = []
    values: Values = {**listing.values(), **fixed}
    given = view_filters | {name: raw[name] for name in known if raw.get(name, "") != ""}
    for name, text in given.items():
        try:
            value = known[name].read(text)
            values[known[name].gives or f"filter_{name}"] = value
            if not known[name].gives:
                conditions += filter(None, [known[name].condition(), known[name].implied(value)])
        except (ValueError, ValidationError):
            wrong.append(_bad(name))
    words = listing.reading(raw.get("q", "")[:200]).split() if listing.search else []
    for i, word in enumerate(sorted(words[:8], key=len, reverse=True)):
        said = word.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
        forms = {"word": f"%{said}%", "start": f"{said}%", "plain": word, "beyond": f"{word}{_LAST}"}
        values |= {f"{form}_{i}": text for form, text in forms.items()}
        finding = (i and listing.sifting) or listing.finding or f'r."{listing.search}" LIKE %(word)s'
        conditions.append(_FORMS.sub(rf"%(\1_{i})s", finding))
    only = raw.get("only", "")
    if only:
        values["only_"] = _keys(listing, only, wrong)
        conditions.append("r.id = ANY(%(only_)s)")
    try:
        column, down = listing.column_sorted(sort)
    except LookupError:
        wrong.append(_bad("sort"))
        column, down = listing.column_sorted(listing.default_sort)
    visible = shown(listing).columns
    columns, missing = _chosen(visible, raw.get("columns", ""))
    wrong += missing
    limit = _limit(raw.get("limit", ""), wrong)
    if wrong:
        raise InvalidInput(*wrong)
    scope = {name: str(value) for name, value in fixed.items()}
    told = json.dumps([listing.name, sort, given, words, scope, only], sort_keys=True)
    mark = hashlib.sha256(told.encode()).hexdigest()[:12]
    after, few = _read_cursor(raw["cursor"], mark) if raw.get("cursor") else (None, False)
    language = current_language()
    return Asked(conditions, values, sort, column, down, limit, mark, after, few, language, columns, visible)


def checked(listing: Listing, raw: Mapping[str, str]) -> None:
    """Refuse what the list would refuse of such an address: unknown filters, orders and columns, bad values."""
    understand(listing, raw, {})


def chosen(listing: Listing, raw: Mapping[str, str], column: str, most: int) -> list[str]:
    """Return what a column of the source says of every row let through, each once, in the list's order, up to `most`.

    Rows where it says nothing are left out.
    """
    asked = understand(listing, raw, {})
    source, values = _source(listing, asked)
    where = " AND ".join([*asked.conditions, f'r."{column}" IS NOT NULL'])
    at = f'row_number() OVER (ORDER BY r."{asked.column.sorted_by}" {_way(asked)} NULLS LAST, r.id {_way(asked)})'
    # Every piece is a declaration of ours; what the address gave is bound.
    rows = f'SELECT r."{column}"::text AS key, {at} AS place FROM ({source}) r WHERE {where}'  # noqa: S608
    sql = f"SELECT key FROM ({rows}) x GROUP BY key ORDER BY min(place) LIMIT %(most_)s"  # noqa: S608
    return [row["key"] for row in fetch(sql, {**values, "most_": most})]


def run(listing: Listing, asked: Asked, *, counting: bool = True) -> Page:
    """Read one page: one query, and one more before it for count and totals with the first page."""
    count, exact, totals = None, True, None
    if asked.after is None and counting:
        count, exact, totals = _count(listing, asked)
        asked = replace(asked, few=exact and bool(asked.conditions))
    rows = rows_after(listing, asked, asked.after, asked.limit + 1)
    more = len(rows) > asked.limit
    rows = rows[: asked.limit]
    cursor = _write_cursor(asked, rows[-1]) if more else None
    keys = [str(row["_id"]) for row in rows]
    return Page([as_json(asked.shown, row) for row in rows], keys, cursor, count, exact, totals)


def rows_after(listing: Listing, asked: Asked, after: tuple[Any, Any] | None, limit: int) -> list[dict[str, Any]]:
    """Return rows as dicts, `_at` being the value they are sorted by."""
    rows = _read_rows(listing, asked, after, limit)
    if listing.telling:
        listing.telling(rows, asked.language)
    return rows


def _read_rows(listing: Listing, asked: Asked, after: tuple[Any, Any] | None, limit: int) -> list[dict[str, Any]]:
    source, values = _source(listing, asked)
    values["limit_"] = limit
    if after is not None:
        values["after_at"], values["after_id"] = after
    # Every piece is a declaration of ours; what the address gave is bound.
    if not listing.details and not listing.long:
        return fetch(_ordered(listing, asked, after, source, "r.*, "), values)
    page = f"page (_at, id) AS MATERIALIZED ({_ordered(listing, asked, after, source)})"
    order = f"ORDER BY page._at {_way(asked)} NULLS LAST, page.id {_way(asked)}"
    details = listing.details or f"SELECT * FROM ({source}) r WHERE r.id = page.id"  # noqa: S608
    shown = f"SELECT d.*, page._at, page.id AS _id FROM page CROSS JOIN LATERAL ({details}) d {order}"  # noqa: S608
    return fetch(f"WITH {page} {shown}", values)


def _way(asked: Asked) -> str:
    return "DESC" if asked.down else "ASC"


def _ordered(listing: Listing, asked: Asked, after: tuple[Any, Any] | None, source: str, shown: str = "") -> str:
    """Return the query of a page's rows: where some have nothing to be sorted by, first those that have, then those.

    The second half is only read when the first did not fill the page. Of a long list, what is known to be few rows is
    found first and sorted then: else the database may walk through a whole order in search of them.
    """
    column, way = f'r."{asked.column.sorted_by}"', _way(asked)

    def half(conditions: list[str], order: str) -> str:
        where = " AND ".join([*asked.conditions, *conditions]) or "true"
        what = f"{shown}{column} AS _at, r.id AS _id"
        if listing.long and asked.few:
            found = f"SELECT {what} FROM ({source}) r WHERE {where} OFFSET 0"  # noqa: S608
            named = order.replace(column, "f._at").replace("r.id", "f._id")
            return f"SELECT * FROM ({found}) f ORDER BY {named} LIMIT %(limit_)s"  # noqa: S608
        return f"SELECT {what} FROM ({source}) r WHERE {where} ORDER BY {order} LIMIT %(limit_)s"  # noqa: S608

    sign, both = ("<", "<=") if asked.down else (">", ">=")
    # The first of the two conditions is in the second, but an index on that column alone can use it.
    beyond = [f"{column} {both} %(after_at)s", f"({column}, r.id) {sign} (%(after_at)s, %(after_id)s)"]
    if not asked.column.has_gaps:
        return half(beyond if after is not None else [], f"{column} {way}, r.id {way}")
    empty = [f"{column} IS NULL"]
    if after is not None and after[0] is None:
        return half([*empty, f"r.id {sign} %(after_id)s"], f"r.id {way}")
    filled = [f'r."{name}" IS NOT NULL' for name in {asked.column.sorted_by, asked.column.sparse} if name]
    first = half([*sorted(filled), *(beyond if after is not None else [])], f"{column} {way}, r.id {way}")
    return f"({first}) UNION ALL ({half(empty, f'r.id {way}')}) LIMIT %(limit_)s"


def more_than(listing: Listing, asked: Asked, most: int) -> bool:
    """Whether more rows than that are let through."""
    source, values = _source(listing, asked)
    where = " AND ".join(asked.conditions) or "true"
    # Every piece is a declaration of ours; what the address gave is bound.
    sql = f"SELECT 1 FROM ({source}) r WHERE {where} OFFSET %(most_)s LIMIT 1"  # noqa: S608
    return bool(fetch(sql, {**values, "most_": most}))


def fetch(sql: str, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Run a query and return its rows as dicts."""
    with connection.cursor() as cursor:
        cursor.execute(sql, dict(values))
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def as_json(columns: Sequence[Column], row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the declared columns of a row as they cross HTTP."""
    return {column.name: written(column.kind, row[column.name]) for column in columns}


def written(kind: str, value: Any) -> Any:
    """Write one value: amounts as text with two places, instants in UTC with Z."""
    if value is None:
        return None
    if kind == "money":
        return f"{value:.2f}"
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if kind == "number" else f"{value:f}"
    if kind == "data" and isinstance(value, str):
        return json.loads(value)
    return value


def _source(listing: Listing, asked: Asked) -> tuple[str, Values]:
    if isinstance(listing.source, str):
        return listing.source, dict(asked.values)
    sql, bound = listing.source().order_by().query.sql_with_params()
    values = dict(asked.values)
    places = iter(range(len(bound)))

    def name(found: re.Match[str]) -> str:
        if found.group() == "%%":
            return "%%"
        place = next(places)
        values[f"bound_{place}"] = bound[place]
        return f"%(bound_{place})s"

    return _PLACES.sub(name, sql), values


def _count(listing: Listing, asked: Asked) -> tuple[int, bool, dict[str, str] | None]:
    source, values = _source(listing, asked)
    summed = [column for column in asked.shown if column.total]
    wanted = ", ".join(f'r."{column.name}"' for column in summed) or "1"
    sums = "".join(f', coalesce(sum(c."{column.name}"), 0)' for column in summed)
    where = " AND ".join(asked.conditions) or "true"
    rows = f"FROM ({source}) r WHERE {where}"
    values["counted_"] = listing.counted + 1
    # Every piece is a declaration of ours; what the address gave is bound.
    sql = f"SELECT count(*){sums} FROM (SELECT {wanted} {rows} LIMIT %(counted_)s) c"  # noqa: S608
    if listing.long and summed:
        # The rows are looked for once; those that are few are added up by their keys.
        few = f"SELECT r.id {rows} LIMIT %(counted_)s"
        keys = "SELECT id FROM few WHERE (SELECT count(*) FROM few) < %(counted_)s"
        part = f"SELECT {wanted} FROM ({source}) r WHERE r.id = ANY(ARRAY({keys}))"  # noqa: S608
        sql = f"WITH few AS MATERIALIZED ({few}) SELECT (SELECT count(*) FROM few){sums} FROM ({part}) c"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        count, *amounts = cursor.fetchone()
    if count > listing.counted:
        return listing.counted, False, None
    totals = {c.name: written(c.kind, a) for c, a in zip(summed, amounts, strict=True)}
    return count, True, {name: str(value) for name, value in totals.items()} or None


def _write_cursor(asked: Asked, row: Mapping[str, Any]) -> str:
    at = row["_at"]
    told = [asked.fingerprint, at if isinstance(at, bool | int | str | None) else str(at), row["_id"], asked.few]
    return signing.dumps(told, salt="kernel.listing", compress=False)


def _read_cursor(given: str, mark: str) -> tuple[tuple[Any, Any], bool]:
    try:
        fingerprint, at, key, few = signing.loads(given, salt="kernel.listing")
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise BadCursor from error
    if fingerprint != mark:
        raise BadCursor
    return (at, key), few  # as text: the database reads it as the column's type


def _chosen(visible: Sequence[Column], raw: str) -> tuple[list[Column], list[Detail]]:
    names = [name for name in raw.split(",") if name]
    if not names:
        return [column for column in visible if not column.off], []
    by_name = {column.name: column for column in visible}
    if any(name not in by_name for name in names):
        return [], [_bad("columns")]
    return [by_name[name] for name in names], []


def _limit(raw: str, wrong: list[Detail]) -> int:
    if not raw:
        return LIMIT
    if not raw.isdecimal() or not 1 <= int(raw) <= MOST:
        wrong.append(Detail("limit", "limit", Text(f"De 1 à {MOST}.", f"From 1 to {MOST}.")))
        return LIMIT
    return int(raw)


def _keys(listing: Listing, raw: str, wrong: list[Detail]) -> list[Any]:
    keys = raw.split(",")
    if len(keys) <= NAMED and (listing.worded or all(_KEY.fullmatch(key) for key in keys)):
        return keys if listing.worded else [int(key) for key in keys]
    told = Text(f"Au plus {NAMED} clés de rangées.", f"At most {NAMED} keys of rows.")
    wrong.append(Detail("only", "bad_value", told))
    return []


def _unknown(name: str) -> Detail:
    text = Text("Cette liste n’a pas de filtre de ce nom.", "This list has no filter of that name.")
    return Detail(name[:80], "unknown_filter", text)


def _bad(name: str) -> Detail:
    return Detail(name, "bad_value", Text("Cette valeur n’est pas possible ici.", "This value is not possible here."))
