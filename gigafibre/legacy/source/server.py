"""A MariaDB server, read in one consistent snapshot and streamed row by row.

Names of tables and columns in its SQL are those the server itself told, quoted; values are never pasted in.
"""

import asyncio
from collections.abc import Iterator, Sequence
from typing import Any

import asyncmy
from asyncmy.cursors import SSCursor
from asyncmy.errors import Error as ServerRefusal

from gigafibre.legacy.schema import Family
from gigafibre.legacy.source.address import ServerAddress
from gigafibre.legacy.source.contract import Picked, Row, SourceColumn, SourceError, checked_columns

#: How long, in seconds, a reading waits for a table that another holds.
LOCK_WAIT = 60
# Escapes of PostgreSQL's COPY text, in the order in which they must be applied; CHAR() spares any quoting.
_COPY_ESCAPES = (("92", "92,92"), ("9", "92,116"), ("10", "92,110"), ("13", "92,114"))


class ServerSource:
    """Reads a live `gestionclient` without ever writing to it."""

    def __init__(self, address: ServerAddress) -> None:
        """Connect and open the snapshot; SourceError when the server or the database cannot be had."""
        self._address = address
        self._loop = asyncio.new_event_loop()
        self._columns: dict[str, tuple[SourceColumn, ...]] = {}
        self._counts: dict[str, int] = {}
        try:
            self._connection = self._run(self._connect())
        except SourceError:
            self._loop.close()
            raise

    @property
    def name(self) -> str:
        """The address without its password."""
        return self._address.name

    def tables(self) -> list[str]:
        """Names of the base tables."""
        found = self._query("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
        return sorted(str(row[0]) for row in found)

    def columns(self, table: str) -> tuple[SourceColumn, ...]:
        """The columns as information_schema tells them."""
        if table not in self._columns:
            found = self._query(
                "SELECT column_name, column_type FROM information_schema.columns "
                "WHERE table_schema = DATABASE() AND table_name = %s ORDER BY ordinal_position",
                (table,),
            )
            if not found:
                user = self._address.user
                raise SourceError(f"The database {self.name} has no table {table}, or {user} may not read it.")
            self._columns[table] = tuple(SourceColumn(str(name), str(kind)) for name, kind in found)
        return self._columns[table]

    def count(self, table: str) -> int:
        """Count the rows of a table."""
        if table not in self._counts:
            self.columns(table)
            self._counts[table] = int(self._query(f"SELECT COUNT(*) FROM {_quoted(table)}")[0][0])  # noqa: S608
        return self._counts[table]

    def fingerprint(self, table: str) -> str:
        """Let the server add up a checksum of each row of the snapshot: a third of the time of reading them."""
        self.columns(table)
        return f"{self.count(table)} {self._query(f'CHECKSUM TABLE {_quoted(table)}')[0][1]}"

    def rows(
        self, table: str, columns: Sequence[str], *, chunk: int = 5_000, picked: Picked | None = None
    ) -> Iterator[list[Row]]:
        """Stream the rows in key order as Python values."""
        names = ", ".join(_quoted(column.name) for column in checked_columns(self, table, columns))
        yield from self._stream(f"SELECT {names} FROM {_quoted(table)}", picked, chunk)  # noqa: S608

    def copy_text(self, table: str, columns: Sequence[str], picked: Picked | None = None) -> Iterator[bytes]:
        """Let the server itself write COPY's text, one value per row: much less to do on this side."""
        fields = ", ".join(_copy_field(column) for column in checked_columns(self, table, columns))
        line = f"CONVERT(CONCAT_WS(CHAR(9 USING utf8mb4), {fields}) USING binary)"
        for part in self._stream(f"SELECT {line} FROM {_quoted(table)}", picked, 5_000):  # noqa: S608
            yield b"\n".join([row[0] for row in part]) + b"\n"

    def close(self) -> None:
        """Leave the server."""
        if not self._loop.is_closed():
            self._connection.close()
            self._loop.run_until_complete(asyncio.sleep(0))
            self._loop.close()

    async def _connect(self) -> Any:
        address = self._address
        place: dict[str, Any] = {"unix_socket": address.socket} if address.socket else {}
        if not address.socket:
            place = {"host": address.host, "port": address.port}
        connection = await asyncmy.connect(
            user=address.user, password=address.password, db=address.database, charset="utf8mb4", **place
        )
        async with connection.cursor() as cursor:
            # Backslashes and quotes must mean the same whatever the server's settings; timeouts must outlast COPY.
            await cursor.execute(
                "SET SESSION sql_mode = '', net_write_timeout = 3600, wait_timeout = 28800, "
                f"lock_wait_timeout = {LOCK_WAIT:d}, innodb_lock_wait_timeout = {LOCK_WAIT:d}"
            )
            await cursor.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            await cursor.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY")
        return connection

    def _query(self, sql: str, values: tuple[Any, ...] | None = None) -> list[tuple[Any, ...]]:
        async def fetched() -> list[tuple[Any, ...]]:
            async with self._connection.cursor() as cursor:
                await cursor.execute(sql, values)
                return list(await cursor.fetchall())

        found: list[tuple[Any, ...]] = self._run(fetched())
        return found

    def _stream(self, sql: str, picked: Picked | None, chunk: int) -> Iterator[list[Any]]:
        where, values = _picking(picked)
        cursor = self._connection.cursor(SSCursor)
        self._run(cursor.execute(f"{sql}{where} ORDER BY id", values or None))
        try:
            while part := self._run(cursor.fetchmany(chunk)):
                yield list(part)
        finally:
            self._run(cursor.close())

    def _run(self, work: Any) -> Any:
        try:
            return self._loop.run_until_complete(work)
        except (ServerRefusal, OSError) as error:
            raise SourceError(self._in_words(error)) from error

    def _in_words(self, error: Exception) -> str:
        code = error.args[0] if error.args else None
        address = self._address
        match code:
            case 1045:
                return f"{self.name} refuses the user {address.user} or its password."
            case 1044:
                return f"The user {address.user} may not read the database {address.database} of {self.name}."
            case 1049:
                return f"The server has no database {address.database} ({self.name})."
            case 1142 | 1143:
                return f"The user {address.user} may not read all of {self.name}: {error.args[1]}."
            case 1205:
                return f"A table of {self.name} is locked by somebody else for more than {LOCK_WAIT} s: start again."
            case 2002 | 2003:
                return f"No MariaDB server answers at {self.name}."
            case 2006 | 2013:
                return f"The server {self.name} went away while it was being read."
        return f"{self.name} cannot be read: {error}"


def _picking(picked: Picked | None) -> tuple[str, list[Any]]:
    """Return the WHERE of what is picked, and its values."""
    if picked is None:
        return "", []
    parts: list[str] = ["id > %s"]
    values: list[Any] = [picked.after]
    for column, least in picked.least.items():
        parts.append(f"{_quoted(column)} >= %s")
        values.append(least)
    for column, among in picked.among.items():
        if among:
            parts.append(f"{_quoted(column)} IN %s")
            values.append(tuple(sorted(among)))
    return f" WHERE {' OR '.join(parts)}", values


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _copy_field(column: SourceColumn) -> str:
    field = _quoted(column.name)
    if column.family is not Family.TEXT:
        return f"IFNULL({field}, CHAR(92,78 USING utf8mb4))"
    for plain, escaped in _COPY_ESCAPES:
        field = f"REPLACE({field}, CHAR({plain} USING utf8mb4), CHAR({escaped} USING utf8mb4))"
    field = f"REPLACE({field}, CHAR(0 USING utf8mb4), '')"
    return f"IFNULL({field}, CHAR(92,78 USING utf8mb4))"
