"""How a statement reaches PostgreSQL: one that returns at every turn is prepared, every other is sent as one text.

A prepared statement is read and planned once per connection instead of at each use, which for a row by its key costs
more than the row itself. Django sends texts only, since not all it writes can be prepared; these two can:

- what the ORM writes of columns, comparisons, joins, existence, counts and limits (no other function, no long list);
- SQL of ours that says so: `Prepared("SELECT …")`, one statement, each parameter of a type PostgreSQL can tell.

Several statements in one text, and all the rest, go as before. Behind a pooler that shares sessions (the settings then
have a DIRECT address past it) a connection prepares nothing: the server binds, and plans at each use.
"""

from __future__ import annotations

import re
import time
from functools import lru_cache
from typing import Any, Self

import psycopg
import structlog
from django.conf import settings

log = structlog.get_logger(__name__)

#: Uses of a statement on a connection before it is prepared, and how many a connection keeps.
PREPARED_AFTER = 2
KEPT = 300

_NAMES = re.compile(r'"[a-z0-9_]+"|\b[TU]\d+\b')
_WORDS = re.compile(
    r"(?:SELECT|DISTINCT|AS|FROM|INNER|LEFT|OUTER|JOIN|ON|WHERE|AND|OR|NOT|IS|NULL|ORDER|BY|ASC|DESC|NULLS|FIRST|LAST"
    r"|EXISTS|COUNT\(\*\)|IN \(%s(?:, %s){0,5}\)"
    r"|LIMIT|FOR|UPDATE|OF|NO|KEY|SKIP|LOCKED|NOWAIT|INSERT|INTO|VALUES|RETURNING|SET|DELETE|%s|\d+|[\s.,()=<>!])*"
)
_LONGEST = 20_000
_TEXTS = re.compile(r"'(?:[^']|'')*'")


class Prepared(str):
    """SQL written by hand, of one statement, that is prepared once per connection."""

    __slots__ = ()


class Cursor(psycopg.Cursor[Any]):
    """Django's cursor: the server binds the parameters of a statement worth keeping, else they are put in its text."""

    def __init__(self, connection: psycopg.Connection[Any], *, row_factory: Any = None) -> None:
        super().__init__(connection, row_factory=row_factory)
        connection.prepared_max = KEPT

    def execute(
        self, query: Any, params: Any = None, *, prepare: bool | None = None, binary: bool | None = None
    ) -> Self:
        """Send a statement; refusals are those of PostgreSQL. One that takes long is logged, without its values."""
        began = time.perf_counter()
        try:
            return self._send(query, params, prepare=prepare, binary=binary)
        finally:
            took = (time.perf_counter() - began) * 1000
            if 0 < settings.SLOW_QUERY_MS < took:
                log.warning("database.slow", ms=round(took), statement=without_values(query))

    def _send(self, query: Any, params: Any, *, prepare: bool | None, binary: bool | None) -> Self:
        if isinstance(query, Prepared) or (params is not None and isinstance(query, str) and returns(query)):
            try:
                return super().execute(query, params, prepare=prepare, binary=binary)
            except psycopg.errors.FeatureNotSupported:
                # A migration changed a column under a kept statement. Inside a transaction its rollback forgets it.
                if self.connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
                    raise
                super().execute("DEALLOCATE ALL", prepare=False)
                return super().execute(query, params, prepare=False, binary=binary)
        if params is None:
            return super().execute(query, prepare=False, binary=binary)
        text = psycopg.ClientCursor(self.connection).mogrify(query, params)
        return super().execute(text, prepare=False, binary=binary)


def without_values(query: Any) -> str:
    """Return a statement for people's eyes: on one line, without the texts in it, cut to 600 characters."""
    text = query.as_string() if isinstance(query, psycopg.sql.Composable) else str(query)
    return " ".join(_TEXTS.sub("'…'", text).split())[:600]


@lru_cache(maxsize=256)
def on_tables(query: str, **tables: str) -> Prepared:
    """Put the names of tables (of the session's own, say) into a statement, quoted as identifiers."""
    names = {name: psycopg.sql.Identifier(table) for name, table in tables.items()}
    return Prepared(psycopg.sql.SQL(query).format(**names).as_string())


@lru_cache(maxsize=4096)
def returns(sql: str) -> bool:
    """Return whether a text of the ORM is one whose shape returns with other values."""
    return len(sql) < _LONGEST and _WORDS.fullmatch(_NAMES.sub("", sql)) is not None
