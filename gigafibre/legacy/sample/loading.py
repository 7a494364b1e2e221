"""Loading a dump folder into a MariaDB server by LOAD DATA LOCAL INFILE of the same files."""

import asyncio
import os
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import asyncmy
from asyncmy import connection as wire
from asyncmy.errors import Error as ServerRefusal

from gigafibre.legacy.schema import Table, tables
from gigafibre.legacy.source.address import ServerAddress
from gigafibre.legacy.source.contract import SourceError

_CONNECTIONS = 2
_offered: set[str] = set()


class _OfferedFile(wire.LoadLocalFile):
    """Sends only files we offered: a server may ask for any. (asyncmy 0.2.18 also passes the name as bytes.)"""

    def __init__(self, filename: bytes | str, to: Any) -> None:
        name = os.fsdecode(filename)
        if name not in _offered:
            raise SourceError(f"The server asked for the file {name}, which was not offered to it.")
        super().__init__(name, to)


wire.LoadLocalFile = _OfferedFile  # type: ignore[misc, assignment]


def prepare(address: ServerAddress, *, replace: bool) -> None:
    """Make the database where it is missing; SourceError when it already holds tables that may not be replaced."""
    _in_words(address, _prepare(address, replace))


def load(folder: Path, address: ServerAddress, loaded: Callable[[str, int], None]) -> None:
    """Make every table anew and fill it; `loaded` hears of each with its rows. SourceError when the server refuses."""
    # The largest files first, so that the connections finish together.
    waiting = sorted(tables().values(), key=lambda table: (folder / f"{table.name}.txt").stat().st_size)
    _in_words(address, _together([_work(folder, address, waiting, loaded) for _ in range(_CONNECTIONS)]))


def _in_words(address: ServerAddress, work: Coroutine[Any, Any, None]) -> None:
    try:
        asyncio.run(work)
    except (ServerRefusal, OSError) as error:
        raise SourceError(f"{address.name} cannot be filled: {error}") from error


async def _together(works: list[Coroutine[Any, Any, None]]) -> None:
    await asyncio.gather(*works)


async def _prepare(address: ServerAddress, replace: bool) -> None:
    server = await _connect(address, None)
    name = "`" + address.database.replace("`", "``") + "`"
    async with server.cursor() as cursor:
        await cursor.execute(f"CREATE DATABASE IF NOT EXISTS {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci")
        await cursor.execute("SHOW TABLES FROM " + name)
        present = [row[0] for row in await cursor.fetchall()]
    server.close()
    if present and not replace:
        raise SourceError(
            f"{address.name} already holds {len(present)} tables: nothing was written. "
            "Name another database, or give --replace to make the legacy tables anew."
        )


async def _work(folder: Path, address: ServerAddress, waiting: list[Table], loaded: Callable[[str, int], None]) -> None:
    server = await _connect(address, address.database)
    async with server.cursor() as cursor:
        await cursor.execute("SET SESSION sql_mode = '', unique_checks = 0, foreign_key_checks = 0")
        while waiting:
            table = waiting.pop()
            await cursor.execute(f"DROP TABLE IF EXISTS `{table.name}`")
            await cursor.execute(table.ddl())
            path = str(folder / f"{table.name}.txt")
            _offered.add(path)
            await cursor.execute(f"LOAD DATA LOCAL INFILE %s INTO TABLE `{table.name}` CHARACTER SET utf8mb4", (path,))
            _offered.discard(path)
            loaded(table.name, cursor.rowcount)
            await server.commit()
    server.close()


async def _connect(address: ServerAddress, database: str | None) -> Any:
    place: dict[str, Any] = {"unix_socket": address.socket} if address.socket else {}
    if not address.socket:
        place = {"host": address.host, "port": address.port}
    return await asyncmy.connect(
        user=address.user,
        password=address.password,
        db=database,
        charset="utf8mb4",
        local_infile=True,
        init_command="SET SESSION sql_notes = 0",
        **place,
    )
